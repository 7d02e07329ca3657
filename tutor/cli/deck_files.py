"""``tutor deck export`` and ``import``: the deck leaves and comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.choices import chosen
from tutor.cli.shell import Shell
from tutor.domain.deck_format import DeckFormat
from tutor.errors import FetchError

if TYPE_CHECKING:
    from tutor.config import Settings

__all__ = ["export_deck", "import_deck"]

_TELL_EVERY = 25
"""Sounds between two lines of progress."""


def export_deck(
    shell: Shell,
    file: Annotated[Path, typer.Argument(help="Where to; an old file is replaced.")],
    format_: Annotated[
        DeckFormat | None,
        typer.Option(
            "--format",
            show_default=False,
            help="For Anki with sounds, for spreadsheets, or everything; else by FILE's ending.",
        ),
    ] = None,
    no_audio: Annotated[bool, typer.Option("--no-audio", help="No sounds for Anki.")] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Fetch a missing voice without asking.")
    ] = False,
) -> None:
    """Write all cards to a file: an Anki package, a table, or JSON."""
    from tutor.app import open_records
    from tutor.app.exchange import export_deck

    chosen = format_ or _by_ending(file)
    settings = shell.settings()
    voice = _voice(shell, settings, yes=yes) if chosen is DeckFormat.APKG and not no_audio else None
    with open_records(settings) as records:
        written = shell.run(
            export_deck(
                settings,
                records.deck,
                file,
                chosen,
                voice=voice,
                report=_Progress(shell),
            )
        )
    if shell.json:
        counts = {"cards": written.cards, "reviews": written.reviews, "sounds": written.sounds}
        shell.emit({"file": str(file), "format": chosen.value, **counts})
    else:
        sounds = f", {written.sounds} sounds" if written.sounds else ""
        shell.say(f"{file}  {written.cards} cards, {written.reviews} answers{sounds}")


def import_deck(
    shell: Shell,
    file: Annotated[
        Path, typer.Argument(help="JSON or CSV of this tutor, or Anki's 'Notes in Plain Text'.")
    ],
    front: Annotated[
        str, typer.Option("--front", help="Language of the first side of Anki's notes: es or en.")
    ] = "",
) -> None:
    """Add the cards of a file; those that are there already stay as they are."""
    from tutor.app import open_records
    from tutor.app.exchange import import_deck
    from tutor.domain.language import Language

    language = chosen(Language, "--front", front)
    with open_records(shell.settings()) as records:
        done = shell.run(import_deck(records.deck, file, language))
    if shell.json:
        counts = {"cards": done.cards, "added": done.added, "left_out": done.left_out}
        shell.emit({"file": str(file), "format": done.source, **counts})
    else:
        shell.say(f"{done.added} cards added, {done.left_out} left out")


def _by_ending(file: Path) -> DeckFormat:
    ending = file.suffix.lower().removeprefix(".")
    if ending not in list(DeckFormat):
        raise typer.BadParameter(
            f"'{file.name}' does not end in .apkg, .csv or .json: say which with --format."
        )
    return DeckFormat(ending)


def _voice(shell: Shell, settings: "Settings", *, yes: bool) -> str:
    """The tutor's Spanish voice, fetched where it is missing."""
    from tutor.app import chosen_models, model_store
    from tutor.cli.fetching import ensure_fetched

    voice = chosen_models(settings).spanish_voice
    try:
        ensure_fetched(shell, model_store(settings), [voice], yes=yes)
    except FetchError as error:
        raise FetchError(f"{error} Or export without sounds: --no-audio") from error
    return voice


class _Progress:
    """Counts what is being spoken, and says so now and then."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._count = 0

    def __call__(self, text: str) -> None:
        if self._count % _TELL_EVERY == 0:
            self._shell.warn(f"Speaking ({self._count} done) … {text}")
        self._count += 1
