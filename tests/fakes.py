"""Small honest implementations of the ports."""

import asyncio
import math
from array import array
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tests.fake_records import (
    FakeScheduler,
    InMemoryDeck,
    InMemoryJournal,
    InMemoryRecords,
    InMemoryReviewBook,
)
from tutor.domain.audio import (
    FRAME_SAMPLES,
    SPEECH_RATE_HZ,
    VOICE_RATE_HZ,
    AudioChunk,
    Speech,
    Utterance,
)
from tutor.domain.chat import ChatMessage
from tutor.domain.conversation import Conversation
from tutor.domain.correcting import build_correction
from tutor.domain.correction import Correction
from tutor.domain.language import Pace
from tutor.domain.lesson import CourageTask, Lesson, Level, RescuePhrase
from tutor.domain.model import FetchProgress, FetchStage, Model, ModelFile
from tutor.domain.style_comment import StyleComment, comments_to_show, sentences_with_style
from tutor.domain.transcript import Transcript
from tutor.domain.vocabulary import Entry, Gender, PartOfSpeech
from tutor.domain.word_facts import WordFacts
from tutor.errors import (
    AudioDeviceError,
    AudioFileError,
    FetchError,
    LanguageModelAnswerError,
    LanguageModelError,
    LessonError,
    ModelMissingError,
    SynthesisError,
    TranscriptionError,
    TutorError,
)
from tutor.ports import Lexicon

__all__ = [
    "FakeAudioReader",
    "FakeChatModel",
    "FakeClock",
    "FakeCorrector",
    "FakeLessonShelf",
    "FakeLexicon",
    "FakeLineReader",
    "FakeMicrophone",
    "FakeModelStore",
    "FakePartner",
    "FakePlayer",
    "FakeScheduler",
    "FakeStyleCritic",
    "FakeSynthesizer",
    "FakeTalkKey",
    "FakeTranscriber",
    "FakeVocabulary",
    "FakeVoiceDetector",
    "InMemoryDeck",
    "InMemoryJournal",
    "InMemoryRecords",
    "InMemoryReviewBook",
    "ScriptedListener",
    "StagedPlayer",
    "a_lesson",
    "an_entry",
    "frames_of",
    "joined",
    "silence",
    "tone",
]


class FakeSynthesizer:
    """A Synthesizer whose sound is a steady level: 20 ms for every character, twice when slow."""

    def __init__(self, *, failing: frozenset[str] = frozenset()) -> None:
        self.asked: list[tuple[str, Pace]] = []
        self._failing = failing
        self._made = asyncio.Condition()
        self._made_count = 0

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        self.asked.append((text, pace))
        if text in self._failing:
            raise SynthesisError(f"The voice failed on {text!r}. Run: tutor models verify")
        async with self._made:
            self._made_count += 1
            self._made.notify_all()
        says_something = any(character.isalnum() for character in text)
        seconds = 0.02 * max(1, len(text)) * (2 if pace is Pace.SLOW else 1)
        level = 8000 if says_something else 0
        samples = array("h", [level] * round(seconds * VOICE_RATE_HZ))
        return AudioChunk(samples.tobytes(), VOICE_RATE_HZ)

    async def has_made(self, count: int) -> None:
        """Wait until that many chunks were made."""
        async with self._made:
            await self._made.wait_for(lambda: self._made_count >= count)


class StagedPlayer:
    """A Player that keeps what it played; when held, each sound lasts until ``finish``."""

    def __init__(self, *, held: bool = False) -> None:
        self.played: list[Speech] = []
        self._started: asyncio.Queue[Speech] = asyncio.Queue()
        self._ends = asyncio.Semaphore(0) if held else None
        self._error: AudioDeviceError | None = None

    def fail(self, error: AudioDeviceError) -> None:
        """Raise this at the next call of ``play``."""
        self._error = error

    async def started(self) -> Speech:
        """Wait for the next sound to start."""
        return await self._started.get()

    def finish(self) -> None:
        """End the sound that plays."""
        if self._ends is not None:
            self._ends.release()

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        if self._error is not None:
            raise self._error
        on_start()
        self._started.put_nowait(speech)
        if self._ends is not None:
            await self._ends.acquire()
        self.played.append(speech)

    async def close(self) -> None:
        pass


class FakePartner:
    """A Partner that says the scripted sentences of each turn, then fails if told to."""

    def __init__(self, *replies: Sequence[str], failure: LanguageModelError | None = None) -> None:
        self._replies = list(replies)
        self._failure = failure
        self.was_stopped = False
        """Whether a reply was closed before its last sentence."""

    async def reply(self, conversation: Conversation, learner: str) -> AsyncGenerator[str, None]:
        del conversation, learner
        sentences = self._replies.pop(0) if self._replies else ()
        try:
            for sentence in sentences:
                yield sentence
        except GeneratorExit:
            self.was_stopped = True
            raise
        if self._failure is not None:
            raise self._failure


class FakeClock:
    """A Clock that stands still until a test advances it."""

    def __init__(self, now: datetime = datetime(2026, 1, 1, 12, tzinfo=UTC)) -> None:
        self.started_at = now
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.started_at + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        self.seconds += seconds


class FakeMicrophone:
    """A Microphone that hears one take a call, then nothing more.

    ``played_out`` is set each time a take has been heard to its end.
    """

    def __init__(self, *takes: AudioChunk, unplugged_after: int | None = None) -> None:
        self.takes = list(takes)
        self.unplugged_after = unplugged_after
        """The microphone is gone when this many takes have been heard."""
        self.taken = 0
        self.played_out = asyncio.Event()
        self.hearing = False
        self.closed = False

    async def frames(self) -> AsyncGenerator[AudioChunk, None]:
        self.hearing = True
        try:
            for frame in frames_of(self.takes[self.taken]) if self.taken < len(self.takes) else ():
                await asyncio.sleep(0)
                yield frame
            self.taken += 1
            self.played_out.set()
            if self.taken == self.unplugged_after:
                raise AudioDeviceError("The microphone is gone. Run: tutor doctor")
            await asyncio.Event().wait()
        finally:
            self.hearing = False

    async def close(self) -> None:
        self.closed = True


class FakeVoiceDetector:
    """A VoiceDetector that takes every loud frame for speech."""

    def __init__(self) -> None:
        self.resets = 0

    def speech_probability(self, frame: AudioChunk) -> float:
        samples = array("h", frame.samples)
        return 0.95 if samples and max(map(abs, samples)) > 1000 else 0.02

    def reset(self) -> None:
        self.resets += 1


class FakeTalkKey:
    """A TalkKey that a test presses; after ``let_go`` there is no more input."""

    def __init__(self) -> None:
        self._presses: asyncio.Queue[bool] = asyncio.Queue()
        self.closed = False

    def press(self) -> None:
        self._presses.put_nowait(True)

    def let_go(self) -> None:
        self._presses.put_nowait(False)

    async def pressed(self) -> bool:
        return await self._presses.get()

    async def close(self) -> None:
        self.closed = True


class FakeLineReader:
    """A LineReader of lines known beforehand."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)

    async def read_line(self) -> str | None:
        return self._lines.pop(0) if self._lines else None


class FakeAudioReader:
    """An AudioReader of files that exist only in memory."""

    def __init__(self, files: Mapping[Path, AudioChunk]) -> None:
        self._files = files

    async def read(self, path: Path) -> AudioChunk:
        if path not in self._files:
            raise AudioFileError(f"{path} cannot be read: is the name right?")
        return self._files[path]


class FakePlayer:
    """A Player that is done at once and remembers the speeches in order."""

    def __init__(self, problem: AudioDeviceError | None = None) -> None:
        self.speeches: list[Speech] = []
        self.problem = problem
        self.closed = False

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        if self.problem is not None:
            raise self.problem
        await asyncio.sleep(0)
        on_start()
        self.speeches.append(speech)

    async def close(self) -> None:
        self.closed = True


class ScriptedListener:
    """A Listener that gives its turns in order and raises those that are errors."""

    def __init__(self, *turns: Utterance | str | TutorError) -> None:
        self._turns = list(turns)
        self.closed = False

    async def listen(self) -> Utterance | str | None:
        await asyncio.sleep(0)
        if not self._turns:
            return None
        turn = self._turns.pop(0)
        if isinstance(turn, TutorError):
            raise turn
        return turn

    async def close(self) -> None:
        self.closed = True


def tone(seconds: float, *, rate_hz: int = SPEECH_RATE_HZ, pitch_hz: float = 220.0) -> AudioChunk:
    """A loud hum, which FakeVoiceDetector takes for speech."""
    step = 2 * math.pi * pitch_hz / rate_hz
    samples = array(
        "h", (int(12_000 * math.sin(step * n)) for n in range(round(seconds * rate_hz)))
    )
    return AudioChunk(samples.tobytes(), rate_hz)


def silence(seconds: float, *, rate_hz: int = SPEECH_RATE_HZ) -> AudioChunk:
    """Nothing at all."""
    return AudioChunk(bytes(2 * round(seconds * rate_hz)), rate_hz)


def joined(*chunks: AudioChunk) -> AudioChunk:
    """One after the other."""
    return AudioChunk(b"".join(chunk.samples for chunk in chunks), chunks[0].sample_rate_hz)


def frames_of(audio: AudioChunk) -> Iterator[AudioChunk]:
    """The whole frames of a stretch of sound."""
    size = 2 * FRAME_SAMPLES
    for start in range(0, len(audio.samples) - size + 1, size):
        yield AudioChunk(audio.samples[start : start + size], audio.sample_rate_hz)


def a_lesson(lesson_id: str = "a2-fake", level: Level = Level.A2) -> Lesson:
    """A small lesson with three questions."""
    return Lesson(
        id=lesson_id,
        level=level,
        topic="animals",
        title_spanish="Las mascotas",
        title_english="Pets",
        scene="Dos vecinos hablan de sus animales.",
        tutor_name="Nora",
        tutor_role="Eres Nora, una vecina.",
        tutor_manner="Amable, tutea.",
        opening="Hola, soy Nora. ¿Tienes una mascota?",
        questions=("¿Cómo se llama tu gato?", "¿Qué come?", "¿Dónde duerme por la noche?"),
        target_words=("el gato", "la mascota"),
        target_phrases=("Tengo un gato.", "Me gustan los perros."),
        grammar="tener + noun",
        farewell="¡Hasta mañana!",
        rescue=(
            RescuePhrase("¿Me lo puede repetir?", "Could you repeat that?"),
            RescuePhrase("No entiendo.", "I do not understand."),
        ),
        courage=CourageTask(
            "Esta semana, pregunta a un vecino por su perro.",
            "This week, ask a neighbour about their dog.",
            "La última vez ibas a hablar con un vecino. ¿Qué tal fue?",
        ),
    )


class FakeLessonShelf:
    """A LessonShelf of the lessons it is given."""

    def __init__(self, *lessons: Lesson) -> None:
        self._lessons = lessons

    def lessons(self) -> tuple[Lesson, ...]:
        return tuple(sorted(self._lessons, key=lambda lesson: (lesson.level, lesson.id)))

    def lesson(self, lesson_id: str) -> Lesson:
        for lesson in self._lessons:
            if lesson.id == lesson_id:
                return lesson
        raise LessonError(f"No lesson '{lesson_id}'. See them all: tutor lessons list")


class FakeChatModel:
    """A ChatModel that gives the same pieces to whatever it is asked, and keeps what that was."""

    def __init__(
        self,
        pieces: Sequence[str],
        *,
        is_cut: bool = False,
        failure: LanguageModelError | None = None,
    ) -> None:
        self._pieces = tuple(pieces)
        self._is_cut = is_cut
        self._failure = failure
        self.asked: list[tuple[ChatMessage, ...]] = []

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        del max_tokens, temperature, schema
        self.asked.append(tuple(messages))
        for piece in self._pieces:
            yield piece
        if self._failure is not None:
            raise self._failure
        if self._is_cut or not self._pieces:
            raise LanguageModelAnswerError("The answer was cut or empty.")


class FakeLexicon:
    """A Lexicon in which every word is everyday Spanish but the English ones it is given."""

    def __init__(
        self, lemmas: Mapping[str, str] | None = None, *, english: frozenset[str] = frozenset()
    ) -> None:
        self._lemmas = _EVERYDAY_LEMMAS | dict(lemmas or {})
        self._english = english

    def facts(self, word: str) -> WordFacts:
        lemma = self._lemmas.get(word, word)
        return WordFacts(lemma, 0.0, 5.0) if word in self._english else WordFacts(lemma, 5.0, 0.0)


_EVERYDAY_LEMMAS = {
    "voy": "ir", "fui": "ir", "fue": "ir", "hablo": "hablar", "habló": "hablar", "gusta": "gustar",
    "gusto": "gustar", "gustan": "gustar", "tengo": "tener", "tiene": "tener", "como": "comer",
    "comí": "comer", "vi": "ver", "quiero": "querer", "casas": "casa", "bonita": "bonito",
    "chicas": "chico", "chica": "chico", "rojas": "rojo", "roja": "rojo", "vive": "vivir",
    "vivo": "vivir",
}  # fmt: skip


class FakeTranscriber:
    """A Transcriber that hears the same in every utterance, or fails once at first."""

    def __init__(self, heard: Transcript | TranscriptionError | None = None) -> None:
        self._failure = heard if isinstance(heard, TranscriptionError) else None
        self._heard = heard if isinstance(heard, Transcript) else Transcript(())

    async def load(self) -> None:
        pass

    async def transcribe(self, utterance: Utterance) -> Transcript:
        del utterance
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        return self._heard


class FakeCorrector:
    """A Corrector whose model is a script: what was said, and the better sentence."""

    def __init__(
        self,
        script: Mapping[str, str] | None = None,
        failure: LanguageModelError | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._script = dict(script or {})
        self._failure = failure
        self._lexicon = FakeLexicon() if lexicon is None else lexicon
        self.asked: list[Transcript] = []

    async def load(self) -> None:
        pass

    async def correct(self, transcript: Transcript) -> Correction:
        self.asked.append(transcript)
        if self._failure is not None:
            raise self._failure
        better = self._script.get(transcript.text, transcript.text)
        return build_correction(transcript, better, self._lexicon.facts)


class FakeStyleCritic:
    """A StyleCritic that writes the same of every sentence, as far as it may be shown."""

    def __init__(
        self, comment: str, lexicon: Lexicon, failure: LanguageModelError | None = None
    ) -> None:
        self._comment = comment
        self._lexicon = lexicon
        self._failure = failure

    async def comments(self, corrections: Sequence[Correction]) -> tuple[StyleComment, ...]:
        spoken = sentences_with_style(corrections)
        if self._failure is not None and spoken:
            raise self._failure
        written = [StyleComment(one.said, self._comment) for one in spoken]
        return comments_to_show(written, self._lexicon.facts)


class FakeModelStore:
    """A folder, and the contents it can be filled with; nothing else is to be had."""

    def __init__(
        self,
        folder: Path,
        models: Sequence[Model],
        contents: Mapping[str, bytes],
        *,
        hub_reachable: bool = False,
    ) -> None:
        self._folder = folder
        self._models = {model.name: model for model in models}
        self._contents = contents
        self._hub_reachable = hub_reachable

    def models(self) -> tuple[Model, ...]:
        return tuple(self._models.values())

    def model(self, name: str) -> Model:
        if name not in self._models:
            raise ModelMissingError(f"No model '{name}'. See them all: tutor models list")
        return self._models[name]

    def is_present(self, name: str) -> bool:
        return not self.missing(name)

    def missing(self, name: str) -> tuple[ModelFile, ...]:
        files = self.model(name).files
        return tuple(f for f in files if len(self._content(f) or b"") != f.size_bytes)

    def paths(self, name: str) -> tuple[Path, ...]:
        if self.missing(name):
            raise ModelMissingError(f"No model '{name}' here. Run: tutor models fetch {name}")
        return tuple(self._folder / file.path for file in self.model(name).files)

    def damaged(self, name: str) -> tuple[Path, ...]:
        return tuple(self._folder / file.path for file in self._wrong(name))

    def hub_reachable(self) -> bool:
        return self._hub_reachable

    async def fetch(self, name: str, report: Callable[[FetchProgress], None]) -> None:
        wrong = self._wrong(name)
        total, done = sum(file.size_bytes or 0 for file in wrong), 0
        for file in wrong:
            if file.path not in self._contents:
                raise FetchError(f"Cannot fetch {name}: nobody has {file.path}.")
            path = self._folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._contents[file.path])
            done += file.size_bytes or 0
            report(FetchProgress(name, FetchStage.FETCHING, "memory", done, total))

    def _wrong(self, name: str) -> list[ModelFile]:
        files = self.model(name).files
        return [f for f in files if sha256(self._content(f) or b"").hexdigest() != f.sha256]

    def _content(self, file: ModelFile) -> bytes | None:
        path = self._folder / file.path
        return path.read_bytes() if path.is_file() else None


class FakeVocabulary:
    """A Vocabulary of the entries it is given; a later one replaces the same word."""

    def __init__(self, *entries: Entry) -> None:
        self._entries = {(entry.word, entry.part_of_speech): entry for entry in entries}

    def entries(self) -> tuple[Entry, ...]:
        return tuple(sorted(self._entries.values(), key=lambda entry: entry.level))


def an_entry(word: str = "manzana", *translations: str, level: Level = Level.A1) -> Entry:
    """A feminine noun with an example that holds it as it stands."""
    return Entry(
        word=word,
        part_of_speech=PartOfSpeech.NOUN,
        level=level,
        theme="food",
        translations=translations or ("apple",),
        example=f"Aquí está la {word}.",
        example_translation=f"Here is the {(translations or ('apple',))[0]}.",
        gender=Gender.FEMININE,
    )
