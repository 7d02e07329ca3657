"""Opening the learner's records."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, select

from tutor.adapters.store.database import DATABASE_NAME, Database, make_private, sqlite_engine
from tutor.adapters.store.deck import SqlDeck
from tutor.adapters.store.failures import failures_named
from tutor.adapters.store.journal import SqlJournal
from tutor.adapters.store.schema import bring_up_to_date
from tutor.adapters.store.tables import DEFAULT_LEARNER, learners

__all__ = ["Store", "open_store"]


@dataclass(frozen=True, slots=True)
class Store:
    """Journal and deck on one database."""

    journal: SqlJournal
    deck: SqlDeck


@contextmanager
def open_store(data_dir: Path) -> Iterator[Store]:
    """The records kept in a folder, both made where they are missing; raises StoreError."""
    path = data_dir / DATABASE_NAME
    with failures_named(path):
        make_private(path)
    engine = sqlite_engine(path)
    try:
        with failures_named(path):
            bring_up_to_date(engine, path)
            database = Database(engine, path, _learner_key(engine))
        yield Store(SqlJournal(database), SqlDeck(database))
    finally:
        engine.dispose()


def _learner_key(engine: Engine) -> int:
    with engine.begin() as connection:
        found = connection.execute(select(learners.c.key).where(learners.c.name == DEFAULT_LEARNER))
        return int(found.scalar_one())
