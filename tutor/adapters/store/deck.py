"""The cards in the database."""

import asyncio

from sqlalchemy import select

from tutor.adapters.store import rows
from tutor.adapters.store.database import Database
from tutor.adapters.store.tables import cards
from tutor.domain.card import Card

__all__ = ["SqlDeck"]


class SqlDeck:
    """A Deck of one learner's cards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cards(self, *, limit: int | None = None) -> tuple[Card, ...]:
        """Newest first; of the same moment, the last stored first."""
        return await asyncio.to_thread(self._cards, limit)

    def _cards(self, limit: int | None) -> tuple[Card, ...]:
        with self._database.reading() as connection:
            found = connection.execute(
                select(cards)
                .where(cards.c.learner_key == self._database.learner_key)
                .order_by(cards.c.created_at.desc(), cards.c.key.desc())
                .limit(limit)
            )
            return tuple(rows.card_from_row(row) for row in found.mappings())
