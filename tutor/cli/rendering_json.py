"""Events and values as the JSON rows that scripts rely on (DESIGN: the command-line contract)."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import assert_never

from tutor.domain.correction import Correction, Edit
from tutor.domain.language import SpokenLine
from tutor.domain.record import TurnRecord
from tutor.domain.transcript import Word
from tutor.session.events import (
    Attempted,
    Corrected,
    Event,
    Heard,
    Listening,
    NothingHeard,
    Problem,
    SessionEnded,
    SessionStarted,
    Speaking,
    Thinking,
    TurnFinished,
    Wished,
)

__all__ = ["correction_rows", "doubt_rows", "edit_row", "event_row", "line_row", "word_row"]

Row = dict[str, object]


def word_row(word: Word) -> Row:
    """A heard word; times in seconds from the start of its utterance."""
    return {
        "text": word.text,
        "start": round(word.start_seconds, 3),
        "end": round(word.end_seconds, 3),
        "probability": round(word.probability, 3),
    }


def correction_rows(correction: Correction, card_ids: Sequence[str] = ()) -> list[Row]:
    """One row for each edit; the first of ``card_ids``, if any, go with them in order."""
    rows = [edit_row(edit) for edit in correction.edits]
    for row, card_id in zip(rows, card_ids, strict=False):
        row["card_id"] = card_id
    return rows


def edit_row(edit: Edit) -> Row:
    """One change and its reason; ``probability`` is that of a teacher's making it too."""
    return {
        "said": edit.said,
        "better": edit.better,
        "kind": edit.kind.value,
        "subkind": edit.sub_kind and edit.sub_kind.value,
        "probability": round(edit.probability, 3),
        "explanation_es": edit.explanation.spanish,
        "explanation_en": edit.explanation.english,
    }


def doubt_rows(correction: Correction) -> list[Row]:
    """What was left alone because the ears or the judgement were not sure."""
    return [
        {
            "said": doubt.said,
            "better": doubt.better,
            "probability": round(doubt.probability, 3),
            "of": "hearing" if doubt.is_of_hearing else "judgement",
        }
        for doubt in correction.doubts
    ]


def event_row(event: Event) -> Row:  # noqa: C901, PLR0912  # a case for each kind
    """Any event of a session; ``event`` names its kind."""
    match event:
        case SessionStarted():
            return {
                "event": "session_started",
                "session_id": event.session_id,
                "lesson": event.lesson.id,
                "level": event.lesson.level.value,
                "destination": event.destination,
            }
        case Listening():
            return {"event": "listening"}
        case Thinking():
            return {"event": "thinking"}
        case NothingHeard():
            return {"event": "nothing_heard", "file": event.name}
        case Heard():
            return {"event": "heard", "heard": event.transcript.text}
        case Corrected():
            return {"event": "corrected", "better": event.correction.better}
        case Speaking():
            return {"event": "speaking", **line_row(event.line)}
        case Wished():
            return {"event": "command", "command": event.command.value, "topic": event.topic}
        case Attempted():
            return {"event": "attempt", "mended": event.is_mended}
        case TurnFinished():
            return _turn_row(event.turn)
        case Problem():
            return {"event": "problem", "message": event.message}
        case SessionEnded():
            return {"event": "session_ended", **asdict(event)}
        case _:
            assert_never(event)


def line_row(line: SpokenLine) -> Row:
    """Something said aloud."""
    return {"lang": line.language.value, "text": line.text}


def _turn_row(turn: TurnRecord) -> Row:
    return {
        "event": "turn",
        "session_id": turn.session_id,
        "number": turn.number,
        "heard": turn.transcript.text,
        "language": turn.transcript.language.value,
        "words": [word_row(word) for word in turn.transcript.words],
        "better": turn.correction.better,
        "corrections": correction_rows(turn.correction, turn.card_ids),
        "cards": list(turn.card_ids),
        "tips": [edit_row(tip) for tip in turn.correction.tips],
        "doubts": doubt_rows(turn.correction),
        "reply": turn.reply,
        "spoken": [line_row(line) for line in turn.spoken],
        "timings": {name: round(value, 3) for name, value in asdict(turn.timings).items()},
    }
