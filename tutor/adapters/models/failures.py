"""Why a source did not deliver; these never leave the subpackage."""

__all__ = ["FetchStoppedError", "SourceFailedError"]


class SourceFailedError(Exception):
    """One source did not deliver; the text is the reason, without a full stop."""


class FetchStoppedError(Exception):
    """Whoever asked for the file has gone away."""
