"""What goes wrong with a database, in our own errors."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from sqlalchemy.exc import DBAPIError

from tutor.adapters.store.postgres_failures import explained_server
from tutor.errors import StoreDamagedError, StoreError, StoreUnwritableError

__all__ = ["Place", "failures_named", "rows_readable"]

Place: TypeAlias = Path | str
"""Where a database is: its file, or a server's address without the password."""

_PRIMARY_CODE = 0xFF
"""SQLite's extended codes hold the primary one in their lowest byte."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def failures_named(place: Place) -> Iterator[None]:
    """Turn what the database there raises inside into a StoreError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(place, str):
            raise explained_server(error.orig, place) from error
        raise _explained(error.orig, place) from error
    except sqlite3.Error as error:
        raise _explained(error, Path(place)) from error
    except OSError as error:
        raise _explained_file(error, Path(place)) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"A character cannot be stored ({error.reason}): say or type the sentence again."
        ) from error


@contextmanager
def rows_readable(place: Place) -> Iterator[None]:
    """Turn what a row without meaning raises inside into StoreDamagedError."""
    try:
        yield
    except UnicodeEncodeError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise StoreDamagedError(
            f"The database {place} holds a row that this tutor cannot read: put back a copy of it,"
            " or run pip install --upgrade voice-tutor if a newer one wrote it."
        ) from error


def _explained(error: BaseException | None, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        # What SQLite calls a disk so full that not even the index of its log can grow.
        return StoreUnwritableError(_full(path))
    match code & _PRIMARY_CODE:
        case sqlite3.SQLITE_FULL:
            return StoreUnwritableError(_full(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return StoreUnwritableError(_unwritable(path, str(error)))
        case sqlite3.SQLITE_IOERR:
            return StoreUnwritableError(_unwritable(path, str(error)))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreUnwritableError(
                f"Another program keeps {path} locked: close it and try again."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreDamagedError(_damaged(path))
        case _:
            return StoreError(
                f"The database {path} refused ({error}): run the command again with --debug"
                " and report what it shows."
            )


def _explained_file(error: OSError, path: Path) -> StoreError:
    if error.errno in _NO_ROOM:
        return StoreUnwritableError(_full(path))
    return StoreUnwritableError(_unwritable(path, (error.strerror or str(error)).lower()))


def _full(path: Path) -> str:
    return (
        f"No room left to write {path}: free some space,"
        " or choose a folder on another disk with --data-dir."
    )


def _unwritable(path: Path, reason: str) -> str:
    return (
        f"Cannot write {path} ({reason}): make the folder {path.parent} writable,"
        " or choose another with --data-dir."
    )


def _damaged(path: Path) -> str:
    return (
        f"The database {path} is damaged: put back a copy of it with tutor deck restore,"
        " or move it away and a new one is made."
    )
