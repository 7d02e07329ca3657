"""Removing facts together with the words in which they were told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, select, update

from tutor.adapters.store.card_tables import cards
from tutor.adapters.store.memory_tables import facts
from tutor.adapters.store.stored_cards import StoredCards, in_parts
from tutor.adapters.store.tables import sessions, turns
from tutor.domain.fact import Fact
from tutor.domain.memory import facts_in, mentions

__all__ = ["Erased", "erase"]

_NO_WORDS: dict[str, Any] = {
    "heard": "", "said": "", "better": "", "reply": "", "segments": [], "edits": [], "doubts": [],
    "spoken": [], "card_ids": [],
}  # fmt: skip
_NO_REPLY: dict[str, Any] = {"reply": "", "spoken": []}


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed with the facts."""

    turns: tuple[tuple[str, int], ...]
    cards: int


def erase(
    connection: Connection, learner_key: int, gone: Sequence[Fact], *, is_all: bool
) -> Erased:
    """Remove the facts, the words of every turn that tells one of them, and their cards.

    The tutor's replies that mention one go too. ``is_all``: turns that tell anything are meant.
    """
    stored = StoredCards(connection, learner_key)
    told: list[tuple[str, int]] = []
    removed = 0
    for row in _turns(connection, learner_key):
        own = update(turns).where(turns.c.key == row["key"])
        if _tells(row, gone, is_all=is_all):
            connection.execute(own.values(_NO_WORDS))
            removed += _forget_cards(connection, stored, row, learner_key)
            told.append((row["session_id"], row["number"]))
        elif any(mentions(row["reply"], fact) for fact in gone):
            connection.execute(own.values(_NO_REPLY))
    own_facts = facts.c.learner_key == learner_key
    for part in in_parts(fact.id for fact in gone):
        connection.execute(delete(facts).where(own_facts, facts.c.id.in_(part)))
    return Erased(tuple(told), removed)


def _turns(connection: Connection, learner_key: int) -> Iterator[RowMapping]:
    columns = (turns.c.key, turns.c.number, turns.c.better, turns.c.said, turns.c.reply)
    found = connection.execute(
        select(*columns, turns.c.heard, turns.c.card_ids, sessions.c.id.label("session_id"))
        .join(sessions, sessions.c.key == turns.c.session_key)
        .where(sessions.c.learner_key == learner_key)
    )
    yield from found.mappings().all()


def _tells(row: RowMapping, gone: Iterable[Fact], *, is_all: bool) -> bool:
    if any(
        (fact.session_id, fact.turn_number) == (row["session_id"], row["number"]) for fact in gone
    ):
        return True
    told = {(one.kind, one.key) for one in facts_in(row["better"])}
    return bool(told) if is_all else any((fact.kind, fact.key) in told for fact in gone)


def _forget_cards(
    connection: Connection, stored: StoredCards, row: RowMapping, learner_key: int
) -> int:
    """Delete the cards made in a turn; of those only repeated in it take its sentence out."""
    own = (cards.c.learner_key == learner_key, cards.c.turn_key == row["key"])
    made = set(connection.scalars(select(cards.c.id).where(*own)))
    for card_id in made | set(row["card_ids"]):
        found = stored.with_id(card_id)
        if found is None:
            continue
        if card_id in made or found.card.sentence in row["better"]:
            stored.delete(found)
            made.add(card_id)
        else:
            kept = tuple(one for one in found.card.more_sentences if one not in row["better"])
            stored.replace(found, replace(found.card, more_sentences=kept))
    return len(made)
