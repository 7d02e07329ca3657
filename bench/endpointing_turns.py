"""What the ears know in each pause of a sound: heard once, judged by as many rules as one likes."""

import asyncio
import math
from collections.abc import Iterator
from dataclasses import dataclass

from endpointing_sounds import Sound

from tutor.domain.audio import SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.endpointing import Endpoint, EndpointingSettings
from tutor.ports import Transcriber, TurnJudge, VoiceDetector
from tutor.session.recording import FRAME_BYTES, Recording

__all__ = ["Ears", "HeardTurn", "Pause", "heard_turn"]

FRAME_SECONDS = FRAME_BYTES / 2 / SPEECH_RATE_HZ
_WORDS_FROM_SECONDS = 0.6
"""No rule here waits for words in a shorter pause: they would come after it."""


@dataclass(frozen=True, slots=True)
class Pause:
    """One silence of at least the length at which work ahead begins."""

    start_frame: int
    """The first silent frame."""
    frames: int
    completeness: float
    text: str | None
    """None in a pause too short for a transcript."""


@dataclass(frozen=True, slots=True)
class HeardTurn:
    """One sound as the voice detector, smart-turn and Whisper hear it."""

    name: str
    pause_seconds: float
    is_speech: str
    """``s`` for a frame of speech, ``.`` for one without."""
    pauses: tuple[Pause, ...]


@dataclass(frozen=True, slots=True)
class Ears:
    """The real ones."""

    detector: VoiceDetector
    judge: TurnJudge
    transcriber: Transcriber


async def heard_turn(ears: Ears, sound: Sound) -> HeardTurn:
    """The sound through all ears, with what is known in each of its pauses."""
    never = EndpointingSettings(patience_seconds=math.inf, max_utterance_seconds=math.inf)
    recording = Recording(ears.detector, never)
    marks = ""
    begun: list[tuple[int, Utterance]] = []
    for number, frame in enumerate(_frames(sound.audio)):
        before = recording.endpoint
        endpoint = recording.hear(frame)
        marks += "s" if endpoint is Endpoint.SPEAKING else "."
        if endpoint is Endpoint.LINGERING and before is not Endpoint.LINGERING:
            begun.append((number, recording.utterance()))
    pauses = [await _heard_pause(ears, marks, number, utterance) for number, utterance in begun]
    return HeardTurn(sound.name, sound.pause_seconds, marks, tuple(pauses))


async def _heard_pause(ears: Ears, marks: str, number: int, utterance: Utterance) -> Pause:
    start = marks.rfind("s", 0, number) + 1
    end = marks.find("s", number)
    frames = (len(marks) if end < 0 else end) - start
    completeness = await asyncio.to_thread(ears.judge.completeness, utterance.audio)
    if frames * FRAME_SECONDS < _WORDS_FROM_SECONDS:
        return Pause(start, frames, completeness, None)
    transcript = await ears.transcriber.transcribe(utterance)
    return Pause(start, frames, completeness, transcript.text)


def _frames(audio: AudioChunk) -> Iterator[AudioChunk]:
    for start in range(0, len(audio.samples) - FRAME_BYTES + 1, FRAME_BYTES):
        yield AudioChunk(audio.samples[start : start + FRAME_BYTES], SPEECH_RATE_HZ)
