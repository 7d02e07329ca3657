"""One learner's cards within one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select, update

from tutor.adapters.store.card_rows import card_from_row, card_row, face_row, identity_hash
from tutor.adapters.store.card_tables import cards, faces, reviews
from tutor.adapters.store.mistake_counts import MistakeCounts
from tutor.adapters.store.word_index import index_words, made_at, term_rows, unindex_words
from tutor.domain.card import Card, CardStatus

__all__ = ["StoredCard", "StoredCards", "in_parts"]

_ROWS_AT_ONCE = 500
"""Fewer than any database allows values in one statement."""

_Item = TypeVar("_Item")


def in_parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """As many at a time as one statement may name."""
    left = iter(items)
    while part := list(islice(left, _ROWS_AT_ONCE)):
        yield part


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card and the key of its row."""

    key: int
    card: Card


class StoredCards:
    """Cards with their faces, their words in the index and their mistakes in the counts."""

    def __init__(self, connection: Connection, learner_key: int) -> None:
        self._connection = connection
        self._learner_key = learner_key
        self._counts = MistakeCounts(connection, learner_key)

    def with_id(self, card_id: str) -> StoredCard | None:
        """The card that has exactly this id."""
        own = cards.c.learner_key == self._learner_key
        return self._one(select(cards).where(own, cards.c.id == card_id))

    def with_identity(self, identity: str) -> StoredCard | None:
        """The card that has it."""
        own = cards.c.learner_key == self._learner_key
        known = cards.c.identity_hash == identity_hash(identity)
        return self._one(select(cards).where(own, known))

    def of_rows(self, rows: Iterable[RowMapping]) -> Iterator[StoredCard]:
        """The cards of rows of ``cards``, in their order."""
        for part in in_parts(rows):
            keys = [row["key"] for row in part]
            found = self._connection.execute(
                select(faces).where(faces.c.card_key.in_(keys)).order_by(faces.c.key)
            )
            of_card: dict[int, list[RowMapping]] = {key: [] for key in keys}
            for face in found.mappings():
                of_card[face["card_key"]].append(face)
            for row in part:
                yield StoredCard(row["key"], card_from_row(row, of_card[row["key"]]))

    def insert(self, new: Sequence[Card], turn_key: int | None = None) -> list[int]:
        """Store cards as they are; their keys.

        A repetition was made nobody knows when, and counts for the moment of its card.
        """
        owner = {"learner_key": self._learner_key}
        keys: list[int] = []
        for part in in_parts(new):
            statement = insert(cards).returning(cards.c.key, sort_by_parameter_order=True)
            values = [card_row(card) | owner | {"turn_key": turn_key} for card in part]
            keys += self._connection.scalars(statement, values)
        for stored in in_parts(zip(new, keys, strict=True)):
            self._connection.execute(
                insert(faces),
                [
                    face_row(face, card.status) | owner | {"card_key": key}
                    for card, key in stored
                    for face in card.faces
                ],
            )
            terms = [row for card, key in stored for row in term_rows(card, key, self._learner_key)]
            index_words(self._connection, terms)
        self._counts.add(
            (card, key, [card.created_at] * (1 + card.repetitions))
            for card, key in zip(new, keys, strict=True)
        )
        return keys

    def replace(self, stored: StoredCard, card: Card) -> None:
        """Everything but the faces; the mistakes stay where they are as many as before."""
        self._rewrite(stored, card)
        moments = self._counts.remove(stored.card, stored.key)
        if stored.card.repetitions != card.repetitions:
            moments = [card.created_at] * (1 + card.repetitions)
        self._counts.add([(card, stored.key, moments)])

    def repeat(self, stored: StoredCard, card: Card, at: datetime) -> None:
        """The card after its mistake was made once more."""
        self._rewrite(stored, card)
        self._counts.add([(card, stored.key, [at])])

    def delete(self, stored: StoredCard) -> None:
        """Forget a card with all that hangs on it."""
        self._counts.remove(stored.card, stored.key)
        unindex_words(self._connection, term_rows(stored.card, stored.key, self._learner_key))
        for table in (reviews, faces):
            self._connection.execute(delete(table).where(table.c.card_key == stored.key))
        self._connection.execute(delete(cards).where(cards.c.key == stored.key))

    def _rewrite(self, stored: StoredCard, card: Card) -> None:
        self._connection.execute(
            update(cards).where(cards.c.key == stored.key).values(card_row(card))
        )
        self._index_again(stored, card)
        if card.status is not stored.card.status:
            self.queue(stored, card.status)

    def queue(self, stored: StoredCard, status: CardStatus) -> None:
        """Let the faces of a card wait where those of a card with that status do."""
        for face in stored.card.faces:
            own = (faces.c.card_key == stored.key, faces.c.direction == face.direction.value)
            queue = face_row(face, status)["queue"]
            self._connection.execute(update(faces).where(*own).values(queue=queue))

    def _index_again(self, stored: StoredCard, card: Card) -> None:
        old = {row["term"]: row for row in term_rows(stored.card, stored.key, self._learner_key)}
        new = {row["term"]: row for row in term_rows(card, stored.key, self._learner_key)}
        kept = old.keys() & new.keys()
        if made_at(stored.card.created_at) != made_at(card.created_at):
            kept = set()
        unindex_words(self._connection, (row for term, row in old.items() if term not in kept))
        index_words(self._connection, (row for term, row in new.items() if term not in kept))

    def _one(self, query: Select[Any]) -> StoredCard | None:
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else next(self.of_rows([row]))
