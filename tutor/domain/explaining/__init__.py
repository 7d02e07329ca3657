"""Naming a mistake as finely as is certain, and saying why in both languages."""
