"""Copies of the SQLite file: made while others write, rotated, put back."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from tutor.adapters.store.failures import failures_named
from tutor.adapters.store.schema import HEAD_REVISION
from tutor.errors import StoreDamagedError, StoreError

__all__ = ["Backups", "faults_of_file"]

_DAILY, _BEFORE, _BY_HAND = "daily", "before", "made"
_KEPT = {_DAILY: 7, _BEFORE: 3}
_BUSY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Backups:
    """Of the database at ``path``, in the folder ``backups`` beside it."""

    path: Path

    @property
    def folder(self) -> Path:
        """Where they are; not made before the first."""
        return self.path.parent / "backups"

    def newest_first(self) -> tuple[Path, ...]:
        """Every backup in the folder."""
        found = [path for path in self.folder.glob("*.sqlite3") if not path.name.startswith(".")]
        return tuple(sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name)))[::-1]

    def make(self, now: datetime, target: Path | None = None) -> Path:
        """A copy at ``target``, or in the folder under a name that no other has.

        Raises StoreError, also where something is at ``target`` already.
        """
        if target is None:
            target = self.folder / f"{_BY_HAND}-{_stamp(now)}.sqlite3"
        if target.exists():
            raise StoreError(f"{target} is there already: choose another name for the backup.")
        self._copy_to(target)
        return target

    def make_daily(self, now: datetime) -> None:
        """One each day of UTC; where it cannot be made, the next start tries again."""
        target = self.folder / f"{_DAILY}-{now:%Y-%m-%d}.sqlite3"
        with suppress(StoreError):
            if not target.exists():
                self._copy_to(target)
                self._rotate(_DAILY)

    def make_before(self, change: str) -> Path:
        """Before something that cannot be undone, numbered; raises StoreError."""
        made = sorted(self.folder.glob(f"{_BEFORE}-*.sqlite3"))
        number = int(made[-1].name.split("-")[1]) + 1 if made else 1
        target = self.folder / f"{_BEFORE}-{number:06}-{change}.sqlite3"
        self._copy_to(target)
        self._rotate(_BEFORE)
        return target

    def restore(self, source: Path, now: datetime) -> Path | None:
        """Put a backup in the place of the database; what was there is kept where is returned.

        Another process that has the database open sees the backup from then on. Raises
        StoreError, and changes nothing, where ``source`` is no sound backup.
        """
        _refuse_unusable(source)
        kept = None
        if self.path.exists() and not faults_of_file(self.path):
            kept = self.make_before("restoring")
        elif self.path.exists():
            kept = self._put_aside(now)
        with failures_named(self.path):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            with (
                _opened(source) as good,
                closing(sqlite3.connect(self.path, timeout=_BUSY_SECONDS)) as current,
            ):
                good.backup(current)
        return kept

    def _put_aside(self, now: datetime) -> Path:
        """Move a damaged database away with what belongs to it."""
        aside = self.path.with_name(f"{self.path.name}.damaged-{_stamp(now)}")
        with failures_named(self.path):
            for ending in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + ending).replace(f"{aside}{ending}")
            self.path.replace(aside)
        return aside

    def _copy_to(self, target: Path) -> None:
        with failures_named(target):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished = target.with_name(f".{target.name}.{uuid4().hex}")
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            try:
                with _opened(self.path) as source, closing(sqlite3.connect(unfinished)) as copy:
                    source.backup(copy)
                    # One file, that can be carried away without a log beside it.
                    copy.execute("PRAGMA journal_mode=DELETE")
                unfinished.replace(target)
            finally:
                unfinished.unlink(missing_ok=True)

    def _rotate(self, group: str) -> None:
        made = sorted(self.folder.glob(f"{group}-*.sqlite3"))
        for old in made[: -_KEPT[group]]:
            with suppress(OSError):
                old.unlink()


def faults_of_file(path: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with a file, a line each; nothing where it is sound."""
    try:
        with failures_named(path), _opened(path) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    except StoreDamagedError as error:
        return (str(error),)
    faults = [line for line in found if line != "ok"]
    faults += [
        f"a row of {table} names one of {parent} that is not there"
        for table, _, parent, _ in strays
    ]
    return tuple(faults)


def _refuse_unusable(source: Path) -> None:
    if not source.is_file():
        raise StoreError(f"There is no backup {source}: run tutor deck backup to make one.")
    faults = faults_of_file(source)
    revision = None if faults else _revision(source)
    if revision is None:
        raise StoreDamagedError(f"{source} is no sound backup: choose another.")
    if revision > HEAD_REVISION:
        raise StoreError(
            f"{source} was written by a newer tutor: run pip install --upgrade voice-tutor."
        )


def _revision(path: Path) -> str | None:
    with suppress(sqlite3.Error), _opened(path) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])
    return None


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A file that is there, to be read."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)) as connection:
        yield connection


def _stamp(now: datetime) -> str:
    return f"{now:%Y-%m-%dT%H%M%S.%fZ}"
