"""The cards as a table for spreadsheets, one a row; the reviews stay behind.

It begins with a byte order mark, without which Excel reads UTF-8 as something else. A cell that a
spreadsheet would take for a formula is written with an apostrophe before it, which is taken off
again when the table is read.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from tutor.adapters.export.checking import check_cards
from tutor.adapters.export.models import CardModel, FaceModel, read_row
from tutor.adapters.export.rows import Row, card_row
from tutor.domain.card import Card
from tutor.domain.deck_query import DeckContents
from tutor.errors import DeckFileError

__all__ = ["deck_as_csv", "deck_from_csv", "is_our_csv"]

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_TEXTS = ("id", "kind", "sentence", "heard", "said", "better")
_MORE_TEXTS = ("explanation_es", "explanation_en", "edit_kind", "lesson", "status", "created_at")
_FACE = ("due", "direction", "phase", "step", "stability", "difficulty", "last_review", "reviews",
         "lapses")  # fmt: skip
_HEADER = (
    *_TEXTS, "translations", *_MORE_TEXTS, *_FACE, "repetitions", "more_sentences", "identity",
)  # fmt: skip
_LISTS = ("translations", "more_sentences")
_NONE = "none"
"""Of a face's value that there is not: an empty cell would be hard to tell from no face."""
_BETWEEN = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What a spreadsheet may take for the beginning of a formula; and the guard itself."""


def deck_as_csv(contents: DeckContents) -> str:
    """Cards by the moment they were made and id; the two faces of a word share its row."""
    table = io.StringIO(newline="")
    table.write(_BYTE_ORDER_MARK)
    writer = csv.writer(table)
    writer.writerow(_HEADER)
    for card in sorted(contents.cards, key=lambda card: (card.created_at, card.id)):
        cells = _cells(card)
        writer.writerow([_guarded(cells[name]) for name in _HEADER])
    return table.getvalue()


def is_our_csv(text: str) -> bool:
    """Whether a text begins with the names of our columns, however separated."""
    first = text.lstrip(_BYTE_ORDER_MARK).split("\n", 1)[0]
    names = {name.strip('" \r') for name in first.split(_separator(first))}
    return {"id", "kind"} <= names


def deck_from_csv(text: str, name: str) -> DeckContents:
    """The cards of what ``deck_as_csv`` wrote; raises DeckFileError naming line and column."""
    cards = {}
    for where, cells in _lines(text.lstrip(_BYTE_ORDER_MARK), name):
        cards[where] = read_row(CardModel, _row(cells, where), where).to_domain()
    check_cards(cards)
    return DeckContents(tuple(cards.values()))


def _cells(card: Card) -> dict[str, str]:
    row = card_row(card)
    faces = row.pop("faces")
    assert isinstance(faces, list)  # noqa: S101  # card_row says so
    cells = {name: "" if value is None else str(value) for name, value in row.items()}
    cells |= {name: _joined(getattr(card, name)) for name in _LISTS}
    for name in _FACE:
        values = [face[name] for face in faces]
        cells[name] = _joined([_NONE if value is None else str(value) for value in values])
    return cells


def _row(cells: dict[str, str], where: str) -> Row:
    row: Row = {name: cells[name] for name in (*_TEXTS, *_MORE_TEXTS, "repetitions", "identity")}
    row["edit_kind"] = cells["edit_kind"] or None
    row |= {name: _parts(cells[name], name, where) for name in _LISTS}
    columns = {name: _parts(cells[name], name, where) for name in _FACE}
    count = len(columns["direction"])
    for name, parts in columns.items():
        if len(parts) != count:
            raise DeckFileError(
                f"{where}, column '{name}' has {len(parts)} values where there are {count}"
                " directions: write as many, with '; ' between them."
            )
    row["faces"] = [
        read_row(FaceModel, {name: _value(columns[name][at]) for name in _FACE}, where)
        for at in range(count)
    ]
    return row


def _value(part: str) -> str | None:
    return None if part == _NONE else part


def _lines(text: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each row stands, and its cells by column."""
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(first))
    try:
        header = next(reader, [])
        missing = [column for column in _HEADER if column not in header]
        if missing:
            raise DeckFileError(
                f"'{name}' has no column '{missing[0]}': keep the first line of what"
                " 'tutor deck export --format csv' wrote."
            )
        for cells in reader:
            where = f"'{name}': line {reader.line_num}"
            if not any(cells):
                continue
            if len(cells) != len(header):
                raise DeckFileError(
                    f"{where} has {len(cells)} cells where there are {len(header)} columns:"
                    " a text with a comma or a line break in it needs quotation marks around it."
                )
            yield where, dict(zip(header, map(_bare, cells), strict=True))
    except csv.Error as error:
        raise DeckFileError(
            f"'{name}': line {reader.line_num} is no row of a table ({error}): mend it there, or"
            " export the deck again."
        ) from error


def _separator(first_line: str) -> str:
    """A comma, or what a spreadsheet of another country has put in its place."""
    return max(",;\t", key=first_line.count)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _joined(parts: Sequence[str]) -> str:
    """With semicolons between them where that can be read back, else as JSON."""
    if all(_is_plain(part) for part in parts):
        return _BETWEEN.join(parts)
    return json.dumps(list(parts), ensure_ascii=False)


def _is_plain(part: str) -> bool:
    return bool(part) and part == part.strip() and ";" not in part and not part.startswith("[")


def _parts(cell: str, column: str, where: str) -> list[str]:
    if not cell.startswith("["):
        return [part.strip() for part in cell.split(";") if part.strip()]
    try:
        parts = json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise DeckFileError(
            f"{where}, column '{column}' begins with '[' but is no JSON list: write the values"
            " with '; ' between them."
        ) from error
    return list(map(str, parts)) if _is_list(parts) else [cell]


def _is_list(value: object) -> bool:
    return isinstance(value, list)
