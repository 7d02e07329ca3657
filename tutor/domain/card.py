"""A card: one thing to review, and the faces it is asked by."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tutor.domain.correction import Correction, Edit, EditKind, Explanation
from tutor.domain.schedule import Schedule, new_schedule
from tutor.domain.spanish_words import ARTICLES, AUXILIARIES, CLITICS, PREPOSITIONS
from tutor.domain.tokens import tokenize

__all__ = [
    "Card",
    "CardKind",
    "CardStatus",
    "Direction",
    "Face",
    "card_for",
    "say_it_card",
    "vocabulary_card",
    "with_repetition",
]

_SMALL_WORDS = ARTICLES | CLITICS | PREPOSITIONS | AUXILIARIES
_MAX_SENTENCES = 5
"""How many sentences of one mistake are kept; the oldest goes first."""


class CardKind(StrEnum):
    """What the card is about."""

    CLOZE = "cloze"
    """A mistake, in the learner's own corrected sentence."""
    VOCABULARY = "vocabulary"
    """A word the learner did not have."""
    SAY_IT = "say_it"
    """A word that was not understood when the learner said it."""


class Direction(StrEnum):
    """What is asked for."""

    CLOZE = "cloze"
    """The words that are missing from a sentence."""
    TO_SPANISH = "to_spanish"
    TO_ENGLISH = "to_english"
    SAY_IT = "say_it"
    """To say a Spanish word aloud so that it is understood."""


class CardStatus(StrEnum):
    """Whether a card is asked."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    """The learner does not want to be asked."""
    LEECH = "leech"
    """Forgotten so often that asking on is a waste of time."""
    WRONG = "wrong"
    """The correction was wrong: kept and counted, never asked."""


_DIRECTIONS = {
    CardKind.CLOZE: (Direction.CLOZE,),
    CardKind.VOCABULARY: (Direction.TO_ENGLISH, Direction.TO_SPANISH),
    CardKind.SAY_IT: (Direction.SAY_IT,),
}


@dataclass(frozen=True, slots=True)
class Face:
    """One way to ask a card, scheduled by itself; the faces of a card are siblings."""

    direction: Direction
    schedule: Schedule
    reviews: int = 0
    lapses: int = 0
    """How often it was forgotten after it had been learned."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing worth meeting again."""

    id: str
    kind: CardKind
    identity: str
    """The same for the same mistake or word; a deck holds each once."""
    sentence: str
    """The whole corrected sentence; of a word, an example of it, or nothing."""
    heard: str
    """The whole sentence as the learner said it; empty for a word."""
    said: str
    better: str
    """The words that were missing or wrong; the Spanish word itself."""
    edit_kind: EditKind | None
    """None unless the card is about a mistake."""
    explanation: Explanation
    lesson_id: str
    created_at: datetime
    """Timezone-aware, UTC."""
    faces: tuple[Face, ...]
    translations: tuple[str, ...] = ()
    """English for a word, the best first."""
    more_sentences: tuple[str, ...] = ()
    """Corrected sentences of the times the mistake was made again, oldest first."""
    repetitions: int = 0
    """How often the mistake was made again."""
    status: CardStatus = CardStatus.ACTIVE

    def face(self, direction: Direction) -> Face:
        """One by its direction; raises KeyError."""
        for face in self.faces:
            if face.direction is direction:
                return face
        raise KeyError(direction)


def card_for(
    edit: Edit, correction: Correction, *, card_id: str, lesson_id: str, now: datetime
) -> Card:
    """The card that a correction's edit becomes: a word to learn, or a sentence to complete."""
    if edit.kind is EditKind.ENGLISH_WORD and edit.said and edit.better:
        return vocabulary_card(
            edit.better,
            (edit.said.lower(),),
            sentence=correction.better,
            card_id=card_id,
            lesson_id=lesson_id,
            now=now,
            heard=correction.said,
            said=edit.said,
            edit_kind=edit.kind,
            explanation=edit.explanation,
        )
    return Card(
        id=card_id,
        kind=CardKind.CLOZE,
        identity=_identity_of_mistake(edit, correction),
        sentence=correction.better,
        heard=correction.said,
        said=edit.said,
        better=edit.better,
        edit_kind=edit.kind,
        explanation=edit.explanation,
        lesson_id=lesson_id,
        created_at=now,
        faces=_faces(CardKind.CLOZE, now),
    )


def vocabulary_card(  # noqa: PLR0913  # a word is met with or without a sentence around it
    word: str,
    translations: tuple[str, ...],
    *,
    card_id: str,
    now: datetime,
    sentence: str = "",
    lesson_id: str = "",
    heard: str = "",
    said: str = "",
    edit_kind: EditKind | None = None,
    explanation: Explanation | None = None,
) -> Card:
    """A word in both directions."""
    return Card(
        id=card_id,
        kind=CardKind.VOCABULARY,
        identity=_identity(CardKind.VOCABULARY, word),
        sentence=sentence,
        heard=heard,
        said=said,
        better=word,
        edit_kind=edit_kind,
        explanation=explanation or Explanation("", ""),
        lesson_id=lesson_id,
        created_at=now,
        faces=_faces(CardKind.VOCABULARY, now),
        translations=translations,
    )


def say_it_card(word: str, sentence: str, *, card_id: str, lesson_id: str, now: datetime) -> Card:
    """A word to be said aloud; ``sentence`` is where it was not understood."""
    return Card(
        id=card_id,
        kind=CardKind.SAY_IT,
        identity=_identity(CardKind.SAY_IT, word),
        sentence=sentence,
        heard="",
        said="",
        better=word,
        edit_kind=None,
        explanation=Explanation("", ""),
        lesson_id=lesson_id,
        created_at=now,
        faces=_faces(CardKind.SAY_IT, now),
    )


def with_repetition(card: Card, again: Card) -> Card:
    """A card whose mistake was made again, in the sentence of ``again``.

    Its schedules are left to the scheduler.
    """
    known = {card.sentence, *card.more_sentences, ""}
    sentences = card.more_sentences + ((again.sentence,) if again.sentence not in known else ())
    translations = card.translations + tuple(
        word for word in again.translations if word not in card.translations
    )
    return replace(
        card,
        translations=translations,
        more_sentences=sentences[-_MAX_SENTENCES:],
        repetitions=card.repetitions + 1,
    )


def _faces(kind: CardKind, now: datetime) -> tuple[Face, ...]:
    return tuple(Face(direction, new_schedule(now)) for direction in _DIRECTIONS[kind])


def _identity_of_mistake(edit: Edit, correction: Correction) -> str:
    """Kind and words; with the next word where these are so small that they recur everywhere.

    *la problema* and *la día* are two mistakes, *soy cansado* and *soy enfermo* are one.
    """
    words = [token.norm for token in tokenize(f"{edit.said} {edit.better}")]
    parts = [edit.kind.value, edit.said, edit.better]
    if all(word in _SMALL_WORDS for word in words):
        said = [token.norm for token in tokenize(correction.said)]
        parts += said[edit.end : edit.end + 1]
    return _identity(CardKind.CLOZE, *parts)


def _identity(kind: CardKind, *parts: str) -> str:
    return "|".join([kind.value, *(" ".join(part.casefold().split()) for part in parts)])
