"""What a check-up found, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "State"]


class State(StrEnum):
    """How good it is."""

    GOOD = "good"
    ADVICE = "advice"
    """It works, or is not needed everywhere; something could be better."""
    PROBLEM = "problem"
    """Something the tutor is for does not work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    topic: str
    state: State
    text: str
    remedy: str = ""
    """The next step, a command where there is one; empty where all is good."""
