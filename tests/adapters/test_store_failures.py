"""What a learner is told when the database cannot be used, and what is left in it."""

import os
import sqlite3
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import event

from tests.fakes import FakeScheduler
from tests.records import AT, a_card, a_session, a_turn, an_answer
from tutor.adapters.store.checks import faults_of_records
from tutor.adapters.store.database import Database
from tutor.adapters.store.deck import SqlDeck
from tutor.adapters.store.journal import SqlJournal
from tutor.adapters.store.review_book import SqlReviewBook
from tutor.adapters.store.sqlite_file import DATABASE_NAME, sqlite_engine
from tutor.adapters.store.store import open_store
from tutor.domain.review import Day, ReviewLimits
from tutor.domain.transcript import typed_transcript
from tutor.errors import StoreDamagedError, StoreError, StoreUnwritableError

LEARNER_KEY = 1
NOBODY = 65534


@pytest.fixture
async def path(tmp_path):
    """A database with one session, one turn and one card."""
    with open_store(tmp_path / "data", FakeScheduler()) as store:
        await store.journal.start_session(a_session())
        await store.journal.record_turn(a_turn(1, "card-1"), [a_card("card-1")])
    return tmp_path / "data" / DATABASE_NAME


@contextmanager
def database(path, *, pragma="PRAGMA user_version", busy_seconds=0.0):
    engine = sqlite_engine(path, busy_seconds)
    event.listen(engine, "connect", lambda connection, _: connection.execute(pragma).close())
    yield Database(engine, path, LEARNER_KEY)
    engine.dispose()


async def stored(path):
    with open_store(path.parent, FakeScheduler()) as store:
        return await store.journal.turns("session-1"), await store.deck.cards()


FIRST_TURN = ((a_turn(1, "card-1"),), (a_card("card-1"),))


async def test_a_full_disk_keeps_the_turn_out_and_the_earlier_ones_in(path):
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    long_turn = a_turn(2, "card-2")
    words = typed_transcript("palabra " * 20_000)
    long_turn = type(long_turn)("session-1", 2, words, long_turn.correction, (), long_turn.at)
    with database(path, pragma=f"PRAGMA max_page_count={pages}") as full:
        with pytest.raises(StoreUnwritableError, match=r"No room left .* --data-dir"):
            await SqlJournal(full, FakeScheduler()).record_turn(long_turn, [])
        assert (
            await SqlJournal(full, FakeScheduler()).turns("session-1"),
            await SqlDeck(full, FakeScheduler()).cards(),
        ) == FIRST_TURN
    assert await stored(path) == FIRST_TURN


async def test_a_full_disk_keeps_an_answer_out_and_its_card_as_it_was(path):
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    answer = replace(an_answer(), text="palabra " * 20_000)
    with database(path, pragma=f"PRAGMA max_page_count={pages}") as full:
        with pytest.raises(StoreUnwritableError, match=r"No room left .* --data-dir"):
            await SqlReviewBook(full, FakeScheduler()).answer(answer, ReviewLimits())
        assert await SqlReviewBook(full, FakeScheduler()).reviews("card-1") == ()
        assert faults_of_records(full) == ()
    assert await stored(path) == FIRST_TURN


async def test_a_read_only_deck_is_still_asked_and_keeps_no_answer(path):
    day = Day(AT - timedelta(hours=8), AT + timedelta(hours=16))
    with database(path, pragma="PRAGMA query_only=ON") as read_only:
        book = SqlReviewBook(read_only, FakeScheduler())
        due = await book.next_due(AT, day, ReviewLimits())
        assert due is not None
        with pytest.raises(StoreUnwritableError, match=r"Cannot write .*tutor\.sqlite3"):
            await book.answer(an_answer(), ReviewLimits())
        assert await book.reviews("card-1") == ()
    assert await stored(path) == FIRST_TURN


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
async def test_a_file_that_may_not_grow_keeps_the_earlier_turns(path):
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_store(path.parent, FakeScheduler()) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
        try:
            with pytest.raises(StoreUnwritableError, match=r"Cannot write .* --data-dir"):
                await store.journal.record_turn(a_turn(2, "card-2"), [a_card("card-2")])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        await store.journal.record_turn(a_turn(2, "card-2"), [a_card("card-2")])
        assert len(await store.journal.turns("session-1")) == 2
        assert len(await store.deck.cards()) == 2


async def test_a_read_only_database_is_still_read(path):
    with database(path, pragma="PRAGMA query_only=ON") as read_only:
        with pytest.raises(StoreUnwritableError, match=r"Cannot write .*tutor\.sqlite3"):
            await SqlJournal(read_only, FakeScheduler()).record_turn(a_turn(2), [])
        assert await SqlDeck(read_only, FakeScheduler()).cards() == (a_card("card-1"),)


@contextmanager
def bound_by_permissions():
    """Permissions do not bind root: be somebody else meanwhile."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def locked_folder():
    """A folder with a database where this test may not write; outside of pytest's private ones."""
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "data"
        with open_store(folder, FakeScheduler()):
            pass
        Path(parent).chmod(0o755)
        (folder / DATABASE_NAME).chmod(0o444)
        folder.chmod(0o555)
        with bound_by_permissions():
            yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_without_permission_to_write_is_named(locked_folder):
    with pytest.raises(StoreUnwritableError, match=rf"make the folder {locked_folder} writable"):
        open_store(locked_folder, FakeScheduler()).__enter__()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_that_cannot_be_made_is_named(locked_folder):
    with pytest.raises(StoreUnwritableError, match="permission denied"):
        open_store(locked_folder / "deeper", FakeScheduler()).__enter__()


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StoreUnwritableError, match=r"Cannot write .*data.* --data-dir"):
        open_store(tmp_path / "data", FakeScheduler()).__enter__()


async def test_a_database_locked_by_another_program_says_so(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with database(path) as locked:
            with pytest.raises(StoreUnwritableError, match="Another program"):
                await SqlJournal(locked, FakeScheduler()).record_turn(a_turn(2), [])
            assert await SqlDeck(locked, FakeScheduler()).cards() == (a_card("card-1"),)
        other.execute("ROLLBACK")


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path):
    path = tmp_path / DATABASE_NAME
    path.write_bytes(b"my shopping list " * 100)
    with pytest.raises(StoreDamagedError, match="is damaged"):
        open_store(tmp_path, FakeScheduler()).__enter__()
    assert path.read_bytes() == b"my shopping list " * 100


async def test_overwritten_pages_are_named_as_damage(path):
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError, match="is damaged"):
        await stored(path)


async def test_a_row_without_meaning_is_named_as_damage(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE cards SET edit_kind = 'from the future'")
    with pytest.raises(StoreDamagedError, match="cannot read"):
        await stored(path)


async def test_half_a_character_is_refused_and_harms_nothing(path):
    with open_store(path.parent, FakeScheduler()) as store:
        with pytest.raises(StoreError, match="cannot be stored"):
            await store.journal.start_session(a_session("\ud800"))
        with pytest.raises(StoreError, match="cannot be stored"):
            await store.journal.record_turn(a_turn(2, "\ud800"), [])
    assert await stored(path) == FIRST_TURN
