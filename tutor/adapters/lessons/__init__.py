"""Lessons from TOML."""
