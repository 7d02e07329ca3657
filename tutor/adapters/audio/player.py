"""A speaker, through PortAudio."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any

from tutor.adapters.audio.kept_open import KeptOpen
from tutor.adapters.audio.playback import Playback
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
        self._stream: _OutputStream | None = None
        """What sounds, or would if it were not paused; None between two speeches."""
        self._playback: Playback | None = None
        self._is_paused = False

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
        playback = Playback(samples, stream.device.rate_hz, stream.channels)
        self._stream, self._playback = stream, playback
        try:
            if not self._is_paused:
                await asyncio.to_thread(stream.start, playback)
            await self._until_over(playback, on_start)
        except TimeoutError as error:
            await self.close()
            raise gone(stream.device, Direction.OUTPUT) from error
        except asyncio.CancelledError:
            playback.halt()
            stream.silence()
            raise
        finally:
            self._stream = self._playback = None

    async def pause(self) -> float:
        """The device is told to drop what it holds, so that silence does not wait for it."""
        stream, playback = self._stream, self._playback
        if not self._is_paused:
            self._is_paused = True
            if stream is not None and playback is not None:
                playback.halt()
                await asyncio.to_thread(stream.silence)
        return 0.0 if playback is None else playback.heard_seconds

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """Wakes the device where a speech is waiting."""
        if not self._is_paused:
            return
        self._is_paused = False
        stream, playback = self._stream, self._playback
        if stream is not None and playback is not None:
            playback.rewind(again_seconds)
            await asyncio.to_thread(stream.start, playback)

    async def close(self) -> None:
        """Let go of the device."""
        await self._kept.close()

    async def _until_over(self, playback: Playback, on_start: Callable[[], None]) -> None:
        """Raises TimeoutError where the device fails, or does nothing for too long."""
        has_started = False
        while True:
            playback.changed.clear()
            if playback.has_failed:
                raise TimeoutError
            awaited = playback.last_heard_at if has_started else playback.first_heard_at
            patience = None if self._is_paused else playback.left_seconds + self._stall_seconds
            if awaited is not None:
                patience = awaited - asyncio.get_running_loop().time()
                if patience <= 0:
                    if has_started:
                        return
                    has_started = True
                    on_start()
                    continue
            try:
                async with asyncio.timeout(patience):  # wait_for may swallow a cancellation
                    await playback.changed.wait()
            except TimeoutError:
                if awaited is None:
                    raise


class _OutputStream:
    """PortAudio's stream, and the playback it is busy with; silence without one."""

    def __init__(self, device_name: str) -> None:
        self.device = find_device(device_name, Direction.OUTPUT)
        self._playback: Playback | None = None
        self._waking = Lock()
        """Starting and stopping come from several threads."""
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

    def start(self, playback: Playback) -> None:
        """Begin with this playback, waking the device where it was stopped."""
        with self._waking, device_errors(self.device, Direction.OUTPUT):
            if playback.is_halted:  # given up or paused since
                return
            self._playback = playback
            if self._stream.stopped:
                self._stream.start()

    def silence(self) -> None:
        """Stop the sound at once, with what the device holds already."""
        with self._waking, suppress(portaudio().PortAudioError):
            self._playback = None
            self._stream.abort()

    def close(self) -> None:
        """Stop; PortAudio's complaints about a device that is gone are not news."""
        self._playback = None
        with suppress(portaudio().PortAudioError):
            self._stream.close()

    def _fill(self, block: Any, _frames: int, time: Any, _status: object) -> None:  # noqa: ANN401  # cffi
        size = len(block)
        piece = b""
        if (playback := self._playback) is not None:
            delay = min(max(0.0, time.outputBufferDacTime - time.currentTime), 1.0)
            piece = playback.take(size, delay_seconds=delay)
        block[: len(piece)] = piece
        block[len(piece) :] = bytes(size - len(piece))

    def _finish(self) -> None:
        if (playback := self._playback) is not None:
            playback.fail()
