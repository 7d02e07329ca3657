"""Wiring a practice session."""

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tutor.app import (
    chosen_models,
    conversation_partner,
    corrector,
    language_models,
    lesson_shelf,
    lexicon,
    open_records,
    read_ahead,
    vocabulary,
)
from tutor.app.sitting import (
    Sitting,
    Source,
    ears_for,
    listener_for,
    missing_for,
    sound_for,
    system_clock,
    voices_for,
)
from tutor.config import Settings
from tutor.domain.lesson import DEFAULT_LESSON_ID, Lesson
from tutor.ports import UtteranceArchive
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import Event
from tutor.session.practice import Practice
from tutor.session.speaking import Narrator

__all__ = ["PracticeSitting", "demo_sitting", "missing_models", "practice_session"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSitting(Sitting):
    """A talk over a lesson."""

    lesson_id: str = ""
    """Empty for the default lesson."""
    keep_audio: bool = False
    converses: bool = True
    """Whether a language model plays the partner; without it the lesson talks alone."""


def demo_sitting(*, out: Path | None, mute: bool, slow: bool) -> PracticeSitting:
    """The session with the recorded learner; raises LessonError where its files are gone."""
    from tutor.adapters.lessons.recorded_learner import read_recorded_learner
    from tutor.resources import resource_folder

    learner = read_recorded_learner(resource_folder("lessons") / "demo")
    return PracticeSitting(
        lesson_id=learner.lesson_id,
        source=Source.RECORDED,
        recordings=learner.recordings,
        out=out,
        mute=mute,
        slow=slow,
    )


def missing_models(settings: Settings, sitting: PracticeSitting) -> tuple[str, ...]:
    """The models and voices that this session needs and that are not on this machine."""
    if sitting.is_only_read and settings.llm.base_url:
        return ()
    return missing_for(sitting, chosen_models(settings), converses=sitting.converses)


@asynccontextmanager
async def practice_session(
    settings: Settings, sitting: PracticeSitting, emit: Callable[[Event], None]
) -> AsyncIterator[Practice]:
    """A session ready to run; its models are let go of at the end.

    Raises LessonError, StoreError, ModelError, and AudioError where a device is needed.
    """
    lesson = lesson_shelf(settings).lesson(sitting.lesson_id or DEFAULT_LESSON_ID)
    async with AsyncExitStack() as stack:
        records = stack.enter_context(open_records(settings))
        sound = sound_for(settings, sitting, emit)
        stack.push_async_callback(sound.close)
        listener = listener_for(settings, sitting)
        stack.push_async_callback(listener.close)
        narrator = Narrator(voices_for(settings, sitting), sound)
        ears = ears_for(settings, sitting)
        models = None
        if sitting.converses:
            models = await stack.enter_async_context(language_models(settings))
        judge = corrector(settings)

        async def warm_up() -> None:
            await ears.load()
            await judge.load()
            if models is not None:
                await read_ahead(models, lesson)

        equipment = Equipment(
            listener=listener,
            transcriber=ears,
            corrector=judge,
            partner=None if models is None else conversation_partner(models),
            narrator=narrator,
            vocabulary=vocabulary(settings),
            lexicon=lexicon(),
            journal=records.journal,
            archive=_archive(settings) if sitting.keep_audio else None,
            clock=system_clock(),
            new_id=lambda: uuid.uuid4().hex,
            warm_up=warm_up,
        )
        destination = "this machine" if models is None else models.destination
        yield Practice(_plan(settings, sitting, lesson, destination), equipment, emit)


def _plan(settings: Settings, sitting: PracticeSitting, lesson: Lesson, destination: str) -> Plan:
    return Plan(
        lesson=lesson,
        destination=destination,
        spoken_per_turn=settings.corrections.spoken_per_turn,
        limit_seconds=sitting.limit_seconds,
        pace=sitting.pace,
    )


def _archive(settings: Settings) -> UtteranceArchive:
    from tutor.adapters.audio.archive import WavArchive

    return WavArchive(settings.data_dir / "audio")
