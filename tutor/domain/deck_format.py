"""What a deck can be written as."""

from enum import StrEnum

__all__ = ["DeckFormat"]


class DeckFormat(StrEnum):
    """Named as the files end."""

    APKG = "apkg"
    """For Anki: cards with sounds, and when they are due."""
    CSV = "csv"
    """For spreadsheets: cards, and when they are due."""
    JSON = "json"
    """Everything."""
