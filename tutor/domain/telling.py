"""When a correction is told: at once, after the learner's own attempt, or at the end."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from tutor.domain.correction import Correction
from tutor.domain.language import SpokenLine, spanish
from tutor.domain.spoken_correction import gravity, spoken_edits, spoken_lines

__all__ = ["REHEARSAL_LINE", "Telling", "gravest_first", "lines_at_the_end"]

REHEARSAL_LINE = "Hablamos sin ayuda y sin correcciones. Al final te digo todo."
_AT_THE_END = "Ahora, tus correcciones. Primero la más importante."
_ONE_AT_THE_END = "Ahora, una corrección."
_NONE_AT_THE_END = "No tengo nada que corregir."


class Telling(StrEnum):
    """When the learner is told what was wrong."""

    AT_ONCE = "at_once"
    PROMPT_FIRST = "prompt_first"
    """After one chance to mend it."""
    AT_THE_END = "at_the_end"
    """And no help before."""


def gravest_first(corrections: Sequence[Correction]) -> Sequence[Correction]:
    """Those with something that can be heard; alike grave ones in the order they were said."""
    audible = [one for one in corrections if spoken_edits(one.edits, len(one.edits))]
    return sorted(audible, key=_gravity)


def lines_at_the_end(ranked: Sequence[Correction]) -> Iterator[tuple[SpokenLine, ...]]:
    """What is said before any, then what is said of each, the same as in the talk."""
    if not ranked:
        yield (spanish(_NONE_AT_THE_END),)
        return
    yield (spanish(_AT_THE_END if len(ranked) > 1 else _ONE_AT_THE_END),)
    for correction in ranked:
        yield spoken_lines(correction, len(correction.edits))


def _gravity(correction: Correction) -> int:
    return min(gravity(edit) for edit in spoken_edits(correction.edits, len(correction.edits)))
