"""Whether words tell the time of day, or an age."""

from collections.abc import Sequence
from itertools import takewhile

from tutor.domain.spanish_words import NUMBER_WORDS

__all__ = ["is_age", "is_counted", "is_hour"]

_BEHIND_HOUR = frozenset(
    "y e o u menos de del en cuando pero para por que a con hasta porque si mientras ya".split()
)
_MOST_WORDS = 4
"""Of an age, before *años*: *casi cincuenta y ocho*."""
_AGE_WORDS = NUMBER_WORDS | frozenset("y un casi solo sólo unos más muchos pocos *age*".split())


def is_counted(word: str) -> bool:
    """Whether a word is a number."""
    return word in NUMBER_WORDS or word[:1].isdigit()


def is_hour(words: Sequence[str]) -> bool:
    """Whether words begin with the hour of a clock, and not with so many things."""
    number, following = (*words, "", "")[:2]
    hour = is_counted(number) or number == "una"
    return hour and (not following or following in _BEHIND_HOUR)


def is_age(words: Sequence[str]) -> bool:
    """Whether words begin with a number of years."""
    numbers = list(takewhile(lambda word: word in _AGE_WORDS or is_counted(word), words))
    return 0 < len(numbers) <= _MOST_WORDS and words[len(numbers) :][:1] in {("años",), ("año",)}
