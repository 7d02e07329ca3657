"""The order of things, over ports only."""
