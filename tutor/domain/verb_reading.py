"""The vocabulary of verb forms: mood, tense and person."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Mood", "Reading", "Tense"]


class Mood(StrEnum):
    """How a form presents its action."""

    INDICATIVE = "indicative"
    SUBJUNCTIVE = "subjunctive"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"

    @property
    def is_finite(self) -> bool:
        """Whether the form has a person."""
        return self in {Mood.INDICATIVE, Mood.SUBJUNCTIVE}


class Tense(StrEnum):
    """When; ``NONE`` for forms without a person."""

    NONE = "none"
    PRESENT = "present"
    PRETERITE = "preterite"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a form can be."""

    lemma: str
    mood: Mood
    tense: Tense
    person: int
    """0 without a person; 1 to 3 in the singular, 4 to 6 in the plural."""
