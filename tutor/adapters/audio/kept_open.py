"""A stream that is opened once and kept."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, Protocol, TypeVar

from tutor.errors import AudioError

__all__ = ["KeptOpen"]


class _Closable(Protocol):
    def close(self) -> None: ...


S = TypeVar("S", bound=_Closable)


class KeptOpen(Generic[S]):
    """Opens a stream in a thread when it is first needed, and again after ``close``.

    Whoever gives up waiting leaves the stream to the next one; it is never opened and forgotten.
    """

    def __init__(self, open_stream: Callable[[], S]) -> None:
        self._open_stream = open_stream
        self._opening: asyncio.Task[S] | None = None

    async def get(self) -> S:
        """The stream; raises what opening it raises, and tries anew the next time."""
        if self._opening is None:
            self._opening = asyncio.create_task(asyncio.to_thread(self._open_stream))
        try:
            return await asyncio.shield(self._opening)
        except AudioError:
            self._opening = None
            raise

    async def close(self) -> None:
        """Close the stream if it was ever opened."""
        opening, self._opening = self._opening, None
        if opening is not None:
            with suppress(AudioError):
                stream = await opening
                await asyncio.to_thread(stream.close)
