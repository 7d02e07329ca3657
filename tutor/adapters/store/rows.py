"""Sessions and turns as rows, and rows as sessions and turns.

The names of the stored fields are the database's own: renaming a domain field changes none.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from tutor.domain.correction import Correction, Doubt, Edit, EditKind, Explanation
from tutor.domain.language import Language, SpokenLine
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.domain.sub_kinds import SubKind
from tutor.domain.transcript import Segment, Transcript, Word

__all__ = [
    "doubts_from_stored",
    "heard_row",
    "outcome_row",
    "session_from_row",
    "session_row",
    "turn_from_row",
]

_Values: TypeAlias = dict[str, Any]
_Stored: TypeAlias = Mapping[str, Any]


def session_row(session: SessionRecord) -> _Values:
    """The columns of ``sessions`` that the domain knows."""
    return {"id": session.id, "lesson_id": session.lesson_id, "started_at": session.started_at}


def session_from_row(row: RowMapping) -> SessionRecord:
    """The session in a row of ``sessions``."""
    return SessionRecord(row["id"], row["lesson_id"], row["started_at"])


def heard_row(turn: TurnRecord) -> _Values:
    """The columns of ``turns`` that are known before the tutor speaks."""
    return {
        "number": turn.number,
        "at": turn.at,
        "language": turn.transcript.language.value,
        "heard": turn.transcript.text,
        "segments": [_segment(segment) for segment in turn.transcript.segments],
        "said": turn.correction.said,
        "better": turn.correction.better,
        "edits": [_edit(edit) for edit in turn.correction.edits],
        "doubts": [
            {
                "said": doubt.said,
                "better": doubt.better,
                "probability": doubt.probability,
                "of_hearing": doubt.is_of_hearing,
            }
            for doubt in turn.correction.doubts
        ],
        "card_ids": list(turn.card_ids),
    }


def outcome_row(turn: TurnRecord) -> _Values:
    """The columns of ``turns`` that are known when the turn has ended."""
    timings = turn.timings
    return {
        "reply": turn.reply,
        "spoken": [{"lang": line.language.value, "text": line.text} for line in turn.spoken],
        "speech_seconds": timings.speech_seconds,
        "endpoint_seconds": timings.endpoint_seconds,
        "transcribe_seconds": timings.transcribe_seconds,
        "correct_seconds": timings.correct_seconds,
        "first_audio_seconds": timings.first_audio_seconds,
        "turn_seconds": timings.turn_seconds,
    }


def turn_from_row(session_id: str, row: RowMapping) -> TurnRecord:
    """The turn in a row of ``turns``."""
    return TurnRecord(
        session_id=session_id,
        number=row["number"],
        transcript=Transcript(
            tuple(_segment_from(stored) for stored in row["segments"]), Language(row["language"])
        ),
        correction=Correction(
            row["said"],
            row["better"],
            tuple(_edit_from(stored) for stored in row["edits"]),
            doubts_from_stored(row["doubts"]),
        ),
        card_ids=tuple(row["card_ids"]),
        at=row["at"],
        reply=row["reply"],
        spoken=tuple(SpokenLine(Language(line["lang"]), line["text"]) for line in row["spoken"]),
        timings=Timings(
            speech_seconds=row["speech_seconds"],
            endpoint_seconds=row["endpoint_seconds"],
            transcribe_seconds=row["transcribe_seconds"],
            correct_seconds=row["correct_seconds"],
            first_audio_seconds=row["first_audio_seconds"],
            turn_seconds=row["turn_seconds"],
        ),
    )


def doubts_from_stored(stored: Sequence[_Stored]) -> tuple[Doubt, ...]:
    """What the column ``doubts`` of a turn holds."""
    return tuple(
        Doubt(one["said"], one["better"], one["probability"], one.get("of_hearing", True))
        for one in stored
    )


def _segment(segment: Segment) -> _Values:
    words = [
        {
            "text": word.text,
            "start": word.start_seconds,
            "end": word.end_seconds,
            "probability": word.probability,
        }
        for word in segment.words
    ]
    return {"words": words, "no_speech_probability": segment.no_speech_probability}


def _segment_from(stored: _Stored) -> Segment:
    words = tuple(
        Word(word["text"], word["start"], word["end"], word["probability"])
        for word in stored["words"]
    )
    return Segment(words, stored["no_speech_probability"])


def _edit(edit: Edit) -> _Values:
    return {
        "start": edit.start,
        "end": edit.end,
        "said": edit.said,
        "better": edit.better,
        "kind": edit.kind.value,
        "subkind": edit.sub_kind and edit.sub_kind.value,
        "probability": edit.probability,
        "explanation_es": edit.explanation.spanish,
        "explanation_en": edit.explanation.english,
    }


def _edit_from(stored: _Stored) -> Edit:
    return Edit(
        start=stored["start"],
        end=stored["end"],
        said=stored["said"],
        better=stored["better"],
        kind=EditKind(stored["kind"]),
        explanation=Explanation(stored["explanation_es"], stored["explanation_en"]),
        sub_kind=SubKind(stored["subkind"]) if stored.get("subkind") else None,
        probability=stored.get("probability", 1.0),
    )
