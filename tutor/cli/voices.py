"""``tutor voices``: what there is, getting it, hearing it."""

from pathlib import Path
from typing import Annotated

import typer

from tutor.cli.models import Yes, bring, show
from tutor.cli.say import say
from tutor.cli.shell import Shell, command
from tutor.domain.language import Language

__all__ = ["app", "fetch_voices", "list_voices", "say_sample"]

_SAMPLES = {
    Language.SPANISH: "Hola, soy tu tutor. ¿De qué te gustaría hablar hoy?",
    Language.ENGLISH: "Hello, I am your tutor. What would you like to talk about today?",
}

app = typer.Typer(help="The tutor's voices.", no_args_is_help=True)


@command(app, "list")
def list_voices(shell: Shell) -> None:
    """List the voices, with their size and licence."""
    from tutor.app import model_store
    from tutor.domain.model import ModelKind

    store = model_store(shell.settings())
    show(shell, store, [model for model in store.models() if model.kind is ModelKind.VOICE])


@command(app, "fetch")
def fetch_voices(
    shell: Shell,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Without a name: the two a session speaks with."),
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Bring voices to this machine."""
    from tutor.app import chosen_models, model_store

    settings = shell.settings()
    if not names:
        chosen = chosen_models(settings)
        names = [chosen.spanish_voice, chosen.english_voice]
    bring(shell, model_store(settings), names, yes=yes)


@command(app, "say")
def say_sample(
    shell: Shell,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A voice of the list.")],
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="What to say; else a greeting.")
    ] = None,
    *,
    slow: Annotated[bool, typer.Option("--slow", help="Speak slowly.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", show_default=False, help="Write a WAV file instead of playing."),
    ] = None,
) -> None:
    """Hear a voice."""
    from tutor.app import model_store

    language = model_store(shell.settings()).model(name).languages[0]
    say(shell, text or _SAMPLES[language], slow=slow, out=out, voice=name)
