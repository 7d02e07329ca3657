"""Sessions, their turns, and the cards made from them."""

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0001"
down_revision = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables, and the learner of a new database."""
    learners = op.create_table(
        "learners",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_learners"),
        sa.UniqueConstraint("name", name="uq_learners_name"),
    )
    op.bulk_insert(learners, [{"name": "learner"}])
    _create_sessions()
    _create_turns()
    _create_cards()


def downgrade() -> None:
    """Drop everything."""
    for table in ("cards", "turns", "sessions", "learners"):
        op.drop_table(table)


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("learner_key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("lesson_id", sa.String(200), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["learner_key"], ["learners.key"], name="fk_sessions_learner_key"),
        sa.PrimaryKeyConstraint("key", name="pk_sessions"),
        sa.UniqueConstraint("learner_key", "id", name="uq_sessions_learner_key_id"),
    )


def _create_turns() -> None:
    op.create_table(
        "turns",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("session_key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("better", sa.Text(), nullable=False),
        sa.Column("edits", sa.JSON(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("card_ids", sa.JSON(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("spoken", sa.JSON(), nullable=False),
        sa.Column("speech_seconds", sa.Double(), nullable=False),
        sa.Column("endpoint_seconds", sa.Double(), nullable=False),
        sa.Column("transcribe_seconds", sa.Double(), nullable=False),
        sa.Column("correct_seconds", sa.Double(), nullable=False),
        sa.Column("first_audio_seconds", sa.Double(), nullable=False),
        sa.Column("turn_seconds", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["session_key"], ["sessions.key"], name="fk_turns_session_key"),
        sa.PrimaryKeyConstraint("key", name="pk_turns"),
        sa.UniqueConstraint("session_key", "number", name="uq_turns_session_key_number"),
    )


def _create_cards() -> None:
    op.create_table(
        "cards",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("learner_key", sa.Integer(), nullable=False),
        sa.Column("turn_key", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("better", sa.Text(), nullable=False),
        sa.Column("edit_kind", sa.String(32), nullable=False),
        sa.Column("explanation_es", sa.Text(), nullable=False),
        sa.Column("explanation_en", sa.Text(), nullable=False),
        sa.Column("lesson_id", sa.String(200), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["learner_key"], ["learners.key"], name="fk_cards_learner_key"),
        sa.ForeignKeyConstraint(["turn_key"], ["turns.key"], name="fk_cards_turn_key"),
        sa.PrimaryKeyConstraint("key", name="pk_cards"),
        sa.UniqueConstraint("learner_key", "id", name="uq_cards_learner_key_id"),
    )
    op.create_index("ix_cards_turn_key", "cards", ["turn_key"])
    op.create_index(
        "ix_cards_learner_key_created_at_key", "cards", ["learner_key", "created_at", "key"]
    )
