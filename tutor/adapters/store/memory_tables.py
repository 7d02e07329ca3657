"""The tables of what is remembered of the learner and of how sessions ended."""

from sqlalchemy import (
    JSON,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from tutor.adapters.store.tables import UtcDateTime, learners, metadata, sessions

__all__ = ["endings", "facts"]

facts = Table(
    "facts",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("id", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("about", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("lesson_id", String(200), nullable=False),
    Column("session_id", String(64), nullable=False),
    Column("turn_number", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("asked_at", UtcDateTime, nullable=True),
    UniqueConstraint("learner_key", "id"),
)

endings = Table(
    "endings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("session_key", ForeignKey(sessions.c.key), nullable=False),
    Column("topic", Text, nullable=False),
    Column("ended_at", UtcDateTime, nullable=False),
    Column("courage_ask", Text, nullable=False),
    Column("courage_given_at", UtcDateTime, nullable=True),
    Column("courage_asked_at", UtcDateTime, nullable=True),
    Column("words", Integer, nullable=False),
    Column("speech_seconds", Double, nullable=False),
    Column("mistakes", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("lemmas_by_band", JSON, nullable=False),
    UniqueConstraint("session_key"),
    Index(None, "learner_key", "ended_at", "key"),
)
