"""The cards of the first schema as those of a review deck; migration 0002 stores them.

What a card is, by which words it is found and which mistakes are the same is asked of the program
as it is: that is what it will look the cards up by.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any, TypeAlias

import sqlalchemy as sa

from tutor.adapters.store.tables import UtcDateTime
from tutor.domain.card import Card, card_for, with_repetition
from tutor.domain.card_words import card_words
from tutor.domain.correction import Correction, Edit, EditKind, Explanation
from tutor.domain.tokens import tokenize

__all__ = [
    "DeckTables",
    "KeptCard",
    "count_mistakes",
    "merged_cards",
    "name_kept_cards",
    "store_cards",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Row: TypeAlias = sa.RowMapping | Mapping[str, Any]

_OLD_CARDS = sa.table(
    "cards",
    *map(sa.column, ("key", "learner_key", "turn_key", "id", "sentence", "heard", "said")),
    *map(sa.column, ("better", "edit_kind", "explanation_es", "explanation_en", "lesson_id")),
    sa.column("created_at", UtcDateTime()),
)
_TURNS = sa.table(
    "turns",
    sa.column("key"),
    sa.column("edits", sa.JSON()),
    sa.column("card_ids", sa.JSON()),
)


@dataclass(slots=True)
class KeptCard:
    """A card of the new deck, and the old ones that it stands for."""

    card: Card
    learner_key: int
    turn_key: int | None
    moments: list[datetime]
    merged: list[tuple[int | None, str]] = field(default_factory=list)
    """Turn and id of each."""


@dataclass(frozen=True, slots=True)
class DeckTables:
    """The tables that are filled card by card."""

    cards: sa.Table
    faces: sa.Table
    card_terms: sa.Table
    mistakes: sa.Table


def merged_cards(connection: sa.Connection) -> list[KeptCard]:
    """One card of each mistake, the first that was made of it."""
    by_identity: dict[tuple[int, str], KeptCard] = {}
    order = (_OLD_CARDS.c.created_at, _OLD_CARDS.c.key)
    for row in connection.execute(sa.select(_OLD_CARDS).order_by(*order)).mappings().all():
        card = _card(connection, row)
        known = by_identity.get((row["learner_key"], card.identity))
        if known is None:
            new = KeptCard(card, row["learner_key"], row["turn_key"], [card.created_at])
            by_identity[row["learner_key"], card.identity] = new
        else:
            known.card = with_repetition(known.card, card)
            known.moments.append(card.created_at)
            known.merged.append((row["turn_key"], card.id))
    return list(by_identity.values())


def _card(connection: sa.Connection, row: _Row) -> Card:
    end = _end_of_edit(connection, row)
    edit = Edit(
        start=end,
        end=end,
        said=row["said"],
        better=row["better"],
        kind=EditKind(row["edit_kind"]),
        explanation=Explanation(row["explanation_es"], row["explanation_en"]),
    )
    return card_for(
        edit,
        Correction(row["heard"], row["sentence"], (edit,)),
        card_id=row["id"],
        lesson_id=row["lesson_id"],
        now=row["created_at"],
    )


def _end_of_edit(connection: sa.Connection, row: _Row) -> int:
    """The number of the word that follows the mistake, as its turn has it."""
    query = sa.select(_TURNS.c.edits, _TURNS.c.card_ids).where(_TURNS.c.key == row["turn_key"])
    turn = connection.execute(query).one_or_none()
    if turn is not None and row["id"] in turn.card_ids[: len(turn.edits)]:
        return int(turn.edits[turn.card_ids.index(row["id"])]["end"])
    heard = [token.norm for token in tokenize(row["heard"])]
    said = [token.norm for token in tokenize(row["said"])]
    ends = range(len(said), len(heard) + 1)
    return next((end for end in ends if heard[end - len(said) : end] == said), len(heard))


def store_cards(connection: sa.Connection, tables: DeckTables, kept: Sequence[KeptCard]) -> None:
    """Store cards with their faces, words and mistakes; few enough for one statement."""
    statement = sa.insert(tables.cards).returning(tables.cards.c.key, sort_by_parameter_order=True)
    keys = list(connection.scalars(statement, [_card_row(one) for one in kept]))
    placed = list(zip(kept, keys, strict=True))
    for table, rows in (
        (tables.faces, [row for one, key in placed for row in _face_rows(one, key)]),
        (tables.card_terms, [row for one, key in placed for row in _term_rows(one, key)]),
        (
            tables.mistakes,
            [{"card_key": key, "at": at} for one, key in placed for at in one.moments],
        ),
    ):
        if rows:
            connection.execute(sa.insert(table), rows)


def _card_row(one: KeptCard) -> dict[str, Any]:
    card = one.card
    return {
        "learner_key": one.learner_key,
        "turn_key": one.turn_key,
        "id": card.id,
        "kind": card.kind.value,
        "identity": card.identity,
        "identity_hash": blake2b(card.identity.encode(), digest_size=16).hexdigest(),
        "status": "active",
        "sentence": card.sentence,
        "heard": card.heard,
        "said": card.said,
        "better": card.better,
        "edit_kind": _kind(card),
        "explanation_es": card.explanation.spanish,
        "explanation_en": card.explanation.english,
        "lesson_id": card.lesson_id,
        "created_at": card.created_at,
        "translations": list(card.translations),
        "more_sentences": list(card.more_sentences),
        "repetitions": card.repetitions,
    }


def _face_rows(one: KeptCard, card_key: int) -> Iterator[dict[str, Any]]:
    for face in one.card.faces:
        yield {
            "card_key": card_key,
            "learner_key": one.learner_key,
            "queue": "new",
            "direction": face.direction.value,
            "phase": "new",
            "due": one.card.created_at,
            "reviews": 0,
            "lapses": 0,
        }


def _term_rows(one: KeptCard, card_key: int) -> Iterator[dict[str, Any]]:
    words = card_words(one.card)
    made = (one.card.created_at - _EPOCH) // timedelta(microseconds=1)
    for term in sorted({word[:n] for word in words for n in range(1, len(word) + 1)}):
        yield {
            "learner_key": one.learner_key,
            "term": term,
            "made": made,
            "card_key": card_key,
        }


def count_mistakes(
    connection: sa.Connection, days: sa.Table, totals: sa.Table, kept: Sequence[KeptCard]
) -> None:
    """Fill the counts by day and kind."""
    by_day = Counter(
        (o.learner_key, _kind(o.card), at.toordinal()) for o in kept for at in o.moments
    )
    by_kind = Counter((one.learner_key, _kind(one.card)) for one in kept for _ in one.moments)
    if kept:
        connection.execute(
            sa.insert(days),
            [
                {"learner_key": learner, "edit_kind": kind, "day": day, "total": total}
                for (learner, kind, day), total in by_day.items()
            ],
        )
        connection.execute(
            sa.insert(totals),
            [
                {"learner_key": learner, "edit_kind": kind, "total": total, "wrong": 0}
                for (learner, kind), total in by_kind.items()
            ],
        )


def _kind(card: Card) -> str | None:
    return None if card.edit_kind is None else card.edit_kind.value


def name_kept_cards(connection: sa.Connection, kept: Sequence[KeptCard]) -> None:
    """Let each turn name the card that its own was merged into."""
    for one in kept:
        for turn_key, card_id in one.merged:
            _rename(connection, turn_key, card_id, one.card.id)


def _rename(connection: sa.Connection, turn_key: int | None, old: str, new: str) -> None:
    own = _TURNS.c.key == turn_key
    for names in connection.scalars(sa.select(_TURNS.c.card_ids).where(own)).all():
        renamed = [new if name == old else name for name in names]
        connection.execute(sa.update(_TURNS).where(own).values(card_ids=renamed))
