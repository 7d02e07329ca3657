"""A learner's deck on the disk, made and looked at beside the commands."""

import asyncio
import json

from tests.records import a_session, a_turn
from tutor.app import open_records
from tutor.config import Settings
from tutor.domain.deck_query import DeckContents

__all__ = ["contents_of", "rows", "store", "store_session"]


def store(data_dir, *cards, reviews=()):
    """Put cards with their schedules, and answers, into the deck of a folder."""
    with open_records(Settings(data_dir=data_dir)) as records:
        asyncio.run(records.deck.restore(DeckContents(tuple(cards), tuple(reviews))))


def store_session(data_dir, session_id, *cards):
    """Put a session of one turn, in which these mistakes were made."""

    async def write(journal):
        await journal.start_session(a_session(session_id))
        turn = a_turn(1, *(card.id for card in cards), session_id=session_id)
        await journal.record_turn(turn, cards)

    with open_records(Settings(data_dir=data_dir)) as records:
        asyncio.run(write(records.journal))


def contents_of(data_dir):
    """Everything in the deck of a folder."""
    with open_records(Settings(data_dir=data_dir)) as records:
        return asyncio.run(records.deck.contents())


def rows(result):
    """The JSON lines that a command printed."""
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]
