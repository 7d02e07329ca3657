"""The tables of sessions. ``key`` is ours and internal; ``id`` is the domain's."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects import sqlite

__all__ = ["DEFAULT_LEARNER", "UtcDateTime", "learners", "metadata", "sessions", "turns"]

DEFAULT_LEARNER = "learner"
"""The name of the one learner whom a new database knows."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: with its time zone where the database has one, else ISO 8601 ending in Z."""

    impl = DateTime(timezone=True).with_variant(
        sqlite.DATETIME(  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
            storage_format=(
                "%(year)04d-%(month)02d-%(day)02dT"
                "%(hour)02d:%(minute)02d:%(second)02d.%(microsecond)06dZ"
            ),
            regexp=r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{6})Z",
        ),
        "sqlite",
    )
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  # the signature is SQLAlchemy's
    ) -> datetime | None:
        """Refuse a moment without a time zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored moment needs its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  # the signature is SQLAlchemy's
    ) -> datetime | None:
        """Give every moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


learners = Table(
    "learners",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    UniqueConstraint("name"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("id", String(64), nullable=False),
    Column("lesson_id", String(200), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    UniqueConstraint("learner_key", "id"),
    Index(None, "learner_key", "started_at", "key"),
)

turns = Table(
    "turns",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("session_key", ForeignKey(sessions.c.key), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("language", String(8), nullable=False),
    Column("heard", Text, nullable=False),
    Column("segments", JSON, nullable=False),
    Column("said", Text, nullable=False),
    Column("better", Text, nullable=False),
    Column("edits", JSON, nullable=False),
    Column("doubts", JSON, nullable=False),
    Column("card_ids", JSON, nullable=False),
    Column("reply", Text, nullable=False),
    Column("spoken", JSON, nullable=False),
    Column("speech_seconds", Double, nullable=False),
    Column("endpoint_seconds", Double, nullable=False),
    Column("transcribe_seconds", Double, nullable=False),
    Column("correct_seconds", Double, nullable=False),
    Column("first_audio_seconds", Double, nullable=False),
    Column("turn_seconds", Double, nullable=False),
    UniqueConstraint("session_key", "number"),
)
