"""What the ends of learners' sentences teach about pauses; see ``last_words.py``."""
