"""A learner who speaks in real time, a speaker who takes the time of the sound, a stopwatch."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor import app
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk, Speech
from tutor.domain.endpointing import SpeechGate
from tutor.ports import VoiceDetector

__all__ = ["STAGES", "FedMicrophone", "Marks", "PatientPlayer", "Stopwatch", "Take", "takes_of"]

STAGES = ("endpoint", "transcript", "first token", "first audio")
Marks = dict[str, float]
"""A stage, and seconds from the end of speech to it."""

_END = "speech end"
_FRAME_BYTES = 2 * FRAME_SAMPLES
_FRAME_SECONDS = FRAME_SAMPLES / SPEECH_RATE_HZ
_BEFORE_SECONDS, _BEHIND_SECONDS = 0.4, 12.0
"""Silence around a turn."""


@dataclass(frozen=True, slots=True)
class Take:
    """One of the learner's turns, and where in it the last speech ends."""

    audio: AudioChunk
    speech_end_seconds: float


async def takes_of(sounds: Sequence[Path | AudioChunk]) -> list[Take]:
    """The turns of recordings, or of sounds at ``SPEECH_RATE_HZ``."""
    reader, detector = app.audio_reader(), app.voice_detector()
    audios = [one if isinstance(one, AudioChunk) else await reader.read(one) for one in sounds]
    return [Take(audio, _speech_end(audio, detector)) for audio in audios]


def _speech_end(audio: AudioChunk, detector: VoiceDetector) -> float:
    detector.reset()
    gate, end = SpeechGate(), 0.0
    for number, frame in enumerate(_frames(audio)):
        if gate.is_speech(detector.speech_probability(frame)):
            end = (number + 1) * _FRAME_SECONDS
    return end


def _frames(audio: AudioChunk) -> Iterator[AudioChunk]:
    for start in range(0, len(audio.samples), _FRAME_BYTES):
        piece = audio.samples[start : start + _FRAME_BYTES]
        yield AudioChunk(piece.ljust(_FRAME_BYTES, b"\0"), audio.sample_rate_hz)


class Stopwatch:
    """When each turn reached which stage."""

    def __init__(self) -> None:
        self._turns: list[Marks] = []
        self.cut_off = 0
        """Turns that were over before the learner's speech was."""

    def begin(self) -> None:
        """The learner's next turn."""
        self._turns.append({})

    def reached(self, stage: str, at: float | None = None) -> None:
        """Now, or ``at`` a moment; what is begun anew counts the last time, sound the first."""
        if self._turns and not (stage == "first audio" and stage in self._turns[-1]):
            self._turns[-1][stage] = time.perf_counter() if at is None else at

    def speech_ended(self, at: float) -> None:
        """The last of the learner's speech was fed."""
        self.cut_off += "endpoint" in self._turns[-1]
        for stage in STAGES:
            self._turns[-1].pop(stage, None)
        self.reached(_END, at)

    def waits(self) -> list[Marks]:
        """Of the turns that were answered with sound."""
        return [
            {stage: turn[stage] - turn[_END] for stage in STAGES if stage in turn}
            for turn in self._turns
            if _END in turn and "first audio" in turn
        ]


class FedMicrophone:
    """A Microphone that hears one take a turn in real time, and silence around it.

    A take that was cut off is gone on with at the next call.
    """

    def __init__(self, takes: Sequence[Take], watch: Stopwatch) -> None:
        self._takes = list(takes)
        self._watch = watch
        self._left: list[tuple[AudioChunk, bool]] = []

    async def frames(self) -> AsyncGenerator[AudioChunk, None]:
        """Ends at once where every take has been heard."""
        if not any(is_speech for _, is_speech in self._left):
            if not self._takes:
                return
            self._watch.begin()
            self._left = list(_with_silence(self._takes.pop(0)))
        due = time.perf_counter()
        while self._left:
            frame, is_speech = self._left.pop(0)
            due += _FRAME_SECONDS
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            if is_speech and not any(later for _, later in self._left[:1]):
                self._watch.speech_ended(due)
            yield frame

    async def close(self) -> None:
        """Nothing is held."""


def _with_silence(take: Take) -> Iterator[tuple[AudioChunk, bool]]:
    """Frames, and whether the last speech is still to come or in them."""
    silent = AudioChunk(bytes(_FRAME_BYTES), SPEECH_RATE_HZ)
    for _ in range(round(_BEFORE_SECONDS / _FRAME_SECONDS)):
        yield silent, True
    for number, frame in enumerate(_frames(take.audio)):
        yield frame, number * _FRAME_SECONDS < take.speech_end_seconds - _FRAME_SECONDS / 2
    for _ in range(round(_BEHIND_SECONDS / _FRAME_SECONDS)):
        yield silent, False


class PatientPlayer:
    """A Player without a device: each speech lasts as long as it would be heard."""

    def __init__(self, watch: Stopwatch) -> None:
        self._watch = watch

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """See Player.play."""
        self._watch.reached("first audio")
        on_start()
        await asyncio.sleep(speech.audio.duration_seconds)

    async def pause(self) -> float:
        """Nobody interrupts it."""
        return 0.0

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """It was never paused."""

    async def close(self) -> None:
        """Nothing is held."""
