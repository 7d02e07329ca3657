"""A card: one thing to review."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tutor.domain.correction import Correction, Edit, EditKind, Explanation

__all__ = ["Card", "CardKind", "card_for"]


class CardKind(StrEnum):
    """What the card asks for."""

    CLOZE = "cloze"


@dataclass(frozen=True, slots=True)
class Card:
    """A mistake worth meeting again, in the learner's own corrected sentence."""

    id: str
    kind: CardKind
    sentence: str
    """The whole corrected sentence."""
    heard: str
    """The whole sentence as the learner said it."""
    said: str
    better: str
    edit_kind: EditKind
    explanation: Explanation
    lesson_id: str
    created_at: datetime
    """Timezone-aware, UTC."""


def card_for(
    edit: Edit, correction: Correction, *, card_id: str, lesson_id: str, now: datetime
) -> Card:
    """The card that a correction's edit becomes."""
    return Card(
        id=card_id,
        kind=CardKind.CLOZE,
        sentence=correction.better,
        heard=correction.said,
        said=edit.said,
        better=edit.better,
        edit_kind=edit.kind,
        explanation=edit.explanation,
        lesson_id=lesson_id,
        created_at=now,
    )
