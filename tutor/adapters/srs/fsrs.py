"""Free Spaced Repetition Scheduler, as py-fsrs implements it, as our Scheduler."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import fsrs

from tutor.domain.schedule import Phase, Rating, Schedule

__all__ = ["LEARNING_STEPS_SECONDS", "RELEARNING_STEPS_SECONDS", "FsrsScheduler"]

LEARNING_STEPS_SECONDS = (60.0, 600.0)
RELEARNING_STEPS_SECONDS = (600.0,)

_RATINGS = {
    Rating.AGAIN: fsrs.Rating.Again,
    Rating.HARD: fsrs.Rating.Hard,
    Rating.GOOD: fsrs.Rating.Good,
    Rating.EASY: fsrs.Rating.Easy,
}
_STATES = {
    Phase.NEW: fsrs.State.Learning,
    Phase.LEARNING: fsrs.State.Learning,
    Phase.REVIEW: fsrs.State.Review,
    Phase.RELEARNING: fsrs.State.Relearning,
}
_PHASES = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}
_ANY_CARD = 0
"""Without an id py-fsrs makes one of the clock, and sleeps a millisecond to make it unique."""

_LONGEST = timedelta(days=36500)
_LATEST = datetime.max.replace(tzinfo=UTC) - 2 * _LONGEST


class FsrsScheduler:
    """A Scheduler that lets the chance of remembering fall to ``desired_retention``, and no lower.

    It rounds to whole days and adds no chance, so that the same answers give the same days.
    """

    def __init__(
        self,
        desired_retention: float = 0.9,
        learning_steps_seconds: Sequence[float] = LEARNING_STEPS_SECONDS,
        relearning_steps_seconds: Sequence[float] = RELEARNING_STEPS_SECONDS,
    ) -> None:
        self._fsrs = fsrs.Scheduler(
            desired_retention=desired_retention,
            learning_steps=[timedelta(seconds=step) for step in learning_steps_seconds],
            relearning_steps=[timedelta(seconds=step) for step in relearning_steps_seconds],
            maximum_interval=_LONGEST.days,
            enable_fuzzing=False,
        )

    def review(self, schedule: Schedule, rating: Rating, now: datetime) -> Schedule:
        """See Scheduler.review; a moment at the end of the calendar counts as somewhat earlier."""
        reviewed_at = min(now.astimezone(UTC), _LATEST)
        card, _ = self._fsrs.review_card(_card_of(schedule), _RATINGS[rating], reviewed_at)
        return Schedule(
            due=card.due,
            phase=_PHASES[card.state],
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            last_review=card.last_review,
        )


def _card_of(schedule: Schedule) -> fsrs.Card:
    is_known = schedule.stability is not None and schedule.difficulty is not None
    state = _STATES[schedule.phase] if is_known else fsrs.State.Learning
    return fsrs.Card(
        card_id=_ANY_CARD,
        state=state,
        step=None if state is fsrs.State.Review else schedule.step or 0,
        stability=schedule.stability,
        difficulty=schedule.difficulty,
        due=schedule.due,
        last_review=schedule.last_review,
    )
