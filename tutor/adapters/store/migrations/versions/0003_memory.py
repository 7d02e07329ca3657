"""What the learner told, and how sessions ended."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from tutor.adapters.store.tables import UtcDateTime

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables, empty."""
    op.create_table(
        "facts",
        *_owned("facts"),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("about", "text", "said")),
        sa.Column("lesson_id", sa.String(200), nullable=False),
        sa.Column("session_id", sa.String(64), nullable=False),
        sa.Column("turn_number", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.UniqueConstraint("learner_key", "id", name="uq_facts_learner_key_id"),
    )
    op.create_table(
        "endings",
        *_owned("endings"),
        sa.Column("session_key", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=False),
        sa.Column("courage_ask", sa.Text(), nullable=False),
        sa.Column("courage_given_at", UtcDateTime(), nullable=True),
        sa.Column("courage_asked_at", UtcDateTime(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("speech_seconds", sa.Double(), nullable=False),
        sa.Column("mistakes", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("lemmas_by_band", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session_key"], ["sessions.key"], name="fk_endings_session_key"),
        sa.UniqueConstraint("session_key", name="uq_endings_session_key"),
    )
    op.create_index(
        "ix_endings_learner_key_ended_at_key", "endings", ["learner_key", "ended_at", "key"]
    )


def downgrade() -> None:
    """Drop both."""
    for table in ("endings", "facts"):
        op.drop_table(table)


def _owned(table: str) -> list[Any]:
    return [
        sa.Column("key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=f"pk_{table}"),
        sa.Column("learner_key", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["learner_key"], ["learners.key"], name=f"fk_{table}_learner_key"),
    ]
