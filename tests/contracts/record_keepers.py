"""What keeps records: each a context manager that gives a Journal and the Deck on it."""

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fakes import InMemoryDeck, InMemoryJournal, InMemoryRecords
from tutor.adapters.store.store import open_store

__all__ = ["RECORD_KEEPERS"]


@contextmanager
def _in_memory():
    records = InMemoryRecords()
    yield InMemoryJournal(records), InMemoryDeck(records)


@contextmanager
def _in_sqlite():
    with TemporaryDirectory() as folder, open_store(Path(folder) / "data") as store:
        yield store.journal, store.deck


RECORD_KEEPERS = {"memory": _in_memory, "sqlite": _in_sqlite}
