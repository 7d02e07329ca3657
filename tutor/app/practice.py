"""Wiring a practice session."""

import math
import time
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from tutor.app import (
    conversation_partner,
    corrector,
    hands_free_listener,
    language_models,
    lesson_shelf,
    open_records,
    player,
    push_to_talk_listener,
    recorded_listener,
    transcriber,
    typed_listener,
    voices,
)
from tutor.config import Settings
from tutor.domain.conversation import Conversation
from tutor.domain.language import Pace
from tutor.domain.lesson import DEFAULT_LESSON_ID, Lesson
from tutor.domain.transcript import typed_transcript
from tutor.errors import AudioError
from tutor.ports import Clock, Listener, Player, UtteranceArchive
from tutor.session.events import Event, Problem
from tutor.session.practice import Equipment, Plan, Practice
from tutor.session.speaking import Narrator

__all__ = ["Sitting", "Source", "demo_sitting", "practice_session", "system_clock"]


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


class _SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


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
        narrator = Narrator(voices(settings), sound)
        ears = transcriber(settings)
        models = await stack.enter_async_context(language_models(settings))
        judge, partner = corrector(models), conversation_partner(models)

        async def warm_up() -> None:
            """Load what hears, and have both prompts read, so that a server keeps them."""
            await ears.load()
            await judge.correct(typed_transcript("Hola."))
            async with aclosing(partner.reply(Conversation(lesson), "Hola.")) as sentences:
                await anext(sentences, None)

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


def _archive(settings: Settings) -> UtteranceArchive:
    from tutor.adapters.audio.archive import WavArchive

    return WavArchive(settings.data_dir / "audio")
