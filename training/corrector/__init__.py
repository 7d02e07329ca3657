"""Training the tutor's own corrector; see README.md."""
