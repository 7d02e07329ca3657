"""``tutor practice`` and ``tutor demo``: a whole session."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell
from tutor.errors import AudioFileError

if TYPE_CHECKING:
    from tutor.app.practice import Sitting
    from tutor.config import Settings
    from tutor.session.events import Event, SessionEnded

__all__ = ["demo", "practice"]

_Out = Annotated[
    Path | None,
    typer.Option("--out", file_okay=False, help="Keep the tutor's speech as WAV files here."),
]
_Mute = Annotated[bool, typer.Option("--mute", help="Do not play the tutor's speech.")]
_Slow = Annotated[bool, typer.Option("--slow", help="The tutor speaks slowly.")]
_Yes = Annotated[bool, typer.Option("--yes", help="Fetch what is missing without asking.")]


def practice(
    shell: Shell,
    lesson: Annotated[str, typer.Argument(help="A lesson of: tutor lessons list")] = "",
    text: Annotated[bool, typer.Option("--text", help="Type instead of speaking.")] = False,
    audio: Annotated[
        list[Path] | None,
        typer.Option("--audio", help="Sound files, each one utterance, instead of a microphone."),
    ] = None,
    push_to_talk: Annotated[
        bool, typer.Option("--push-to-talk", help="Space opens and closes the microphone.")
    ] = False,
    minutes: Annotated[
        float | None, typer.Option("--minutes", min=0, help="Close after this long.")
    ] = None,
    out: _Out = None,
    mute: _Mute = False,
    slow: _Slow = False,
    keep_audio: Annotated[
        bool, typer.Option("--keep-audio", help="Keep your own voice in the data folder.")
    ] = False,
    input_device: Annotated[
        str | None, typer.Option("--input", help="Microphone, by name or number.")
    ] = None,
    output_device: Annotated[
        str | None, typer.Option("--output", help="Speaker, by name or number.")
    ] = None,
    yes: _Yes = False,
) -> None:
    """Talk with the tutor: it corrects you in Spanish, then in English, and goes on talking."""
    from tutor.app.practice import Sitting, Source

    if sum((text, audio is not None, push_to_talk)) > 1:
        raise typer.BadParameter("--text, --audio and --push-to-talk exclude one another.")
    source = (
        Source.TYPED
        if text
        else Source.RECORDED
        if audio
        else Source.PUSH_TO_TALK
        if push_to_talk
        else Source.HANDS_FREE
    )
    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    sitting = Sitting(
        lesson_id=lesson,
        source=source,
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        keep_audio=keep_audio,
    )
    _hold(shell, settings, sitting, yes=yes)


def demo(
    shell: Shell, out: _Out = None, mute: _Mute = False, slow: _Slow = False, yes: _Yes = False
) -> None:
    """A whole session with a recorded learner; needs no microphone and no speaker."""
    from tutor.app.practice import demo_sitting

    _hold(shell, shell.settings(), demo_sitting(out=out, mute=mute, slow=slow), yes=yes)


def _hold(shell: Shell, settings: "Settings", sitting: "Sitting", *, yes: bool) -> None:
    """Fetch what is missing, hold the session, and say what it came to."""
    from rich.console import Console

    from tutor.app import model_store
    from tutor.app.practice import missing_models
    from tutor.cli.fetching import ensure_fetched
    from tutor.cli.rendering_json import event_row
    from tutor.cli.rendering_terminal import TerminalRenderer
    from tutor.session.events import Problem, SessionEnded

    missing = missing_models(settings, sitting)
    ensure_fetched(shell, model_store(settings), missing, yes=yes)
    renderer = TerminalRenderer(
        Console(highlight=False),
        Console(stderr=True, highlight=False),
        is_typed_here=sitting.is_typed and sys.stdin.isatty() and sys.stdout.isatty(),
    )
    ended: list[SessionEnded] = []

    def emit(event: "Event") -> None:
        if isinstance(event, SessionEnded):
            ended.append(event)
        if not shell.json:
            renderer(event)
            return
        shell.emit(event_row(event))
        if isinstance(event, Problem):
            shell.warn(event.message)

    if not shell.json:
        shell.warn("Waking the tutor up …")
    try:
        shell.run(_run(settings, sitting, emit))
    finally:
        renderer.close()
    _judge(ended, sitting)


async def _run(settings: "Settings", sitting: "Sitting", emit: "Callable[[Event], None]") -> None:
    from tutor.app.practice import practice_session

    async with practice_session(settings, sitting, emit) as session:
        await session.run()


def _judge(ended: "list[SessionEnded]", sitting: "Sitting") -> None:
    """A session over recordings fails where one of them was of no use."""
    for event in ended:
        if sitting.recordings and event.unusable:
            raise AudioFileError(
                f"{event.unusable} of {len(sitting.recordings)} recordings held no words that"
                " could be heard. Hear what is understood with: tutor transcribe FILE"
            )
