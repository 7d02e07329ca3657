"""Answering a due card, and what may be asked on one day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from tutor.domain.card import Card, Direction, Face
from tutor.domain.grading import Grade
from tutor.domain.schedule import Rating, Schedule

__all__ = [
    "Answer",
    "Day",
    "DueCard",
    "DueCounts",
    "Review",
    "ReviewLimits",
    "ReviewSource",
    "day_of",
]


class ReviewSource(StrEnum):
    """Where something was asked, or forgotten."""

    REVIEW = "review"
    QUIZ = "quiz"
    PRACTICE = "practice"
    """The mistake was made again while talking."""


@dataclass(frozen=True, slots=True)
class Day:
    """A learner's day, which begins in the small hours."""

    start: datetime
    """Timezone-aware, UTC."""
    end: datetime
    """The start of the next one."""


@dataclass(frozen=True, slots=True)
class ReviewLimits:
    """How much is asked."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    """Of what was learned before."""
    ahead_seconds: float = 1200.0
    """What is still being learned is asked this early where nothing else is left."""
    leech_lapses: int = 8
    """Forgotten this often, a card is not asked any more."""


@dataclass(frozen=True, slots=True)
class DueCard:
    """A card, and the face that is to be asked."""

    card: Card
    direction: Direction

    @property
    def face(self) -> Face:
        """What is asked, with its schedule."""
        return self.card.face(self.direction)


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many faces are left today, within the limits."""

    new: int
    learning: int
    review: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the learner said to a card and what it was worth."""

    id: str
    """Of its own, so that storing it again changes nothing."""
    card_id: str
    direction: Direction
    rating: Rating
    at: datetime
    """Timezone-aware, UTC."""
    text: str = ""
    """As heard or typed."""
    grade: Grade | None = None
    """The automatic one; None where there was none."""
    source: ReviewSource = ReviewSource.REVIEW


@dataclass(frozen=True, slots=True)
class Review:
    """An answer, and what it did to the schedule of its face."""

    answer: Answer
    before: Schedule
    after: Schedule
    is_undone: bool = False


def day_of(moment: datetime, zone: tzinfo, begins_at: time = time(4)) -> Day:
    """The day that holds a moment; 23 or 25 hours long where the clocks change.

    ``moment`` is timezone-aware; a beginning that the clocks leave out is where they jump to.
    """
    local = moment.astimezone(zone)
    date = local.date()
    if _beginning(date, zone, begins_at) > moment:
        date -= timedelta(days=1)
    return Day(
        _beginning(date, zone, begins_at), _beginning(date + timedelta(days=1), zone, begins_at)
    )


def _beginning(day: date, zone: tzinfo, begins_at: time) -> datetime:
    return datetime.combine(day, begins_at, zone).astimezone(UTC)
