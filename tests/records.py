"""Records of a small session, to store and find again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tutor.domain.card import Card, Direction, card_for, vocabulary_card
from tutor.domain.correction import Correction, Edit, EditKind, Explanation
from tutor.domain.language import Language, SpokenLine
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.domain.review import Answer, ReviewSource
from tutor.domain.schedule import Phase, Rating, Schedule
from tutor.domain.transcript import typed_transcript

__all__ = [
    "AT",
    "a_card",
    "a_correction",
    "a_session",
    "a_turn",
    "a_word",
    "an_answer",
    "finished",
    "learned",
]

AT = datetime(2026, 3, 1, 12, 30, 15, 250, tzinfo=UTC)


def a_session(session_id: str = "session-1") -> SessionRecord:
    return SessionRecord(session_id, "a1-cafe", AT)


def a_correction() -> Correction:
    edit = Edit(
        start=1,
        end=2,
        said="soy",
        better="estoy",
        kind=EditKind.SER_ESTAR,
        explanation=Explanation("El cansancio es un estado.", "Being tired is a state."),
    )
    return Correction("yo soy muy cansado hoy", "yo estoy muy cansado hoy", (edit,))


def a_card(card_id: str = "card-1", minute: int = 0, **changes: Any) -> Card:
    """A mistake of its own for every id, always in the same words; ``changes`` are of fields."""
    correction = a_correction()
    card = card_for(
        correction.edits[0],
        correction,
        card_id=card_id,
        lesson_id="a1-cafe",
        now=AT + timedelta(minutes=minute),
    )
    return replace(card, **{"identity": f"{card.identity}|{card_id}"} | changes)


def a_word(
    card_id: str = "word-1",
    word: str = "servilleta",
    translation: str = "napkin",
    minute: int = 0,
    **changes: Any,
) -> Card:
    """A word in both directions; one card for every word."""
    card = vocabulary_card(
        word, (translation,), card_id=card_id, now=AT + timedelta(minutes=minute)
    )
    return replace(card, **changes)


def learned(card: Card, due: datetime, stability: float = 10.0, lapses: int = 0) -> Card:
    """A card whose faces were all learned and are due then."""
    schedule = Schedule(
        due=due,
        phase=Phase.REVIEW,
        stability=stability,
        difficulty=5.0,
        last_review=due - timedelta(days=stability),
    )
    faces = tuple(replace(face, schedule=schedule, reviews=3, lapses=lapses) for face in card.faces)
    return replace(card, faces=faces)


def an_answer(  # noqa: PLR0913  # an answer has as many fields
    answer_id: str = "answer-1",
    card_id: str = "card-1",
    rating: Rating = Rating.GOOD,
    *,
    at: datetime = AT,
    direction: Direction = Direction.CLOZE,
    source: ReviewSource = ReviewSource.REVIEW,
) -> Answer:
    return Answer(answer_id, card_id, direction, rating, at, source=source)


def a_turn(number: int = 1, *card_ids: str, session_id: str = "session-1") -> TurnRecord:
    correction = a_correction()
    return TurnRecord(
        session_id, number, typed_transcript(correction.said), correction, card_ids, AT
    )


def finished(turn: TurnRecord, reply: str = "¿Por qué estás cansado?") -> TurnRecord:
    return replace(
        turn,
        reply=reply,
        spoken=(SpokenLine(Language.SPANISH, reply), SpokenLine(Language.ENGLISH, "Why?")),
        timings=Timings(speech_seconds=2.1, first_audio_seconds=0.9, turn_seconds=5.25),
    )
