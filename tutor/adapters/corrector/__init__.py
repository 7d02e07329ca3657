"""Correctors, and the dictionary they look words up in."""
