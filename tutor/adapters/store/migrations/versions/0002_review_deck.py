"""Cards that are scheduled, found by their words and counted; the way back is the backup."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from tutor.adapters.store.migrations.first_cards import (
    DeckTables,
    count_mistakes,
    merged_cards,
    name_kept_cards,
    store_cards,
)
from tutor.adapters.store.tables import UtcDateTime

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0002"
down_revision = "0001"

_CARDS_AT_ONCE = 500
_CARD_TEXTS = ("sentence", "heard", "said", "better", "explanation_es", "explanation_en")


def upgrade() -> None:
    """Make one card of each mistake, with faces that are due, words and counts."""
    connection = op.get_bind()
    kept = merged_cards(connection)
    op.drop_table("cards")
    _index("sessions", "learner_key", "started_at", "key")
    tables = DeckTables(_create_cards(), _create_faces(), _create_card_terms(), _create_mistakes())
    _create_reviews()
    for start in range(0, len(kept), _CARDS_AT_ONCE):
        store_cards(connection, tables, kept[start : start + _CARDS_AT_ONCE])
    count_mistakes(connection, _create_mistake_days(), _create_mistake_totals(), kept)
    name_kept_cards(connection, kept)


def _by_code_point(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _schedule(prefix: str = "") -> list[sa.Column[Any]]:
    return [
        sa.Column(f"{prefix}phase", sa.String(16), nullable=False),
        sa.Column(f"{prefix}due", UtcDateTime(), nullable=False),
        sa.Column(f"{prefix}step", sa.Integer(), nullable=True),
        sa.Column(f"{prefix}stability", sa.Double(), nullable=True),
        sa.Column(f"{prefix}difficulty", sa.Double(), nullable=True),
        sa.Column(f"{prefix}last_review", UtcDateTime(), nullable=True),
    ]


def _owner(table: str, column: str = "learner_key", owner: str = "learners") -> list[Any]:
    name = f"fk_{table}_{column}"
    return [
        sa.Column(column, sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint([column], [f"{owner}.key"], name=name),
    ]


def _key(table: str) -> list[Any]:
    return [
        sa.Column("key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=f"pk_{table}"),
    ]


def _create_cards() -> sa.Table:
    table = op.create_table(
        "cards",
        *_key("cards"),
        *_owner("cards"),
        sa.Column("turn_key", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["turn_key"], ["turns.key"], name="fk_cards_turn_key"),
        sa.Column("id", _by_code_point(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("identity_hash", sa.String(32), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _CARD_TEXTS),
        sa.Column("edit_kind", sa.String(32), nullable=True),
        sa.Column("lesson_id", sa.String(200), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.Column("more_sentences", sa.JSON(), nullable=False),
        sa.Column("repetitions", sa.Integer(), nullable=False),
        sa.UniqueConstraint("learner_key", "id", name="uq_cards_learner_key_id"),
        sa.UniqueConstraint(
            "learner_key", "identity_hash", name="uq_cards_learner_key_identity_hash"
        ),
    )
    newest = ["created_at", "key"]
    _index("cards", "turn_key")
    _index("cards", "learner_key", *newest)
    _index("cards", "learner_key", "edit_kind", *newest)
    _index("cards", "learner_key", "lesson_id", *newest)
    return table


def _create_faces() -> sa.Table:
    table = op.create_table(
        "faces",
        *_key("faces"),
        *_owner("faces", "card_key", "cards"),
        *_owner("faces"),
        sa.Column("queue", sa.String(8), nullable=False),
        sa.Column("direction", sa.String(16), nullable=False),
        *_schedule(),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.UniqueConstraint("card_key", "direction", name="uq_faces_card_key_direction"),
    )
    _index("faces", "learner_key", "queue", "due", "key")
    return table


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        *_key("reviews"),
        *_owner("reviews"),
        *_owner("reviews", "card_key", "cards"),
        sa.Column("direction", sa.String(16), nullable=False),
        sa.Column("id", _by_code_point(200), nullable=False),
        sa.Column("rating", sa.String(8), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(8), nullable=True),
        sa.Column("source", sa.String(16), nullable=False),
        *_schedule("before_"),
        *_schedule("after_"),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.Column("made_leech", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("learner_key", "id", name="uq_reviews_learner_key_id"),
    )
    _index("reviews", "learner_key", "at", "key")
    _index("reviews", "card_key", "at", "key")


def _create_card_terms() -> sa.Table:
    columns = ("learner_key", "term", "made", "card_key")
    return op.create_table(
        "card_terms",
        sa.Column("learner_key", sa.Integer(), nullable=False),
        sa.Column("term", _by_code_point(32), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*columns, name="pk_card_terms"),
        sqlite_with_rowid=False,
    )


def _create_mistakes() -> sa.Table:
    table = op.create_table(
        "mistakes",
        *_key("mistakes"),
        *_owner("mistakes", "card_key", "cards"),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    _index("mistakes", "card_key")
    return table


def _create_mistake_days() -> sa.Table:
    return op.create_table(
        "mistake_days",
        *_owner("mistake_days"),
        sa.Column("edit_kind", sa.String(32), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("learner_key", "day", "edit_kind", name="pk_mistake_days"),
        sqlite_with_rowid=False,
    )


def _create_mistake_totals() -> sa.Table:
    return op.create_table(
        "mistake_totals",
        *_owner("mistake_totals"),
        sa.Column("edit_kind", sa.String(32), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("learner_key", "edit_kind", name="pk_mistake_totals"),
        sqlite_with_rowid=False,
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
