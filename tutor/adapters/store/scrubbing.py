"""Leaving no trace of what was removed in SQLite files, the backups among them."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from tutor.adapters.store.backups import Backups
from tutor.adapters.store.database import Database, writing_transaction
from tutor.adapters.store.erasing import Erased, erase
from tutor.adapters.store.failures import failures_named
from tutor.adapters.store.schema import HEAD_REVISION, revision_of
from tutor.adapters.store.sqlite_file import sqlite_engine
from tutor.adapters.store.tables import learners
from tutor.domain.fact import Fact
from tutor.errors import StoreError

__all__ = ["scrub_backups", "scrub_file"]

_BUSY_SECONDS = 10.0


def scrub_file(path: Path) -> tuple[str, ...]:
    """Write the file anew without its free pages, and empty its log; where that was refused."""
    try:
        with closing(_opened(path)) as connection:
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        busy = 1
    if busy:
        return (f"{path} (another tutor has it open: close that, then run this again)",)
    return ()


def scrub_backups(
    path: Path, database: Database, gone: Sequence[Fact], erased: Erased, *, is_all: bool
) -> tuple[str, ...]:
    """Remove the same from every backup in the data folder; those where that was not possible."""
    left = []
    for backup in Backups(path).newest_first():
        times = backup.stat()
        try:
            is_clean = _scrub_backup(backup, database, gone, is_all=is_all)
        except (StoreError, SQLAlchemyError, sqlite3.Error):
            is_clean = False
        if is_clean:
            # Their age orders them.
            os.utime(backup, ns=(times.st_atime_ns, times.st_mtime_ns))
        elif _may_hold(backup, gone, erased):
            left.append(f"{backup} (made by an older tutor: delete it if it is to be forgotten)")
    left += [
        f"{aside} (a damaged database: delete it if it is to be forgotten)"
        for aside in sorted(path.parent.glob(f"{path.name}.damaged-*"))
        if _may_hold(aside, gone, erased)
    ]
    return tuple(left)


def _scrub_backup(backup: Path, database: Database, gone: Sequence[Fact], *, is_all: bool) -> bool:
    """Whether a backup no longer holds what is gone; one of another schema is left alone."""
    name = _learner_name(database)
    engine = sqlite_engine(backup)
    try:
        with engine.begin() as connection:
            if revision_of(connection) != HEAD_REVISION:
                return False
            key = connection.scalar(select(learners.c.key).where(learners.c.name == name))
        if key is not None:
            with writing_transaction(engine) as connection:
                erase(connection, key, gone, is_all=is_all)
    finally:
        engine.dispose()
    with failures_named(backup), closing(_opened(backup)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("VACUUM")
    return True


def _learner_name(database: Database) -> str:
    with database.reading() as connection:
        own = learners.c.key == database.learner_key
        return str(connection.scalar(select(learners.c.name).where(own)))


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)


def _may_hold(path: Path, gone: Sequence[Fact], erased: Erased) -> bool:
    content = path.read_bytes().lower()
    texts = {text for fact in gone for text in (fact.said, fact.text)}
    return bool(erased.turns) and any(text.lower().encode() in content for text in texts if text)
