"""Listeners: where the learner's turns come from, and where each begins and ends."""

import asyncio
import math
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.endpointing import Endpoint, Endpointer, EndpointingSettings, SpeechGate
from tutor.ports import AudioReader, LineReader, Microphone, TalkKey, VoiceDetector

__all__ = ["HandsFreeListener", "PushToTalkListener", "RecordedListener", "TypedListener"]

_FRAME_BYTES = 2 * FRAME_SAMPLES
_BYTES_PER_SECOND = 2 * SPEECH_RATE_HZ
_POST_ROLL_SECONDS = 0.3
"""Sound kept after the last speech, for a last consonant too soft to count as speech."""
_RELEASE_TAIL_SECONDS = 0.2
"""What a sound card may still hold back of what was said before the key was pressed."""
_BATCH_BYTES = 1000 * _FRAME_BYTES
"""Half a minute: judged in a thread quickly enough not to delay Ctrl-C."""


class HandsFreeListener:
    """Hears the learner speak and decides by the silence after it that they have finished.

    Nothing is heard between two calls of ``listen``, so the tutor never hears itself.
    """

    def __init__(
        self, microphone: Microphone, detector: VoiceDetector, settings: EndpointingSettings
    ) -> None:
        self._microphone = microphone
        self._detector = detector
        self._settings = settings

    async def listen(self, *, begun: Sequence[AudioChunk] = ()) -> Utterance | None:
        """The next utterance, or None where the sound ends before any speech; raises AudioError."""
        recording = _Recording(self._detector, self._settings)
        for frame in begun:
            if recording.hear(frame).is_over:
                return recording.utterance()
        async with aclosing(self._microphone.frames()) as frames:
            async for frame in frames:
                if recording.hear(frame).is_over:
                    return recording.utterance()
        return None if recording.endpoint is Endpoint.WAITING else recording.utterance()

    async def close(self) -> None:
        """Let go of the microphone."""
        await self._microphone.close()


class PushToTalkListener:
    """Hears what is said while a key is held, or between two presses of it, pauses and all.

    An utterance that reaches ``max_utterance_seconds`` ends without the key.
    """

    def __init__(
        self,
        microphone: Microphone,
        detector: VoiceDetector,
        key: TalkKey,
        settings: EndpointingSettings,
    ) -> None:
        self._microphone = microphone
        self._detector = detector
        self._key = key
        self._settings = replace(settings, patience_seconds=math.inf)

    async def listen(self, *, begun: Sequence[AudioChunk] = ()) -> Utterance | None:
        """The next utterance, or None when the key gives no more input; raises AudioError."""
        del begun
        if not await self._key.pressed():
            return None
        recording = _Recording(self._detector, self._settings)
        hearing = asyncio.create_task(self._hear(recording))
        release = asyncio.create_task(self._key.released())
        try:
            await asyncio.wait({hearing, release}, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait({hearing}, timeout=_RELEASE_TAIL_SECONDS)
            if hearing.done():
                hearing.result()
        finally:
            hearing.cancel()
            release.cancel()
            await asyncio.gather(hearing, release, return_exceptions=True)
        return recording.utterance()

    async def close(self) -> None:
        """Let go of the microphone and the key."""
        await self._key.close()
        await self._microphone.close()

    async def _hear(self, recording: "_Recording") -> None:
        async with aclosing(self._microphone.frames()) as frames:
            async for frame in frames:
                if recording.hear(frame).is_over:
                    return


class RecordedListener:
    """Takes each sound file for exactly one utterance, however long the pauses in it.

    Its ``endpoint_seconds`` is what a microphone would have needed: the learner's patience, or
    the silence that remains where the file ends first.
    """

    def __init__(
        self,
        reader: AudioReader,
        detector: VoiceDetector,
        paths: Iterable[Path],
        settings: EndpointingSettings,
    ) -> None:
        self._reader = reader
        self._detector = detector
        self._paths = deque(paths)
        self._patience_seconds = settings.patience_seconds
        self._settings = replace(
            settings, patience_seconds=math.inf, max_utterance_seconds=math.inf
        )

    async def listen(self, *, begun: Sequence[AudioChunk] = ()) -> Utterance | None:
        """The next file's utterance, named after the file; None after the last.

        Raises AudioFileError for a file that cannot be read, once: the next call goes on with
        the file after it.
        """
        del begun
        if not self._paths:
            return None
        path = self._paths.popleft()
        audio = await self._reader.read(path)
        recording = _Recording(self._detector, self._settings)
        for start in range(0, len(audio.samples), _BATCH_BYTES):
            batch = audio.samples[start : start + _BATCH_BYTES]
            await asyncio.to_thread(_hear_all, recording, batch)
        utterance = recording.utterance(path.name)
        waited_seconds = min(self._patience_seconds, utterance.endpoint_seconds)
        return replace(utterance, endpoint_seconds=waited_seconds)

    async def close(self) -> None:
        """Nothing is held between two files."""


class TypedListener:
    """Takes each typed line for a turn."""

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader

    async def listen(self, *, begun: Sequence[AudioChunk] = ()) -> str | None:
        """The next line that holds more than spaces; None when there is no more."""
        del begun
        while (line := await self._reader.read_line()) is not None:
            if text := line.strip():
                return text
        return None

    async def close(self) -> None:
        """Nothing is held between two lines."""


class _Recording:
    """The sound of one utterance as it comes, and what is decided about it.

    Until speech begins, only as much is kept as an utterance may need before it, so waiting
    takes no memory.
    """

    def __init__(self, detector: VoiceDetector, settings: EndpointingSettings) -> None:
        detector.reset()
        self._detector = detector
        self._settings = settings
        self._gate = SpeechGate()
        self._endpointer = Endpointer(settings)
        self._samples = bytearray()
        self._dropped_bytes = 0
        self.endpoint = Endpoint.WAITING

    def hear(self, frame: AudioChunk) -> Endpoint:
        """Keep the frame and say what has become of the utterance; the last may be short."""
        padding = bytes(_FRAME_BYTES - len(frame.samples))
        whole_frame = AudioChunk(frame.samples + padding, SPEECH_RATE_HZ)
        is_speech = self._gate.is_speech(self._detector.speech_probability(whole_frame))
        self._samples += frame.samples
        self.endpoint = self._endpointer.feed(frame.duration_seconds, is_speech=is_speech)
        if self.endpoint is Endpoint.WAITING:
            self._drop_before_pre_roll()
        return self.endpoint

    def utterance(self, name: str = "") -> Utterance:
        """The speech with a little sound around it; where there was none, the last sound kept."""
        kept = AudioChunk(bytes(self._samples), SPEECH_RATE_HZ)
        first = self._endpointer.first_speech_seconds
        if first is None:
            return Utterance(kept, speech_seconds=0.0, endpoint_seconds=0.0, name=name)
        last = self._endpointer.last_speech_seconds
        dropped_seconds = self._dropped_bytes / _BYTES_PER_SECOND
        audio = kept.between(
            first - self._settings.pre_roll_seconds - dropped_seconds,
            last + _POST_ROLL_SECONDS - dropped_seconds,
        )
        return Utterance(
            audio,
            speech_seconds=min(last - first, audio.duration_seconds),
            endpoint_seconds=self._endpointer.heard_seconds - last,
            name=name,
        )

    def _drop_before_pre_roll(self) -> None:
        needed_seconds = self._settings.pre_roll_seconds + self._settings.min_speech_seconds
        needed_frames = math.ceil(needed_seconds * _BYTES_PER_SECOND / _FRAME_BYTES) + 1
        excess = len(self._samples) - needed_frames * _FRAME_BYTES
        if excess > 0:
            del self._samples[:excess]
            self._dropped_bytes += excess


def _hear_all(recording: _Recording, samples: bytes) -> None:
    for start in range(0, len(samples), _FRAME_BYTES):
        recording.hear(AudioChunk(samples[start : start + _FRAME_BYTES], SPEECH_RATE_HZ))
