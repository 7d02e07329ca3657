"""``tutor placement``: which level the learner has."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.holding_ways import hold_way
from tutor.cli.shell import Shell
from tutor.cli.sitting_options import (
    Audio,
    InputDevice,
    Minutes,
    Mute,
    Out,
    OutputDevice,
    PushToTalk,
    Slow,
    Text,
    chosen_source,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from tutor.domain.lesson import Level
    from tutor.session.placement import PlacementSession
    from tutor.session.way_events import WayEvent

__all__ = ["placement"]


def placement(
    shell: Shell,
    text: Text = False,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    seed: Annotated[
        int | None, typer.Option("--seed", show_default=False, help="The same prompts each time.")
    ] = None,
    minutes: Minutes = None,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Fetch what is missing and keep the level unasked.")
    ] = False,
) -> None:
    """Find your level in six to twelve answers, which become harder as long as you do well.

    What counts is how much you say, how many corrections it needs, how many different words you
    have, and whether you understood. You see the reasons, and decide yourself whether the level
    is kept as the setting learner.level.
    """
    from secrets import randbits

    from tutor.app.ways import PlacementSitting, placement_session
    from tutor.session.way_events import PlacementEnded

    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    sitting = PlacementSitting(
        source=chosen_source(text=text, audio=audio, push_to_talk=push_to_talk),
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        seed=randbits(32) if seed is None else seed,
    )
    found: list[Level] = []

    def opened(
        emit: "Callable[[WayEvent], None]",
    ) -> "AbstractAsyncContextManager[PlacementSession]":
        def noted(event: "WayEvent") -> None:
            if isinstance(event, PlacementEnded) and event.is_complete:
                found.append(event.result.level)
            emit(event)

        return placement_session(settings, sitting, noted)

    hold_way(shell, settings, sitting, opened, yes=yes)
    for level in found:
        _keep(shell, level, yes=yes)


def _keep(shell: Shell, level: "Level", *, yes: bool) -> None:
    """Keep the level where the learner wants it."""
    from tutor.config import write_setting

    may_ask = sys.stdin.isatty() and sys.stderr.isatty() and not shell.json
    if not yes and not (may_ask and typer.confirm(f"Keep {level} as your level?", err=True)):
        shell.say(f"The level is not kept. To keep it: tutor config set learner.level {level}")
        return
    path = write_setting("learner.level", level.value, shell.flags())
    shell.say(f"Your level is {level} now ({path}).")
    if shell.json:
        shell.emit({"event": "level_kept", "level": level.value})
