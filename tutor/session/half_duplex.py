"""A microphone that is deaf while the tutor speaks, and to what of it still hangs in the room."""

import math
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

from tutor.domain.audio import AudioChunk, Speech
from tutor.domain.endpointing import SpeechGate
from tutor.ports import Clock, Microphone, Player, VoiceDetector

__all__ = ["HalfDuplexMicrophone", "WatchedPlayer"]

_LEAD_FRAMES = 3
"""Given before the first speech: a soft first consonant does not count as speech yet."""


class WatchedPlayer:
    """A Player that remembers when it last sounded."""

    def __init__(self, player: Player, clock: Clock) -> None:
        self._player = player
        self._clock = clock
        self._last_sound_at = -math.inf

    @property
    def silent_seconds(self) -> float:
        """How long ago the last sound ended, by the clock; infinite before any."""
        return self._clock.monotonic() - self._last_sound_at

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """As the player does."""
        try:
            await self._player.play(speech, on_start)
        finally:
            self._last_sound_at = self._clock.monotonic()

    async def pause(self) -> float:
        """As the player does."""
        return await self._player.pause()

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """As the player does."""
        await self._player.resume(again_seconds=again_seconds)

    async def close(self) -> None:
        """As the player does."""
        await self._player.close()


class HalfDuplexMicrophone:
    """A Microphone that holds back what comes too soon after the tutor's last sound.

    What is heard within ``decay_seconds`` of it may be the tutor's own voice, on its way through
    buffers and off the walls. A learner who is speaking when that time is over has answered at
    once: the beginning of their speech is given after all.
    """

    def __init__(
        self,
        microphone: Microphone,
        player: WatchedPlayer,
        detector: VoiceDetector,
        decay_seconds: float,
    ) -> None:
        """``detector`` is for this microphone alone."""
        self._microphone = microphone
        self._player = player
        self._detector = detector
        self._decay_seconds = decay_seconds

    async def frames(self) -> AsyncGenerator[AudioChunk, None]:
        """As the microphone's, without the echo."""
        held_back: list[AudioChunk] = []
        async with aclosing(self._microphone.frames()) as frames:
            async for frame in frames:
                if self._player.silent_seconds < self._decay_seconds:
                    held_back.append(frame)
                    continue
                if held_back:
                    for early in self._still_spoken(held_back):
                        yield early
                    held_back = []
                yield frame

    async def close(self) -> None:
        """Let go of the device."""
        await self._microphone.close()

    def _still_spoken(self, held_back: Sequence[AudioChunk]) -> Sequence[AudioChunk]:
        """The speech that reaches to the end of what was held back; none where there is silence.

        A little of what comes before it is given too, where that is no speech.
        Speech from the first frame on is the tutor's last word with the learner's first one close
        behind it, or nothing but the former: the first half is left out.
        """
        gate = SpeechGate()
        self._detector.reset()
        spoken = [gate.is_speech(self._detector.speech_probability(frame)) for frame in held_back]
        onset = len(spoken)
        while onset and spoken[onset - 1]:
            onset -= 1
        if onset == 0:
            return held_back[len(spoken) // 2 :]
        if onset < len(spoken):
            lead = spoken[max(0, onset - _LEAD_FRAMES) : onset]
            onset -= lead[::-1].index(True) if True in lead else len(lead)
        return held_back[onset:]
