"""``tutor deck``: the cards."""

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell, command

if TYPE_CHECKING:
    from tutor.domain.card import Card

__all__ = ["app", "list_cards"]

app = typer.Typer(help="The cards made from your corrections.", no_args_is_help=True)


@command(app, "list")
def list_cards(
    shell: Shell,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, show_default=False, help="Only the newest N.")
    ] = None,
) -> None:
    """List your cards, newest first."""
    from tutor.app import open_records

    with open_records(shell.settings()) as records:
        cards = shell.run(records.deck.cards(limit=limit))
    if not cards:
        shell.say("No cards yet. Run: tutor practice")
    for card in cards:
        if shell.json:
            shell.emit(_row(card))
        else:
            shell.say(f"{card.sentence}  ({card.said or '∅'} → {card.better or '∅'})")


def _row(card: "Card") -> dict[str, object]:
    return {
        "id": card.id,
        "kind": card.kind.value,
        "sentence": card.sentence,
        "heard": card.heard,
        "said": card.said,
        "better": card.better,
        "edit_kind": card.edit_kind.value,
        "explanation_es": card.explanation.spanish,
        "explanation_en": card.explanation.english,
        "lesson": card.lesson_id,
        "created_at": card.created_at.isoformat(),
    }
