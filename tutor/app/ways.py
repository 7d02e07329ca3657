"""Wiring the ways to practise beside a talk."""

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tutor.app import chosen_models, lesson_shelf, lexicon, number_spellers
from tutor.app.sitting import (
    Sitting,
    ears_for,
    listener_for,
    missing_for,
    sound_for,
    system_clock,
    voices_for,
)
from tutor.config import Settings
from tutor.domain.lesson import DEFAULT_LESSON_ID
from tutor.errors import LessonError
from tutor.session.asking import ReviewEquipment
from tutor.session.shadow import ShadowPlan, ShadowSession
from tutor.session.speaking import Narrator
from tutor.session.way_events import WayEvent

__all__ = ["ShadowSitting", "equipped", "missing_models", "read_text_file", "shadow_session"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowSitting(Sitting):
    """Lines to be said after the tutor."""

    lesson_id: str = ""
    """Empty for the default lesson; of no account where there is a text."""
    text: Path | None = None
    most_lines: int | None = None
    """None: all."""


def missing_models(settings: Settings, sitting: Sitting) -> tuple[str, ...]:
    """The models and voices that are needed and not on this machine; no language model is."""
    return missing_for(sitting, chosen_models(settings), converses=False)


@asynccontextmanager
async def shadow_session(
    settings: Settings, sitting: ShadowSitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[ShadowSession]:
    """Shadowing ready to run; raises LessonError, ModelError, and AudioError without a device."""
    plan = _shadow_plan(settings, sitting)
    async with equipped(settings, sitting, emit) as equipment:
        yield ShadowSession(plan, equipment, emit)


@asynccontextmanager
async def equipped(
    settings: Settings, sitting: Sitting, emit: Callable[[WayEvent], None]
) -> AsyncIterator[ReviewEquipment]:
    """What asking and hearing need; let go of at the end."""
    async with AsyncExitStack() as stack:
        sound = sound_for(settings, sitting, emit)
        stack.push_async_callback(sound.close)
        listener = listener_for(settings, sitting)
        stack.push_async_callback(listener.close)
        yield ReviewEquipment(
            listener=listener,
            transcriber=ears_for(settings, sitting),
            narrator=Narrator(voices_for(settings, sitting), sound),
            lexicon=lexicon(),
            spellers=number_spellers(),
            clock=system_clock(),
            new_id=lambda: uuid.uuid4().hex,
        )


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


def _shadow_plan(settings: Settings, sitting: ShadowSitting) -> ShadowPlan:
    from tutor.domain.shadowing import lines_of_lesson, lines_of_text

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
