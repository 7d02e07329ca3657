"""The deck as a package that Anki imports: notes, sounds, and when each card is due."""

import asyncio
import contextlib
import hashlib
import itertools
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import astuple, dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from sqlite3 import Cursor
from typing import TypeAlias

import genanki

from tutor.adapters.export.anki_notes import (
    MODELS,
    TEMPLATES,
    fields_of,
    guid_of,
    sounds_of,
    tags_of,
)
from tutor.adapters.export.anki_schedule import (
    ROLLOVER_HOUR,
    AnkiAnswer,
    AnkiState,
    Calendar,
    anki_answers,
    anki_state,
)
from tutor.adapters.export.files import replacing
from tutor.domain.audio import AudioChunk
from tutor.domain.card import Card, Direction
from tutor.domain.deck_query import DeckContents
from tutor.domain.review import Review
from tutor.errors import DeckFileError, SynthesisError

__all__ = ["AnkiSounds", "Speak", "write_anki_package"]

Speak: TypeAlias = Callable[[str], Awaitable[AudioChunk]]
_DECK_ID = 1_763_400_200
_DECK = "voice-tutor"


@dataclass(frozen=True, slots=True)
class AnkiSounds:
    """What makes the sounds of a package."""

    speak: Speak
    """A Spanish text as sound; may raise SynthesisError, which costs only that sound."""
    encode: Callable[[AudioChunk], bytes]
    """A whole sound file; empty where there is nothing to hear."""
    ending: str
    """Of the name of such a file, without a dot."""


async def write_anki_package(
    contents: DeckContents,
    path: Path,
    *,
    now: datetime,
    zone: tzinfo,
    sounds: AnkiSounds | None = None,
) -> int:
    """Write all cards with their schedules and answers; how many sounds are in the package.

    Days are counted in ``zone`` from four in the morning. Raises DeckFileError, and whatever
    ``speak`` raises but SynthesisError.
    """
    with replacing(path) as new, tempfile.TemporaryDirectory() as folder:
        names = {} if sounds is None else await _spoken(contents, sounds, Path(folder))
        calendar = Calendar(now, zone)
        package = _Package(_deck(contents, names, calendar), calendar)
        media = sorted(set(names.values()))
        await asyncio.to_thread(_write, package, new, Path(folder), media)
        return len(media)


def _write(package: "_Package", path: Path, folder: Path, media: list[str]) -> None:
    """What genanki's own writing does, without a copy of the deck left in the folder for such."""
    database = folder / "collection.anki2"
    try:
        with contextlib.closing(sqlite3.connect(database)) as connection:
            package.write(connection.cursor())
            connection.commit()
    except sqlite3.Error as error:
        raise DeckFileError(
            f"A package for Anki cannot be made ({error}): make room in {folder.parent}."
        ) from error
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(database, database.name, zipfile.ZIP_DEFLATED)
        archive.writestr("media", json.dumps(dict(enumerate(media))))
        for number, name in enumerate(media):
            archive.write(folder / name, str(number))


async def _spoken(contents: DeckContents, sounds: AnkiSounds, folder: Path) -> dict[str, str]:
    """A sound file for each different text; their names by the text."""
    names: dict[str, str] = {}
    for text in dict.fromkeys(text for card in contents.cards for text in sounds_of(card)):
        try:
            content = sounds.encode(await sounds.speak(text))
        except SynthesisError:
            continue
        if content:
            digest = hashlib.sha256(content).hexdigest()[:24]
            names[text] = f"voice-tutor-{digest}.{sounds.ending}"
            (folder / names[text]).write_bytes(content)
    return names


def _deck(contents: DeckContents, names: dict[str, str], calendar: Calendar) -> genanki.Deck:
    answers: dict[tuple[str, Direction], list[Review]] = {}
    for review in contents.reviews:
        answers.setdefault((review.answer.card_id, review.answer.direction), []).append(review)
    deck = genanki.Deck(_DECK_ID, _DECK)
    for model in MODELS.values():
        deck.add_model(model)
    cards = sorted(contents.cards, key=lambda card: (card.created_at, card.id))
    for position, card in enumerate(cards, start=1):
        deck.add_note(_note(card, position, names, answers, calendar))
    return deck


def _note(
    card: Card,
    position: int,
    names: dict[str, str],
    answers: dict[tuple[str, Direction], list[Review]],
    calendar: Calendar,
) -> genanki.Note:
    faces = [
        _ScheduledCard(
            TEMPLATES[face.direction],
            anki_state(card, face, position, calendar),
            anki_answers(answers.get((card.id, face.direction), ())),
        )
        for face in card.faces
    ]
    return _ScheduledNote(
        faces,
        model=MODELS[card.kind],
        fields=fields_of(card, names),
        tags=tags_of(card),
        guid=guid_of(card),
    )


class _Package(genanki.Package):  # type: ignore[misc]  # genanki has no types
    """A package whose days are counted from today, by the scheduler that Anki has today."""

    def __init__(self, deck: genanki.Deck, calendar: Calendar) -> None:
        super().__init__(deck)
        self._calendar = calendar

    def write(self, cursor: Cursor) -> None:
        """The tables and everything in them."""
        timestamp = self._calendar.now.timestamp()
        self.write_to_db(cursor, timestamp, itertools.count(int(timestamp * 1000)))

    def write_to_db(self, cursor: Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, timestamp, id_gen)
        (stored,) = cursor.execute("SELECT conf FROM col").fetchone()
        settings = json.loads(stored) | {
            "schedVer": 2,
            "sched2021": True,
            "rollover": ROLLOVER_HOUR,
            "creationOffset": self._calendar.minutes_west,
        }
        cursor.execute(
            "UPDATE col SET crt = ?, mod = ?, scm = ?, conf = ?",
            (
                round(self._calendar.start.timestamp()),
                round(timestamp * 1000),
                round(timestamp * 1000),
                json.dumps(settings),
            ),
        )


class _ScheduledNote(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note that knows its cards."""

    def __init__(self, faces: "list[_ScheduledCard]", **fields: object) -> None:
        super().__init__(**fields)
        self._faces = faces

    @property
    def cards(self) -> "list[_ScheduledCard]":
        """One for each face, whatever its fields."""
        return self._faces


class _ScheduledCard(genanki.Card):  # type: ignore[misc]  # genanki has no types
    """A card that has been reviewed before."""

    def __init__(self, template: int, state: AnkiState, answers: tuple[AnkiAnswer, ...]) -> None:
        super().__init__(template)
        self._state = state
        self._answers = answers

    def write_to_db(  # noqa: PLR0913, PLR0917  # as genanki calls it
        self,
        cursor: Cursor,
        timestamp: float,
        deck_id: int,
        note_id: int,
        id_gen: Iterator[int],
        due: int = 0,
    ) -> None:
        del due
        card_id = next(id_gen)
        *numbers, data = astuple(self._state)
        row = (card_id, note_id, deck_id, self.ord, int(timestamp), -1, *numbers, 0, 0, 0, data)
        cursor.execute(f"INSERT INTO cards VALUES({_holes(row)})", row)
        for answer in self._answers:
            _write_answer(cursor, card_id, answer)


def _write_answer(cursor: Cursor, card_id: int, answer: AnkiAnswer) -> None:
    """Under its moment in milliseconds, or the next that is free."""
    for moment in itertools.count(answer.milliseconds):
        row = (
            moment, card_id, -1, answer.ease, answer.ivl, answer.last_ivl, 0, 0, answer.type,
        )  # fmt: skip
        cursor.execute(f"INSERT OR IGNORE INTO revlog VALUES({_holes(row)})", row)
        if cursor.rowcount:
            return


def _holes(row: tuple[object, ...]) -> str:
    return ", ".join("?" * len(row))
