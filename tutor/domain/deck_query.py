"""Which cards are meant, and what counting them tells."""

from dataclasses import dataclass
from datetime import datetime

from tutor.domain.card import Card, CardKind, CardStatus
from tutor.domain.correction import EditKind
from tutor.domain.review import Review

__all__ = ["ALL_CARDS", "CardQuery", "DeckContents", "KindStatistics"]


@dataclass(frozen=True, slots=True)
class CardQuery:
    """Every condition that is given has to hold."""

    kinds: frozenset[CardKind] = frozenset()
    """Empty: any."""
    is_correction: bool | None = None
    """Only cards that were made from a correction, or only the others."""
    edit_kind: EditKind | None = None
    lesson_id: str | None = None
    session_id: str | None = None
    since: datetime | None = None
    """Timezone-aware; made then or later."""
    until: datetime | None = None
    """Timezone-aware; made before then."""
    text: str = ""
    """Each of its words begins a word of the card's Spanish or English; accents do not matter."""
    status: CardStatus | None = None
    limit: int | None = None


ALL_CARDS = CardQuery()


@dataclass(frozen=True, slots=True)
class KindStatistics:
    """How often one kind of mistake was corrected."""

    edit_kind: EditKind
    total: int
    wrong: int
    """Corrections that the learner has marked as wrong."""
    recent: int
    """In the four weeks before the moment asked about, in whole days of UTC with that of it."""
    before: int
    """In the four weeks before those."""


@dataclass(frozen=True, slots=True)
class DeckContents:
    """Everything a deck holds; what is exported and imported."""

    cards: tuple[Card, ...]
    reviews: tuple[Review, ...] = ()
