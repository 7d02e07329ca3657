"""A PostgreSQL server for the tests: one that is given, or a temporary one of Debian's binaries."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from functools import cache
from pathlib import Path

import psycopg
import pytest

__all__ = ["GIVEN_URL", "new_database", "postgres_folder", "statement"]

GIVEN_URL = os.environ.get("TUTOR_TEST_POSTGRES_URL", "")
NOTHING_MAY_BE_SKIPPED = os.environ.get("TUTOR_REQUIRE_MODELS", "0") not in {"", "0"}
# Read at import: a test's own environment holds no TUTOR_ variables.

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


def new_database() -> str:
    """The URL of an empty database that is dropped when the tests end; skips without a server."""
    server = GIVEN_URL or _own_server()
    name = f"tutor_{uuid.uuid4().hex}"
    statement(server, f"CREATE DATABASE {name}")
    atexit.register(statement, server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    before, _, query = server.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{'?' if query else ''}{query}"


def statement(url: str, text: str) -> list[tuple[object, ...]]:
    """Run one statement of SQL, outside of any transaction; its rows."""
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(text.encode())
        return cursor.fetchall() if cursor.description else []


@cache
def postgres_folder() -> Path | None:
    """Where Debian keeps the newest server's programs; None where there is none."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda program: int(program.parts[-3]),
    )
    return found[-1].parent if found else None


def _missing() -> None:
    if NOTHING_MAY_BE_SKIPPED:
        pytest.fail("PostgreSQL may not be missing here: apt-get install postgresql")
    pytest.skip("run: apt-get install postgresql")


def _own_server() -> str:
    if postgres_folder() is None:
        _missing()
    return _started_server()


@cache
def _started_server() -> str:
    programs = postgres_folder()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="tutor-postgres-"))
    user = _user()
    if user:
        shutil.chown(folder, user)
    data, log = folder / "data", folder / "log"
    options = " ".join(f"-c {name}={value!r}" for name, value in SETTINGS.items())
    _run(
        user, programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "-N"
    )
    # Whoever is called "locked" has to give a password.
    hba = data / "pg_hba.conf"
    hba.write_text(f"local all locked scram-sha-256\n{hba.read_text()}")
    start = (programs / "pg_ctl", "-w", "-D", data, "-l", log, "-o", f"{options} -k {folder}")
    _run(user, *start, "start")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(_run, user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    return f"postgresql://postgres@/postgres?host={folder}"


def _user() -> str:
    """Whose the server is: it refuses to be root's."""
    if os.geteuid() != 0:
        return ""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(user: str, *command: object) -> None:
    as_user = ["runuser", "-u", user, "--"] if user else []
    subprocess.run(
        [*as_user, *map(str, command)],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
