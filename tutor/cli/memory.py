"""``tutor memory``: what the tutor remembers of you."""

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell, command
from tutor.errors import SettingsError

if TYPE_CHECKING:
    from tutor.domain.fact import Fact

__all__ = ["app"]

app = typer.Typer(
    help="What the tutor remembers of you: see it, change it, make it forget.",
    no_args_is_help=True,
)

_SHORTEST_ID = 8


@command(app, "list")
def list_facts(shell: Shell) -> None:
    """List what you have told the tutor, newest first."""
    from tutor.app import open_records

    with open_records(shell.settings()) as records:
        facts = shell.run(records.memory.facts())
    if not facts:
        shell.say("Nothing is remembered. The tutor remembers what you tell it in: tutor practice")
    for fact in facts:
        if shell.json:
            shell.emit(_row(fact))
        else:
            shell.say(_line(fact))


@command(app, "edit")
def edit(
    shell: Shell,
    fact_id: Annotated[
        str, typer.Argument(metavar="ID", help="As listed; its beginning is enough where unique.")
    ],
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help='In the tutor\'s words: "Tienes tres hijas."')
    ],
) -> None:
    """Change what the tutor remembers."""
    from tutor.app import open_records

    wanted = " ".join(text.split())
    if not wanted:
        raise SettingsError("A fact needs words: to remove one, run tutor memory forget ID.")
    with open_records(shell.settings()) as records:
        fact = shell.run(records.memory.change(fact_id, wanted))
    if shell.json:
        shell.emit(_row(fact))
    else:
        shell.say(_line(fact))


@command(app, "forget")
def forget_facts(
    shell: Shell,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="As listed; the beginning of each is enough."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Forget every fact.")] = False,
) -> None:
    """Forget facts for good, with the sentences and cards they came from, in the backups too."""
    from tutor.app import forget, open_records

    if bool(ids) is everything:
        raise typer.BadParameter("Name the facts to forget, or say --all.")
    settings = shell.settings()
    with open_records(settings) as records:
        gone = shell.run(forget(settings, records.memory, ids or (), everything=everything))
    if shell.json:
        shell.emit(
            {
                "facts": gone.facts,
                "turns": len(gone.turns),
                "cards": gone.cards,
                "left_in": list(gone.left_in),
            }
        )
    else:
        shell.say(
            f"Forgotten: {gone.facts} facts, the words of {len(gone.turns)} turns,"
            f" {gone.cards} cards."
        )
    for place in gone.left_in:
        shell.warn(f"It may still be in {place}.")


def _row(fact: "Fact") -> dict[str, object]:
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        "text": fact.text,
        "said": fact.said,
        "lesson": fact.lesson_id,
        "session_id": fact.session_id,
        "turn": fact.turn_number,
        "at": fact.at.isoformat(),
        "asked_at": fact.asked_at and fact.asked_at.isoformat(),
    }


def _line(fact: "Fact") -> str:
    return f"{fact.id[:_SHORTEST_ID]}  {fact.at:%Y-%m-%d}  {fact.text}  (you said: {fact.said})"
