"""What Anki exports as "Notes in Plain Text": each note with two sides becomes a word to learn."""

import csv
import html
import io
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tutor.domain.card import Card, vocabulary_card
from tutor.domain.deck_query import DeckContents
from tutor.domain.language import Language
from tutor.errors import DeckFileError

__all__ = ["AnkiText", "deck_from_anki_text", "is_anki_text"]

_SEPARATORS = {
    "tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
_SIDES = 2
_NAMES = {
    Language.SPANISH: ("spanish", "español", "espanol", "castellano", "spanisch", "espagnol"),
    Language.ENGLISH: ("english", "inglés", "ingles", "englisch", "anglais"),
}
_LINE_BREAK = re.compile(r"<(?:br|/div|/p|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SOUND = re.compile(r"\[(?:sound|anki):[^\]]*\]")
_GAP = re.compile(r"\{\{c\d+::")
_OTHER_WORD = re.compile(r"[;,/\n](?![^(]*\))")
_OUR_NOTES = uuid.UUID("6f0d9c5e-5a0b-4ee8-9d0c-3a4c4f1f1c0a")


@dataclass(slots=True)
class _Header:
    """What the lines that begin with # say about the others."""

    separator: str = ""
    is_html: bool = True
    columns: tuple[str, ...] = ()
    special: set[int] = field(default_factory=set)
    """Columns that are not fields of the note: guid, note type, deck, tags; from 0."""
    guid: int | None = None
    lines: int = 0


@dataclass(frozen=True, slots=True)
class AnkiText:
    """The words of an export."""

    contents: DeckContents
    left_out: int
    """Notes that have gaps or only one side, and notes that come twice."""


def is_anki_text(text: str) -> bool:
    """Whether a text begins as Anki's exports do."""
    return text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").startswith(
        ("#separator:", "#html:", "#columns:", "#notetype", "#deck", "#tags", "#guid")
    )


def deck_from_anki_text(text: str, name: str, *, front: Language | None, now: datetime) -> AnkiText:
    """Notes with something on both sides, as new cards; others are left out.

    ``front`` is the language of the first side. Where it is None the names of the columns tell,
    or it is Spanish. Raises DeckFileError.
    """
    text = text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    header = _header(text)
    first = front or _language_of_front(header)
    cards: dict[str, Card] = {}
    notes = 0
    for note_id, sides in _notes(text, header, name):
        notes += 1
        spanish, english = sides if first is Language.SPANISH else reversed(sides)
        card = _card(note_id, spanish, english, now)
        if card is not None:
            cards.setdefault(card.id, card)
    if not cards:
        raise DeckFileError(
            f"'{name}' holds no note with two sides: in Anki choose"
            " 'Notes in Plain Text (.txt)' of a deck whose notes have a front and a back."
        )
    return AnkiText(DeckContents(tuple(cards.values())), notes - len(cards))


def _card(note_id: str, spanish: str, english: str, now: datetime) -> Card | None:
    translations = [part.strip() for part in _OTHER_WORD.split(english)]
    translations = [part for part in translations if part]
    word = " ".join(spanish.split())
    if not word or not translations:
        return None
    card_id = str(uuid.uuid5(_OUR_NOTES, note_id or word.casefold()))
    return vocabulary_card(word, tuple(dict.fromkeys(translations)), card_id=card_id, now=now)


def _header(text: str) -> _Header:
    header = _Header()
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.lines += 1
        key, _, value = line[1:].partition(":")
        match key.strip().lower():
            case "separator":
                header.separator = _SEPARATORS.get(value.strip().lower(), value[:1])
            case "html":
                header.is_html = value.strip().lower() == "true"
            case "columns":
                header.columns = tuple(_cells(value, header.separator or "\t"))
            case "guid column" if value.strip().isdigit():
                header.guid = int(value) - 1
                header.special.add(header.guid)
            case "notetype column" | "deck column" | "tags column" if value.strip().isdigit():
                header.special.add(int(value) - 1)
    return header


def _language_of_front(header: _Header) -> Language:
    """English where the first side's column is called so, or the second's is called Spanish."""
    names = [name.lower() for at, name in enumerate(header.columns) if at not in header.special]
    for name, (if_spanish, if_english) in zip(
        names[:_SIDES],
        ((Language.SPANISH, Language.ENGLISH), (Language.ENGLISH, Language.SPANISH)),
        strict=False,
    ):
        if any(word in name for word in _NAMES[Language.SPANISH]):
            return if_spanish
        if any(word in name for word in _NAMES[Language.ENGLISH]):
            return if_english
    return Language.SPANISH


def _notes(text: str, header: _Header, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The guid and both sides of each note; empty sides where it has other ones."""
    body = "".join(text.splitlines(keepends=True)[header.lines :])
    separator = header.separator or ("\t" if "\t" in body else ",")
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
    try:
        for cells in reader:
            fields = [cell for at, cell in enumerate(cells) if at not in header.special]
            if len(fields) >= _SIDES and not any(map(_GAP.search, fields)):
                guid = cells[header.guid] if header.guid is not None else ""
                front, back = (_plain(field, is_html=header.is_html) for field in fields[:_SIDES])
                yield guid, (front, back)
            elif cells:
                yield "", ("", "")
    except csv.Error as error:
        raise DeckFileError(
            f"'{name}': line {header.lines + reader.line_num} is no note ({error}): export it"
            " from Anki again as 'Notes in Plain Text (.txt)'."
        ) from error


def _cells(line: str, separator: str) -> Sequence[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _plain(field_text: str, *, is_html: bool) -> str:
    """What one reads of a field: no markup, no sounds."""
    text = _SOUND.sub("", field_text)
    if is_html:
        text = html.unescape(_TAG.sub("", _LINE_BREAK.sub("\n", text)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
