"""``tutor practice`` and ``tutor demo``: a whole session."""

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell
from tutor.cli.sitting_options import (
    Audio,
    Headphones,
    InputDevice,
    Minutes,
    Mute,
    Out,
    OutputDevice,
    PushToTalk,
    Slow,
    Text,
    Yes,
    chosen_source,
    judge_recordings,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from tutor.app.practice import PracticeSitting
    from tutor.config import Settings
    from tutor.domain.telling import Telling
    from tutor.session.events import Event
    from tutor.session.practice import Practice

__all__ = ["demo", "hold_practice", "practice"]


def practice(
    shell: Shell,
    lesson: Annotated[str, typer.Argument(help="A lesson of: tutor lessons list")] = "",
    text: Text = False,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    headphones: Headphones = None,
    minutes: Minutes = None,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    free: Annotated[
        bool, typer.Option("--free", help="Talk about what you like, without a lesson.")
    ] = False,
    prompt_first: Annotated[
        bool,
        typer.Option("--prompt-first", help="Mend a mistake yourself before you are corrected."),
    ] = False,
    rehearsal: Annotated[
        bool,
        typer.Option(
            "--rehearsal", help="Three minutes without help; the corrections come at the end."
        ),
    ] = False,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Without a language model: the lesson talks alone.")
    ] = False,
    keep_audio: Annotated[
        bool, typer.Option("--keep-audio", help="Keep your own voice in the data folder.")
    ] = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """Talk with the tutor: it corrects you in Spanish, then in English, and goes on talking."""
    from tutor.app.practice import PracticeSitting

    if free and lesson:
        raise typer.BadParameter("A lesson and --free exclude one another.")
    source = chosen_source(text=text, audio=audio, push_to_talk=push_to_talk)
    settings = shell.settings(
        audio__input=input_device, audio__output=output_device, audio__headphones=headphones
    )
    sitting = PracticeSitting(
        lesson_id=lesson,
        source=source,
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        keep_audio=keep_audio,
        converses=not no_model,
        is_free=free,
        telling=_telling(prompt_first=prompt_first, rehearsal=rehearsal),
    )
    hold_practice(shell, settings, sitting, yes=yes)


def _telling(*, prompt_first: bool, rehearsal: bool) -> "Telling":
    from tutor.domain.telling import Telling

    if prompt_first and rehearsal:
        raise typer.BadParameter("--prompt-first and --rehearsal exclude one another.")
    if rehearsal:
        return Telling.AT_THE_END
    return Telling.PROMPT_FIRST if prompt_first else Telling.AT_ONCE


def demo(
    shell: Shell, out: Out = None, mute: Mute = False, slow: Slow = False, yes: Yes = False
) -> None:
    """A whole session with a recorded learner; needs no microphone and no speaker."""
    from tutor.app.practice import demo_sitting

    hold_practice(shell, shell.settings(), demo_sitting(out=out, mute=mute, slow=slow), yes=yes)


def hold_practice(
    shell: Shell, settings: "Settings", sitting: "PracticeSitting", *, yes: bool
) -> None:
    """Fetch what is missing, hold the session, and judge what was heard."""
    from tutor.app.practice import practice_session
    from tutor.cli.holding import hold
    from tutor.cli.rendering_json import event_row
    from tutor.cli.rendering_terminal import TerminalRenderer
    from tutor.session.events import SessionEnded

    sitting = _with_what_can_be_had(shell, settings, sitting, yes=yes)
    unusable = 0

    def opened(emit: "Callable[[Event], None]") -> "AbstractAsyncContextManager[Practice]":
        def noted(event: "Event") -> None:
            nonlocal unusable
            if isinstance(event, SessionEnded):
                unusable = event.unusable
            emit(event)

        return practice_session(settings, sitting, noted)

    if not shell.json:
        shell.warn("Waking the tutor up …")
    hold(shell, sitting, opened, TerminalRenderer, event_row)
    judge_recordings(sitting, unusable)


def _with_what_can_be_had(
    shell: Shell, settings: "Settings", sitting: "PracticeSitting", *, yes: bool
) -> "PracticeSitting":
    """Fetch what is missing; the sitting without a language model where only that is not to be had.

    Raises FetchError where anything else is missing too.
    """
    from dataclasses import replace

    from tutor.app import model_store
    from tutor.app.practice import missing_models
    from tutor.cli.fetching import ensure_fetched
    from tutor.errors import FetchError

    alone = replace(sitting, converses=False)
    needed = missing_models(settings, alone)
    missing = missing_models(settings, sitting)
    in_order = [*needed, *(name for name in missing if name not in needed)]
    try:
        ensure_fetched(shell, model_store(settings), in_order, yes=yes)
    except FetchError as error:
        if not sitting.converses or missing_models(settings, alone):
            raise
        shell.warn(f"The lesson talks alone, without a language model: {error}")
        return alone
    return sitting
