"""A speaker, through PortAudio."""

import asyncio
from collections.abc import Callable
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
from tutor.adapters.audio.resampling import resampled
from tutor.domain.audio import Speech

__all__ = ["SoundDevicePlayer"]

_LATENCY_SECONDS = 0.1
"""Sound handed over ahead, so that a busy processor is not heard as a crackle."""


class SoundDevicePlayer:
    """Plays one speech at a time on a device at its native rate.

    The device is opened by the first ``play`` and kept open, silent between speeches.
    """

    def __init__(self, device: str, *, stall_seconds: float = 5.0) -> None:
        """``device`` as in find_device; stuck for ``stall_seconds``, it counts as unplugged."""
        self._device_name = device
        self._kept = KeptOpen(lambda: _OutputStream(device))
        self._stall_seconds = stall_seconds

    def check(self) -> None:
        """Raises AudioLibraryError or AudioDeviceError where there is nothing to play on."""
        find_device(self._device_name, Direction.OUTPUT)

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """Returns when the last sample has been heard, as far as the device can tell."""
        stream = await self._kept.get()
        samples = await asyncio.to_thread(
            resampled,
            speech.audio.samples,
            from_hz=speech.audio.sample_rate_hz,
            to_hz=stream.device.rate_hz,
            channels=stream.channels,
        )
        if not samples:
            on_start()
            return
        playback = _Playback(samples)
        try:
            await asyncio.to_thread(stream.start, playback)
            await self._reached(playback.first_heard, 0.0)
            on_start()
            await self._reached(playback.last_heard, speech.audio.duration_seconds)
        except TimeoutError as error:
            await self.close()
            raise gone(stream.device, Direction.OUTPUT) from error
        except asyncio.CancelledError:
            stream.silence()
            raise

    async def close(self) -> None:
        """Let go of the device."""
        await self._kept.close()

    async def _reached(self, moment: asyncio.Future[float | None], expected_seconds: float) -> None:
        at = await asyncio.wait_for(moment, expected_seconds + self._stall_seconds)
        if at is None:
            raise TimeoutError
        await asyncio.sleep(at - asyncio.get_running_loop().time())


class _Playback:
    """Samples on their way out, and the moments on the loop's clock that matter.

    A moment of None means that it will not come.
    """

    def __init__(self, samples: bytes) -> None:
        self._loop = asyncio.get_running_loop()
        self._samples = samples
        self._position = 0
        self.first_heard: asyncio.Future[float | None] = self._loop.create_future()
        self.last_heard: asyncio.Future[float | None] = self._loop.create_future()

    def take(self, size: int, *, delay_seconds: float, block_seconds: float) -> bytes:
        """The next bytes, fewer at the end; on PortAudio's thread.

        The first of them is heard ``delay_seconds`` from now; ``size`` bytes last
        ``block_seconds``.
        """
        piece = self._samples[self._position : self._position + size]
        now = self._loop.time()
        if piece and self._position == 0:
            self._tell(self.first_heard, now + delay_seconds)
        self._position += len(piece)
        if piece and self._position == len(self._samples):
            self._tell(self.last_heard, now + delay_seconds + block_seconds * len(piece) / size)
        return piece

    def fail(self) -> None:
        """Say that nothing more will be played; on PortAudio's thread."""
        self._tell(self.first_heard, None)
        self._tell(self.last_heard, None)

    def _tell(self, moment: asyncio.Future[float | None], at: float | None) -> None:
        with suppress(RuntimeError):  # the loop may have been closed meanwhile
            self._loop.call_soon_threadsafe(_settle, moment, at)


def _settle(moment: asyncio.Future[float | None], at: float | None) -> None:
    if not moment.done():
        moment.set_result(at)


class _OutputStream:
    """PortAudio's stream, and the playback it is busy with; silence without one."""

    def __init__(self, device_name: str) -> None:
        self.device = find_device(device_name, Direction.OUTPUT)
        self._playback: _Playback | None = None
        with device_errors(self.device, Direction.OUTPUT):
            self.channels = usable_channels(self.device, Direction.OUTPUT)
            self._stream = portaudio().RawOutputStream(
                device=self.device.index,
                samplerate=self.device.rate_hz,
                channels=self.channels,
                dtype="int16",
                latency=_LATENCY_SECONDS,
                callback=self._fill,
                finished_callback=self._finish,
            )

    def start(self, playback: _Playback) -> None:
        """Begin with this playback, waking the device where it was stopped."""
        self._playback = playback
        with device_errors(self.device, Direction.OUTPUT):
            if self._stream.stopped:
                self._stream.start()

    def silence(self) -> None:
        """Stop the sound at once, with what the device holds already."""
        self._playback = None
        with suppress(portaudio().PortAudioError):
            self._stream.abort()

    def close(self) -> None:
        """Stop; PortAudio's complaints about a device that is gone are not news."""
        self._playback = None
        with suppress(portaudio().PortAudioError):
            self._stream.close()

    def _fill(self, block: Any, frames: int, time: Any, _status: object) -> None:  # noqa: ANN401  # cffi
        size = len(block)
        piece = b""
        if (playback := self._playback) is not None:
            piece = playback.take(
                size,
                delay_seconds=min(max(0.0, time.outputBufferDacTime - time.currentTime), 1.0),
                block_seconds=frames / self.device.rate_hz,
            )
        block[: len(piece)] = piece
        block[len(piece) :] = bytes(size - len(piece))

    def _finish(self) -> None:
        if (playback := self._playback) is not None:
            playback.fail()
