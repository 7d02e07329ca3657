"""Wiring a practice session."""

import asyncio
import math
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tutor.app import (
    Records,
    chosen_models,
    conversation_partner,
    corrector,
    free_lesson,
    language_models,
    lesson_shelf,
    level_words,
    lexicon,
    number_spellers,
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
from tutor.domain.conversation import Conversation
from tutor.domain.free_talk import knowing
from tutor.domain.language import Language, Pace, spanish
from tutor.domain.lesson import DEFAULT_LESSON_ID, Lesson, Level, next_lesson
from tutor.domain.opening import Opening
from tutor.domain.spoken_correction import CORRECTION_HEAD
from tutor.domain.stock_phrases import standing_lines
from tutor.domain.telling import Telling
from tutor.errors import ModelDamagedError, ModelMissingError
from tutor.ports import UtteranceArchive
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import Event, Problem
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

_REHEARSAL_SECONDS = 180.0
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
    is_free: bool = False
    """Whether the learner chooses what to talk about; then no lesson is named."""
    telling: Telling = Telling.AT_ONCE

    @property
    def limit_seconds(self) -> float:
        """A rehearsal is short where nothing else was wished."""
        if self.minutes is None and self.telling is Telling.AT_THE_END:
            return _REHEARSAL_SECONDS
        return math.inf if self.minutes is None else 60 * self.minutes


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
        _models(settings, sitting, emit) as models,
        equipped_practice(settings, sitting, models, emit) as (plan, equipment),
    ):
        yield Practice(plan, equipment, emit)


@asynccontextmanager
async def _models(
    settings: Settings, sitting: PracticeSitting, emit: Callable[[Event], None]
) -> AsyncIterator[LanguageModels | None]:
    """None without a language model, also where the one on this machine cannot be used."""
    async with AsyncExitStack() as stack:
        models = None
        if sitting.converses:
            try:
                models = await stack.enter_async_context(language_models(settings))
            except (ModelMissingError, ModelDamagedError) as error:
                emit(Problem(f"The lesson talks alone this time: {error}"))
        yield models


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
        dictionary = lexicon()
        equipment = Equipment(
            listener=sound.listener,
            transcriber=ears_for(settings, sitting),
            corrector=corrector(settings),
            partner=None if models is None else conversation_partner(models),
            narrator=Narrator(voices, sound.player, sound.overhearer),
            vocabulary=vocabulary(settings),
            lexicon=dictionary,
            speller=number_spellers()[Language.SPANISH],
            journal=records.journal,
            archive=_archive(settings) if sitting.keep_audio else None,
            clock=system_clock(),
            new_id=lambda: uuid.uuid4().hex,
            translator=None if models is None else translator(models),
            memory=records.memory if sitting.remembers else None,
            diary=records.diary if sitting.remembers else None,
            level_words=None if models is None else level_words(settings, dictionary),
        )
        warm_up = partial(_warm_up, equipment, models, ready, sitting.pace)
        yield _plan(settings, sitting, ready, models), replace(equipment, warm_up=warm_up)


async def _warm_up(
    equipment: Equipment, models: LanguageModels | None, ready: Prepared, pace: Pace
) -> None:
    """Make the first turn as fast as the next; nothing of the learner's is kept for the one after.

    What ``read_ahead`` has read stays in the cache folder, which forgetting does not reach.
    """
    await equipment.transcriber.load()
    await equipment.corrector.load()
    if equipment.level_words is not None:
        await asyncio.to_thread(equipment.level_words.load)
    await equipment.narrator.speech(spanish(CORRECTION_HEAD), pace)
    if models is not None and not ready.is_personal:
        await read_ahead(models, ready.lesson)
    elif equipment.partner is not None:
        await equipment.partner.get_ready(Conversation(ready.lesson))


async def _lesson(settings: Settings, sitting: PracticeSitting, records: Records) -> Lesson:
    """The lesson that was named; else the next one of the learner's level, or none in particular.

    It is as everybody has it: its lines may be kept in the cache folder.
    """
    if sitting.is_free:
        return free_lesson(settings.learner.level or Level.A2)
    shelf = lesson_shelf(settings)
    if sitting.lesson_id:
        return shelf.lesson(sitting.lesson_id)
    done = [ending.lesson_id for ending in await records.diary.endings(_LESSONS_REMEMBERED)]
    suited = next_lesson(shelf.lessons(), settings.learner.level, done)
    return suited or shelf.lesson(DEFAULT_LESSON_ID)


async def _prepared(sitting: PracticeSitting, lesson: Lesson, records: Records) -> Prepared:
    """The lesson's own opening where the learner is a recorded one, whom nobody has met.

    A free talk is about what the learner likes, and about what they have told.
    """
    if not sitting.remembers:
        return Prepared(lesson, Opening(lesson.opening), lesson)
    told = knowing(lesson, await records.memory.facts()) if sitting.is_free else lesson
    now = system_clock().now()
    ready = await prepared(told, records.memory, records.diary, records.deck, now)
    return replace(ready, standing=lesson)


def _plan(
    settings: Settings, sitting: PracticeSitting, ready: Prepared, models: LanguageModels | None
) -> Plan:
    return Plan(
        lesson=ready.lesson,
        opening=ready.opening,
        lesson_opening=ready.standing.opening,
        destination="this machine" if models is None else models.destination,
        lesson_leads=models is None or models.embedded is not None,
        spoken_per_turn=settings.corrections.spoken_per_turn,
        limit_seconds=sitting.limit_seconds,
        pace=sitting.pace,
        telling=sitting.telling,
    )


def _archive(settings: Settings) -> UtteranceArchive:
    from tutor.adapters.audio.archive import WavArchive

    return WavArchive(settings.data_dir / "audio")
