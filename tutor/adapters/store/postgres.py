"""A PostgreSQL server that keeps the records of many learners."""

import json
from functools import partial

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from tutor.errors import SettingsError, StoreError

__all__ = ["place_of", "postgres_engine"]

_CONNECT_SECONDS = 10
_EXAMPLE = "postgresql://NAME:PASSWORD@HOST/DATABASE"


def postgres_engine(url: str) -> Engine:
    """An engine for ``postgresql://…``; raises SettingsError or StoreError, connecting later."""
    parsed = _parsed(url)
    # Every moment is UTC; a server elsewhere must not move those of the year 1 before it.
    options = f"-c timezone=UTC {parsed.query.get('options', '')}"
    try:
        return create_engine(
            parsed.set(drivername="postgresql+psycopg").difference_update_query(["options"]),
            connect_args={"options": options, "connect_timeout": _CONNECT_SECONDS},
            json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
            pool_pre_ping=True,
        )
    except ImportError as error:
        raise StoreError(
            "PostgreSQL needs one more package: run pip install 'voice-tutor[postgres]'."
        ) from error


def place_of(url: str) -> str:
    """What a message calls the database: its address, without user and password."""
    parsed = _parsed(url)
    port = f":{parsed.port}" if parsed.port else ""
    return f"postgresql://{parsed.host or ''}{port}/{parsed.database or ''}"


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        parsed = None
    if parsed is None or parsed.drivername not in {"postgresql", "postgres", "postgresql+psycopg"}:
        # The cause holds what was set, and so the password.
        raise SettingsError(
            f"database.url is no PostgreSQL address: write it as {_EXAMPLE}."
        ) from None
    return parsed
