"""``tutor podcast``: two voices in a file, for the walk to the shop."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.choices import chosen
from tutor.cli.shell import Shell
from tutor.cli.sitting_options import Slow, Yes
from tutor.domain.language import Pace

if TYPE_CHECKING:
    from tutor.domain.podcast import Podcast, RecordedLine, Side

__all__ = ["podcast"]


def podcast(
    shell: Shell,
    about: Annotated[
        str, typer.Argument(help="A text file, or a lesson of: tutor lessons list")
    ] = "",
    out: Annotated[
        Path, typer.Option("--out", help="The MP3 file; its transcript is written beside it.")
    ] = Path("podcast.mp3"),
    mistakes: Annotated[
        bool, typer.Option("--mistakes", help="Your corrections of the last 7 days instead.")
    ] = False,
    level: Annotated[
        str, typer.Option("--level", help="A1, A2, B1 or B2; else the lesson's, or A2.")
    ] = "",
    minutes: Annotated[
        float, typer.Option("--minutes", min=0.5, help="Begin nothing new after this long.")
    ] = 10,
    voice: Annotated[
        list[str] | None,
        typer.Option("--voice", help="A Spanish voice of: tutor voices list; give it twice."),
    ] = None,
    discuss: Annotated[
        bool,
        typer.Option(
            "--discuss",
            help="Of a text: a language model also asks and answers something about each part.",
        ),
    ] = False,
    slow: Slow = False,
    yes: Yes = False,
) -> None:
    """Have two voices go through a text, a lesson or your week's mistakes, as an MP3 file.

    It has chapters, and pauses in which you can speak; at B1 and B2 the voices speak as usual, else
    slowly. What is said comes from the text, the lesson or your deck itself, and from the
    vocabulary; no language model is needed. With --discuss one writes a question and an answer
    about each part of a text: what is not Spanish, is too hard or does not speak of the text is
    left out, but what is left may still be wrong.
    """
    from tutor.app import model_store
    from tutor.app.podcast import PodcastWish, make_podcast, podcast_voices
    from tutor.cli.fetching import ensure_fetched
    from tutor.domain.lesson import Level

    _refuse_contradictions(about, out, voice or [], mistakes=mistakes)
    wanted_level = chosen(Level, "--level", level, str.upper)
    settings = shell.settings()
    voices = podcast_voices(settings, voice or [])
    ensure_fetched(shell, model_store(settings), list(voices.values()), yes=yes)
    is_beginner = wanted_level in {None, Level.A1, Level.A2}
    wish = PodcastWish(
        out=out,
        about=about,
        level=wanted_level,
        voices=voices,
        pace=Pace.SLOW if slow or is_beginner else Pace.NORMAL,
        limit_seconds=60 * minutes,
        is_discussed=discuss,
    )

    def report(line: "RecordedLine") -> None:
        if shell.json:
            shell.emit({"event": "line", **_line_row(line, voices)})
        else:
            shell.say(f"{line.start_seconds:6.1f}  {line.line.text}")

    made, transcript = shell.run(make_podcast(settings, wish, report))
    _tell(shell, made, out, transcript)


def _refuse_contradictions(about: str, out: Path, voices: list[str], *, mistakes: bool) -> None:
    if bool(about) == mistakes:
        raise typer.BadParameter("Name a text file or a lesson, or say --mistakes.")
    if out.suffix.lower() != ".mp3":
        raise typer.BadParameter(f"'{out}' does not end in .mp3.", param_hint="--out")
    if voices and len(set(voices)) != 2:  # noqa: PLR2004  # a dialogue
        raise typer.BadParameter("A dialogue takes two different voices.", param_hint="--voice")


def _line_row(line: "RecordedLine", voices: "dict[Side, str]") -> dict[str, object]:
    return {
        "voice": voices[line.line.side],
        "text": line.line.text,
        "start": round(line.start_seconds, 3),
        "end": round(line.end_seconds, 3),
    }


def _tell(shell: Shell, made: "Podcast", out: Path, transcript: Path) -> None:
    seconds = made.audio.duration_seconds
    chapters = [
        {
            "title": chapter.title,
            "start": round(chapter.start_seconds, 3),
            "end": round(chapter.end_seconds, 3),
        }
        for chapter in made.chapters
    ]
    if shell.json:
        shell.emit(
            {
                "event": "podcast",
                "file": str(out),
                "transcript": str(transcript),
                "seconds": round(seconds, 3),
                "chapters": chapters,
            }
        )
    else:
        shell.say(f"{out}  {seconds / 60:.1f} minutes, {len(chapters)} chapters; {transcript}")
