"""Wiring what reviews and the ways beside a talk have in common: asking, and hearing answers."""

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from tutor.app import chosen_models, lexicon, number_spellers
from tutor.app.sitting import (
    Sitting,
    ears_for,
    missing_for,
    sound_for,
    system_clock,
    voices_for,
)
from tutor.config import Settings
from tutor.session.asking import ReviewEquipment
from tutor.session.events import Problem
from tutor.session.speaking import Narrator

__all__ = ["equipped", "missing_models", "new_id"]


def missing_models(settings: Settings, sitting: Sitting) -> tuple[str, ...]:
    """The models and voices that are needed and not on this machine; no language model is."""
    return missing_for(sitting, chosen_models(settings), converses=False)


@asynccontextmanager
async def equipped(
    settings: Settings, sitting: Sitting, emit: Callable[[Problem], None]
) -> AsyncIterator[ReviewEquipment]:
    """What asking and hearing need; let go of at the end."""
    async with AsyncExitStack() as stack:
        sound = sound_for(settings, sitting, emit)
        stack.push_async_callback(sound.close)
        yield ReviewEquipment(
            listener=sound.listener,
            transcriber=ears_for(settings, sitting),
            narrator=Narrator(voices_for(settings, sitting), sound.player, sound.overhearer),
            lexicon=lexicon(),
            spellers=number_spellers(),
            clock=system_clock(),
            new_id=new_id,
        )


def new_id() -> str:
    """Never given before."""
    return uuid.uuid4().hex
