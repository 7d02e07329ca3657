"""What a session leaves behind: records of its turns."""

from dataclasses import dataclass
from datetime import datetime

from tutor.domain.correction import Correction
from tutor.domain.language import SpokenLine
from tutor.domain.transcript import Transcript

__all__ = ["SessionRecord", "Timings", "TurnRecord"]


@dataclass(frozen=True, slots=True)
class Timings:
    """How long a turn took, in seconds."""

    speech_seconds: float = 0.0
    endpoint_seconds: float = 0.0
    """From the last speech sample to the decision that the learner had finished."""
    transcribe_seconds: float = 0.0
    correct_seconds: float = 0.0
    first_audio_seconds: float = 0.0
    """From the learner's last speech sample to the tutor's first audio sample."""
    turn_seconds: float = 0.0
    """From the learner's last speech sample to the end of the tutor's turn."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One sitting."""

    id: str
    lesson_id: str
    started_at: datetime
    """Timezone-aware, UTC."""


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """One exchange with everything known about it."""

    session_id: str
    number: int
    """From 1 within its session."""
    transcript: Transcript
    correction: Correction
    card_ids: tuple[str, ...]
    """One for each edit of the correction, in order; then those of words to learn or to say."""
    at: datetime
    """Timezone-aware, UTC."""
    reply: str = ""
    spoken: tuple[SpokenLine, ...] = ()
    timings: Timings = Timings()
