"""What an answer is compared with, and what comes of it."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.language import Language

__all__ = ["Grade", "Target", "best", "worst"]


class Grade(StrEnum):
    """How an answer compares with what was asked for."""

    EXACT = "exact"
    SLIP = "slip"
    """Right but for an accent, a letter, or a word that goes with it, such as its article."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Target:
    """What an answer is compared with."""

    words: str
    """What is tested: a word in exactly this form, or a few. Empty where something is too much."""
    language: Language = Language.SPANISH
    sentence: str = ""
    """The whole right sentence that holds the words; empty for a word alone."""
    said: str = ""
    """The mistake that the words replace; empty where something was missing."""
    alternatives: tuple[str, ...] = ()
    """Other answers that are as right."""
    article: str = ""
    """The definite article of a noun, which may be said with it."""


_ORDER = tuple(Grade)


def best(*grades: Grade) -> Grade:
    """The one nearest to exact; wrong where there is none."""
    return min(grades, key=_ORDER.index, default=Grade.WRONG)


def worst(*grades: Grade) -> Grade:
    """The one farthest from exact, which is what a whole is worth; exact where there is none."""
    return max(grades, key=_ORDER.index, default=Grade.EXACT)
