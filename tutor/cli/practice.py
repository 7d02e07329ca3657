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
    keep_audio: Annotated[
        bool, typer.Option("--keep-audio", help="Keep your own voice in the data folder.")
    ] = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """Talk with the tutor: it corrects you in Spanish, then in English, and goes on talking."""
    from tutor.app.practice import PracticeSitting

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
    )
    hold_practice(shell, settings, sitting, yes=yes)


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
    from tutor.app import model_store
    from tutor.app.practice import missing_models, practice_session
    from tutor.cli.fetching import ensure_fetched
    from tutor.cli.holding import hold
    from tutor.cli.rendering_json import event_row
    from tutor.cli.rendering_terminal import TerminalRenderer
    from tutor.session.events import SessionEnded

    missing = missing_models(settings, sitting)
    ensure_fetched(shell, model_store(settings), missing, yes=yes)
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
