"""The composition root: the only file that names adapters.

Every function imports what it wires when it is called, so that starting up costs nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tutor.config import Settings
from tutor.ports import Deck, Journal, ModelStore

__all__ = ["Records", "model_store", "open_records"]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is the learner's, on one database."""

    journal: Journal
    deck: Deck


def model_store(settings: Settings) -> ModelStore:
    """The catalogue, and the cache folder its files are kept in."""
    from tutor.adapters.models.store import CachedModelStore

    return CachedModelStore(settings.cache_dir)


@contextmanager
def open_records(settings: Settings) -> Iterator[Records]:
    """The learner's records, made in the data folder where missing; raises StoreError."""
    from tutor.adapters.store.store import open_store

    with open_store(settings.data_dir) as store:
        yield Records(journal=store.journal, deck=store.deck)
