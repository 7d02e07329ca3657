"""The deck as files: out, and in again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from tutor.app.models import synthesizer_for
from tutor.app.sitting import system_clock
from tutor.config import Settings
from tutor.domain.audio import AudioChunk
from tutor.domain.deck_format import DeckFormat
from tutor.domain.deck_query import DeckContents
from tutor.domain.language import Language, Pace
from tutor.ports import Deck

if TYPE_CHECKING:
    from tutor.adapters.export.anki_package import AnkiSounds

__all__ = ["Exported", "Imported", "export_deck", "import_deck"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    cards: int
    reviews: int
    """Of a table none are."""
    sounds: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, and what of it was new."""

    source: str
    cards: int
    added: int
    left_out: int
    """Cards whose id or identity was there already, and notes of Anki that are no word."""


async def export_deck(  # noqa: PLR0913  # where, what and how
    settings: Settings,
    deck: Deck,
    path: Path,
    deck_format: DeckFormat,
    *,
    voice: str | None = None,
    report: Callable[[str], None] = lambda _: None,
) -> Exported:
    """Write all cards; raises DeckFileError, StoreError, or ModelMissingError for the voice.

    With ``voice`` a package for Anki has sounds. ``report`` is told each text before it is spoken.
    """
    contents = await deck.contents()
    reviews, sounds = len(contents.reviews), 0
    match deck_format:
        case DeckFormat.JSON:
            from tutor.adapters.export.files import write_text
            from tutor.adapters.export.json_file import deck_as_json

            write_text(path, deck_as_json(contents))
        case DeckFormat.CSV:
            from tutor.adapters.export.csv_file import deck_as_csv
            from tutor.adapters.export.files import write_text

            write_text(path, deck_as_csv(contents))
            reviews = 0
        case DeckFormat.APKG:
            spoken = None if voice is None else _sounds(settings, voice, report)
            sounds = await _export_to_anki(contents, path, spoken)
        case _:
            assert_never(deck_format)
    return Exported(len(contents.cards), reviews, sounds)


async def import_deck(deck: Deck, path: Path, front: Language | None) -> Imported:
    """Add what a file holds, all or nothing; raises DeckFileError or StoreError.

    ``front`` is the language of the first side of Anki's notes.
    """
    from tutor.adapters.export.reading import read_deck

    file = read_deck(path, front=front, now=system_clock().now())
    count = len(file.contents.cards)
    added = await deck.restore(file.contents)
    return Imported(file.source, count, added, count - added + file.left_out)


async def _export_to_anki(contents: DeckContents, path: Path, sounds: "AnkiSounds | None") -> int:
    from tzlocal import get_localzone

    from tutor.adapters.export.anki_package import write_anki_package

    now = system_clock().now()
    return await write_anki_package(contents, path, now=now, zone=get_localzone(), sounds=sounds)


def _sounds(settings: Settings, voice: str, report: Callable[[str], None]) -> "AnkiSounds":
    from tutor.adapters.export.anki_package import AnkiSounds
    from tutor.adapters.export.mp3 import encoded, sound_ending

    speaker = synthesizer_for(settings, voice)

    async def speak(text: str) -> AudioChunk:
        report(text)
        return await speaker.synthesize(text, Pace.NORMAL)

    return AnkiSounds(speak, encoded, sound_ending())
