"""What an answer is worth: right, right but for a slip, or wrong."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.language import Language
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.schedule import Rating
from tutor.domain.word_facts import FactsOf

__all__ = ["Grade", "Target", "grade", "rating_for"]


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


def grade(answer: str, target: Target, *, facts_of: FactsOf, speller: NumberSpeller) -> Grade:
    """How right an answer is, as heard or typed, free in everything that is not tested.

    Punctuation, case, subject pronouns, numbers as digits, the order of the rest and a word of
    introduction do not matter; of several attempts in one answer the last counts.
    """
    raise NotImplementedError


def rating_for(graded: Grade) -> Rating:
    """How well something was remembered that was answered so."""
    match graded:
        case Grade.EXACT:
            return Rating.GOOD
        case Grade.SLIP:
            return Rating.HARD
        case Grade.WRONG:
            return Rating.AGAIN
