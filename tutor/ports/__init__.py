"""What a session needs from outside, in our own words."""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tutor.domain.audio import AudioChunk, Speech, Utterance
from tutor.domain.chat import ChatMessage
from tutor.domain.conversation import Conversation
from tutor.domain.correction import Correction
from tutor.domain.language import Language, Pace
from tutor.domain.lesson import Lesson, Level
from tutor.domain.model import FetchProgress, Model, ModelFile
from tutor.domain.remark import Remark
from tutor.domain.style_comment import StyleComment
from tutor.domain.transcript import Transcript
from tutor.domain.vocabulary import Entry
from tutor.domain.word_facts import WordFacts
from tutor.ports.conversing import ChatModel, Commentator, Partner, StyleCritic, Translator
from tutor.ports.hearing import Drafting, Listener, TurnJudge, VoiceDetector
from tutor.ports.memory import Diary, Memory
from tutor.ports.records import Deck, Journal, ReviewBook, Scheduler

__all__ = [
    "AudioReader",
    "ChatModel",
    "Clock",
    "Commentator",
    "Corrector",
    "Deck",
    "Diary",
    "Drafting",
    "Journal",
    "LessonShelf",
    "Lexicon",
    "LineReader",
    "Listener",
    "Memory",
    "Microphone",
    "ModelStore",
    "Partner",
    "Player",
    "ReviewBook",
    "Scheduler",
    "StyleCritic",
    "Synthesizer",
    "TalkKey",
    "Transcriber",
    "Translator",
    "TurnJudge",
    "UtteranceArchive",
    "Vocabulary",
    "VoiceDetector",
]


class Clock(Protocol):
    """The time of day, and a stopwatch."""

    def now(self) -> datetime:
        """Now, timezone-aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment; never goes back."""
        ...


class Microphone(Protocol):
    """The learner's live sound."""

    def frames(self) -> AsyncGenerator[AudioChunk, None]:
        """Frames of ``FRAME_SAMPLES`` at ``SPEECH_RATE_HZ``, from the moment the first is awaited.

        Close the generator to stop hearing. Raises AudioLibraryError or AudioDeviceError, also
        when unplugged meanwhile.
        """
        ...

    async def close(self) -> None:
        """Let go of the device."""
        ...


class AudioReader(Protocol):
    """Sound files."""

    async def read(self, path: Path) -> AudioChunk:
        """The whole file as mono at ``SPEECH_RATE_HZ``; raises AudioFileError."""
        ...


class TalkKey(Protocol):
    """The key that opens and closes the microphone with ``--push-to-talk``."""

    async def pressed(self) -> bool:
        """Wait until the learner wants to talk; False when there is no more input."""
        ...

    async def released(self) -> bool:
        """Wait until they have finished; False when there is no more input."""
        ...

    async def close(self) -> None:
        """Give the keyboard back as it was."""
        ...


class LineReader(Protocol):
    """Typed text."""

    async def read_line(self) -> str | None:
        """The next line without its end; None when there is no more."""
        ...


class Transcriber(Protocol):
    """Turns sound into words."""

    async def load(self) -> None:
        """Make ready what the first utterance would otherwise wait for; raises ModelError."""
        ...

    async def transcribe(self, utterance: Utterance) -> Transcript:
        """What was said; no segments for silence, noise or music. Raises TranscriptionError."""
        ...


class UtteranceArchive(Protocol):
    """The learner's sound, kept because they asked for it."""

    async def keep(self, session_id: str, turn_number: int, utterance: Utterance) -> None:
        """Store one turn's sound; raises StoreError."""
        ...


class Lexicon(Protocol):
    """A dictionary of word forms."""

    def facts(self, word: str) -> WordFacts:
        """What is known about a lower-case word form."""
        ...


class Corrector(Protocol):
    """Says what was wrong."""

    async def load(self) -> None:
        """Read what the first correction would have to wait for."""
        ...

    async def correct(self, transcript: Transcript) -> Correction:
        """The corrected sentence and its edits; raises LanguageModelError."""
        ...


class Synthesizer(Protocol):
    """One voice in one language."""

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        """One sentence as sound at ``VOICE_RATE_HZ``; raises SynthesisError."""
        ...


class Player(Protocol):
    """Where the tutor's speech goes."""

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """Play to the end; ``on_start`` is called as the first sample leaves.

        Cancelling stops the sound. Raises AudioDeviceError.
        """
        ...

    async def pause(self) -> float:
        """Be silent, at once and in speeches to come, until ``resume``.

        How many seconds of the speech have been heard, also when paused already; 0 without one.
        """
        ...

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """Go on where the sound stopped, or so long before; raises AudioDeviceError."""
        ...

    async def close(self) -> None:
        """Let go of the device."""
        ...


class LessonShelf(Protocol):
    """The lessons there are."""

    def lessons(self) -> tuple[Lesson, ...]:
        """By level, then id."""
        ...

    def lesson(self, lesson_id: str) -> Lesson:
        """One by its id; raises LessonError."""
        ...


class Vocabulary(Protocol):
    """The words there are to learn."""

    def entries(self) -> tuple[Entry, ...]:
        """By level, each word once as the same part of speech; raises LessonError."""
        ...


class ModelStore(Protocol):
    """Models and voices on this machine, and where to get them."""

    def models(self) -> tuple[Model, ...]:
        """The whole catalogue."""
        ...

    def model(self, name: str) -> Model:
        """One by its name; raises ModelMissingError naming the nearest names."""
        ...

    def is_present(self, name: str) -> bool:
        """Whether no file is missing."""
        ...

    def missing(self, name: str) -> tuple[ModelFile, ...]:
        """The files that are not there with their size; hashes are for ``damaged``."""
        ...

    def paths(self, name: str) -> tuple[Path, ...]:
        """The files in the catalogue's order; raises ModelMissingError."""
        ...

    def damaged(self, name: str) -> tuple[Path, ...]:
        """The files whose size or sha256 is not the catalogue's; missing ones too."""
        ...

    def hub_reachable(self) -> bool:
        """Whether the model hub answers; asked once, for a few seconds at most."""
        ...

    async def fetch(self, name: str, report: Callable[[FetchProgress], None]) -> None:
        """Bring what is missing or damaged; raises FetchError listing each source and why.

        Cancelling keeps what has come so far for the next call.
        """
        ...
