"""Sessions and turns in the database."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, insert, select, update

from tutor.adapters.store import rows
from tutor.adapters.store.database import Database
from tutor.adapters.store.desk import Desk
from tutor.adapters.store.tables import sessions, turns
from tutor.domain.card import Card
from tutor.domain.doubted_words import doubt_counts
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.errors import NotStoredError, StoreError
from tutor.ports import Scheduler

__all__ = ["SqlJournal"]


class SqlJournal:
    """A Journal whose calls return when the disk has what they wrote."""

    def __init__(self, database: Database, scheduler: Scheduler) -> None:
        self._database = database
        self._scheduler = scheduler

    async def start_session(self, session: SessionRecord) -> None:
        """Note that a sitting has begun."""
        await asyncio.to_thread(self._start_session, session)

    async def record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> TurnRecord:
        """Store what was heard and corrected, with its cards, in one transaction."""
        return await asyncio.to_thread(self._record_turn, turn, cards)

    async def finish_turn(self, turn: TurnRecord) -> None:
        """Add the reply, what was spoken and the timings; raises NotStoredError."""
        await asyncio.to_thread(self._finish_turn, turn)

    async def turns(self, session_id: str) -> tuple[TurnRecord, ...]:
        """The stored turns of a session by their numbers; none where it is unknown."""
        return await asyncio.to_thread(self._turns, session_id)

    async def last_session_id(self) -> str | None:
        """The session started last; None where there was none."""
        return await asyncio.to_thread(self._last_session_id)

    async def doubted_words(self, limit: int = 500) -> Mapping[str, int]:
        """How often each word was doubted in the last ``limit`` turns; see ``doubt_counts``."""
        return await asyncio.to_thread(self._doubted_words, limit)

    def _start_session(self, session: SessionRecord) -> None:
        with self._database.writing() as connection:
            stored = self._session_row(connection, session.id)
            if stored is None:
                values = rows.session_row(session)
                values["learner_key"] = self._database.learner_key
                connection.execute(insert(sessions).values(values))
            elif rows.session_from_row(stored) != session:
                raise StoreError(
                    f"Session {session.id} is stored with other values: start one with a new id."
                )

    def _record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> TurnRecord:
        with self._database.writing() as connection:
            session_key = self._session_key(connection, turn.session_id)
            row = _turn_row(connection, session_key, turn.number)
            if row is None:
                return self._insert_turn(connection, session_key, turn, cards)
            stored = rows.turn_from_row(turn.session_id, row)
            # Its cards may have become others of the deck.
            if _as_heard(stored) != replace(_as_heard(turn), card_ids=stored.card_ids):
                raise StoreError(
                    f"Turn {turn.number} of session {turn.session_id} is stored with other words:"
                    " record it under the next number."
                )
            return stored

    def _insert_turn(
        self, connection: Connection, session_key: int, turn: TurnRecord, cards: Sequence[Card]
    ) -> TurnRecord:
        heard = _as_heard(turn)
        values = rows.heard_row(heard) | rows.outcome_row(heard) | {"session_key": session_key}
        turn_key = connection.scalar(insert(turns).values(values).returning(turns.c.key))
        desk = Desk(connection, self._database.learner_key, self._scheduler)
        ids = desk.add(list(cards), turn_key)
        card_ids = tuple(ids.get(card_id, card_id) for card_id in turn.card_ids)
        if card_ids != turn.card_ids:
            own = turns.c.key == turn_key
            connection.execute(update(turns).where(own).values(card_ids=list(card_ids)))
        return replace(heard, card_ids=card_ids)

    def _finish_turn(self, turn: TurnRecord) -> None:
        with self._database.writing() as connection:
            changed = connection.execute(
                update(turns)
                .where(turns.c.session_key == self._session_key(connection, turn.session_id))
                .where(turns.c.number == turn.number)
                .values(rows.outcome_row(turn))
            )
            if changed.rowcount == 0:
                raise NotStoredError(
                    f"Turn {turn.number} of session {turn.session_id} is not stored:"
                    " record it before finishing it."
                )

    def _turns(self, session_id: str) -> tuple[TurnRecord, ...]:
        with self._database.reading() as connection:
            found = connection.execute(
                select(turns)
                .join(sessions)
                .where(sessions.c.learner_key == self._database.learner_key)
                .where(sessions.c.id == session_id)
                .order_by(turns.c.number)
            )
            return tuple(rows.turn_from_row(session_id, row) for row in found.mappings())

    def _last_session_id(self) -> str | None:
        with self._database.reading() as connection:
            session_id: str | None = connection.scalar(
                select(sessions.c.id)
                .where(sessions.c.learner_key == self._database.learner_key)
                .order_by(sessions.c.started_at.desc(), sessions.c.key.desc())
                .limit(1)
            )
            return session_id

    def _doubted_words(self, limit: int) -> Mapping[str, int]:
        with self._database.reading() as connection:
            found = connection.scalars(
                select(turns.c.doubts)
                .join(sessions)
                .where(sessions.c.learner_key == self._database.learner_key)
                .order_by(
                    sessions.c.started_at.desc(), sessions.c.key.desc(), turns.c.number.desc()
                )
                .limit(limit)
            )
            return doubt_counts(
                doubt for stored in found for doubt in rows.doubts_from_stored(stored)
            )

    def _session_row(self, connection: Connection, session_id: str) -> RowMapping | None:
        found = connection.execute(
            select(sessions)
            .where(sessions.c.learner_key == self._database.learner_key)
            .where(sessions.c.id == session_id)
        )
        return found.mappings().one_or_none()

    def _session_key(self, connection: Connection, session_id: str) -> int:
        stored = self._session_row(connection, session_id)
        if stored is None:
            raise NotStoredError(f"Session {session_id} is not stored: start it first.")
        return int(stored["key"])


def _turn_row(connection: Connection, session_key: int, number: int) -> RowMapping | None:
    found = connection.execute(
        select(turns).where(turns.c.session_key == session_key).where(turns.c.number == number)
    )
    return found.mappings().one_or_none()


def _as_heard(turn: TurnRecord) -> TurnRecord:
    return replace(turn, reply="", spoken=(), timings=Timings())
