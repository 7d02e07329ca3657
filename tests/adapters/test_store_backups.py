"""Copies of the database file, and checking it."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeScheduler
from tests.records import AT, a_card, a_session, a_word, an_answer
from tutor.adapters.store.backups import Backups, faults_of_file
from tutor.adapters.store.checks import faults_of_records
from tutor.adapters.store.sqlite_file import DATABASE_NAME
from tutor.adapters.store.store import open_store
from tutor.app import (
    back_up_records,
    open_records,
    record_backups,
    restore_records,
    verify_records,
)
from tutor.config import Settings
from tutor.domain.review import ReviewLimits
from tutor.errors import StoreDamagedError, StoreError, StoreUnwritableError


def opened(folder, now=None):
    return open_store(folder, FakeScheduler(), now=now)


@pytest.fixture
async def path(tmp_path):
    """A deck with a mistake that was made twice, a word, and an answer."""
    with opened(tmp_path / "data") as store:
        again = a_card("again", 5, identity=a_card("a").identity)
        await store.deck.add([a_card("a"), a_word("w"), again])
        await store.reviews.answer(an_answer("1", "a"), ReviewLimits())
    return tmp_path / "data" / DATABASE_NAME


async def cards(path):
    with opened(path.parent) as store:
        return [card.id for card in await store.deck.cards()]


def query(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def names(path):
    return sorted(file.name for file in Backups(path).folder.iterdir())


async def test_a_backup_is_one_private_file_with_everything_in_it(path):
    with opened(path.parent) as store:
        await store.deck.add([a_card("while open")])
        backup = Backups(path).make(AT)
        assert names(path) == [backup.name]
    assert faults_of_file(backup) == ()
    assert query(backup, "SELECT count(*) FROM cards") == [(3,)]
    assert query(backup, "PRAGMA journal_mode") == [("delete",)]
    if sys.platform != "win32":
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
        assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


async def test_a_backup_never_replaces_what_is_there(path, tmp_path):
    target = tmp_path / "mine.sqlite3"
    target.write_text("mine")
    with pytest.raises(StoreError, match="choose another name"):
        Backups(path).make(AT, target)
    assert target.read_text() == "mine"


async def test_each_day_has_its_backup_and_seven_of_them_are_kept(path):
    for day in range(10):
        for hour in (0, 5):
            with opened(path.parent, AT + timedelta(days=day, hours=hour)) as store:
                await store.deck.add([a_card(f"{day} {hour}")])
    assert names(path) == [f"daily-2026-03-{day:02}.sqlite3" for day in range(4, 11)]
    newest, *_, oldest = Backups(path).newest_first()
    assert (newest.name, oldest.name) == ("daily-2026-03-10.sqlite3", "daily-2026-03-04.sqlite3")
    assert query(newest, "SELECT count(*) FROM cards") == [(2 + 18,)]


async def test_where_no_daily_backup_can_be_made_the_deck_still_opens(path):
    Backups(path).folder.write_text("in the way")
    with opened(path.parent, AT) as store:
        assert len(await store.deck.cards()) == 2


async def test_before_a_migration_there_is_a_backup_and_three_of_them_are_kept(path):
    for _ in range(5):
        query(path, "UPDATE alembic_version SET version_num = '0000'")
        with pytest.raises(Exception, match="0000"):
            opened(path.parent).__enter__()
    assert names(path) == [f"before-{n:06}-migrating-0000.sqlite3" for n in (3, 4, 5)]
    assert query(Backups(path).newest_first()[0], "SELECT count(*) FROM cards") == [(2,)]


def test_a_new_database_needs_no_backup_before_it_is_made(tmp_path):
    with opened(tmp_path):
        pass
    assert not (tmp_path / "backups").exists()


async def test_a_restored_backup_is_what_was_there_and_keeps_what_came_after(path):
    backup = Backups(path).make(AT)
    with opened(path.parent) as store:
        await store.deck.add([a_card("later", 9)])
        kept = Backups(path).restore(backup, AT)
        assert [card.id for card in await store.deck.cards()] == ["w", "a"]
        await store.deck.add([a_card("after", 10)])
    assert await cards(path) == ["after", "w", "a"]
    assert kept is not None
    Backups(path).restore(kept, AT)
    assert await cards(path) == ["later", "w", "a"]


async def test_a_damaged_database_is_put_aside_for_a_backup(path):
    backup = Backups(path).make(AT)
    path.write_bytes(b"\xff" * 9000)
    aside = Backups(path).restore(backup, AT)
    assert await cards(path) == ["w", "a"]
    assert aside is not None
    assert aside.read_bytes() == b"\xff" * 9000


async def test_a_backup_comes_back_where_there_is_no_database(path, tmp_path):
    backup = Backups(path).make(AT)
    elsewhere = tmp_path / "new" / DATABASE_NAME
    assert Backups(elsewhere).restore(backup, AT) is None
    assert await cards(elsewhere) == ["w", "a"]
    if sys.platform != "win32":
        assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"no database " * 99, b"", None])
async def test_what_is_no_backup_is_refused_and_changes_nothing(path, tmp_path, content):
    source = tmp_path / "x.sqlite3"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(StoreError, match=r"no sound backup|There is no backup"):
        Backups(path).restore(source, AT)
    assert await cards(path) == ["w", "a"]
    assert not Backups(path).folder.exists()


async def test_a_backup_of_a_newer_program_is_refused(path):
    backup = Backups(path).make(AT)
    query(backup, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer tutor: run pip install --upgrade"):
        Backups(path).restore(backup, AT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
async def test_a_backup_that_finds_no_room_leaves_no_half_of_one(path):
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
    try:
        with pytest.raises(StoreUnwritableError):
            Backups(path).make(AT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert names(path) == []


# Checking


async def faults(path):
    with opened(path.parent) as store:
        return faults_of_records(store.database)


async def test_a_deck_that_was_only_used_is_sound(path):
    with opened(path.parent) as store:
        await store.journal.start_session(a_session())
        await store.deck.change(a_card("a", repetitions=3, sentence="otra cosa"))
        await store.deck.delete("w")
        await store.reviews.undo()
    assert faults_of_file(path) == ()
    assert await faults(path) == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM faces WHERE direction = 'cloze'", "nothing that can be asked"),
        ("UPDATE faces SET queue = 'none' WHERE direction = 'cloze'", "does not wait where"),
        ("DELETE FROM card_terms WHERE term = 'cans'", "card a is not found by its words"),
        ("UPDATE card_terms SET made = 1 WHERE term = 'cans'", "card a is not found by its words"),
        ("UPDATE mistake_totals SET total = 9", "by kind do not agree"),
        ("DELETE FROM mistake_days", "by day do not agree"),
        ("UPDATE cards SET repetitions = 5 WHERE id = 'a'", "card a counts 6 mistakes"),
    ],
)
async def test_what_does_not_agree_is_named(path, statement, words):
    query(path, statement)
    (fault, *_) = await faults(path)
    assert words in fault


async def test_a_row_that_names_nothing_is_named(path):
    query(path, "UPDATE faces SET card_key = 99 WHERE direction = 'cloze'")
    assert faults_of_file(path) == ("a row of faces names one of cards that is not there",)


# The composition root


async def test_the_records_of_the_settings_are_backed_up_restored_and_verified(tmp_path):
    settings = Settings(data_dir=tmp_path / "data")
    assert verify_records(settings) == ()
    with open_records(settings) as records:
        await records.deck.add([a_card("a")])
    backup = back_up_records(settings)
    with open_records(settings) as records:
        await records.deck.delete("a")
    assert backup in record_backups(settings)
    assert restore_records(settings, backup) is not None
    with open_records(settings) as records:
        assert [card.id for card in await records.deck.cards()] == ["a"]
    assert verify_records(settings) == ()
    database = settings.data_dir / DATABASE_NAME
    database.write_bytes(b"\xff" * 9000)
    (fault,) = verify_records(settings)
    assert "is damaged" in fault


@pytest.mark.parametrize("do", [back_up_records, record_backups])
def test_a_server_is_backed_up_by_its_own_tools(do):
    settings = Settings.model_validate({"database": {"url": "postgresql://ana:x@h/db"}})
    with pytest.raises(StoreError, match="pg_dump"):
        do(settings)
    with pytest.raises(StoreError, match="tutor deck export"):
        restore_records(settings, Path("x"))


def test_an_unreadable_backup_is_named(path):
    backup = Backups(path).make(AT)
    content = bytearray(backup.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    backup.write_bytes(content)
    with pytest.raises(StoreDamagedError, match="no sound backup"):
        Backups(path).restore(backup, AT)
