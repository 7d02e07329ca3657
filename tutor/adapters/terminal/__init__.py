"""The learner's keyboard."""
