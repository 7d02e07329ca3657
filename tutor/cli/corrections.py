"""``tutor corrections``: what was corrected, and why."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from tutor.cli.cards import correction_row, show_card, show_history
from tutor.cli.choices import chosen
from tutor.cli.corrections_stats import stats
from tutor.cli.shell import Shell, command
from tutor.cli.style_comments import LAST, comment_on_style, said_in
from tutor.errors import NotStoredError

if TYPE_CHECKING:
    from tutor.app import Records
    from tutor.domain.card import Card
    from tutor.domain.deck_query import CardQuery
    from tutor.ports import Deck

__all__ = ["app"]


class _ListingGroup(TyperGroup):
    """A group that lists where no command is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  # Click's own Context, which Typer does not export
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_ListingGroup,
    help="Your saved corrections; without a command they are listed.",
)

_Id = Annotated[
    str, typer.Argument(metavar="ID", help="As listed; its beginning is enough where unique.")
]
_Day = ["%Y-%m-%d"]


@command(app, "list")
def list_corrections(
    shell: Shell,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, show_default=False, help="Only the newest N.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="Only mistakes of this kind, such as ser_estar.")
    ] = "",
    lesson: Annotated[
        str | None, typer.Option("--lesson", show_default=False, help="Only of this lesson.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--since", formats=_Day, show_default=False, help="From this day on."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=_Day, show_default=False, help="Up to this day."),
    ] = None,
    text: Annotated[str, typer.Option("--text", help="Only with words that begin so.")] = "",
    session: Annotated[
        str | None,
        typer.Option(
            "--session", show_default=False, help="Only of this session, or of the last one: last."
        ),
    ] = None,
    deep: Annotated[
        bool,
        typer.Option(
            "--deep", help="Also ask the language model about your style in that session."
        ),
    ] = False,
) -> None:
    """List your saved corrections, newest first.

    With --deep they are those of one session, the last where none is named, and below them stands
    what the language model thinks of the style. It is an opinion, and may be wrong.
    """
    from tutor.app import open_records
    from tutor.domain.correction import EditKind
    from tutor.domain.deck_query import CardQuery

    if deep:
        session = session or LAST
    wishes = CardQuery(
        is_correction=True,
        edit_kind=chosen(EditKind, "--kind", kind),
        lesson_id=lesson,
        session_id=session,
        since=since and _beginning(since.date()),
        until=until and _beginning(until.date() + timedelta(days=1)),
        text=text,
    )
    with open_records(shell.settings()) as records:
        said = shell.run(said_in(records.journal, session or LAST)) if deep else ()
        cards = shell.run(_corrections(records, wishes, limit))
    if not cards:
        shell.say(
            "No corrections yet. Run: tutor practice"
            if wishes == CardQuery(is_correction=True)
            else "No corrections like that. See them all: tutor corrections"
        )
    for card in cards:
        if shell.json:
            shell.emit(correction_row(card))
        else:
            show_card(shell, card)
            shell.say()
    if deep:
        comment_on_style(shell, said)


@command(app, "show")
def show(shell: Shell, card_id: _Id) -> None:
    """Show one correction, every time it was made again, and every answer to it."""
    from tutor.app import open_records

    with open_records(shell.settings()) as records:
        card = shell.run(_correction(records.deck, card_id))
        reviews = shell.run(records.reviews.reviews(card.id))
    show_history(shell, correction_row(card), card, reviews)


@command(app, "wrong")
def wrong(shell: Shell, card_id: _Id) -> None:
    """Mark a correction as wrong: it is kept and counted, and never asked."""
    from tutor.domain.card_editing import marked_wrong

    _mark(shell, card_id, marked_wrong)


@command(app, "right")
def right(shell: Shell, card_id: _Id) -> None:
    """Take back that a correction was wrong: it is asked again."""
    from tutor.domain.card_editing import marked_right

    _mark(shell, card_id, marked_right)


command(app, "stats")(stats)


def _mark(shell: Shell, card_id: str, mark: "Callable[[Card], Card]") -> None:
    from tutor.app import open_records

    async def change(deck: "Deck") -> "Card":
        card = mark(await _correction(deck, card_id))
        await deck.change(card)
        return card

    with open_records(shell.settings()) as records:
        card = shell.run(change(records.deck))
    if shell.json:
        shell.emit(correction_row(card))
        return
    show_card(shell, card)
    is_wrong = card.status.value == "wrong"
    shell.say("Wrong: it is not asked any more." if is_wrong else f"Right: it is {card.status}.")


async def _corrections(
    records: "Records", wishes: "CardQuery", limit: int | None
) -> "tuple[Card, ...]":
    from dataclasses import replace

    query = replace(wishes, limit=limit)
    if query.session_id == LAST:
        last = await records.journal.last_session_id()
        if last is None:
            return ()
        query = replace(query, session_id=last)
    return await records.deck.cards(query)


async def _correction(deck: "Deck", card_id: str) -> "Card":
    """A card that was made from a mistake; raises NotStoredError."""
    card = await deck.card(card_id)
    if card.edit_kind is None:
        raise NotStoredError(
            f"The card {card.id} is no correction. Show it with: tutor deck show {card.id}"
        )
    return card


def _beginning(day: date) -> datetime:
    """Midnight where the learner is."""
    return datetime.combine(day, time()).astimezone().astimezone(UTC)
