"""Whether what is derived from the cards agrees with them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from tutor.adapters.store.card_rows import queue_of
from tutor.adapters.store.card_tables import (
    card_terms,
    cards,
    faces,
    mistake_days,
    mistake_totals,
    mistakes,
    reviews,
)
from tutor.adapters.store.database import Database
from tutor.adapters.store.mistake_counts import day_number
from tutor.adapters.store.stored_cards import StoredCards
from tutor.adapters.store.word_index import term_rows
from tutor.domain.card import CardStatus
from tutor.domain.schedule import Phase

__all__ = ["faults_of_records"]


def faults_of_records(database: Database) -> tuple[str, ...]:
    """What is wrong with one learner's deck, a line each; raises StoreError where unreadable."""
    with database.reading() as connection:
        return tuple(_faults(connection, database.learner_key))


def _faults(connection: Connection, learner_key: int) -> Iterator[str]:
    own = cards.c.learner_key == learner_key
    rows = connection.execute(select(cards).where(own)).mappings().all()
    terms = _Sums()
    for stored in StoredCards(connection, learner_key).of_rows(rows):
        if not stored.card.faces:
            yield f"card {stored.card.id} has nothing that can be asked"
        terms.add_all(term_rows(stored.card, stored.key, learner_key))
    yield from _faults_of_faces(connection, learner_key)
    yield from _faults_of_mistakes(connection, learner_key)
    indexed = _Sums()
    index = select(card_terms).where(card_terms.c.learner_key == learner_key)
    indexed.add_all(connection.execute(index).mappings())
    names = {row["key"]: row["id"] for row in rows}
    for key in sorted(terms.differing(indexed)):
        yield f"card {names.get(key, key)} is not found by its words"


class _Sums(Counter[tuple[int, str]]):
    """For each card how many rows it has, and a number that their order does not change."""

    def add_all(self, rows: Iterable[RowMapping | dict[str, Any]]) -> None:
        """Take up rows of ``card_terms``."""
        for row in rows:
            self[row["card_key"], "rows"] += 1
            self[row["card_key"], "hash"] += hash((row["term"], row["made"]))

    def differing(self, other: "_Sums") -> set[int]:
        """The keys of the cards that do not have the same rows."""
        return {
            key for key, what in self.keys() | other.keys() if self[key, what] != other[key, what]
        }


def _faults_of_faces(connection: Connection, learner_key: int) -> Iterator[str]:
    found = connection.execute(
        select(faces.c.queue, faces.c.phase, faces.c.learner_key, cards.c.status, cards.c.id)
        .join(cards, cards.c.key == faces.c.card_key)
        .where(cards.c.learner_key == learner_key)
    )
    for queue, phase, whose, status, card_id in found:
        if queue != queue_of(CardStatus(status), Phase(phase)) or whose != learner_key:
            yield f"card {card_id} does not wait where it should"
    strays = connection.scalar(
        select(func.count())
        .select_from(reviews)
        .join(cards, cards.c.key == reviews.c.card_key)
        .where(cards.c.learner_key == learner_key, reviews.c.learner_key != learner_key)
    )
    if strays:
        yield f"{strays} reviews are another learner's"


def _faults_of_mistakes(connection: Connection, learner_key: int) -> Iterator[str]:
    found = connection.execute(
        select(cards.c.id, cards.c.edit_kind, cards.c.status, cards.c.repetitions, mistakes.c.at)
        .outerjoin(mistakes, mistakes.c.card_key == cards.c.key)
        .where(cards.c.learner_key == learner_key)
    )
    made, expected = Counter[str](), dict[str, int]()
    totals, wrong, days = Counter[str](), Counter[str](), Counter[tuple[str, int]]()
    for card_id, kind, status, repetitions, at in found:
        expected[card_id] = 1 + repetitions
        if at is None:
            continue
        made[card_id] += 1
        if kind is not None:
            totals[kind] += 1
            wrong[kind] += status == CardStatus.WRONG.value
            days[kind, day_number(at)] += 1
    for card_id, number in expected.items():
        if made[card_id] != number:
            yield f"card {card_id} counts {number} mistakes, of which {made[card_id]} are dated"
    table = mistake_totals
    own = select(table.c.edit_kind, table.c.total, table.c.wrong)
    stored = connection.execute(own.where(table.c.learner_key == learner_key)).all()
    if {(k, t, w) for k, t, w in stored if t or w} != {(k, n, wrong[k]) for k, n in totals.items()}:
        yield "the counts of mistakes by kind do not agree with the cards"
    daily = select(mistake_days.c.edit_kind, mistake_days.c.day, mistake_days.c.total)
    by_day = connection.execute(daily.where(mistake_days.c.learner_key == learner_key)).all()
    if {(k, d): n for k, d, n in by_day if n} != dict(days):
        yield "the counts of mistakes by day do not agree with the cards"
