"""A face's schedule in the numbers of Anki's table of cards.

Source: Anki's ``rslib/src/storage/card`` and ``rslib/src/scheduler``. A due review is a number of
days since the collection was made, what is being learned within the day a moment in seconds.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum

from tutor.domain.card import Card, CardStatus, Face
from tutor.domain.review import Review
from tutor.domain.schedule import Phase, Rating, Schedule

__all__ = ["ROLLOVER_HOUR", "AnkiAnswer", "AnkiState", "Calendar", "anki_answers", "anki_state"]

ROLLOVER_HOUR = 4
_LEARNING_STEPS = 2
"""As FSRS, Anki and genanki's deck have them: one minute and ten."""
_EASE_PERMILLE = 2500
_SUSPENDED_QUEUE = -1
_SECONDS_PER_DAY = 86_400
_EASE = {Rating.AGAIN: 1, Rating.HARD: 2, Rating.GOOD: 3, Rating.EASY: 4}


class _Type(IntEnum):
    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


_TYPE = {
    Phase.NEW: _Type.NEW,
    Phase.LEARNING: _Type.LEARNING,
    Phase.REVIEW: _Type.REVIEW,
    Phase.RELEARNING: _Type.RELEARNING,
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which day of the exported collection a moment falls on; the day of the export is day 0."""

    now: datetime
    zone: tzinfo

    def day(self, moment: datetime) -> int:
        """Days from today, below 0 for the past; a day begins at four."""
        return (self._date(moment) - self._date(self.now)).days

    @property
    def start(self) -> datetime:
        """A moment of day 0, from which Anki counts the days."""
        local = self.now.astimezone(self.zone)
        return local.replace(hour=ROLLOVER_HOUR, minute=0, second=0, microsecond=0) - timedelta(
            days=local.hour < ROLLOVER_HOUR
        )

    @property
    def minutes_west(self) -> int:
        """The zone's distance from UTC, as Anki counts it."""
        offset = self.start.utcoffset() or timedelta()
        return -round(offset.total_seconds() / 60)

    def _date(self, moment: datetime) -> date:
        local = moment.astimezone(self.zone).replace(tzinfo=None)
        return (local - timedelta(hours=ROLLOVER_HOUR)).date()


@dataclass(frozen=True, slots=True)
class AnkiState:
    """The columns of ``cards`` by their names there."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    left: int
    data: str


@dataclass(frozen=True, slots=True)
class AnkiAnswer:
    """The columns of ``revlog`` by their names there."""

    milliseconds: int
    ease: int
    ivl: int
    last_ivl: int
    type: int


def anki_state(card: Card, face: Face, position: int, calendar: Calendar) -> AnkiState:
    """How Anki stores a face; ``position`` orders the new ones."""
    schedule = face.schedule
    queue, due = _queue_and_due(schedule, position, calendar)
    is_learned = schedule.phase in {Phase.REVIEW, Phase.RELEARNING}
    return AnkiState(
        type=_TYPE[schedule.phase],
        queue=queue if card.status is CardStatus.ACTIVE else _SUSPENDED_QUEUE,
        due=due,
        ivl=_interval_days(schedule) if is_learned else 0,
        factor=_EASE_PERMILLE if is_learned else 0,
        reps=face.reviews,
        lapses=face.lapses,
        left=_steps_left(schedule),
        data=_memory(schedule),
    )


def anki_answers(reviews: Sequence[Review]) -> tuple[AnkiAnswer, ...]:
    """The answers of one face that count, oldest first."""
    return tuple(
        AnkiAnswer(
            milliseconds=round(review.answer.at.timestamp() * 1000),
            ease=_EASE[review.answer.rating],
            ivl=_interval(review.after),
            last_ivl=_interval(review.before),
            type=_kind_of_answer(review.before),
        )
        for review in sorted(reviews, key=lambda review: (review.answer.at, review.answer.id))
        if not review.is_undone
    )


def _queue_and_due(schedule: Schedule, position: int, calendar: Calendar) -> tuple[int, int]:
    """New by position; learning by the second today, else by the day; learned by the day."""
    day = calendar.day(schedule.due)
    match schedule.phase:
        case Phase.NEW:
            return 0, position
        case Phase.REVIEW:
            return 2, day
        case Phase.LEARNING | Phase.RELEARNING:
            return (3, day) if day > 0 else (1, round(schedule.due.timestamp()))


def _interval_days(schedule: Schedule) -> int:
    return max(1, round(_interval_seconds(schedule) / _SECONDS_PER_DAY))


def _interval_seconds(schedule: Schedule) -> float:
    if schedule.last_review is None:
        return 0.0
    return max(0.0, (schedule.due - schedule.last_review).total_seconds())


def _interval(schedule: Schedule) -> int:
    """Days above zero, seconds below."""
    if schedule.phase is Phase.REVIEW:
        return _interval_days(schedule)
    return -round(min(_interval_seconds(schedule), _SECONDS_PER_DAY))


def _kind_of_answer(before: Schedule) -> int:
    match before.phase:
        case Phase.NEW | Phase.LEARNING:
            return 0
        case Phase.REVIEW:
            return 1
        case Phase.RELEARNING:
            return 2


def _steps_left(schedule: Schedule) -> int:
    match schedule.phase:
        case Phase.LEARNING:
            left = max(1, _LEARNING_STEPS - (schedule.step or 0))
        case Phase.RELEARNING:
            left = 1
        case Phase.NEW | Phase.REVIEW:
            return 0
    return left * 1000 + left


def _memory(schedule: Schedule) -> str:
    """FSRS's own numbers, which Anki goes on with where it uses FSRS too."""
    if schedule.stability is None or schedule.difficulty is None:
        return "{}"
    memory = {"s": round(schedule.stability, 4), "d": round(schedule.difficulty, 3)}
    if schedule.last_review is not None:
        memory["lrt"] = round(schedule.last_review.timestamp())
    return json.dumps(memory)
