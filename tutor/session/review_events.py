"""Everything that happens while cards or words are asked: a closed union of frozen dataclasses."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from tutor.domain.grading import Grade
from tutor.domain.question import Question
from tutor.domain.review import DueCounts
from tutor.domain.schedule import Rating
from tutor.session.events import Listening, NothingHeard, Problem, Speaking, Thinking

__all__ = [
    "Asked",
    "Graded",
    "HintGiven",
    "QuizStarted",
    "Regraded",
    "ReviewEnded",
    "ReviewEvent",
    "ReviewStarted",
    "Undone",
]


@dataclass(frozen=True, slots=True)
class ReviewStarted:
    """The first event of a review: what is due."""

    counts: DueCounts


@dataclass(frozen=True, slots=True)
class QuizStarted:
    """The first event of a quiz."""

    questions: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question is put."""

    number: int
    """From 1 within the sitting."""
    question: Question


@dataclass(frozen=True, slots=True)
class HintGiven:
    """The learner asked for help."""

    hint: str


@dataclass(frozen=True, slots=True)
class Graded:
    """An answer was judged; already stored."""

    number: int
    question: Question
    heard: str
    grade: Grade
    rating: Rating
    card_id: str | None = None
    """None for a word that is in no deck."""
    due: datetime | None = None
    """When the card is asked again."""
    is_leech: bool = False
    """Whether the card was forgotten so often that it is not asked any more."""


@dataclass(frozen=True, slots=True)
class Regraded:
    """The learner overruled the last grade; already stored."""

    number: int
    rating: Rating
    card_id: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """The last answer was taken back; ``card_id`` None where there was none."""

    card_id: str | None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewEnded:
    """The last event: the sitting in numbers."""

    answered: int
    exact: int
    slips: int
    wrong: int
    missed: tuple[str, ...]
    """The right answers of what was not known, in the order asked."""
    left: int
    """What is still due today; of a quiz, what was not asked."""
    unusable: int
    """Recordings that could not be read or held no words."""


ReviewEvent: TypeAlias = (
    ReviewStarted
    | QuizStarted
    | Asked
    | Listening
    | Thinking
    | NothingHeard
    | HintGiven
    | Graded
    | Regraded
    | Undone
    | Speaking
    | Problem
    | ReviewEnded
)
