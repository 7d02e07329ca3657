"""A script spoken by two voices, as one sound."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk
from tutor.domain.language import Pace
from tutor.domain.podcast import (
    Chapter,
    Podcast,
    PodcastLine,
    RecordedChapter,
    RecordedLine,
    Script,
    Side,
)
from tutor.domain.splicing import silence, trimmed
from tutor.ports import Synthesizer

__all__ = ["record_podcast"]

_GAP_SECONDS = 0.5
"""Between one voice and the other: about what people leave."""
_CHAPTER_GAP_SECONDS = 1.0
_LEAST_ROOM_SECONDS = 2.0
"""For the listener to begin to speak."""


@dataclass(slots=True)
class _Tape:
    """Sound as it grows."""

    pieces: list[bytes] = field(default_factory=list)
    samples: int = 0

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.samples / VOICE_RATE_HZ

    def add(self, sound: AudioChunk) -> None:
        """Put sound behind what there is."""
        self.pieces.append(sound.samples)
        self.samples += len(sound.samples) // 2


async def record_podcast(
    script: Script,
    voices: Mapping[Side, Synthesizer],
    pace: Pace,
    *,
    limit_seconds: float = math.inf,
    report: Callable[[RecordedLine], None] = lambda _: None,
) -> Podcast:
    """Speak every line; raises SynthesisError.

    After ``limit_seconds`` no chapter is begun but the last, which takes leave. ``report`` is told
    each line as it is done.
    """
    tape = _Tape()
    chapters = []
    *body, last = script.chapters
    for chapter in body:
        if tape.seconds >= limit_seconds:
            break
        chapters.append(await _record(chapter, tape, voices, pace, report))
    chapters.append(await _record(last, tape, voices, pace, report))
    audio = AudioChunk(b"".join(tape.pieces), VOICE_RATE_HZ)
    return Podcast(script, audio, tuple(chapters))


async def _record(
    chapter: Chapter,
    tape: _Tape,
    voices: Mapping[Side, Synthesizer],
    pace: Pace,
    report: Callable[[RecordedLine], None],
) -> RecordedChapter:
    begun = tape.seconds
    lines = []
    for line in chapter.lines:
        start = tape.seconds
        sound = trimmed(await voices[line.side].synthesize(line.text, pace))
        tape.add(sound)
        recorded = RecordedLine(line, start, tape.seconds)
        lines.append(recorded)
        tape.add(silence(_gap_seconds(line, sound), VOICE_RATE_HZ))
        report(recorded)
    tape.add(silence(_CHAPTER_GAP_SECONDS, VOICE_RATE_HZ))
    return RecordedChapter(chapter.title, tuple(lines), begun, tape.seconds)


def _gap_seconds(line: PodcastLine, sound: AudioChunk) -> float:
    if not line.leaves_time:
        return _GAP_SECONDS
    return max(_LEAST_ROOM_SECONDS, sound.duration_seconds)
