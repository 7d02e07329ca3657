"""Which rows of ``cards`` a query means."""

from typing import Any

from sqlalchemy import Connection, Select, select

from tutor.adapters.store.card_tables import cards
from tutor.adapters.store.tables import sessions, turns
from tutor.adapters.store.word_index import matching
from tutor.domain.deck_query import CardQuery

__all__ = ["LAST", "cards_of", "with_beginning"]

LAST = "\U0010ffff"
"""Comes after every character that an id or word may hold."""


def cards_of(connection: Connection, query: CardQuery, learner_key: int) -> Select[Any]:
    """The cards a query means, newest first; of the same moment, the last stored first."""
    found = select(cards).where(cards.c.learner_key == learner_key)
    if query.kinds:
        found = found.where(cards.c.kind.in_(sorted(kind.value for kind in query.kinds)))
    if query.is_correction is not None:
        is_other = cards.c.edit_kind.is_(None)
        found = found.where(~is_other if query.is_correction else is_other)
    if query.edit_kind is not None:
        found = found.where(cards.c.edit_kind == query.edit_kind.value)
    if query.lesson_id is not None:
        found = found.where(cards.c.lesson_id == query.lesson_id)
    if query.session_id is not None:
        ids = _ids_of_session(connection, query.session_id, learner_key)
        found = found.where(cards.c.id.in_(ids))
    if query.since is not None:
        found = found.where(cards.c.created_at >= query.since)
    if query.until is not None:
        found = found.where(cards.c.created_at < query.until)
    if query.status is not None:
        found = found.where(cards.c.status == query.status.value)
    return matching(found, query.text, learner_key).limit(query.limit)


def with_beginning(card_id: str, learner_key: int) -> Select[Any]:
    """Two of the cards whose ids begin so, where there are as many."""
    return (
        select(cards)
        .where(cards.c.learner_key == learner_key)
        .where(cards.c.id >= card_id, cards.c.id < card_id + LAST)
        .limit(2)
    )


def _ids_of_session(connection: Connection, session_id: str, learner_key: int) -> list[str]:
    """The cards that its turns name, whether they were made then or repeated."""
    found = connection.scalars(
        select(turns.c.card_ids)
        .join(sessions)
        .where(sessions.c.learner_key == learner_key, sessions.c.id == session_id)
    )
    return sorted({card_id for card_ids in found for card_id in card_ids})
