"""Finding cards by the beginnings of their words.

Every beginning of every word of a card is a row, ordered by the card's moment, so that the newest
cards of a beginning are the last rows of a range however many cards there are.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, bindparam, delete, insert

from tutor.adapters.store.card_tables import card_terms, cards
from tutor.domain.card import Card
from tutor.domain.card_words import card_words, words_to_find

__all__ = ["index_words", "made_at", "matching", "term_rows", "terms_of", "unindex_words"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_Row: TypeAlias = dict[str, Any]


def made_at(moment: datetime) -> int:
    """A moment as the index orders it: microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def terms_of(card: Card) -> frozenset[str]:
    """Every beginning of every word."""
    return frozenset(
        word[:length] for word in card_words(card) for length in range(1, len(word) + 1)
    )


def term_rows(card: Card, card_key: int, learner_key: int) -> Iterator[_Row]:
    """The rows of ``card_terms`` of one card."""
    made = made_at(card.created_at)
    for term in sorted(terms_of(card)):
        yield {"learner_key": learner_key, "term": term, "made": made, "card_key": card_key}


def index_words(connection: Connection, rows: Iterable[_Row]) -> None:
    """Store rows of ``term_rows``."""
    if found := list(rows):
        connection.execute(insert(card_terms), found)


def unindex_words(connection: Connection, rows: Iterable[_Row]) -> None:
    """Forget rows of ``term_rows``."""
    if found := list(rows):
        own = (column == bindparam(f"own_{column.name}") for column in card_terms.c)
        parameters = [{f"own_{name}": value for name, value in row.items()} for row in found]
        connection.execute(delete(card_terms).where(*own), parameters)


def matching(query: Select[Any], text: str, learner_key: int) -> Select[Any]:
    """A query of ``cards`` narrowed to those that hold each word, newest first.

    The longest beginning leads, as the rarest; each other one is looked up for the cards it gives.
    """
    words = sorted(words_to_find(text), key=lambda word: (-len(word), word))
    if not words:
        return query.order_by(cards.c.created_at.desc(), cards.c.key.desc())
    first = card_terms.alias()
    query = query.join(first, first.c.card_key == cards.c.key).where(
        first.c.learner_key == learner_key, first.c.term == words[0]
    )
    for word in words[1:]:
        other = card_terms.alias()
        query = query.where(
            other.select()
            .with_only_columns(other.c.card_key)
            .where(
                other.c.learner_key == learner_key,
                other.c.term == word,
                other.c.made == first.c.made,
                other.c.card_key == first.c.card_key,
            )
            .exists()
        )
    return query.order_by(first.c.made.desc(), first.c.card_key.desc())
