"""Cards and reviews as plain values; what the files hold, whatever the domain calls it."""

from datetime import UTC, datetime
from typing import TypeAlias

from tutor.domain.card import Card, Face
from tutor.domain.review import Review
from tutor.domain.schedule import Schedule

__all__ = ["Row", "card_row", "review_row"]

Row: TypeAlias = dict[str, object]


def card_row(card: Card) -> Row:
    """Everything a card is, its schedules included."""
    return {
        "id": card.id,
        "kind": card.kind.value,
        "identity": card.identity,
        "sentence": card.sentence,
        "heard": card.heard,
        "said": card.said,
        "better": card.better,
        "translations": list(card.translations),
        "explanation_es": card.explanation.spanish,
        "explanation_en": card.explanation.english,
        "edit_kind": card.edit_kind and card.edit_kind.value,
        "lesson": card.lesson_id,
        "status": card.status.value,
        "created_at": _moment(card.created_at),
        "repetitions": card.repetitions,
        "more_sentences": list(card.more_sentences),
        "faces": [_face_row(face) for face in card.faces],
    }


def review_row(review: Review) -> Row:
    """An answer and both schedules."""
    answer = review.answer
    return {
        "id": answer.id,
        "card_id": answer.card_id,
        "direction": answer.direction.value,
        "rating": answer.rating.value,
        "at": _moment(answer.at),
        "text": answer.text,
        "grade": answer.grade and answer.grade.value,
        "source": answer.source.value,
        "before": _schedule_row(review.before),
        "after": _schedule_row(review.after),
        "undone": review.is_undone,
    }


def _face_row(face: Face) -> Row:
    schedule = _schedule_row(face.schedule)
    return {
        "direction": face.direction.value,
        **schedule,
        "reviews": face.reviews,
        "lapses": face.lapses,
    }


def _schedule_row(schedule: Schedule) -> Row:
    return {
        "due": _moment(schedule.due),
        "phase": schedule.phase.value,
        "step": schedule.step,
        "stability": schedule.stability,
        "difficulty": schedule.difficulty,
        "last_review": schedule.last_review and _moment(schedule.last_review),
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
