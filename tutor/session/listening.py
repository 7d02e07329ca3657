"""Listeners: where the learner's turns come from, and where each begins and ends."""

import asyncio
import math
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from tutor.domain.audio import SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.endpointing import Endpoint, EndpointingSettings
from tutor.domain.patience import Patience
from tutor.ports import (
    AudioReader,
    Drafting,
    LineReader,
    Microphone,
    TalkKey,
    TurnJudge,
    VoiceDetector,
)
from tutor.session.pause_watch import PauseWatch
from tutor.session.recording import FRAME_BYTES, Recording

__all__ = ["HandsFreeListener", "PushToTalkListener", "RecordedListener", "TypedListener"]

_RELEASE_TAIL_SECONDS = 0.2
"""What a sound card may still hold back of what was said before the key was pressed."""
_BATCH_BYTES = 1000 * FRAME_BYTES
"""Half a minute: judged in a thread quickly enough not to delay Ctrl-C."""


class HandsFreeListener:
    """Hears the learner speak and decides when they have finished.

    The silence after it that is needed follows from what is known about the pause, and from
    patience, which learns from one call of ``listen`` to the next. Nothing is heard between two
    calls, so the tutor never hears itself.
    """

    def __init__(
        self,
        microphone: Microphone,
        detector: VoiceDetector,
        settings: EndpointingSettings,
        *,
        judge: TurnJudge | None = None,
        patience: Patience | None = None,
    ) -> None:
        """Without ``patience`` that of the settings is what is begun with."""
        self._microphone = microphone
        self._detector = detector
        self._settings = settings
        self._judge = judge
        self._patience = patience or Patience(settings.patience_seconds)

    async def listen(
        self, drafting: Drafting | None = None, *, begun: Sequence[AudioChunk] = ()
    ) -> Utterance | None:
        """The next utterance, or None where the sound ends before any speech; raises AudioError.

        ``begun`` are frames that were heard before, in which the learner may already speak.
        """
        recording = Recording(self._detector, self._settings)
        watch = PauseWatch(self._judge, drafting)
        try:
            for frame in begun:
                if self._hear(frame, recording, watch).is_over:
                    return recording.utterance()
            async with aclosing(self._microphone.frames()) as frames:
                async for frame in frames:
                    if self._hear(frame, recording, watch).is_over:
                        return recording.utterance()
        finally:
            await watch.close()
            self._patience = self._patience.after_turn()
        return None if recording.endpoint is Endpoint.WAITING else recording.utterance()

    def wait_longer(self) -> None:
        """The learner wants to be waited for: in the turn that lasts, or else in the next."""
        self._patience = self._patience.stretched()

    async def close(self) -> None:
        """Let go of the microphone."""
        await self._microphone.close()

    def _hear(self, frame: AudioChunk, recording: Recording, watch: PauseWatch) -> Endpoint:
        lingered = recording.endpoint is Endpoint.LINGERING
        silent_seconds = recording.silent_seconds
        endpoint = recording.hear(frame, watch.evidence, self._patience.seconds)
        if lingered and recording.silent_seconds < silent_seconds:
            self._patience = self._patience.after_pause(silent_seconds)
            watch.resumed()
        elif endpoint is Endpoint.LINGERING and not lingered:
            watch.paused(recording.utterance())
        return endpoint


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

    async def listen(
        self, drafting: Drafting | None = None, *, begun: Sequence[AudioChunk] = ()
    ) -> Utterance | None:
        """The next utterance, or None when the key gives no more input; raises AudioError.

        Nothing is drafted: only the key says that the learner has finished.
        """
        del drafting, begun
        if not await self._key.pressed():
            return None
        recording = Recording(self._detector, self._settings)
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

    def wait_longer(self) -> None:
        """Nothing to do: a turn ends by the key."""

    async def close(self) -> None:
        """Let go of the microphone and the key."""
        await self._key.close()
        await self._microphone.close()

    async def _hear(self, recording: Recording) -> None:
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

    async def listen(
        self, drafting: Drafting | None = None, *, begun: Sequence[AudioChunk] = ()
    ) -> Utterance | None:
        """The next file's utterance, named after the file; None after the last.

        Nothing is drafted: a file is there as a whole. Raises AudioFileError for a file that
        cannot be read, once: the next call goes on with the file after it.
        """
        del drafting, begun
        if not self._paths:
            return None
        path = self._paths.popleft()
        audio = await self._reader.read(path)
        recording = Recording(self._detector, self._settings)
        for start in range(0, len(audio.samples), _BATCH_BYTES):
            batch = audio.samples[start : start + _BATCH_BYTES]
            await asyncio.to_thread(_hear_all, recording, batch)
        utterance = recording.utterance(path.name)
        waited_seconds = min(self._patience_seconds, utterance.endpoint_seconds)
        return replace(utterance, endpoint_seconds=waited_seconds)

    def wait_longer(self) -> None:
        """Nothing to do: a file ends where it ends."""

    async def close(self) -> None:
        """Nothing is held between two files."""


class TypedListener:
    """Takes each typed line for a turn."""

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader

    async def listen(
        self, drafting: Drafting | None = None, *, begun: Sequence[AudioChunk] = ()
    ) -> str | None:
        """The next line that holds more than spaces; None when there is no more."""
        del drafting, begun
        while (line := await self._reader.read_line()) is not None:
            if text := line.strip():
                return text
        return None

    def wait_longer(self) -> None:
        """Nothing to do: a line ends by the return key."""

    async def close(self) -> None:
        """Nothing is held between two lines."""


def _hear_all(recording: Recording, samples: bytes) -> None:
    for start in range(0, len(samples), FRAME_BYTES):
        recording.hear(AudioChunk(samples[start : start + FRAME_BYTES], SPEECH_RATE_HZ))
