"""Wiring a practice session."""

import math
import time
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from tutor.app import (
    chosen_models,
    conversation_partner,
    corrector,
    hands_free_listener,
    language_models,
    lesson_shelf,
    open_records,
    player,
    push_to_talk_listener,
    read_ahead,
    recorded_listener,
    transcriber,
    typed_listener,
    voices,
)
from tutor.config import Settings
from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Utterance
from tutor.domain.language import Language, Pace
from tutor.domain.lesson import DEFAULT_LESSON_ID, Lesson
from tutor.domain.splicing import silence
from tutor.domain.transcript import Transcript
from tutor.errors import AudioError
from tutor.ports import Clock, Listener, Player, Synthesizer, Transcriber, UtteranceArchive
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import Event, Problem
from tutor.session.practice import Practice
from tutor.session.speaking import Narrator

__all__ = [
    "Sitting",
    "Source",
    "demo_sitting",
    "missing_models",
    "practice_session",
    "system_clock",
]


class Source(StrEnum):
    """Where the learner's turns come from."""

    HANDS_FREE = "hands-free"
    PUSH_TO_TALK = "push-to-talk"
    TYPED = "typed"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the learner asked for on the command line."""

    lesson_id: str = ""
    """Empty for the default lesson."""
    source: Source = Source.HANDS_FREE
    recordings: tuple[Path, ...] = ()
    minutes: float | None = None
    out: Path | None = None
    mute: bool = False
    slow: bool = False
    keep_audio: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether nothing is heard, so that no ears are needed."""
        return self.source is Source.TYPED

    @property
    def is_only_read(self) -> bool:
        """Whether the tutor's words are not to be heard anywhere, so that no voice is needed."""
        return self.is_typed and self.mute and self.out is None


class _SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class _NoEars:
    """For a learner who types."""

    async def load(self) -> None:
        """Nothing is to be made ready."""

    async def transcribe(self, utterance: Utterance) -> Transcript:
        """No words."""
        del utterance
        return Transcript(())


class _NoVoice:
    """For a learner who reads."""

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        """No sound."""
        del text, pace
        return silence(0.0, VOICE_RATE_HZ)


def system_clock() -> Clock:
    """The machine's own clock."""
    return _SystemClock()


def demo_sitting(*, out: Path | None, mute: bool, slow: bool) -> Sitting:
    """The session with the recorded learner; raises LessonError where its files are gone."""
    from tutor.adapters.lessons.recorded_learner import read_recorded_learner
    from tutor.resources import resource_folder

    learner = read_recorded_learner(resource_folder("lessons") / "demo")
    return Sitting(
        lesson_id=learner.lesson_id,
        source=Source.RECORDED,
        recordings=learner.recordings,
        out=out,
        mute=mute,
        slow=slow,
    )


def missing_models(settings: Settings, sitting: Sitting) -> tuple[str, ...]:
    """The models and voices that this session needs and that are not on this machine."""
    if sitting.is_only_read and settings.llm.base_url:
        return ()
    chosen = chosen_models(settings)
    needless: set[str] = set()
    if sitting.is_typed:
        needless.add(chosen.speech)
    if sitting.is_only_read:
        needless |= {chosen.spanish_voice, chosen.english_voice}
    return tuple(name for name in chosen.missing if name not in needless)


@asynccontextmanager
async def practice_session(
    settings: Settings, sitting: Sitting, emit: Callable[[Event], None]
) -> AsyncIterator[Practice]:
    """A session ready to run; its models are let go of at the end.

    Raises LessonError, StoreError, ModelError, and AudioError where a device is needed.
    """
    lesson = lesson_shelf(settings).lesson(sitting.lesson_id or DEFAULT_LESSON_ID)
    async with AsyncExitStack() as stack:
        records = stack.enter_context(open_records(settings))
        sound = _sound(settings, sitting, emit)
        stack.push_async_callback(sound.close)
        listener = _listener(settings, sitting)
        stack.push_async_callback(listener.close)
        narrator = Narrator(_voices(settings, sitting), sound)
        ears: Transcriber = _NoEars() if sitting.is_typed else transcriber(settings)
        models = await stack.enter_async_context(language_models(settings))
        judge, partner = corrector(models), conversation_partner(models)

        async def warm_up() -> None:
            await ears.load()
            await read_ahead(models, lesson)

        equipment = Equipment(
            listener=listener,
            transcriber=ears,
            corrector=judge,
            partner=partner,
            narrator=narrator,
            journal=records.journal,
            archive=_archive(settings) if sitting.keep_audio else None,
            clock=system_clock(),
            new_id=lambda: uuid.uuid4().hex,
            warm_up=warm_up,
        )
        yield Practice(_plan(settings, sitting, lesson, models.destination), equipment, emit)


def _plan(settings: Settings, sitting: Sitting, lesson: Lesson, destination: str) -> Plan:
    return Plan(
        lesson=lesson,
        destination=destination,
        spoken_per_turn=settings.corrections.spoken_per_turn,
        limit_seconds=math.inf if sitting.minutes is None else 60 * sitting.minutes,
        pace=Pace.SLOW if sitting.slow else Pace.NORMAL,
    )


def _listener(settings: Settings, sitting: Sitting) -> Listener:
    match sitting.source:
        case Source.HANDS_FREE:
            return hands_free_listener(settings)
        case Source.PUSH_TO_TALK:
            return push_to_talk_listener(settings)
        case Source.TYPED:
            return typed_listener()
        case Source.RECORDED:
            return recorded_listener(settings, sitting.recordings)
        case _:
            assert_never(sitting.source)


def _sound(settings: Settings, sitting: Sitting, emit: Callable[[Event], None]) -> Player:
    """The player; without a speaker a session that needs no microphone goes on in silence."""
    try:
        return player(settings, out=sitting.out, mute=sitting.mute)
    except AudioError as error:
        if sitting.source in {Source.HANDS_FREE, Source.PUSH_TO_TALK}:
            raise
        emit(Problem(f"The tutor is only shown, not heard: {error}"))
        return player(settings, mute=True)


def _voices(settings: Settings, sitting: Sitting) -> Mapping[Language, Synthesizer]:
    return dict.fromkeys(Language, _NoVoice()) if sitting.is_only_read else voices(settings)


def _archive(settings: Settings) -> UtteranceArchive:
    from tutor.adapters.audio.archive import WavArchive

    return WavArchive(settings.data_dir / "audio")
