"""Records of a small session, to store and find again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tutor.domain.card import Card, card_for
from tutor.domain.correction import Correction, Edit, EditKind, Explanation
from tutor.domain.language import Language, SpokenLine
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.domain.transcript import typed_transcript

__all__ = ["AT", "a_card", "a_correction", "a_session", "a_turn", "finished"]

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


def a_card(card_id: str = "card-1", minute: int = 0) -> Card:
    correction = a_correction()
    return card_for(
        correction.edits[0],
        correction,
        card_id=card_id,
        lesson_id="a1-cafe",
        now=AT + timedelta(minutes=minute),
    )


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
