"""The learner's records in a database."""
