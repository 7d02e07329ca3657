"""Due cards and answers in the database."""

import asyncio
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, not_, select, update

from tutor.adapters.store.card_rows import review_from_row
from tutor.adapters.store.card_tables import cards, reviews
from tutor.adapters.store.database import Database
from tutor.adapters.store.desk import Desk
from tutor.adapters.store.due import DueFaces
from tutor.adapters.store.stored_cards import StoredCards
from tutor.domain.answering import taken_back
from tutor.domain.card import CardStatus, Direction
from tutor.domain.review import (
    Answer,
    Day,
    DueCard,
    DueCounts,
    Review,
    ReviewLimits,
    ReviewSource,
)
from tutor.errors import NotStoredError
from tutor.ports import Scheduler

__all__ = ["SqlReviewBook"]


class SqlReviewBook:
    """A ReviewBook of one learner."""

    def __init__(self, database: Database, scheduler: Scheduler) -> None:
        self._database = database
        self._learner_key = database.learner_key
        self._scheduler = scheduler

    async def next_due(
        self,
        now: datetime,
        day: Day,
        limits: ReviewLimits,
        *,
        put_off: Collection[tuple[str, Direction]] = (),
    ) -> DueCard | None:
        """What to ask now; None where nothing is left today."""
        return await asyncio.to_thread(self._next_due, now, day, limits, put_off)

    async def counts(self, now: datetime, day: Day, limits: ReviewLimits) -> DueCounts:
        """How much is left today."""
        return await asyncio.to_thread(self._counts, now, day, limits)

    async def answer(
        self, answer: Answer, limits: ReviewLimits, *, instead_of: str | None = None
    ) -> Review:
        """Reschedule the answered face and keep the answer."""
        return await asyncio.to_thread(self._answer, answer, limits, instead_of)

    async def undo(self) -> Review | None:
        """Take back the last answer that was not taken back yet."""
        return await asyncio.to_thread(self._undo)

    async def reviews(self, card_id: str) -> tuple[Review, ...]:
        """Of one card, oldest first, undone ones included."""
        return await asyncio.to_thread(self._reviews, card_id)

    def _next_due(
        self,
        now: datetime,
        day: Day,
        limits: ReviewLimits,
        put_off: Collection[tuple[str, Direction]],
    ) -> DueCard | None:
        with self._database.reading() as connection:
            due = DueFaces(connection, self._learner_key, now, day, limits).next(put_off)
            if due is None:
                return None
            card_id, direction = due
            stored = StoredCards(connection, self._learner_key).with_id(card_id)
            return None if stored is None else DueCard(stored.card, direction)

    def _counts(self, now: datetime, day: Day, limits: ReviewLimits) -> DueCounts:
        with self._database.reading() as connection:
            return DueFaces(connection, self._learner_key, now, day, limits).counts()

    def _answer(self, answer: Answer, limits: ReviewLimits, instead_of: str | None) -> Review:
        with self._database.writing() as connection:
            known = self._review_row(connection, answer.id)
            if known is not None:
                return review_from_row(known, known["card_id"])
            replaced = None if instead_of is None else self._review_row(connection, instead_of)
            if replaced is not None and not replaced["is_undone"]:
                self._take_back(connection, replaced)
            desk = Desk(connection, self._learner_key, self._scheduler)
            stored = desk.cards.with_id(answer.card_id)
            if stored is None or answer.direction not in {
                face.direction for face in stored.card.faces
            }:
                raise NotStoredError(
                    f"Card {answer.card_id} cannot be asked {answer.direction}: it was deleted;"
                    " ask the next one."
                )
            return desk.answer(stored, answer, limits)

    def _undo(self) -> Review | None:
        with self._database.writing() as connection:
            row = self._last_answer(connection)
            return None if row is None else self._take_back(connection, row)

    def _take_back(self, connection: Connection, row: RowMapping) -> Review:
        desk = Desk(connection, self._learner_key, self._scheduler)
        review = review_from_row(row, row["card_id"])
        stored = desk.cards.with_id(review.answer.card_id)
        if stored is not None:
            face = taken_back(stored.card.face(review.answer.direction), review)
            desk.put_face(stored, face)
            if row["made_leech"] and stored.card.status is CardStatus.LEECH:
                desk.put_status(stored, CardStatus.ACTIVE)
        own = reviews.c.key == row["key"]
        connection.execute(update(reviews).where(own).values(is_undone=True))
        return review_from_row({**row, "is_undone": True}, row["card_id"])

    def _reviews(self, card_id: str) -> tuple[Review, ...]:
        with self._database.reading() as connection:
            found = connection.execute(
                select(reviews)
                .join(cards, cards.c.key == reviews.c.card_key)
                .where(cards.c.learner_key == self._learner_key, cards.c.id == card_id)
                .order_by(reviews.c.at, reviews.c.key)
            )
            return tuple(review_from_row(row, card_id) for row in found.mappings())

    def _review_row(self, connection: Connection, answer_id: str) -> RowMapping | None:
        found = connection.execute(self._with_card_id().where(reviews.c.id == answer_id))
        return found.mappings().one_or_none()

    def _last_answer(self, connection: Connection) -> RowMapping | None:
        found = connection.execute(
            self._with_card_id()
            .where(not_(reviews.c.is_undone))
            .where(reviews.c.source != ReviewSource.PRACTICE.value)
            .order_by(reviews.c.at.desc(), reviews.c.key.desc())
            .limit(1)
        )
        return found.mappings().one_or_none()

    def _with_card_id(self) -> Select[Any]:
        return (
            select(reviews, cards.c.id.label("card_id"))
            .join(cards, cards.c.key == reviews.c.card_key)
            .where(reviews.c.learner_key == self._learner_key)
        )
