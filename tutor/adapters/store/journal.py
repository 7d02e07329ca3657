"""Sessions and turns in the database."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, insert, select, update
from sqlalchemy.exc import IntegrityError

from tutor.adapters.store import rows
from tutor.adapters.store.database import Database
from tutor.adapters.store.tables import cards as cards_table
from tutor.adapters.store.tables import sessions, turns
from tutor.domain.card import Card
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.errors import NotStoredError, StoreError

__all__ = ["SqlJournal"]


class SqlJournal:
    """A Journal whose calls return when the disk has what they wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def start_session(self, session: SessionRecord) -> None:
        """Note that a sitting has begun."""
        await asyncio.to_thread(self._start_session, session)

    async def record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> None:
        """Store what was heard and corrected, with its cards, in one transaction."""
        await asyncio.to_thread(self._record_turn, turn, cards)

    async def finish_turn(self, turn: TurnRecord) -> None:
        """Add the reply, what was spoken and the timings; raises NotStoredError."""
        await asyncio.to_thread(self._finish_turn, turn)

    async def turns(self, session_id: str) -> tuple[TurnRecord, ...]:
        """The stored turns of a session by their numbers; none where it is unknown."""
        return await asyncio.to_thread(self._turns, session_id)

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

    def _record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> None:
        with self._database.writing() as connection:
            session_key = self._session_key(connection, turn.session_id)
            stored = _turn_row(connection, session_key, turn.number)
            if stored is None:
                self._insert_turn(connection, session_key, turn, cards)
            elif _as_heard(rows.turn_from_row(turn.session_id, stored)) != _as_heard(turn):
                raise StoreError(
                    f"Turn {turn.number} of session {turn.session_id} is stored with other words:"
                    " record it under the next number."
                )

    def _insert_turn(
        self, connection: Connection, session_key: int, turn: TurnRecord, cards: Sequence[Card]
    ) -> None:
        values = rows.heard_row(turn) | rows.outcome_row(_as_heard(turn))
        values["session_key"] = session_key
        turn_key = connection.scalar(insert(turns).values(values).returning(turns.c.key))
        owner = {"learner_key": self._database.learner_key, "turn_key": turn_key}
        if not cards:
            return
        try:
            connection.execute(insert(cards_table), [rows.card_row(card) | owner for card in cards])
        except IntegrityError as error:
            raise StoreError(
                f"A card of turn {turn.number} is stored already: give each card an id of its own."
            ) from error

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
