"""The command ``tutor``: its tree of commands."""

from typing import Annotated

import typer

from tutor import __version__
from tutor.cli import (
    config,
    correct,
    corrections,
    deck,
    doctor,
    lessons,
    level,
    memory,
    models,
    placement,
    podcast,
    practice,
    review,
    say,
    tandem,
    transcribe,
    voices,
    ways,
)
from tutor.cli.shell import command

__all__ = ["app"]

app = typer.Typer(
    name="tutor",
    help="Practise Spanish aloud with a tutor that runs on your own computer.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def tutor(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Practise Spanish aloud with a tutor that runs on your own computer."""


command(app, "demo")(practice.demo)
command(app, "practice", many=("--audio",))(practice.practice)
command(app, "review", many=("--audio",))(review.review)
command(app, "quiz", many=("--audio",))(review.quiz)
command(app, "shadow", many=("--audio",))(ways.shadow)
command(app, "story", many=("--audio",))(ways.story)
command(app, "exchange", many=("--audio",))(tandem.exchange)
command(app, "placement", many=("--audio",))(placement.placement)
command(app, "podcast")(podcast.podcast)
app.add_typer(lessons.app, name="lessons")
app.add_typer(corrections.app, name="corrections")
app.add_typer(deck.app, name="deck")
app.add_typer(memory.app, name="memory")
app.add_typer(level.app, name="level")
command(app, "transcribe")(transcribe.transcribe)
command(app, "correct")(correct.correct)
command(app, "say")(say.say)
app.add_typer(voices.app, name="voices")
app.add_typer(models.app, name="models")
command(app, "doctor")(doctor.doctor)
app.add_typer(config.app, name="config")
