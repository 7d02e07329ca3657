"""What keeps records: each a context manager that gives Journal, Deck and ReviewBook of one."""

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.fakes import (
    FakeScheduler,
    InMemoryDeck,
    InMemoryJournal,
    InMemoryRecords,
    InMemoryReviewBook,
)
from tutor.adapters.store.store import open_store
from tutor.ports import Deck, Journal, ReviewBook

__all__ = ["RECORD_KEEPERS", "Keeper"]


class Keeper(NamedTuple):
    """The records of one learner."""

    journal: Journal
    deck: Deck
    reviews: ReviewBook


@contextmanager
def _in_memory():
    records = InMemoryRecords(FakeScheduler())
    yield Keeper(InMemoryJournal(records), InMemoryDeck(records), InMemoryReviewBook(records))


@contextmanager
def _in_sqlite():
    with (
        TemporaryDirectory() as folder,
        open_store(Path(folder) / "data", FakeScheduler()) as store,
    ):
        yield Keeper(store.journal, store.deck, store.reviews)


RECORD_KEEPERS = {"memory": _in_memory, "sqlite": _in_sqlite}
