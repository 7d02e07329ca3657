"""Wiring the ways to practise beside a talk."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tutor.app import (
    corrector,
    language_models,
    lesson_shelf,
    lexicon,
    open_records,
)
from tutor.app.asking import equipped
from tutor.app.sitting import (
    Sitting,
)
from tutor.config import Settings
from tutor.domain.lesson import DEFAULT_LESSON_ID, Level
from tutor.domain.placement import in_order
from tutor.domain.shadowing import lines_of_lesson, lines_of_text
from tutor.domain.story import People, Story, filled, people_in
from tutor.errors import LessonError
from tutor.resources import resource_folder
from tutor.session.corrected_turns import CorrectingEquipment
from tutor.session.events import Problem
from tutor.session.placement import PlacementPlan, PlacementSession
from tutor.session.shadow import ShadowPlan, ShadowSession
from tutor.session.story import StoryPlan, StorySession
from tutor.session.tandem import TandemPlan, TandemSession
from tutor.session.way_events import WayEvent

__all__ = [
    "PlacementSitting",
    "ShadowSitting",
    "StorySitting",
    "TandemSitting",
    "placement_session",
    "read_text_file",
    "shadow_session",
    "story_session",
    "tandem_session",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowSitting(Sitting):
    """Lines to be said after the tutor."""

    lesson_id: str = ""
    """Empty for the default lesson; of no account where there is a text."""
    text: Path | None = None
    most_lines: int | None = None
    """None: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySitting(Sitting):
    """A story and questions about it."""

    level: Level
    about: str = ""
    """Who and what it is to be about, in the learner's words."""
    facts: tuple[str, ...] = ()
    """What is known of the learner's people, a sentence each; read where ``about`` says nothing."""
    seed: int = 0
    """The same story for the same seed."""
    is_written: bool = False
    """Whether a language model writes it; else it is one of those written beforehand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementSitting(Sitting):
    """Finding the learner's level."""

    seed: int = 0
    """The same prompts for the same seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandemSitting(Sitting):
    """The English half of an exchange."""

    seed: int = 0
    """The same mistakes for the same seed."""


@asynccontextmanager
async def shadow_session(
    settings: Settings, sitting: ShadowSitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[ShadowSession]:
    """Shadowing ready to run; raises LessonError, ModelError, and AudioError without a device."""
    plan = _shadow_plan(settings, sitting)
    async with equipped(settings, sitting, emit) as equipment:
        yield ShadowSession(plan, equipment, emit)


@asynccontextmanager
async def story_session(
    settings: Settings, sitting: StorySitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[StorySession]:
    """A story ready to be told; raises StoreError, and else as for shadowing."""
    story = await _story(settings, sitting, emit)
    plan = StoryPlan(
        story=story,
        spoken_per_turn=settings.corrections.spoken_per_turn,
        limit_seconds=sitting.limit_seconds,
        pace=sitting.pace,
    )
    async with correcting(settings, sitting, emit) as equipment:
        yield StorySession(plan, equipment, emit)


@asynccontextmanager
async def placement_session(
    settings: Settings, sitting: PlacementSitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[PlacementSession]:
    """A placement ready to run; raises as for shadowing."""
    from tutor.adapters.lessons.toml_placement import read_prompts

    chance = Random(sitting.seed)  # noqa: S311  # nothing secret
    prompts = {}
    for level in Level:
        own = list(read_prompts(resource_folder("lessons") / "placement", level))
        chance.shuffle(own)
        prompts[level] = in_order(own)
    plan = PlacementPlan(prompts, limit_seconds=sitting.limit_seconds, pace=sitting.pace)
    async with equipped(settings, sitting, emit) as equipment:
        yield PlacementSession(plan, equipment, corrector(settings), emit)


@asynccontextmanager
async def tandem_session(
    settings: Settings, sitting: TandemSitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[TandemSession]:
    """The English half of an exchange ready to run; raises as for shadowing."""
    from tutor.adapters.lessons.toml_tandem import read_mistakes

    mistakes = list(read_mistakes(resource_folder("lessons") / "tandem" / "mistakes.toml"))
    Random(sitting.seed).shuffle(mistakes)  # noqa: S311  # nothing secret
    plan = TandemPlan(mistakes, limit_seconds=sitting.limit_seconds, pace=sitting.pace)
    async with equipped(settings, sitting, emit) as equipment:
        yield TandemSession(plan, equipment, emit)


@asynccontextmanager
async def correcting(
    settings: Settings, sitting: Sitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[CorrectingEquipment]:
    """The same, with what corrects and remembers; raises StoreError too."""
    with open_records(settings) as records:
        async with equipped(settings, sitting, emit) as asking:
            yield CorrectingEquipment(asking, corrector(settings), records.journal)


def read_text_file(path: Path) -> str:
    """A text to practise with; raises LessonError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LessonError(
            f"'{path}' cannot be read ({(error.strerror or str(error)).lower()}): name a text file."
        ) from error
    except UnicodeDecodeError as error:
        raise LessonError(f"'{path}' is not UTF-8 text: save it as UTF-8.") from error


async def _story(
    settings: Settings, sitting: StorySitting, emit: Callable[[WayEvent], None]
) -> Story:
    from tutor.adapters.lessons.toml_stories import read_stories

    people = people_in((sitting.about, *sitting.facts))
    if sitting.is_written:
        written = await _written_story(settings, people, sitting.level)
        if written is not None:
            return written
        emit(
            Problem(
                "The language model's story will not do, so here is one written beforehand."
                " A larger model may do better: tutor config set llm.model NAME"
            )
        )
    stories = read_stories(resource_folder("lessons") / "stories" / "es", sitting.level)
    return filled(stories[sitting.seed % len(stories)], people)


async def _written_story(settings: Settings, people: People, level: Level) -> Story | None:
    from tutor.adapters.llm.remarks import LanguageModelCommentator
    from tutor.adapters.llm.story_writer import LanguageModelStoryteller

    words = lexicon()
    async with language_models(settings) as models:
        chat = models.partner_chat
        commentator = LanguageModelCommentator(chat, words)
        return await LanguageModelStoryteller(chat, commentator, words).story(people, level)


def _shadow_plan(settings: Settings, sitting: ShadowSitting) -> ShadowPlan:
    if sitting.text is None:
        lesson = lesson_shelf(settings).lesson(sitting.lesson_id or DEFAULT_LESSON_ID)
        title, level, lines = lesson.title_spanish, lesson.level.value, lines_of_lesson(lesson)
    else:
        title, level, lines = sitting.text.name, "", lines_of_text(read_text_file(sitting.text))
    if not lines:
        raise LessonError(f"'{sitting.text}' holds no sentence: name a file of Spanish text.")
    return ShadowPlan(
        title=title,
        level=level,
        lines=lines[: sitting.most_lines],
        limit_seconds=sitting.limit_seconds,
        pace=sitting.pace,
    )
