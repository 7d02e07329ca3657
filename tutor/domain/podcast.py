"""Two voices about something, for a learner who is out walking: the script, and its recording."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.audio import AudioChunk

__all__ = [
    "Chapter",
    "Podcast",
    "PodcastLine",
    "RecordedChapter",
    "RecordedLine",
    "Script",
    "Side",
    "transcript_of",
]


class Side(StrEnum):
    """Which of the two voices speaks."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class PodcastLine:
    """What one voice says before the other does."""

    side: Side
    text: str
    leaves_time: bool = False
    """Whether a pause follows in which the listener can speak."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Lines about one thing."""

    title: str
    lines: tuple[PodcastLine, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """What is to be said, and the words that are explained in it."""

    title: str
    chapters: tuple[Chapter, ...]
    words: tuple[tuple[str, str], ...] = ()
    """Spanish and English."""


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """A line and when it is heard."""

    line: PodcastLine
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True, slots=True)
class RecordedChapter:
    """A chapter and when it is heard."""

    title: str
    lines: tuple[RecordedLine, ...]
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True, slots=True)
class Podcast:
    """A script as sound."""

    script: Script
    audio: AudioChunk
    chapters: tuple[RecordedChapter, ...]


def transcript_of(podcast: Podcast, names: dict[Side, str]) -> str:
    """The whole podcast as text: chapters, times and who speaks; at the end the words."""
    parts = [podcast.script.title]
    for chapter in podcast.chapters:
        lines = [
            f"[{_clock(one.start_seconds)}] {names[one.line.side]}: {one.line.text}"
            for one in chapter.lines
        ]
        heading = f"{_clock(chapter.start_seconds)}  {chapter.title}"
        parts.append("\n".join((heading, *lines)))
    if podcast.script.words:
        glossary = (f"{word}: {gloss}" for word, gloss in podcast.script.words)
        parts.append("\n".join(("Palabras · Words", *glossary)))
    return "\n\n".join(parts) + "\n"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes:02}:{rest:02}"
