"""What is surely right and looks wrong: *el agua*, *la fiesta es en mi casa*."""

from collections.abc import Sequence

from tutor.domain.explaining.word_lists import EVENTS, STRESSED_A
from tutor.domain.spanish_words import ESTAR, SER

__all__ = ["is_known_right"]

_BEFORE_STRESSED_A = frozenset("el un al del algún ningún".split())
_AT_AN_HOUR_OR_PLACE = frozenset("en a aquí allí ahí mañana hoy".split())
_MORE_EVENTS = frozenset(
    "examen cita entrevista junta misa función evento cumpleaños torneo cena".split()
)
_REACH = 4
"""Words before the verb among which an event is looked for."""


def is_known_right(
    said: Sequence[str], better: Sequence[str], before: Sequence[str], after: Sequence[str]
) -> bool:
    """Whether lower-case words are right where they stand, and the better ones are not."""
    if len(said) != 1 or not better:
        return False
    word, following = said[0], after[0] if after else ""
    if word in _BEFORE_STRESSED_A:
        return following in STRESSED_A
    events = (EVENTS | _MORE_EVENTS) & set(before[-_REACH:])
    takes_place = following in _AT_AN_HOUR_OR_PLACE and bool(events)
    return word in SER and better[0] in ESTAR and takes_place
