"""Opening the learner's records."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import IntegrityError

from tutor.adapters.store.backups import Backups
from tutor.adapters.store.database import Database, writing_transaction
from tutor.adapters.store.deck import SqlDeck
from tutor.adapters.store.diary import SqlDiary
from tutor.adapters.store.failures import Place, failures_named, rows_readable
from tutor.adapters.store.journal import SqlJournal
from tutor.adapters.store.memory import SqlMemory
from tutor.adapters.store.postgres import place_of, postgres_engine
from tutor.adapters.store.review_book import SqlReviewBook
from tutor.adapters.store.schema import bring_up_to_date
from tutor.adapters.store.sqlite_file import DATABASE_NAME, make_private, sqlite_engine
from tutor.adapters.store.tables import DEFAULT_LEARNER, learners
from tutor.ports import Scheduler

__all__ = ["Store", "open_store"]


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that is kept of one learner, on one database."""

    journal: SqlJournal
    deck: SqlDeck
    reviews: SqlReviewBook
    memory: SqlMemory
    diary: SqlDiary
    database: Database


@contextmanager
def open_store(
    data_dir: Path,
    scheduler: Scheduler,
    *,
    url: str = "",
    learner: str = DEFAULT_LEARNER,
    now: datetime | None = None,
) -> Iterator[Store]:
    """The records of one learner, made where they are missing; raises StoreError.

    They are in a file in ``data_dir``, or, with a ``url``, in a PostgreSQL database. Of a file
    there is a backup from before each migration, and, where ``now`` is given, of each day.
    """
    place: Place = place_of(url) if url else data_dir / DATABASE_NAME
    engine = postgres_engine(url) if url else _file_engine(data_dir / DATABASE_NAME)
    try:
        with failures_named(place), rows_readable(place):
            _prepare(engine, place, now)
            database = Database(engine, place, _learner_key(engine, learner))
        yield Store(
            SqlJournal(database, scheduler),
            SqlDeck(database, scheduler),
            SqlReviewBook(database, scheduler),
            SqlMemory(database),
            SqlDiary(database),
            database,
        )
    finally:
        engine.dispose()


def _prepare(engine: Engine, place: Place, now: datetime | None) -> None:
    if isinstance(place, str):
        bring_up_to_date(engine, place)
        return
    backups = Backups(place)
    bring_up_to_date(engine, place, lambda revision: backups.make_before(f"migrating-{revision}"))
    if now is not None:
        backups.make_daily(now)


def _file_engine(path: Path) -> Engine:
    with failures_named(path):
        make_private(path)
    return sqlite_engine(path)


def _learner_key(engine: Engine, name: str) -> int:
    with engine.begin() as connection:
        key = _known_key(connection, name)
    return _new_key(engine, name) if key is None else key


def _known_key(connection: Connection, name: str) -> int | None:
    key: int | None = connection.scalar(select(learners.c.key).where(learners.c.name == name))
    return key


def _new_key(engine: Engine, name: str) -> int:
    try:
        with writing_transaction(engine) as connection:
            statement = insert(learners).values(name=name).returning(learners.c.key)
            return int(connection.execute(statement).scalar_one())
    except IntegrityError:
        # Another process has made the learner meanwhile.
        with engine.begin() as connection:
            found = connection.execute(select(learners.c.key).where(learners.c.name == name))
            return int(found.scalar_one())
