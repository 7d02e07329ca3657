"""What keeps records: each a context manager that gives Journal, Deck and ReviewBook of one."""

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import uuid4

from tests.fake_memory import InMemoryDiary, InMemoryMemory
from tests.fakes import (
    FakeScheduler,
    InMemoryDeck,
    InMemoryJournal,
    InMemoryRecords,
    InMemoryReviewBook,
)
from tests.postgres import new_database
from tutor.adapters.store.store import open_store
from tutor.ports import Deck, Diary, Journal, Memory, ReviewBook

__all__ = ["RECORD_KEEPERS", "Keeper"]


class Keeper(NamedTuple):
    """The records of one learner."""

    journal: Journal
    deck: Deck
    reviews: ReviewBook
    memory: Memory
    diary: Diary


@contextmanager
def _in_memory():
    records = InMemoryRecords(FakeScheduler())
    yield Keeper(
        InMemoryJournal(records),
        InMemoryDeck(records),
        InMemoryReviewBook(records),
        InMemoryMemory(records),
        InMemoryDiary(records),
    )


def _ports(store):
    return store.journal, store.deck, store.reviews, store.memory, store.diary


@contextmanager
def _in_sqlite():
    with (
        TemporaryDirectory() as folder,
        open_store(Path(folder) / "data", FakeScheduler()) as store,
    ):
        yield Keeper(*_ports(store))


@cache
def _database() -> str:
    return new_database()


@contextmanager
def _in_postgres():
    """A learner of their own in the one database of all the tests."""
    learner = f"learner {uuid4()}"
    with open_store(Path("unused"), FakeScheduler(), url=_database(), learner=learner) as store:
        yield Keeper(*_ports(store))


RECORD_KEEPERS = {"memory": _in_memory, "sqlite": _in_sqlite, "postgres": _in_postgres}
