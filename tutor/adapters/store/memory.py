"""What is remembered of the learner, in the database."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from tutor.adapters.store.database import Database
from tutor.adapters.store.erasing import Erased, erase
from tutor.adapters.store.memory_tables import facts
from tutor.adapters.store.scrubbing import scrub_backups, scrub_file
from tutor.domain.fact import Fact, FactKind, after_telling
from tutor.domain.session_ending import Forgotten
from tutor.errors import NotStoredError

__all__ = ["SqlMemory"]

_SERVER_COPIES = "backups and logs of the PostgreSQL server, if it keeps any"


class SqlMemory:
    """A Memory whose calls return when the disk has what they wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def facts(self) -> tuple[Fact, ...]:
        """Newest first."""
        return await asyncio.to_thread(self._facts)

    async def tell(self, fact: Fact) -> None:
        """Keep a fact; those it supersedes are forgotten."""
        await asyncio.to_thread(self._tell, fact)

    async def change(self, fact_id: str, text: str) -> Fact:
        """Let one say something else; raises NotStoredError."""
        return await asyncio.to_thread(self._change, fact_id, text)

    async def asked(self, fact_id: str, at: datetime) -> None:
        """Note that a session has opened with a fact."""
        await asyncio.to_thread(self._asked, fact_id, at)

    async def forget(self, fact_id: str) -> Forgotten:
        """Remove a fact and the words in which it was told; raises NotStoredError."""
        return await asyncio.to_thread(self._forget, fact_id)

    async def forget_all(self) -> Forgotten:
        """Remove every fact in the same way."""
        return await asyncio.to_thread(self._forget, None)

    def _facts(self) -> tuple[Fact, ...]:
        with self._database.reading() as connection:
            return self._read(connection)

    def _tell(self, fact: Fact) -> None:
        with self._database.writing() as connection:
            known = self._read(connection)
            if any(one.id == fact.id for one in known):
                return
            after, gone = after_telling(known, fact)
            self._delete(connection, gone)
            kept = after[0]
            if kept.id == fact.id:
                owner = {"learner_key": self._database.learner_key}
                connection.execute(insert(facts).values(_row(kept) | owner))
            else:
                connection.execute(self._update(kept.id).values(at=kept.at))

    def _change(self, fact_id: str, text: str) -> Fact:
        with self._database.writing() as connection:
            fact = self._one(connection, fact_id)
            connection.execute(self._update(fact.id).values(text=text))
            return self._one(connection, fact.id)

    def _asked(self, fact_id: str, at: datetime) -> None:
        with self._database.writing() as connection:
            connection.execute(self._update(fact_id).values(asked_at=at))

    def _forget(self, fact_id: str | None) -> Forgotten:
        with self._database.writing() as connection:
            known = self._read(connection)
            wanted = known if fact_id is None else (self._one(connection, fact_id),)
            erased = erase(connection, self._database.learner_key, wanted, is_all=fact_id is None)
        return Forgotten(
            facts=len(wanted),
            turns=erased.turns,
            cards=erased.cards,
            left_in=self._scrub(wanted, erased, is_all=fact_id is None),
        )

    def _scrub(self, gone: Sequence[Fact], erased: Erased, *, is_all: bool) -> tuple[str, ...]:
        """Leave no trace on the disk; where one may be left."""
        place = self._database.place
        if not isinstance(place, Path):
            return (_SERVER_COPIES,)
        left = scrub_file(place)
        return (*left, *scrub_backups(place, self._database, gone, erased, is_all=is_all))

    def _read(self, connection: Connection) -> tuple[Fact, ...]:
        found = connection.execute(
            select(facts)
            .where(facts.c.learner_key == self._database.learner_key)
            .order_by(facts.c.at.desc(), facts.c.key.desc())
        )
        return tuple(_fact(row) for row in found.mappings())

    def _one(self, connection: Connection, fact_id: str) -> Fact:
        own = facts.c.learner_key == self._database.learner_key
        begins = facts.c.id.startswith(fact_id, autoescape=True)
        found = connection.execute(select(facts).where(own, begins)).mappings().all()
        rows = [row for row in found if row["id"] == fact_id] or found
        if not fact_id or len(rows) != 1:
            several = "Several facts begin" if len(rows) > 1 else "There is no fact that begins"
            raise NotStoredError(
                f"{several} with '{fact_id}': take an id of those that tutor memory list shows."
            )
        return _fact(rows[0])

    def _update(self, fact_id: str) -> Any:  # noqa: ANN401  # SQLAlchemy's own Update
        own = facts.c.learner_key == self._database.learner_key
        return update(facts).where(own, facts.c.id == fact_id)

    def _delete(self, connection: Connection, ids: Sequence[str]) -> None:
        own = facts.c.learner_key == self._database.learner_key
        if ids:
            connection.execute(delete(facts).where(own, facts.c.id.in_(ids)))


def _row(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        "about": fact.key,
        "text": fact.text,
        "said": fact.said,
        "lesson_id": fact.lesson_id,
        "session_id": fact.session_id,
        "turn_number": fact.turn_number,
        "at": fact.at,
        "asked_at": fact.asked_at,
    }


def _fact(row: RowMapping) -> Fact:
    return Fact(
        id=row["id"],
        kind=FactKind(row["kind"]),
        key=row["about"],
        text=row["text"],
        said=row["said"],
        lesson_id=row["lesson_id"],
        session_id=row["session_id"],
        turn_number=row["turn_number"],
        at=row["at"],
        asked_at=row["asked_at"],
    )
