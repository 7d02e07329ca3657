"""One SQLite file: made private, opened durable."""

import json
import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

from tutor.adapters.store.database import WRITING

__all__ = ["DATABASE_NAME", "make_private", "sqlite_engine"]

DATABASE_NAME = "tutor.sqlite3"
"""In the data folder."""

_BUSY_SECONDS = 10.0
_LOCKED_ATTEMPTS = 4


def make_private(path: Path) -> None:
    """Create folder and file where they are missing, for nobody but their owner to read.

    SQLite gives the files beside a database the mode of the database. What is there already
    keeps its mode: the folder may be shared on purpose.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        path.touch(mode=0o600, exist_ok=False)


def sqlite_engine(path: Path, busy_seconds: float = _BUSY_SECONDS) -> Engine:
    """An engine whose commits are on the disk when they return."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_seconds},
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transactions leave out schema changes and cannot begin IMMEDIATE.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    _use_write_ahead_log(cursor)
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _use_write_ahead_log(cursor: DBAPICursor) -> None:
    for _ in range(_LOCKED_ATTEMPTS):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            # The pragma does not wait for other processes; a transaction does.
            cursor.execute("BEGIN EXCLUSIVE")
            cursor.execute("COMMIT")
        else:
            return
    cursor.execute("PRAGMA journal_mode=WAL")


def _begin(connection: Connection) -> None:
    mode = "IMMEDIATE" if connection.get_execution_options().get(WRITING) else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")
