"""When something should be asked again, and what an answer was worth."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Phase", "Rating", "Schedule", "new_schedule"]


class Rating(StrEnum):
    """How well something was remembered, from worst to best."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


class Phase(StrEnum):
    """How far the memory of something has come."""

    NEW = "new"
    """Never asked."""
    LEARNING = "learning"
    REVIEW = "review"
    """Learned: days, not minutes, until it is asked again."""
    RELEARNING = "relearning"
    """Learned once and forgotten since."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The state of one memory, as FSRS describes it."""

    due: datetime
    """Timezone-aware, UTC."""
    phase: Phase = Phase.NEW
    step: int | None = None
    """Which of the learning steps comes next; only while learning or relearning."""
    stability: float | None = None
    """Days until the chance of remembering has fallen to 90 %; None before the first review."""
    difficulty: float | None = None
    """1 to 10; None before the first review."""
    last_review: datetime | None = None
    """Timezone-aware, UTC."""


def new_schedule(now: datetime) -> Schedule:
    """Of something that was never asked; due at once."""
    return Schedule(due=now)
