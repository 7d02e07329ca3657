"""``tutor exchange``: half the time in Spanish, half in English, as in a tandem."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.holding_ways import hold_way
from tutor.cli.shell import Shell
from tutor.cli.sitting_options import (
    Audio,
    InputDevice,
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
    from pathlib import Path

    from tutor.config import Settings

__all__ = ["exchange"]


def exchange(
    shell: Shell,
    lesson: Annotated[
        str, typer.Argument(help="What the Spanish half is about: a lesson of: tutor lessons list")
    ] = "",
    minutes: Annotated[
        str, typer.Option("--minutes", help="Of the Spanish half and of the English half.")
    ] = "15+15",
    text: Text = False,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    seed: Annotated[
        int | None,
        typer.Option("--seed", show_default=False, help="The same English mistakes each time."),
    ] = None,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """Talk in Spanish for half the time; then the roles turn, and you correct the tutor's English.

    The Spanish half is a practice over a lesson, with a language model where there is one. In the
    English half the tutor makes the mistakes that Spanish speakers make, and you say what is wrong
    and why. Of recordings the first half are Spanish turns, the others English ones.
    """
    from secrets import randbits

    from tutor.app.practice import PracticeSitting
    from tutor.app.ways import TandemSitting, tandem_session
    from tutor.cli.practice import hold_practice

    first, second = _halves(minutes)
    spanish, english = _divided(tuple(audio or ()), first, second)
    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    source = chosen_source(text=text, audio=audio, push_to_talk=push_to_talk)
    if first:
        practice = PracticeSitting(
            source=source,
            recordings=spanish,
            minutes=first,
            out=out and out / "spanish",
            mute=mute,
            slow=slow,
            lesson_id=lesson,
            converses=_has_language_model(settings),
        )
        hold_practice(shell, settings, practice, yes=yes)
    if second:
        tandem = TandemSitting(
            source=source,
            recordings=english,
            minutes=second,
            out=out and out / "english",
            mute=mute,
            slow=slow,
            seed=randbits(32) if seed is None else seed,
        )
        opened = partial(tandem_session, settings, tandem)
        hold_way(shell, settings, tandem, opened, yes=yes)


def _halves(minutes: str) -> tuple[float, float]:
    try:
        first, second = map(float, minutes.split("+"))
    except ValueError:
        first = second = -1.0
    if min(first, second) < 0 or not first + second:
        raise typer.BadParameter("Say both halves, such as 15+15.", param_hint="--minutes")
    return first, second


def _divided(
    recordings: "tuple[Path, ...]", first: float, second: float
) -> "tuple[tuple[Path, ...], tuple[Path, ...]]":
    """The recordings of each half; all of them where there is only one."""
    if not first or not second:
        return (recordings, ()) if first else ((), recordings)
    middle = (len(recordings) + 1) // 2
    return recordings[:middle], recordings[middle:]


def _has_language_model(settings: "Settings") -> bool:
    from tutor.app import chosen_models, model_store

    if settings.llm.base_url:
        return True
    return model_store(settings).is_present(chosen_models(settings).language_model)
