"""Wiring a practice session."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tutor.app import (
    Records,
    chosen_models,
    conversation_partner,
    corrector,
    language_models,
    lesson_shelf,
    level_words,
    lexicon,
    open_records,
    read_ahead,
    translator,
    vocabulary,
)
from tutor.app.language import LanguageModels
from tutor.app.sitting import (
    Sitting,
    Source,
    ears_for,
    missing_for,
    sound_for,
    system_clock,
    voices_for,
)
from tutor.config import Settings
from tutor.domain.language import spanish
from tutor.domain.lesson import DEFAULT_LESSON_ID, Lesson, next_lesson
from tutor.domain.opening import Opening
from tutor.domain.spoken_correction import CORRECTION_HEAD
from tutor.domain.stock_phrases import standing_lines
from tutor.ports import UtteranceArchive
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import Event
from tutor.session.practice import Practice
from tutor.session.preparing import Prepared, prepared
from tutor.session.speaking import Narrator

__all__ = [
    "PracticeSitting",
    "demo_sitting",
    "equipped_practice",
    "missing_models",
    "practice_session",
]

_LESSONS_REMEMBERED = 200
"""More than there are, so that each has its turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSitting(Sitting):
    """A talk over a lesson."""

    lesson_id: str = ""
    """Empty for the default lesson."""
    keep_audio: bool = False
    remembers: bool = True
    """Whether it goes on from the sessions before, and later ones from it."""
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
        remembers=False,
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
    async with (
        _models(settings, sitting) as models,
        equipped_practice(settings, sitting, models, emit) as (plan, equipment),
    ):
        yield Practice(plan, equipment, emit)


@asynccontextmanager
async def _models(
    settings: Settings, sitting: PracticeSitting
) -> AsyncIterator[LanguageModels | None]:
    if sitting.converses:
        async with language_models(settings) as models:
            yield models
    else:
        yield None


@asynccontextmanager
async def equipped_practice(
    settings: Settings,
    sitting: PracticeSitting,
    models: LanguageModels | None,
    emit: Callable[[Event], None],
) -> AsyncIterator[tuple[Plan, Equipment]]:
    """What a session is to be and what it works with; raises as practice_session."""
    async with AsyncExitStack() as stack:
        records = stack.enter_context(open_records(settings))
        lesson = await _lesson(settings, sitting, records)
        ready = await _prepared(sitting, lesson, records)
        sound = sound_for(settings, sitting, emit, lesson.level)
        stack.push_async_callback(sound.close)
        voices = voices_for(settings, sitting, standing_lines(lesson))
        narrator = Narrator(voices, sound.player, sound.overhearer)
        ears = ears_for(settings, sitting)
        judge = corrector(settings)
        words = level_words(settings, lexicon())

        async def warm_up() -> None:
            await ears.load()
            await judge.load()
            await narrator.speech(spanish(CORRECTION_HEAD), sitting.pace)
            if models is not None:
                await asyncio.to_thread(words.load)
                await read_ahead(models, ready.lesson)

        equipment = Equipment(
            listener=sound.listener,
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
            translator=None if models is None else translator(models),
            memory=records.memory if sitting.remembers else None,
            diary=records.diary if sitting.remembers else None,
            level_words=words,
        )
        yield _plan(settings, sitting, ready, models), equipment


async def _lesson(settings: Settings, sitting: PracticeSitting, records: Records) -> Lesson:
    """The lesson that was named; else the next one of the learner's level."""
    shelf = lesson_shelf(settings)
    if sitting.lesson_id:
        return shelf.lesson(sitting.lesson_id)
    done = [ending.lesson_id for ending in await records.diary.endings(_LESSONS_REMEMBERED)]
    suited = next_lesson(shelf.lessons(), settings.learner.level, done)
    return suited or shelf.lesson(DEFAULT_LESSON_ID)


async def _prepared(sitting: PracticeSitting, lesson: Lesson, records: Records) -> Prepared:
    """The lesson's own opening where the learner is a recorded one, whom nobody has met."""
    if not sitting.remembers:
        return Prepared(lesson, Opening(lesson.opening), lesson.opening)
    now = system_clock().now()
    return await prepared(lesson, records.memory, records.diary, records.deck, now)


def _plan(
    settings: Settings, sitting: PracticeSitting, ready: Prepared, models: LanguageModels | None
) -> Plan:
    return Plan(
        lesson=ready.lesson,
        opening=ready.opening,
        lesson_opening=ready.own_opening,
        destination="this machine" if models is None else models.destination,
        lesson_leads=models is None or models.embedded is not None,
        spoken_per_turn=settings.corrections.spoken_per_turn,
        limit_seconds=sitting.limit_seconds,
        pace=sitting.pace,
    )


def _archive(settings: Settings) -> UtteranceArchive:
    from tutor.adapters.audio.archive import WavArchive

    return WavArchive(settings.data_dir / "audio")
