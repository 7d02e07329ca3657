"""A microphone, through PortAudio."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from typing import Any

from tutor.adapters.audio.kept_open import KeptOpen
from tutor.adapters.audio.portaudio import (
    Direction,
    device_errors,
    find_device,
    gone,
    portaudio,
    usable_channels,
)
from tutor.adapters.audio.resampling import MonoResampler
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk

__all__ = ["SoundDeviceMicrophone"]

_FRAME_BYTES = 2 * FRAME_SAMPLES
_LATENCY_SECONDS = 0.1
"""Sound the device gives us at once; it is heard so much later, and costs so many calls less."""

_Receiver = Callable[[bytes | None], None]
"""Told each block of sound, on PortAudio's thread; None when there will be no more."""


class SoundDeviceMicrophone:
    """Hears a device at its native rate, whatever that is.

    The device is opened by the first ``frames`` and kept open until ``close``, so that later turns
    lose no syllable to its start; what it hears in between is dropped.
    """

    def __init__(
        self, device: str, *, stall_seconds: float = 5.0, latency_seconds: float = _LATENCY_SECONDS
    ) -> None:
        """``device`` as in find_device; silent for ``stall_seconds``, it counts as unplugged."""
        self._kept = KeptOpen(lambda: _InputStream(device, latency_seconds))
        self._stall_seconds = stall_seconds

    async def frames(self) -> AsyncGenerator[AudioChunk, None]:
        """Frames from now on; one listener at a time. Errors as in ports.Microphone."""
        stream = await self._kept.get()
        blocks: asyncio.Queue[bytes | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def receive(block: bytes | None) -> None:
            with suppress(RuntimeError):  # the loop may have been closed meanwhile
                loop.call_soon_threadsafe(blocks.put_nowait, block)

        framer = _Framer(stream)
        stream.receiver = receive
        try:
            while (block := await self._next(blocks)) is not None:
                for frame in framer.feed(block):
                    yield frame
            await self.close()
            raise gone(stream.device, Direction.INPUT)
        finally:
            stream.receiver = None

    async def close(self) -> None:
        """Let go of the device."""
        await self._kept.close()

    async def _next(self, blocks: asyncio.Queue[bytes | None]) -> bytes | None:
        try:
            async with asyncio.timeout(self._stall_seconds):  # wait_for may swallow a cancellation
                return await blocks.get()
        except TimeoutError:
            return None


class _InputStream:
    """PortAudio's stream, running, and whoever receives its blocks."""

    def __init__(self, device_name: str, latency_seconds: float) -> None:
        self.receiver: _Receiver | None = None
        self.device = find_device(device_name, Direction.INPUT)
        with device_errors(self.device, Direction.INPUT):
            self.channels = usable_channels(self.device, Direction.INPUT)
            self._stream = portaudio().RawInputStream(
                device=self.device.index,
                samplerate=self.device.rate_hz,
                channels=self.channels,
                dtype="int16",
                latency=latency_seconds,
                callback=self._hear,
                finished_callback=self._finish,
            )
            self._stream.start()

    def close(self) -> None:
        """Stop hearing; PortAudio's complaints about a device that is gone are not news."""
        self.receiver = None
        with suppress(portaudio().PortAudioError):
            self._stream.close()

    def _hear(self, block: Any, _frames: int, _time: object, _status: object) -> None:  # noqa: ANN401  # a cffi buffer
        if (receiver := self.receiver) is not None:
            receiver(bytes(block))

    def _finish(self) -> None:
        if (receiver := self.receiver) is not None:
            receiver(None)


class _Framer:
    """Cuts a device's blocks into frames of ``FRAME_SAMPLES`` at ``SPEECH_RATE_HZ``."""

    def __init__(self, stream: _InputStream) -> None:
        self._resampler = MonoResampler(
            channels=stream.channels, from_hz=stream.device.rate_hz, to_hz=SPEECH_RATE_HZ
        )
        self._samples = bytearray()

    def feed(self, block: bytes) -> Iterator[AudioChunk]:
        """The frames that this block completes."""
        self._samples += self._resampler.feed(block)
        while len(self._samples) >= _FRAME_BYTES:
            yield AudioChunk(bytes(self._samples[:_FRAME_BYTES]), SPEECH_RATE_HZ)
            del self._samples[:_FRAME_BYTES]
