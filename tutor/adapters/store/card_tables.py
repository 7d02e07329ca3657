"""The tables of cards, and what is derived from them so that nothing is searched for."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from tutor.adapters.store.tables import UtcDateTime, learners, metadata, turns

__all__ = [
    "card_terms",
    "cards",
    "faces",
    "mistake_days",
    "mistake_totals",
    "mistakes",
    "reviews",
]


def _compared_by_code_point(length: int) -> TypeEngine[str]:
    """Text in which a beginning is a range of an index, whatever the database's language."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def _schedule(prefix: str = "") -> list[Column[object]]:
    return [
        Column(f"{prefix}phase", String(16), nullable=False),
        Column(f"{prefix}due", UtcDateTime, nullable=False),
        Column(f"{prefix}step", Integer, nullable=True),
        Column(f"{prefix}stability", Double, nullable=True),
        Column(f"{prefix}difficulty", Double, nullable=True),
        Column(f"{prefix}last_review", UtcDateTime, nullable=True),
    ]


cards = Table(
    "cards",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("turn_key", ForeignKey(turns.c.key), nullable=True, index=True),
    Column("id", _compared_by_code_point(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("identity", Text, nullable=False),
    Column("identity_hash", String(32), nullable=False),
    Column("status", String(16), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("heard", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("better", Text, nullable=False),
    Column("edit_kind", String(32), nullable=True),
    Column("explanation_es", Text, nullable=False),
    Column("explanation_en", Text, nullable=False),
    Column("lesson_id", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("translations", JSON, nullable=False),
    Column("more_sentences", JSON, nullable=False),
    Column("repetitions", Integer, nullable=False),
    UniqueConstraint("learner_key", "id"),
    UniqueConstraint("learner_key", "identity_hash"),
    Index(None, "learner_key", "created_at", "key"),
    Index(None, "learner_key", "edit_kind", "created_at", "key"),
    Index(None, "learner_key", "lesson_id", "created_at", "key"),
)
"""An identity is compared by its hash: it may be longer than a database lets an index be."""

faces = Table(
    "faces",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("card_key", ForeignKey(cards.c.key), nullable=False),
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("queue", String(8), nullable=False),
    Column("direction", String(16), nullable=False),
    *_schedule(),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    UniqueConstraint("card_key", "direction"),
    Index(None, "learner_key", "queue", "due", "key"),
)
"""``queue`` says where a face waits: new, learning, review, or none while its card is not asked."""

reviews = Table(
    "reviews",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("card_key", ForeignKey(cards.c.key), nullable=False),
    Column("direction", String(16), nullable=False),
    Column("id", _compared_by_code_point(200), nullable=False),
    Column("rating", String(8), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("grade", String(8), nullable=True),
    Column("source", String(16), nullable=False),
    *_schedule("before_"),
    *_schedule("after_"),
    Column("is_undone", Boolean, nullable=False),
    Column("made_leech", Boolean, nullable=False),
    UniqueConstraint("learner_key", "id"),
    Index(None, "learner_key", "at", "key"),
    Index(None, "card_key", "at", "key"),
)

card_terms = Table(
    "card_terms",
    metadata,
    Column("learner_key", Integer, nullable=False),
    Column("term", _compared_by_code_point(32), nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("card_key", Integer, nullable=False),
    PrimaryKeyConstraint("learner_key", "term", "made", "card_key"),
    sqlite_with_rowid=False,
)
"""Every beginning of every word of a card, newest card last.

``made`` is the card's moment in microseconds. No foreign key: it would need an index as large as
the table.
"""

mistakes = Table(
    "mistakes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("card_key", ForeignKey(cards.c.key), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)
"""Every time that what a card is about was said."""

mistake_days = Table(
    "mistake_days",
    metadata,
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("edit_kind", String(32), nullable=False),
    Column("day", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    PrimaryKeyConstraint("learner_key", "day", "edit_kind"),
    sqlite_with_rowid=False,
)
"""How many mistakes of a kind each day of UTC has; ``day`` counts from the first of year 1."""

mistake_totals = Table(
    "mistake_totals",
    metadata,
    Column("learner_key", ForeignKey(learners.c.key), nullable=False),
    Column("edit_kind", String(32), nullable=False),
    Column("total", Integer, nullable=False),
    Column("wrong", Integer, nullable=False),
    PrimaryKeyConstraint("learner_key", "edit_kind"),
    sqlite_with_rowid=False,
)
