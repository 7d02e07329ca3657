"""What keeps what the tutor remembers of a learner."""

from datetime import datetime
from typing import Protocol

from tutor.domain.fact import Fact
from tutor.domain.session_ending import Forgotten, SessionEnding

__all__ = ["Diary", "Memory"]


class Memory(Protocol):
    """The learner's facts; each call raises StoreError, and is durable when it returns."""

    async def facts(self) -> tuple[Fact, ...]:
        """Newest first; of the same moment, the last stored first."""
        ...

    async def tell(self, fact: Fact) -> None:
        """Keep a fact; those it supersedes are forgotten, see ``after_telling``.

        A fact whose id is stored already changes nothing.
        """
        ...

    async def change(self, fact_id: str, text: str) -> Fact:
        """Let one say something else; by its id or the beginning of it. Raises NotStoredError."""
        ...

    async def asked(self, fact_id: str, at: datetime) -> None:
        """Note that a session has opened with a fact; nothing where it is forgotten."""
        ...

    async def forget(self, fact_id: str) -> Forgotten:
        """Remove a fact, by its id or the beginning of it, and the words in which it was told.

        Every turn that tells the same loses its words and its cards, here and in the backups of
        the data folder, and the files keep no trace of them. Raises NotStoredError.
        """
        ...

    async def forget_all(self) -> Forgotten:
        """Remove every fact in the same way."""
        ...


class Diary(Protocol):
    """How sessions ended; each call raises StoreError, and is durable when it returns."""

    async def end_session(self, ending: SessionEnding) -> None:
        """Note how a session ended, in the place of what was noted before.

        Raises NotStoredError where it was not started.
        """
        ...

    async def endings(self, limit: int = 20) -> tuple[SessionEnding, ...]:
        """The last ones, newest first."""
        ...

    async def courage_asked(self, session_id: str, at: datetime) -> None:
        """Note that its courage task was asked about; nothing where no ending is stored."""
        ...
