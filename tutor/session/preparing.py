"""Making the opening of a session before it begins, from what is known of the learner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tutor.domain.card import Card, CardKind
from tutor.domain.deck_query import CardQuery
from tutor.domain.lesson import Lesson
from tutor.domain.opening import Opening, opening_of, with_opening
from tutor.domain.weaving import due_words
from tutor.ports import Deck, Diary, Memory

__all__ = ["Prepared", "prepared"]

_CARDS_LOOKED_AT = 500
_WORDS = frozenset({CardKind.VOCABULARY, CardKind.SAY_IT})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A lesson as this session will hold it."""

    lesson: Lesson
    """Its opening is the session's, its target words hold those that are due."""
    opening: Opening
    standing: Lesson
    """The same as everybody has it: its opening follows the session's where that asks something."""

    @property
    def is_personal(self) -> bool:
        """Whether it holds anything of this learner's."""
        return self.lesson != self.standing


async def prepared(
    lesson: Lesson, memory: Memory, diary: Diary, deck: Deck, now: datetime
) -> Prepared:
    """The lesson with the opening that fits this learner today; raises StoreError."""
    cards: Sequence[Card] = await deck.cards(CardQuery(kinds=_WORDS, limit=_CARDS_LOOKED_AT))
    words = due_words(cards, lesson, now)
    opening = opening_of(lesson, await memory.facts(), await diary.endings(1), words)
    return Prepared(with_opening(lesson, opening, words), opening, lesson)
