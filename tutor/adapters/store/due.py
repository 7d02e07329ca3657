"""What waits to be asked, found in the order in which it is asked.

Each queue is an index: the first of it is found as fast among many as among few. Faces that are
skipped are those whose sibling was answered today, so no more than the learner has answered.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, not_, select

from tutor.adapters.store.card_tables import cards, faces, reviews
from tutor.domain.card import Direction
from tutor.domain.review import Day, DueCounts, ReviewLimits, ReviewSource
from tutor.domain.schedule import Phase

__all__ = ["DueFaces"]


@dataclass(frozen=True, slots=True)
class DueFaces:
    """The faces of one learner that may be asked on one day."""

    connection: Connection
    learner_key: int
    now: datetime
    day: Day
    limits: ReviewLimits

    def next(self, put_off: Collection[tuple[str, Direction]]) -> tuple[str, Direction] | None:
        """Card id and direction; see ReviewBook.next_due."""
        new_left, reviews_left = self._left()
        learning = self._waiting("learning")
        candidates = [learning.where(faces.c.due <= self.now)]
        if reviews_left:
            candidates.append(self._reviews())
        if new_left:
            candidates.append(self._free("new"))
        candidates.append(learning.where(faces.c.due <= self._ahead()))
        for query in candidates:
            # No more can be put off than there are in this, so one more is enough.
            named = query.add_columns(cards.c.id).join(cards, cards.c.key == faces.c.card_key)
            for row in self.connection.execute(named.limit(len(put_off) + 1)):
                found = (row.id, Direction(row.direction))
                if found not in put_off:
                    return found
        return None

    def counts(self) -> DueCounts:
        """See ReviewBook.counts."""
        new_left, reviews_left = self._left()
        until = max(self.day.end, self._ahead())
        learning = self._waiting("learning").where(faces.c.due <= until)
        new = self._free("new")
        if reviews_left:
            new = new.where(not_(self._has_due_review()))
        return DueCounts(
            new=self._cards_in(new, new_left),
            learning=self._number(learning.with_only_columns(faces.c.key).order_by(None)),
            review=self._cards_in(self._reviews(), reviews_left),
        )

    def _left(self) -> tuple[int, int]:
        found = self.connection.execute(
            select(reviews.c.before_phase, func.count())
            .where(reviews.c.learner_key == self.learner_key, self._is_answer_of_day())
            .group_by(reviews.c.before_phase)
        )
        given = Counter({row[0]: row[1] for row in found})
        return (
            max(0, self.limits.new_per_day - given[Phase.NEW.value]),
            max(0, self.limits.reviews_per_day - given[Phase.REVIEW.value]),
        )

    def _ahead(self) -> datetime:
        return self.now + timedelta(seconds=self.limits.ahead_seconds)

    def _waiting(self, queue: str) -> Select[Any]:
        """What waits in a queue, longest due first."""
        return (
            select(faces.c.card_key, faces.c.direction)
            .where(faces.c.learner_key == self.learner_key, faces.c.queue == queue)
            .order_by(faces.c.due, faces.c.key)
        )

    def _free(self, queue: str) -> Select[Any]:
        """What waits in a queue and has no sibling that was answered today."""
        sibling_answered = exists().where(
            reviews.c.card_key == faces.c.card_key,
            reviews.c.direction != faces.c.direction,
            self._is_answer_of_day(),
        )
        return self._waiting(queue).where(not_(sibling_answered))

    def _reviews(self) -> Select[Any]:
        return self._free("review").where(faces.c.due < self.day.end)

    def _has_due_review(self) -> Any:  # noqa: ANN401  # SQLAlchemy's own type for a condition
        sibling = faces.alias()
        return exists().where(
            sibling.c.card_key == faces.c.card_key,
            sibling.c.queue == "review",
            sibling.c.due < self.day.end,
        )

    def _is_answer_of_day(self) -> Any:  # noqa: ANN401  # as above
        return and_(
            reviews.c.at >= self.day.start,
            reviews.c.at < self.day.end,
            not_(reviews.c.is_undone),
            reviews.c.source != ReviewSource.PRACTICE.value,
        )

    def _cards_in(self, waiting: Select[Any], at_most: int) -> int:
        """How many cards, counted no further than needed."""
        found = waiting.with_only_columns(faces.c.card_key).distinct().order_by(None)
        return self._number(found.limit(at_most))

    def _number(self, query: Select[Any]) -> int:
        row: Row[Any] = self.connection.execute(
            select(func.count()).select_from(query.subquery())
        ).one()
        return int(row[0])
