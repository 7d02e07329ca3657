"""The deck as files: JSON, CSV and Anki."""
