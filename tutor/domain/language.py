"""Which languages are spoken, and one line of speech in one of them."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Language", "Pace", "SpokenLine", "english", "spanish"]


class Language(StrEnum):
    """The languages of a session, by ISO 639-1 code."""

    SPANISH = "es"
    ENGLISH = "en"


class Pace(StrEnum):
    """How fast a line is spoken."""

    NORMAL = "normal"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One sentence to say aloud, in one language."""

    language: Language
    text: str


def spanish(text: str) -> SpokenLine:
    """A line of Spanish."""
    return SpokenLine(Language.SPANISH, text)


def english(text: str) -> SpokenLine:
    """A line in English; the Spanish in it in «guillemets»."""
    return SpokenLine(Language.ENGLISH, text)
