"""Any file that a deck can be read from, told apart by what it holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tutor.adapters.export.anki_text import deck_from_anki_text, is_anki_text
from tutor.adapters.export.csv_file import deck_from_csv, is_our_csv
from tutor.adapters.export.files import read_text
from tutor.adapters.export.json_file import deck_from_json
from tutor.domain.deck_query import DeckContents
from tutor.domain.language import Language
from tutor.errors import DeckFileError

__all__ = ["DeckFile", "DeckSource", "read_deck"]


class DeckSource(StrEnum):
    """What wrote a file."""

    JSON = "json"
    CSV = "csv"
    ANKI_TEXT = "anki-text"


@dataclass(frozen=True, slots=True)
class DeckFile:
    """What a file holds."""

    source: DeckSource
    contents: DeckContents
    left_out: int = 0
    """Notes of Anki that are no word with two sides, or come twice."""


def read_deck(path: Path, *, front: Language | None, now: datetime) -> DeckFile:
    """Our JSON and CSV, and Anki's text; raises DeckFileError.

    ``front`` is the language of the first side of Anki's notes, None where the file should tell.
    """
    text, name = read_text(path), path.name
    kind = path.suffix.lower()
    if text.lstrip().startswith(("{", "[")) or kind == ".json":
        return DeckFile(DeckSource.JSON, deck_from_json(text, name))
    if is_our_csv(text) or kind == ".csv":
        return DeckFile(DeckSource.CSV, deck_from_csv(text, name))
    if is_anki_text(text) or kind in {".txt", ".tsv"}:
        notes = deck_from_anki_text(text, name, front=front, now=now)
        return DeckFile(DeckSource.ANKI_TEXT, notes.contents, notes.left_out)
    raise DeckFileError(
        f"'{path}' is no deck: give what 'tutor deck export' wrote as JSON or CSV, or what Anki"
        " exports as 'Notes in Plain Text (.txt)'."
    )
