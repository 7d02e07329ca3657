"""The cards in the database."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from tutor.adapters.store.card_rows import identity_hash, review_from_row, review_row
from tutor.adapters.store.card_tables import cards, reviews
from tutor.adapters.store.database import Database
from tutor.adapters.store.desk import Desk
from tutor.adapters.store.mistake_counts import MistakeCounts
from tutor.adapters.store.queries import cards_of, with_beginning
from tutor.adapters.store.stored_cards import StoredCard, StoredCards, in_parts
from tutor.domain.card import Card
from tutor.domain.deck_query import ALL_CARDS, CardQuery, DeckContents, KindStatistics
from tutor.domain.review import Review
from tutor.errors import NotStoredError, StoreError
from tutor.ports import Scheduler

__all__ = ["SqlDeck"]


class SqlDeck:
    """A Deck of one learner's cards."""

    def __init__(self, database: Database, scheduler: Scheduler) -> None:
        self._database = database
        self._learner_key = database.learner_key
        self._scheduler = scheduler

    async def cards(self, query: CardQuery = ALL_CARDS) -> tuple[Card, ...]:
        """Newest first; of the same moment, the last stored first."""
        return await asyncio.to_thread(self._cards, query)

    async def card(self, card_id: str) -> Card:
        """One by its id, or by the beginning of it where that is unique."""
        return await asyncio.to_thread(self._card, card_id)

    async def add(self, cards: Sequence[Card]) -> tuple[Card, ...]:
        """Store new cards or count the repetition of those there are."""
        return await asyncio.to_thread(self._add, cards)

    async def change(self, card: Card) -> None:
        """Replace everything but the schedules."""
        await asyncio.to_thread(self._change, card)

    async def delete(self, card_id: str) -> None:
        """Forget a card and its reviews."""
        await asyncio.to_thread(self._delete, card_id)

    async def statistics(self, now: datetime) -> tuple[KindStatistics, ...]:
        """Corrections by kind, the most frequent first."""
        return await asyncio.to_thread(self._statistics, now)

    async def contents(self) -> DeckContents:
        """Everything, in the order in which it came to be."""
        return await asyncio.to_thread(self._contents)

    async def restore(self, contents: DeckContents) -> int:
        """Add exported cards and reviews that are not there; how many cards were new."""
        return await asyncio.to_thread(self._restore, contents)

    def _cards(self, query: CardQuery) -> tuple[Card, ...]:
        with self._database.reading() as connection:
            found = cards_of(connection, query, self._learner_key)
            return self._read(connection, found)

    def _card(self, card_id: str) -> Card:
        with self._database.reading() as connection:
            stored = StoredCards(connection, self._learner_key).with_id(card_id)
            if stored is not None:
                return stored.card
            found = self._read(connection, with_beginning(card_id, self._learner_key))
        if len(found) > 1 and card_id:
            raise NotStoredError(f"Several cards begin with {card_id}: give more of the id.")
        if not found or not card_id:
            raise _not_stored(card_id)
        return found[0]

    def _add(self, new: Sequence[Card]) -> tuple[Card, ...]:
        with self._database.writing() as connection:
            desk = Desk(connection, self._learner_key, self._scheduler)
            ids = desk.add(list(new))
            return tuple(_stored(desk.cards, ids[card.id]).card for card in new)

    def _change(self, card: Card) -> None:
        with self._database.writing() as connection:
            deck = StoredCards(connection, self._learner_key)
            stored = _stored(deck, card.id)
            other = deck.with_identity(card.identity)
            if other is not None and other.key != stored.key:
                raise StoreError(
                    f"Card {other.card.id} is about the same already: change or delete that one."
                )
            deck.replace(stored, card)

    def _delete(self, card_id: str) -> None:
        with self._database.writing() as connection:
            deck = StoredCards(connection, self._learner_key)
            deck.delete(_stored(deck, card_id))

    def _statistics(self, now: datetime) -> tuple[KindStatistics, ...]:
        with self._database.reading() as connection:
            return MistakeCounts(connection, self._learner_key).statistics(now)

    def _contents(self) -> DeckContents:
        own = cards.c.learner_key == self._learner_key
        with self._database.reading() as connection:
            held = self._read(connection, select(cards).where(own))
            found = connection.execute(
                select(reviews, cards.c.id.label("card_id"))
                .join(cards, cards.c.key == reviews.c.card_key)
                .where(own)
            )
            log = [review_from_row(row, row["card_id"]) for row in found.mappings()]
        # Sorted here: databases of different languages order ids differently.
        return DeckContents(
            tuple(sorted(held, key=lambda card: (card.created_at, card.id))),
            tuple(sorted(log, key=lambda review: (review.answer.at, review.answer.id))),
        )

    def _restore(self, contents: DeckContents) -> int:
        with self._database.writing() as connection:
            deck = StoredCards(connection, self._learner_key)
            new = self._unknown(connection, contents.cards)
            keys = deck.insert(new)
            key_of = {card.id: key for card, key in zip(new, keys, strict=True)}
            self._restore_reviews(connection, contents.reviews, key_of)
            return len(new)

    def _unknown(self, connection: Connection, given: Sequence[Card]) -> list[Card]:
        """The cards whose id and identity are new, the first of each."""
        ids = self._taken(connection, cards.c.id, [card.id for card in given])
        hashes = [identity_hash(card.identity) for card in given]
        identities = self._taken(connection, cards.c.identity_hash, hashes)
        new = []
        for card, known_by in zip(given, hashes, strict=True):
            if card.id not in ids and known_by not in identities:
                new.append(card)
                ids.add(card.id)
                identities.add(known_by)
        return new

    def _restore_reviews(
        self, connection: Connection, given: Sequence[Review], key_of: dict[str, int]
    ) -> None:
        log = [review for review in given if review.answer.card_id in key_of]
        ids = self._taken(connection, reviews.c.id, [review.answer.id for review in log])
        values: list[dict[str, Any]] = []
        for review in log:
            if review.answer.id not in ids:
                ids.add(review.answer.id)
                card_key = key_of[review.answer.card_id]
                owner = {"learner_key": self._learner_key, "card_key": card_key}
                values.append(review_row(review) | owner | {"made_leech": False})
        if values:
            connection.execute(insert(reviews), values)

    def _taken(self, connection: Connection, column: Any, values: Sequence[str]) -> set[str]:  # noqa: ANN401  # a Column of str
        taken: set[str] = set()
        for part in in_parts(values):
            own = column.table.c.learner_key == self._learner_key
            taken.update(connection.scalars(select(column).where(own, column.in_(part))))
        return taken

    def _read(self, connection: Connection, query: Select[Any]) -> tuple[Card, ...]:
        rows = connection.execute(query).mappings().all()
        deck = StoredCards(connection, self._learner_key)
        return tuple(stored.card for stored in deck.of_rows(rows))


def _stored(deck: StoredCards, card_id: str) -> StoredCard:
    stored = deck.with_id(card_id)
    if stored is None:
        raise _not_stored(card_id)
    return stored


def _not_stored(card_id: str) -> NotStoredError:
    return NotStoredError(f"There is no card {card_id}: run tutor deck list.")
