"""Choosing which due words a talk takes up."""

from collections.abc import Sequence

from tutor.domain.card import Card, CardKind
from tutor.domain.lesson import Lesson
from tutor.domain.sentences import plain_words

__all__ = ["due_words"]

_AT_MOST = 3
_LONGEST = 3
"""Words of a card's word; longer ones are sentences."""


def due_words(cards: Sequence[Card], lesson: Lesson) -> tuple[str, ...]:
    """Up to three words of due cards, given longest due first; those of the lesson's scene lead.

    Words that the lesson has already are left out.
    """
    known = {_key(word) for word in lesson.target_words}
    found = list(
        dict.fromkeys(
            card.better
            for card in cards
            if card.kind is not CardKind.CLOZE
            and 0 < len(plain_words(card.better)) <= _LONGEST
            and _key(card.better) not in known
        )
    )
    scene = set(plain_words(" ".join((lesson.scene, lesson.opening, *lesson.questions))))
    fitting = sorted(found, key=lambda word: scene.isdisjoint(plain_words(word)))
    return tuple(fitting[:_AT_MOST])


def _key(word: str) -> str:
    articles = {"el", "la", "los", "las", "un", "una"}
    return " ".join(part for part in plain_words(word) if part not in articles)
