"""One speech on its way to a speaker."""

import asyncio
import math
from contextlib import suppress
from threading import Lock

__all__ = ["Playback"]

_BYTES_PER_SAMPLE = 2


class Playback:
    """Samples as they are taken by the device, and when they are heard on the loop's clock.

    ``take`` and ``fail`` are called on PortAudio's thread, everything else on the loop's.
    """

    def __init__(self, samples: bytes, rate_hz: int, channels: int) -> None:
        """``samples`` are 16 bits, channels interleaved."""
        self._loop = asyncio.get_running_loop()
        self._samples = samples
        self._sample_bytes = _BYTES_PER_SAMPLE * channels
        self._bytes_per_second = self._sample_bytes * rate_hz
        self._taken = 0
        self._mark = (0, math.inf)
        """A place in the samples and when it is heard; those behind it follow at their rate."""
        self._moving = Lock()
        self.is_halted = False
        self.first_heard_at: float | None = None
        self.last_heard_at: float | None = None
        """None for as long as the samples have not all been taken."""
        self.has_failed = False
        self.changed = asyncio.Event()
        """Set when any of the above has changed."""

    @property
    def heard_seconds(self) -> float:
        """How much has been heard, as far as the device can tell."""
        return self._heard_bytes() / self._bytes_per_second

    @property
    def left_seconds(self) -> float:
        """How much has not been taken."""
        return (len(self._samples) - self._taken) / self._bytes_per_second

    def take(self, size: int, *, delay_seconds: float) -> bytes:
        """The next bytes, fewer at the end; the first is heard ``delay_seconds`` from now."""
        with self._moving:
            return b"" if self.is_halted else self._next(size, delay_seconds)

    def _next(self, size: int, delay_seconds: float) -> bytes:
        piece = self._samples[self._taken : self._taken + size]
        if not piece:
            return piece
        heard_at = self._loop.time() + delay_seconds
        self._mark = (self._taken, heard_at)
        self._taken += len(piece)
        if self.first_heard_at is None:
            self.first_heard_at = heard_at
            self._tell()
        if self._taken == len(self._samples):
            self.last_heard_at = heard_at + len(piece) / self._bytes_per_second
            self._tell()
        return piece

    def fail(self) -> None:
        """Say that nothing more will be taken."""
        if not self.is_halted:
            self.has_failed = True
            self._tell()

    def halt(self) -> None:
        """Nothing more is taken until ``rewind``, and what was taken but not heard is lost."""
        with self._moving:
            self._taken = self._heard_bytes()
            self.is_halted = True
            if not self._taken:
                self.first_heard_at = None
            self.last_heard_at = None
        self.changed.set()

    def rewind(self, seconds: float) -> None:
        """Let the samples be taken again from ``seconds`` before the place of the halt."""
        with self._moving:
            back = round(seconds * self._bytes_per_second)
            back -= back % self._sample_bytes
            self._taken = max(0, self._taken - back)
            self._mark = (self._taken, math.inf)
            self.is_halted = False
        self.changed.set()

    def _heard_bytes(self) -> int:
        place, heard_at = self._mark
        if self.is_halted or math.isinf(heard_at):
            return self._taken
        since = round((self._loop.time() - heard_at) * self._bytes_per_second)
        heard = min(max(0, place + since), self._taken)
        return heard - heard % self._sample_bytes

    def _tell(self) -> None:
        with suppress(RuntimeError):  # the loop may have been closed meanwhile
            self._loop.call_soon_threadsafe(self.changed.set)
