"""Sound cards and sound files."""
