"""When cards come back."""
