"""How sessions ended, in the database."""

import asyncio
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select, update

from tutor.adapters.store.database import Database
from tutor.adapters.store.memory_tables import endings
from tutor.adapters.store.tables import sessions
from tutor.domain.level_evidence import LevelEvidence
from tutor.domain.session_ending import SessionEnding
from tutor.errors import NotStoredError

__all__ = ["SqlDiary"]


class SqlDiary:
    """A Diary whose calls return when the disk has what they wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def end_session(self, ending: SessionEnding) -> None:
        """Note how a session ended; raises NotStoredError."""
        await asyncio.to_thread(self._end_session, ending)

    async def endings(self, limit: int = 20) -> tuple[SessionEnding, ...]:
        """The last ones, newest first."""
        return await asyncio.to_thread(self._endings, limit)

    async def courage_asked(self, session_id: str, at: datetime) -> None:
        """Note that its courage task was asked about."""
        await asyncio.to_thread(self._courage_asked, session_id, at)

    def _end_session(self, ending: SessionEnding) -> None:
        owner = self._database.learner_key
        with self._database.writing() as connection:
            key = connection.scalar(
                select(sessions.c.key).where(
                    sessions.c.learner_key == owner, sessions.c.id == ending.session_id
                )
            )
            if key is None:
                raise NotStoredError(
                    f"Session {ending.session_id} is not stored: start it before it ends."
                )
            connection.execute(delete(endings).where(endings.c.session_key == key))
            values = _row(ending) | {"learner_key": owner, "session_key": key}
            connection.execute(insert(endings).values(values))

    def _endings(self, limit: int) -> tuple[SessionEnding, ...]:
        with self._database.reading() as connection:
            found = connection.execute(
                select(endings, sessions.c.id.label("session_id"), sessions.c.lesson_id)
                .join(sessions, sessions.c.key == endings.c.session_key)
                .where(endings.c.learner_key == self._database.learner_key)
                .order_by(endings.c.ended_at.desc(), endings.c.key.desc())
                .limit(limit)
            )
            return tuple(_ending(row) for row in found.mappings())

    def _courage_asked(self, session_id: str, at: datetime) -> None:
        owner = self._database.learner_key
        own = select(sessions.c.key).where(
            sessions.c.learner_key == owner, sessions.c.id == session_id
        )
        with self._database.writing() as connection:
            connection.execute(
                update(endings).where(endings.c.session_key.in_(own)).values(courage_asked_at=at)
            )


def _row(ending: SessionEnding) -> dict[str, Any]:
    evidence = ending.evidence
    return {
        "topic": ending.topic,
        "ended_at": ending.ended_at,
        "courage_ask": ending.courage_ask,
        "courage_given_at": ending.courage_given_at,
        "courage_asked_at": ending.courage_asked_at,
        "words": evidence.words,
        "speech_seconds": evidence.speech_seconds,
        "mistakes": evidence.mistakes,
        "sentences": evidence.sentences,
        "lemmas_by_band": list(evidence.lemmas_by_band),
    }


def _ending(row: RowMapping) -> SessionEnding:
    return SessionEnding(
        session_id=row["session_id"],
        lesson_id=row["lesson_id"],
        topic=row["topic"],
        ended_at=row["ended_at"],
        evidence=LevelEvidence(
            words=row["words"],
            speech_seconds=row["speech_seconds"],
            mistakes=row["mistakes"],
            sentences=row["sentences"],
            lemmas_by_band=tuple(row["lemmas_by_band"]),
        ),
        courage_ask=row["courage_ask"],
        courage_given_at=row["courage_given_at"],
        courage_asked_at=row["courage_asked_at"],
    )
