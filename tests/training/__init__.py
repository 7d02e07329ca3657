"""Making the corrector, as far as it needs no network library."""
