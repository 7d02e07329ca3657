"""Which schema a database has, and bringing it to the one this program writes."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from tutor.adapters.store.database import writing_transaction
from tutor.errors import StoreError

__all__ = ["HEAD_REVISION", "MIGRATIONS", "bring_up_to_date"]

HEAD_REVISION = "0001"
"""The newest migration; known here so that opening a current database imports no alembic."""

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Run the migrations that the database lacks, all or none; raises StoreError."""
    with engine.begin() as connection:
        if _revision(connection) == HEAD_REVISION:
            return
    with writing_transaction(engine) as connection:
        # Another process may have migrated while this one waited for its turn.
        if _revision(connection) != HEAD_REVISION:
            _migrate(connection, path)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _migrate(connection: Connection, path: Path) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    revision = _revision(connection)
    if revision is not None and revision not in known:
        raise StoreError(
            f"The database {path} was written by a newer tutor:"
            " run pip install --upgrade voice-tutor."
        )
    command.upgrade(config, "head")
