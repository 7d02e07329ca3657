"""What every sitting can be told on the command line: how both sides are heard."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from tutor.errors import AudioFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.app.sitting import Sitting, Source

__all__ = [
    "Audio",
    "Headphones",
    "InputDevice",
    "Minutes",
    "Mute",
    "Out",
    "OutputDevice",
    "PushToTalk",
    "Slow",
    "Text",
    "Yes",
    "chosen_source",
    "judge_recordings",
]

Text: TypeAlias = Annotated[bool, typer.Option("--text", help="Type instead of speaking.")]
Audio: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--audio", help="Sound files, each one utterance, instead of a microphone."),
]
PushToTalk: TypeAlias = Annotated[
    bool,
    typer.Option("--push-to-talk", help="Hold Space to talk, or press it before and after."),
]
Headphones: TypeAlias = Annotated[
    bool | None,
    typer.Option("--headphones", help="You wear headphones: talk over the tutor if you like."),
]
Minutes: TypeAlias = Annotated[
    float | None, typer.Option("--minutes", min=0, help="Close after this long.")
]
Out: TypeAlias = Annotated[
    Path | None,
    typer.Option("--out", file_okay=False, help="Keep the tutor's speech as WAV files here."),
]
Mute: TypeAlias = Annotated[bool, typer.Option("--mute", help="Do not play the tutor's speech.")]
Slow: TypeAlias = Annotated[bool, typer.Option("--slow", help="The tutor speaks slowly.")]
Yes: TypeAlias = Annotated[
    bool, typer.Option("--yes", help="Fetch what is missing without asking.")
]
InputDevice: TypeAlias = Annotated[
    str | None, typer.Option("--input", help="Microphone, by name or number.")
]
OutputDevice: TypeAlias = Annotated[
    str | None, typer.Option("--output", help="Speaker, by name or number.")
]


def chosen_source(*, text: bool, audio: "Sequence[Path] | None", push_to_talk: bool) -> "Source":
    """Where the learner's turns come from; wrong usage where that is said twice."""
    from tutor.app.sitting import Source

    if sum((text, audio is not None, push_to_talk)) > 1:
        raise typer.BadParameter("--text, --audio and --push-to-talk exclude one another.")
    if text:
        return Source.TYPED
    if audio:
        return Source.RECORDED
    return Source.PUSH_TO_TALK if push_to_talk else Source.HANDS_FREE


def judge_recordings(sitting: "Sitting", unusable: int) -> None:
    """A sitting over recordings fails where one of them was of no use."""
    if sitting.recordings and unusable:
        raise AudioFileError(
            f"{unusable} of {len(sitting.recordings)} recordings held no words that"
            " could be heard. Hear what is understood with: tutor transcribe FILE"
        )
