"""The learner's records, and the copies of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.config import Settings
from tutor.domain.session_ending import Forgotten
from tutor.errors import StoreError
from tutor.ports import Deck, Diary, Journal, Memory, ReviewBook

if TYPE_CHECKING:
    from tutor.adapters.store.backups import Backups
    from tutor.adapters.store.store import Store

__all__ = [
    "Records",
    "back_up_records",
    "forget",
    "open_records",
    "record_backups",
    "restore_records",
    "verify_records",
]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is the learner's, on one database."""

    journal: Journal
    deck: Deck
    reviews: ReviewBook
    memory: Memory
    diary: Diary


@contextmanager
def open_records(settings: Settings) -> Iterator[Records]:
    """The learner's records, made where missing; raises SettingsError or StoreError."""
    with _open_store(settings) as store:
        yield Records(store.journal, store.deck, store.reviews, store.memory, store.diary)


async def forget(
    settings: Settings, memory: Memory, ids: Sequence[str], *, everything: bool = False
) -> Forgotten:
    """Forget facts, the words in which they were told and the sound of those, where it was kept.

    Raises NotStoredError at the first id that names no single fact, and StoreError.
    """
    from tutor.adapters.audio.archive import WavArchive

    archive = WavArchive(settings.data_dir / "audio")
    works = [memory.forget_all()] if everything else [memory.forget(one) for one in ids]
    done = Forgotten(0)
    for work in works:
        forgotten = await work
        for session_id, number in forgotten.turns:
            await archive.forget(session_id, number)
        done = Forgotten(
            done.facts + forgotten.facts,
            done.turns + forgotten.turns,
            done.cards + forgotten.cards,
            tuple(dict.fromkeys(done.left_in + forgotten.left_in)),
        )
    return done


def back_up_records(settings: Settings, target: Path | None = None) -> Path:
    """Copy the database to ``target``, or into the data folder; where the copy is.

    Raises StoreError, also where ``target`` is there already and for a server.
    """
    backups = _backups(settings)
    with _open_store(settings):
        return backups.make(datetime.now(UTC), target)


def record_backups(settings: Settings) -> tuple[Path, ...]:
    """The backups in the data folder, newest first; raises StoreError for a server."""
    return _backups(settings).newest_first()


def restore_records(settings: Settings, source: Path) -> Path | None:
    """Put a backup in the place of the database; where what was there is kept, if anything was.

    Raises StoreError, and changes nothing, where ``source`` is no sound backup.
    """
    return _backups(settings).restore(source, datetime.now(UTC))


def verify_records(settings: Settings) -> tuple[str, ...]:
    """What is wrong with the learner's records, a line each; nothing where they are sound.

    Raises StoreError where they cannot be read at all.
    """
    from tutor.adapters.store.backups import faults_of_file
    from tutor.adapters.store.checks import faults_of_records

    faults: tuple[str, ...] = ()
    if not _url(settings) and _path(settings).exists():
        faults = faults_of_file(_path(settings))
    if faults:
        return faults
    with _open_store(settings) as store:
        return faults_of_records(store.database)


@contextmanager
def _open_store(settings: Settings) -> "Iterator[Store]":
    from tutor.adapters.srs.fsrs import FsrsScheduler
    from tutor.adapters.store.store import open_store

    review = settings.review
    scheduler = FsrsScheduler(
        review.desired_retention,
        [60 * minutes for minutes in review.learning_minutes],
        [60 * minutes for minutes in review.relearning_minutes],
    )
    with open_store(
        settings.data_dir,
        scheduler,
        url=_url(settings),
        learner=settings.database.learner,
        now=datetime.now(UTC),
    ) as store:
        yield store


def _backups(settings: Settings) -> "Backups":
    from tutor.adapters.store.backups import Backups

    if _url(settings):
        raise StoreError(
            "The records are on a PostgreSQL server: back them up with pg_dump,"
            " or run tutor deck export."
        )
    return Backups(_path(settings))


def _path(settings: Settings) -> Path:
    from tutor.adapters.store.sqlite_file import DATABASE_NAME

    return settings.data_dir / DATABASE_NAME


def _url(settings: Settings) -> str:
    return settings.database.url.get_secret_value()
