"""Which schema a database has, and bringing it to the one this program writes."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from tutor.adapters.store.database import is_server, writing_transaction
from tutor.adapters.store.failures import Place
from tutor.errors import StoreError

__all__ = ["HEAD_REVISION", "MIGRATIONS", "bring_up_to_date", "revision_of"]

HEAD_REVISION = "0003"
"""The newest migration; known here so that opening a current database imports no alembic."""

MIGRATIONS = Path(__file__).parent / "migrations"

_ONE_AT_A_TIME = 7_283_554_201
"""The number of the lock that whoever migrates a server's database holds; any number of ours."""


def bring_up_to_date(
    engine: Engine, place: Place, before_change: Callable[[str], object] = lambda _: None
) -> None:
    """Run the migrations that the database lacks, all or none; raises StoreError.

    ``before_change`` is called with the revision of a database that has one and is about to be
    changed.
    """
    with engine.begin() as connection:
        revision = revision_of(connection)
    if revision == HEAD_REVISION:
        return
    if revision is not None:
        _refuse_newer(revision, place)
        before_change(revision)
    with writing_transaction(engine) as connection:
        if is_server(engine):
            lock = text("SELECT pg_advisory_xact_lock(:number)")
            connection.execute(lock, {"number": _ONE_AT_A_TIME})
        # Another process may have migrated while this one waited for its turn.
        revision = revision_of(connection)
        if revision is not None:
            _refuse_newer(revision, place)
        if revision != HEAD_REVISION:
            _migrate(connection)


def revision_of(connection: Connection) -> str | None:
    """The newest migration that a database has had; None where it has had none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _refuse_newer(revision: str, place: Place) -> None:
    # They are numbered, so that no alembic is needed to see which is newer.
    if revision > HEAD_REVISION:
        raise StoreError(
            f"The database {place} was written by a newer tutor:"
            " run pip install --upgrade voice-tutor."
        )


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
