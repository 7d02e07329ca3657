"""Whether the words so far want more words: *voy a* does, *voy a casa* does not."""

import math
import re

from tutor.domain.last_words import LAST_LETTERS_ODDS, LAST_WORD_ODDS
from tutor.domain.spanish_words import (
    ARTICLES,
    CLITICS,
    CONTRACTIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

__all__ = ["unfinished"]

_WORD = re.compile(r"[^\W_]+")
_ODDS_OF_OPEN = -6.0
_OPEN = (
    (ARTICLES - {"lo"})
    | (PREPOSITIONS - {"según", "contra", "sobre"})
    | (CLITICS - {"nos", "os"})
    | frozenset(CONTRACTIONS)
    | frozenset(
        "y e o u ni que porque pero sino aunque cuando si mientras como donde cuyo cuya mi mis tu "
        "tus su sus muy tan cada the a an my your of to and or but because with for in".split()
    )
)
"""Nobody ends with one of these, whatever the corpus says."""
_FILLERS = frozenset(
    "eh em ehm mm mmm hm hmm um uh uhm ah este esto pues bueno digamos entonces".split()
)
_FILLER_PHRASES = ("o sea", "a ver", "es decir", "cómo se dice", "como se dice", "no sé cómo")
_WHOLE = frozenset(
    "no sí nada nadie todo todos nunca siempre también tampoco yo tú él ella".split()
)
"""Whole answers, alone or after a word or two: *yo no*, *creo que sí*, *¿y tú?*."""
_FEW = 3
_LEADING_TO_PRONOUN = frozenset("y con de para por que como a sin entre".split())
_ODDS_OF_ANSWER = 1.5
_ODDS_OF_SUBJECT = -3.0
_MARKS = (("?", 5.0), ("!", 1.0), ("…", -2.0), ("...", -2.0), (",", -1.0), ("-", -2.0))
"""What the transcriber's last mark adds; a full stop says nothing, it nearly always writes one."""
_MOST = 9.0


def unfinished(text: str) -> float:
    """How surely a transcript wants more words, 0 to 1; 0.5 where nothing can be said.

    Counted in learners' sentences cut off anywhere, each as often whole as cut off.
    """
    words = _WORD.findall(text.lower())
    if not words:
        return 0.5
    odds = _odds_of_end(words) + _odds_of_mark(text)
    return 1 / (1 + math.exp(max(-_MOST, min(_MOST, odds))))


def _odds_of_end(words: list[str]) -> float:
    last = words[-1]
    if _is_filler(words):
        return _ODDS_OF_OPEN
    if last in _OPEN:
        return _ODDS_OF_OPEN
    if last in _WHOLE and len(words) <= _FEW:
        return _ODDS_OF_SUBJECT if words == ["yo"] else _ODDS_OF_ANSWER
    if last in SUBJECT_PRONOUNS:
        is_object = len(words) > 1 and words[-2] in _LEADING_TO_PRONOUN
        return _ODDS_OF_ANSWER if is_object else _ODDS_OF_SUBJECT
    return LAST_WORD_ODDS.get(last, LAST_LETTERS_ODDS.get(last[-2:], 0.0))


def _is_filler(words: list[str]) -> bool:
    return words[-1] in _FILLERS or " ".join(words[-3:]).endswith(_FILLER_PHRASES)


def _odds_of_mark(text: str) -> float:
    ending = text.rstrip(" \"'»”")
    return next((odds for mark, odds in _MARKS if ending.endswith(mark)), 0.0)
