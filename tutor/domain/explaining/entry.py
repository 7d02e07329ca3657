"""One entry of the library of explanations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tutor.domain.sub_kinds import SubKind

__all__ = ["Entries", "Entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Both texts, true of every sentence that the sub-kind can meet, and an example.

    ``{said}`` and ``{better}`` are the learner's words and the better ones, ``{next}``,
    ``{following}``, ``{described}`` and ``{before}`` words around them, ``{verb}`` an infinitive,
    ``{trigger}`` the words that decide. Spanish words stand in «guillemets» in both languages, so
    that the English voice can hand them to the Spanish one.
    """

    spanish: str
    english: str
    wrong: str
    """A learner's sentence that has only this mistake."""
    right: str


Entries: TypeAlias = Mapping[SubKind, Entry]
