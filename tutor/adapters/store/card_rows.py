"""Cards, faces and reviews as rows, and rows as cards, faces and reviews.

The names of the stored fields are the database's own: renaming a domain field changes none.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from tutor.domain.card import Card, CardKind, CardStatus, Direction, Face
from tutor.domain.correction import EditKind, Explanation
from tutor.domain.grading import Grade
from tutor.domain.review import Answer, Review, ReviewSource
from tutor.domain.schedule import Phase, Rating, Schedule

__all__ = [
    "card_from_row",
    "card_row",
    "face_row",
    "identity_hash",
    "queue_of",
    "review_from_row",
    "review_row",
]

_Values: TypeAlias = dict[str, Any]
Stored: TypeAlias = RowMapping | Mapping[str, Any]

_QUEUES = {
    Phase.NEW: "new",
    Phase.LEARNING: "learning",
    Phase.RELEARNING: "learning",
    Phase.REVIEW: "review",
}


def identity_hash(identity: str) -> str:
    """The same for the same identity, and short."""
    return blake2b(identity.encode(), digest_size=16).hexdigest()


def queue_of(status: CardStatus, phase: Phase) -> str:
    """Where a face of a card waits to be asked."""
    return _QUEUES[phase] if status is CardStatus.ACTIVE else "none"


def card_row(card: Card) -> _Values:
    """The columns of ``cards`` that the domain knows."""
    return {
        "id": card.id,
        "kind": card.kind.value,
        "identity": card.identity,
        "identity_hash": identity_hash(card.identity),
        "status": card.status.value,
        "sentence": card.sentence,
        "heard": card.heard,
        "said": card.said,
        "better": card.better,
        "edit_kind": None if card.edit_kind is None else card.edit_kind.value,
        "explanation_es": card.explanation.spanish,
        "explanation_en": card.explanation.english,
        "lesson_id": card.lesson_id,
        "created_at": card.created_at,
        "translations": list(card.translations),
        "more_sentences": list(card.more_sentences),
        "repetitions": card.repetitions,
    }


def card_from_row(row: Stored, faces: Sequence[Stored]) -> Card:
    """The card in a row of ``cards`` with its rows of ``faces`` in their order."""
    return Card(
        id=row["id"],
        kind=CardKind(row["kind"]),
        identity=row["identity"],
        sentence=row["sentence"],
        heard=row["heard"],
        said=row["said"],
        better=row["better"],
        edit_kind=None if row["edit_kind"] is None else EditKind(row["edit_kind"]),
        explanation=Explanation(row["explanation_es"], row["explanation_en"]),
        lesson_id=row["lesson_id"],
        created_at=row["created_at"],
        faces=tuple(_face_from(face) for face in faces),
        translations=tuple(row["translations"]),
        more_sentences=tuple(row["more_sentences"]),
        repetitions=row["repetitions"],
        status=CardStatus(row["status"]),
    )


def face_row(face: Face, status: CardStatus) -> _Values:
    """The columns of ``faces`` that the domain knows, of a card with that status."""
    return {
        "queue": queue_of(status, face.schedule.phase),
        "direction": face.direction.value,
        **_schedule_row(face.schedule),
        "reviews": face.reviews,
        "lapses": face.lapses,
    }


def review_row(review: Review) -> _Values:
    """The columns of ``reviews`` that the domain knows."""
    answer = review.answer
    return {
        "direction": answer.direction.value,
        "id": answer.id,
        "rating": answer.rating.value,
        "at": answer.at,
        "text": answer.text,
        "grade": None if answer.grade is None else answer.grade.value,
        "source": answer.source.value,
        **_schedule_row(review.before, "before_"),
        **_schedule_row(review.after, "after_"),
        "is_undone": review.is_undone,
    }


def review_from_row(row: Stored, card_id: str) -> Review:
    """The review in a row of ``reviews``."""
    answer = Answer(
        id=row["id"],
        card_id=card_id,
        direction=Direction(row["direction"]),
        rating=Rating(row["rating"]),
        at=row["at"],
        text=row["text"],
        grade=None if row["grade"] is None else Grade(row["grade"]),
        source=ReviewSource(row["source"]),
    )
    return Review(
        answer,
        before=_schedule_from(row, "before_"),
        after=_schedule_from(row, "after_"),
        is_undone=row["is_undone"],
    )


def _face_from(row: Stored) -> Face:
    return Face(
        direction=Direction(row["direction"]),
        schedule=_schedule_from(row),
        reviews=row["reviews"],
        lapses=row["lapses"],
    )


def _schedule_row(schedule: Schedule, prefix: str = "") -> _Values:
    return {
        f"{prefix}phase": schedule.phase.value,
        f"{prefix}due": schedule.due,
        f"{prefix}step": schedule.step,
        f"{prefix}stability": schedule.stability,
        f"{prefix}difficulty": schedule.difficulty,
        f"{prefix}last_review": schedule.last_review,
    }


def _schedule_from(row: Stored, prefix: str = "") -> Schedule:
    return Schedule(
        due=row[f"{prefix}due"],
        phase=Phase(row[f"{prefix}phase"]),
        step=row[f"{prefix}step"],
        stability=row[f"{prefix}stability"],
        difficulty=row[f"{prefix}difficulty"],
        last_review=row[f"{prefix}last_review"],
    )
