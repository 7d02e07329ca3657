"""How sure the tutor must be before it speaks of a mistake."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Strictness", "Thresholds", "thresholds"]


class Strictness(StrEnum):
    """How much is corrected."""

    GENTLE = "gentle"
    """Only what is almost certain."""
    NORMAL = "normal"
    STRICT = "strict"
    """Also what may be wrong."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities of being right from which a change is told."""

    mistake: float
    """From here it is a mistake, and spoken."""
    doubt: float
    """From here up to ``mistake`` it is shown as a doubt."""
    style: float
    """From here a subject pronoun too many is shown as a tip; never spoken."""
    writing: float
    """From here what changes only the spelling is corrected."""


_THRESHOLDS = {
    Strictness.GENTLE: Thresholds(mistake=0.8, doubt=0.6, style=1.1, writing=0.8),
    Strictness.NORMAL: Thresholds(mistake=0.565, doubt=0.4, style=0.575, writing=0.55),
    Strictness.STRICT: Thresholds(mistake=0.45, doubt=0.3, style=0.45, writing=0.45),
}
"""Chosen on dev. Above 1 means never."""


def thresholds(strictness: Strictness) -> Thresholds:
    """The thresholds of a strictness; ``bench/corrections.py`` prints what each costs and gives."""
    return _THRESHOLDS[strictness]
