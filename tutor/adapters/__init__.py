"""Adapters: each supplies one port with one library."""
