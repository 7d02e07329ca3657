"""Standard input, awaited without ever keeping the program from ending."""

import asyncio
import os
import threading
from collections.abc import Callable
from contextlib import suppress

__all__ = ["StandardInput"]

_PIECE_BYTES = 65_536


class StandardInput:
    """Bytes as they come from a terminal, a pipe or a file.

    Where the event loop can watch the descriptor it does. Where it cannot (regular files, Windows)
    a daemon thread waits, which, unlike asyncio's own threads, does not hold up Ctrl-C.
    """

    def __init__(self, descriptor: int = 0, read: Callable[[], bytes] | None = None) -> None:
        """``read`` stands in for reading the descriptor where bytes come another way."""
        self._descriptor = descriptor
        self._read_blocking = read
        self._reading: asyncio.Future[bytes] | None = None

    async def read(self) -> bytes:
        """The next bytes, at least one; none when there will be no more."""
        if self._read_blocking is None and await self._readable():
            return self._read_descriptor()
        return await self._read_in_thread()

    async def _readable(self) -> bool:
        loop = asyncio.get_running_loop()
        readable = asyncio.Event()
        try:
            loop.add_reader(self._descriptor, readable.set)
        except (NotImplementedError, OSError):
            return False
        try:
            await readable.wait()
        finally:
            loop.remove_reader(self._descriptor)
        return True

    async def _read_in_thread(self) -> bytes:
        if self._reading is None:
            loop = asyncio.get_running_loop()
            self._reading = loop.create_future()
            arguments = (loop, self._reading, self._read_blocking or self._read_descriptor)
            threading.Thread(target=_read_for, args=arguments, daemon=True).start()
        # Whoever gives up waiting leaves the bytes to the next one.
        piece = await asyncio.shield(self._reading)
        self._reading = None
        return piece

    def _read_descriptor(self) -> bytes:
        try:
            return os.read(self._descriptor, _PIECE_BYTES)
        except OSError:  # closed, or the terminal hung up
            return b""


def _read_for(
    loop: asyncio.AbstractEventLoop, waiting: asyncio.Future[bytes], read: Callable[[], bytes]
) -> None:
    piece = read()
    with suppress(RuntimeError):  # the loop may have been closed meanwhile
        loop.call_soon_threadsafe(waiting.set_result, piece)
