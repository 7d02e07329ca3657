"""An open database, read and written in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from tutor.adapters.store.failures import Place, failures_named, rows_readable
from tutor.adapters.store.tables import learners

__all__ = ["WRITING", "Database", "is_server", "writing_transaction"]

WRITING = "tutor_writing"
"""The execution option of a transaction that will write."""

_ONE_VIEW = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@dataclass(frozen=True, slots=True)
class Database:
    """An open database, and whose rows in it are meant."""

    engine: Engine
    place: Place
    learner_key: int

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; raises StoreError."""
        engine = (
            self.engine.execution_options(**_ONE_VIEW) if is_server(self.engine) else (self.engine)
        )
        with (
            failures_named(self.place),
            rows_readable(self.place),
            engine.begin() as connection,
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing, on the disk when the block has ended; raises StoreError.

        Whoever writes for the same learner waits until then, so that nothing that was read here
        changes meanwhile.
        """
        with (
            failures_named(self.place),
            rows_readable(self.place),
            writing_transaction(self.engine) as connection,
        ):
            if is_server(self.engine):
                own = learners.c.key == self.learner_key
                connection.execute(select(learners.c.key).where(own).with_for_update())
            yield connection


def is_server(engine: Engine) -> bool:
    """Whether the database is somewhere else, and not a file."""
    return engine.dialect.name != "sqlite"


@contextmanager
def writing_transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that waits for its turn to write before it reads anything, where it can."""
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        yield connection
