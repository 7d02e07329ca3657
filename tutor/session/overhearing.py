"""Hearing whether the learner talks over the tutor."""

import asyncio
import math
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk
from tutor.domain.endpointing import SpeechGate
from tutor.domain.interrupting import InterruptingSettings, InterruptionJudge, Reaction
from tutor.ports import Microphone, Player, VoiceDetector

__all__ = ["HeldMicrophone", "Overhearer"]

_FRAMES_PER_SECOND = SPEECH_RATE_HZ / FRAME_SAMPLES
_HELD_FRAMES = math.ceil(10 * _FRAMES_PER_SECOND)
"""What may be said between one who listens and the next."""
_BEFORE_FRAMES = math.ceil(0.5 * _FRAMES_PER_SECOND)
"""Kept before the first speech, so that the first syllable is whole."""
_AGAIN_SECONDS = 0.4
"""Said again after a cough: about the word that was broken off."""


class HeldMicrophone:
    """A Microphone for several who listen in turn, with no gap between two of them if need be.

    It hears without a break from the first ``frames`` until ``close``.
    """

    def __init__(self, microphone: Microphone) -> None:
        self._microphone = microphone
        self._held: deque[AudioChunk] = deque(maxlen=_HELD_FRAMES)
        self._more = asyncio.Event()
        self._is_holding = False
        self._hearing: asyncio.Task[None] | None = None

    def hold(self) -> None:
        """The next ``frames`` begins where the last one has ended, not when it is called."""
        self._is_holding = True

    async def frames(self) -> AsyncGenerator[AudioChunk, None]:
        """Frames from now on, or from where ``hold`` says; errors as in ports.Microphone."""
        if not self._is_holding:
            self._held.clear()
        self._is_holding = False
        if self._hearing is None:
            self._hearing = asyncio.create_task(self._hear())
        while True:
            while self._held:
                yield self._held.popleft()
            if self._hearing.done():
                hearing, self._hearing = self._hearing, None
                await hearing
                return
            self._more.clear()
            await self._more.wait()

    async def close(self) -> None:
        """Let go of the device."""
        hearing, self._hearing = self._hearing, None
        if hearing is not None:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)
        await self._microphone.close()

    async def _hear(self) -> None:
        try:
            async with aclosing(self._microphone.frames()) as frames:
                async for frame in frames:
                    self._held.append(frame)
                    self._more.set()
        finally:
            self._more.set()


class Overhearer:
    """Listens while the tutor speaks, and silences it for whoever begins to speak.

    Only for a microphone that does not hear the tutor: it would interrupt itself.
    """

    def __init__(
        self, microphone: HeldMicrophone, detector: VoiceDetector, settings: InterruptingSettings
    ) -> None:
        self._microphone = microphone
        self._detector = detector
        self._settings = settings
        self._judge = InterruptionJudge(settings)
        self._gate = SpeechGate()
        self._kept: deque[AudioChunk] = deque()
        self._reaction = Reaction.QUIET

    async def interrupted(self, player: Player, begun: Sequence[AudioChunk] = ()) -> None:
        """Return when the learner has taken the floor; the player is paused then.

        It is paused as soon as somebody speaks and goes on after a cough. ``begun`` is what
        ``begun`` gave when the tutor's last words ended, and nobody has listened to since. Raises
        AudioError.
        """
        self._judge = InterruptionJudge(self._settings)
        self._gate = SpeechGate()
        self._detector.reset()
        self._kept.clear()
        self._reaction = Reaction.QUIET
        for frame in begun:
            if await self._is_taken(frame, player):
                return
        async with aclosing(self._microphone.frames()) as frames:
            async for frame in frames:
                if await self._is_taken(frame, player):
                    return

    def begun(self) -> tuple[AudioChunk, ...]:
        """What somebody has begun to say; the microphone's next frames follow it without a gap.

        Nothing where nobody has.
        """
        if self._reaction not in {Reaction.HUSH, Reaction.INTERRUPTED}:
            return ()
        self._microphone.hold()
        return tuple(self._kept)

    async def _is_taken(self, frame: AudioChunk, player: Player) -> bool:
        """Whether the learner has the floor after this frame; the player does as it demands."""
        is_speech = self._gate.is_speech(self._detector.speech_probability(frame))
        self._keep(frame)
        self._reaction = self._judge.feed(frame.duration_seconds, is_speech=is_speech)
        match self._reaction:
            case Reaction.HUSH | Reaction.INTERRUPTED:
                await player.pause()
            case Reaction.GO_ON:
                await player.resume(again_seconds=_AGAIN_SECONDS)
            case Reaction.QUIET:
                pass
        return self._reaction is Reaction.INTERRUPTED

    def _keep(self, frame: AudioChunk) -> None:
        self._kept.append(frame)
        if self._reaction in {Reaction.QUIET, Reaction.GO_ON}:
            while len(self._kept) > _BEFORE_FRAMES:
                self._kept.popleft()
