"""The words that a card is found by."""

import re
import unicodedata
from collections.abc import Iterable

from tutor.domain.card import Card

__all__ = ["card_words", "words_to_find"]

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 32
"""Of a longer word only the beginning is told apart."""


def card_words(card: Card) -> frozenset[str]:
    """Every word of a card's sentences, mistake and translations, as ``words_to_find`` gives it."""
    texts = (card.sentence, card.heard, card.said, card.better)
    return words_to_find(*texts, *card.translations, *card.more_sentences)


def words_to_find(*texts: str) -> frozenset[str]:
    """The words of some texts without case and accents, so that *manana* finds *Mañana*."""
    return frozenset(
        word[:_LONGEST] for text in texts for word in _WORD.findall(_without_accents(text))
    )


def _without_accents(text: str) -> str:
    return "".join(_letters(unicodedata.normalize("NFKD", text.casefold())))


def _letters(text: str) -> Iterable[str]:
    return (mark for mark in text if not unicodedata.category(mark).startswith("M"))
