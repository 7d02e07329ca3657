"""What is known of a session when it has ended."""

from dataclasses import dataclass, field
from datetime import datetime

from tutor.domain.level_evidence import LevelEvidence

__all__ = ["Forgotten", "SessionEnding"]


@dataclass(frozen=True, slots=True)
class SessionEnding:
    """One session after its end."""

    session_id: str
    lesson_id: str
    topic: str
    """The lesson's Spanish title."""
    ended_at: datetime
    """Timezone-aware, UTC."""
    evidence: LevelEvidence = field(default_factory=LevelEvidence)
    courage_ask: str = ""
    """The question about the courage task, in Spanish; empty where there was none."""
    courage_given_at: datetime | None = None
    """When the courage task was said; None where the session was cut off before."""
    courage_asked_at: datetime | None = None
    """When a later session asked about it; None: not yet."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed, and what could not be."""

    facts: int
    turns: tuple[tuple[str, int], ...] = ()
    """Session and number of each turn whose words were removed."""
    cards: int = 0
    """Cards made of those words, and removed with them."""
    left_in: tuple[str, ...] = ()
    """Places that may still hold the words, in words for the learner."""
