"""``tutor corrections``: what was corrected, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from tutor.domain.card import Card

__all__ = ["list_corrections"]


def list_corrections(
    shell: Shell,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, show_default=False, help="Only the newest N.")
    ] = None,
) -> None:
    """Show your saved corrections, newest first."""
    from tutor.app import open_records

    with open_records(shell.settings()) as records:
        cards = shell.run(records.deck.cards(limit=limit))
    if not cards:
        shell.say("No corrections yet. Run: tutor practice")
    for card in cards:
        if shell.json:
            shell.emit(_row(card))
        else:
            _show(shell, card)


def _show(shell: Shell, card: "Card") -> None:
    day = card.created_at.astimezone().date().isoformat()
    shell.say(f"{day}  {card.heard}")
    shell.say(f"         →  {card.sentence}  ({card.said or '∅'} → {card.better or '∅'})")
    shell.say(f"            {card.explanation.spanish}")
    shell.say(f"            {card.explanation.english}")
    shell.say()


def _row(card: "Card") -> dict[str, object]:
    return {
        "card_id": card.id,
        "heard": card.heard,
        "sentence": card.sentence,
        "said": card.said,
        "better": card.better,
        "kind": card.edit_kind.value,
        "explanation_es": card.explanation.spanish,
        "explanation_en": card.explanation.english,
        "lesson": card.lesson_id,
        "created_at": card.created_at.isoformat(),
    }
