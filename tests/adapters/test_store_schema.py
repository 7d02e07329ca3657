"""The database file: its schema, its migrations, its modes."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import StatementError

from tests.fakes import FakeScheduler
from tests.records import AT, a_card, a_session, a_turn
from tutor.adapters.store.schema import HEAD_REVISION, MIGRATIONS
from tutor.adapters.store.sqlite_file import DATABASE_NAME, sqlite_engine
from tutor.adapters.store.store import open_store
from tutor.adapters.store.tables import metadata
from tutor.errors import StoreError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / DATABASE_NAME


def query(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def test_the_migrations_make_the_tables_that_the_program_uses(path):
    with open_store(path.parent, FakeScheduler()):
        pass
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_head_that_the_program_knows_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD_REVISION


def test_opening_a_current_database_imports_no_alembic(path):
    with open_store(path.parent, FakeScheduler()):
        pass
    program = (
        "import sys; from pathlib import Path; from tests.fakes import FakeScheduler\n"
        "from tutor.adapters.store.store import open_store\n"
        "with open_store(Path(sys.argv[1]), FakeScheduler()): print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, path.parent], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_database_of_a_newer_program_is_left_alone(path):
    with open_store(path.parent, FakeScheduler()):
        pass
    query(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer tutor: run pip install --upgrade"):
        open_store(path.parent, FakeScheduler()).__enter__()
    assert query(path, "SELECT version_num FROM alembic_version") == [("9999",)]


def test_a_migration_that_fails_half_way_leaves_nothing(path):
    path.parent.mkdir()
    query(path, "CREATE TABLE cards (front TEXT)")
    with pytest.raises(StoreError):
        open_store(path.parent, FakeScheduler()).__enter__()
    assert query(path, "SELECT name FROM sqlite_master") == [("cards",)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_folder_and_files_are_the_owners_alone_whatever_the_umask(path):
    before = os.umask(0)
    try:
        with open_store(path.parent, FakeScheduler()) as store:
            await store.journal.start_session(a_session())
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    names = (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm")
    assert modes == dict.fromkeys(names, 0o600)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_a_commit_waits_for_the_disk(path):
    with open_store(path.parent, FakeScheduler()) as store:
        await store.journal.start_session(a_session())
        assert query(path, "PRAGMA journal_mode") == [("wal",)]
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


async def test_a_moment_is_stored_as_text_that_says_it_is_utc(path):
    with open_store(path.parent, FakeScheduler()) as store:
        await store.journal.start_session(a_session())
        await store.journal.record_turn(a_turn(1, "card-1"), [a_card("card-1")])
    expected = [("2026-03-01T12:30:15.000250Z",)]
    assert query(path, "SELECT started_at FROM sessions") == expected
    assert query(path, "SELECT created_at FROM cards") == expected


async def test_a_moment_without_a_time_zone_is_refused(path):
    session = a_session()
    naive = type(session)(session.id, session.lesson_id, AT.replace(tzinfo=None))
    with (
        open_store(path.parent, FakeScheduler()) as store,
        pytest.raises(StatementError, match="needs its time zone"),
    ):
        await store.journal.start_session(naive)
