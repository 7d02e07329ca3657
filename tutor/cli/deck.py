"""``tutor deck``: the cards."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.cards import card_line, card_row, short_id, show_history
from tutor.cli.choices import chosen
from tutor.cli.deck_backups import back_up, restore, verify
from tutor.cli.deck_files import export_deck, import_deck
from tutor.cli.shell import Shell, command

if TYPE_CHECKING:
    from tutor.domain.card import Card
    from tutor.ports import Deck

__all__ = ["app"]

app = typer.Typer(help="The cards made from your corrections.", no_args_is_help=True)

_Id = Annotated[
    str, typer.Argument(metavar="ID", help="As listed; its beginning is enough where unique.")
]
_Ids = Annotated[
    list[str], typer.Argument(metavar="ID...", help="As listed; the beginning of each is enough.")
]


@command(app, "list")
def list_cards(
    shell: Shell,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, show_default=False, help="Only the newest N.")
    ] = None,
    kind: Annotated[str, typer.Option("--kind", help="Only cloze, vocabulary or say_it.")] = "",
    status: Annotated[
        str, typer.Option("--status", help="Only active, suspended, leech or wrong.")
    ] = "",
    due: Annotated[
        bool, typer.Option("--due", help="Only those to be asked now, new ones too.")
    ] = False,
    text: Annotated[str, typer.Option("--text", help="Only those with words that begin so.")] = "",
) -> None:
    """List your cards, newest first."""
    from tutor.app import open_records
    from tutor.domain.card import CardKind, CardStatus
    from tutor.domain.deck_query import CardQuery

    wanted = chosen(CardKind, "--kind", kind)
    query = CardQuery(
        kinds=frozenset({wanted} if wanted else ()),
        text=text,
        status=chosen(CardStatus, "--status", status),
        limit=None if due else limit,
    )
    with open_records(shell.settings()) as records:
        cards = shell.run(records.deck.cards(query))
    if due:
        cards = _due_now(cards)[:limit]
    if not cards:
        any_wish = kind or status or due or text
        shell.say(
            "No cards like that. See them all: tutor deck list"
            if any_wish
            else "No cards yet. Run: tutor practice"
        )
    for card in cards:
        _print(shell, card)


@command(app, "show")
def show(shell: Shell, card_id: _Id) -> None:
    """Show one card with every answer to it."""
    from tutor.app import open_records

    with open_records(shell.settings()) as records:
        card = shell.run(records.deck.card(card_id))
        reviews = shell.run(records.reviews.reviews(card.id))
    show_history(shell, card_row(card), card, reviews)


@command(app, "edit")
def edit(
    shell: Shell,
    card_id: _Id,
    sentence: Annotated[
        str | None, typer.Option("--sentence", show_default=False, help="The right sentence.")
    ] = None,
    better: Annotated[
        str | None,
        typer.Option("--better", show_default=False, help="The words to learn, or the word."),
    ] = None,
    translation: Annotated[
        list[str] | None,
        typer.Option("--translation", show_default=False, help="English; again for another."),
    ] = None,
    explanation_es: Annotated[
        str | None, typer.Option("--explanation-es", show_default=False, help="Why, in Spanish.")
    ] = None,
    explanation_en: Annotated[
        str | None, typer.Option("--explanation-en", show_default=False, help="Why, in English.")
    ] = None,
) -> None:
    """Change what a card says; when it is asked stays as it is."""
    from tutor.domain.card_editing import CardEdit, edited

    wishes = CardEdit(
        sentence=sentence,
        better=better,
        translations=tuple(translation) if translation else None,
        explanation_spanish=explanation_es,
        explanation_english=explanation_en,
    )
    if wishes == CardEdit():
        raise typer.BadParameter("Say what to change: see tutor deck edit --help")
    _change(shell, [card_id], lambda card: edited(card, wishes))


@command(app, "suspend")
def suspend(shell: Shell, card_ids: _Ids) -> None:
    """Keep cards without asking them."""
    from tutor.domain.card_editing import suspended

    _change(shell, card_ids, suspended)


@command(app, "resume")
def resume(shell: Shell, card_ids: _Ids) -> None:
    """Ask suspended cards and leeches again."""
    from tutor.domain.card_editing import resumed

    _change(shell, card_ids, resumed)


@command(app, "delete")
def delete(
    shell: Shell,
    card_ids: _Ids,
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")] = False,
) -> None:
    """Forget cards and every answer to them, for good."""
    from tutor.app import open_records

    with open_records(shell.settings()) as records:
        cards = shell.run(_found(records.deck, card_ids))
        for card in () if yes else cards:
            shell.warn(card_line(card))
        if not yes and not _agreed(len(cards)):
            shell.warn("Nothing was deleted.")
            return
        shell.run(_delete(records.deck, cards))
    for card in cards:
        if shell.json:
            shell.emit({"id": card.id, "deleted": True})
        else:
            shell.say(f"{short_id(card)}  deleted")


command(app, "export")(export_deck)
command(app, "import")(import_deck)
command(app, "backup")(back_up)
command(app, "restore")(restore)
command(app, "verify")(verify)


def _change(shell: Shell, card_ids: Sequence[str], new: "Callable[[Card], Card]") -> None:
    """Change each of the cards, once all are found, and print what became of them."""
    from tutor.app import open_records

    async def change_all(deck: "Deck") -> "list[Card]":
        cards = [new(card) for card in await _found(deck, card_ids)]
        for card in cards:
            await deck.change(card)
        return cards

    with open_records(shell.settings()) as records:
        cards = shell.run(change_all(records.deck))
    for card in cards:
        _print(shell, card)


async def _found(deck: "Deck", card_ids: Sequence[str]) -> "list[Card]":
    """Each card once, in the order of the ids."""
    cards = [await deck.card(card_id) for card_id in card_ids]
    return list({card.id: card for card in cards}.values())


async def _delete(deck: "Deck", cards: "Sequence[Card]") -> None:
    for card in cards:
        await deck.delete(card.id)


def _agreed(count: int) -> bool:
    if not sys.stdin.isatty():
        raise typer.BadParameter("Nobody is here to ask: to delete them say --yes.")
    return typer.confirm(f"Delete {count} cards for good?", default=False, err=True)


def _due_now(cards: "Sequence[Card]") -> "tuple[Card, ...]":
    from tutor.app.sitting import system_clock
    from tutor.domain.card import CardStatus

    now = system_clock().now()
    return tuple(
        card
        for card in cards
        if card.status is CardStatus.ACTIVE and any(face.schedule.due <= now for face in card.faces)
    )


def _print(shell: Shell, card: "Card") -> None:
    if shell.json:
        shell.emit(card_row(card))
    else:
        shell.say(card_line(card))
