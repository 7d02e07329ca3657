"""What an answer does to a face, and taking it back."""

from dataclasses import replace

from tutor.domain.card import Card, Face
from tutor.domain.review import Review, ReviewLimits
from tutor.domain.schedule import Phase, Rating, Schedule

__all__ = ["answered", "is_lapse", "is_leech", "taken_back", "with_face"]


def is_lapse(before: Schedule, rating: Rating) -> bool:
    """Whether something was forgotten that had been learned."""
    return before.phase is Phase.REVIEW and rating is Rating.AGAIN


def answered(face: Face, rating: Rating, after: Schedule) -> Face:
    """A face after an answer that the scheduler has moved to ``after``."""
    return replace(
        face,
        schedule=after,
        reviews=face.reviews + 1,
        lapses=face.lapses + is_lapse(face.schedule, rating),
    )


def taken_back(face: Face, review: Review) -> Face:
    """A face as if an answer had not been given."""
    return replace(
        face,
        schedule=review.before,
        reviews=max(0, face.reviews - 1),
        lapses=max(0, face.lapses - is_lapse(review.before, review.answer.rating)),
    )


def is_leech(card: Card, limits: ReviewLimits) -> bool:
    """Whether the faces of a card have lapsed too often, taken together."""
    return sum(face.lapses for face in card.faces) >= limits.leech_lapses


def with_face(card: Card, face: Face) -> Card:
    """A card with one of its faces replaced by another of the same direction."""
    return replace(
        card,
        faces=tuple(face if old.direction is face.direction else old for old in card.faces),
    )
