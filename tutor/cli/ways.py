"""``tutor shadow`` and ``tutor story``: ways to practise beside a talk."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.choices import chosen
from tutor.cli.holding_ways import hold_way
from tutor.cli.remembering import remembered
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
    Yes,
    chosen_source,
)

if TYPE_CHECKING:
    from tutor.config import Settings
    from tutor.domain.lesson import Level

__all__ = ["chosen_level", "shadow", "story"]


def shadow(
    shell: Shell,
    lesson: Annotated[str, typer.Argument(help="A lesson of: tutor lessons list")] = "",
    text_file: Annotated[
        Path | None,
        typer.Option("--text-file", help="Say the sentences of a text instead of a lesson's."),
    ] = None,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, show_default=False, help="Stop after N lines.")
    ] = None,
    minutes: Minutes = None,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """Listen and repeat: the tutor says a line, you say it, and see which words came across.

    Each word is marked by how surely the speech recogniser heard it: that is its clarity. It says
    nothing about your accent. Where little was clear the line comes once more, slowly; beside it
    stand your pace and the tutor's, and your pauses.
    """
    from tutor.app.ways import ShadowSitting, shadow_session

    if lesson and text_file:
        raise typer.BadParameter("A lesson and --text-file exclude one another.")
    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    sitting = ShadowSitting(
        source=chosen_source(text=False, audio=audio, push_to_talk=push_to_talk),
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        lesson_id=lesson,
        text=text_file,
        most_lines=limit,
    )
    hold_way(
        shell, settings, sitting, lambda emit: shadow_session(settings, sitting, emit), yes=yes
    )


def story(
    shell: Shell,
    about: Annotated[
        str,
        typer.Option(
            "--about", help="Who, where and what, as in: mi hermana Ana en Lima y un perro"
        ),
    ] = "",
    level: Annotated[
        str, typer.Option("--level", help="A1, A2, B1 or B2; else yours, or A2.")
    ] = "",
    write: Annotated[
        bool, typer.Option("--write", help="Have the language model write the story.")
    ] = False,
    text: Text = False,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    seed: Annotated[
        int | None, typer.Option("--seed", show_default=False, help="The same story each time.")
    ] = None,
    minutes: Minutes = None,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """Hear a short story slowly, with your own people in it, and answer three questions about it.

    The stories are written beforehand, some for each level; the names, the place and the thing in
    them come from --about, else from what you have told (tutor memory list). With --write the
    language model writes one, which takes a while; each sentence is checked, and where too many
    will not do you hear one of the others.

    Your answers are corrected, with cards, as in any talk; whether you understood is judged
    kindly. A hint is the story once more.
    """
    from secrets import randbits

    from tutor.app.ways import StorySitting, story_session

    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    sitting = StorySitting(
        source=chosen_source(text=text, audio=audio, push_to_talk=push_to_talk),
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        level=chosen_level(settings, level),
        about=about,
        facts=remembered(shell, settings),
        is_written=write,
        seed=randbits(32) if seed is None else seed,
    )
    hold_way(shell, settings, sitting, lambda emit: story_session(settings, sitting, emit), yes=yes)


def chosen_level(settings: "Settings", name: str) -> "Level":
    """The level that is asked for, or the learner's own, or A2."""
    from tutor.domain.lesson import Level

    return chosen(Level, "--level", name, str.upper) or settings.learner.level or Level.A2
