"""Everything that happens in a session: a closed union of frozen dataclasses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tutor.domain.correction import Correction
from tutor.domain.language import SpokenLine
from tutor.domain.lesson import Lesson
from tutor.domain.record import TurnRecord
from tutor.domain.transcript import Transcript
from tutor.domain.voice_command import VoiceCommand

__all__ = [
    "Attempted",
    "Corrected",
    "Event",
    "Heard",
    "Listening",
    "NothingHeard",
    "Problem",
    "SessionEnded",
    "SessionStarted",
    "Speaking",
    "Thinking",
    "TurnFinished",
    "Wished",
]


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The first event: what this session is and where its words go."""

    session_id: str
    lesson: Lesson
    destination: str
    """Where the learner's words are sent: ``this machine`` or a server's address."""


@dataclass(frozen=True, slots=True)
class Listening:
    """The learner holds the floor."""


@dataclass(frozen=True, slots=True)
class Thinking:
    """The learner has finished; the tutor has not begun."""


@dataclass(frozen=True, slots=True)
class NothingHeard:
    """The utterance held no words."""

    name: str
    """The file it came from; empty for a microphone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the learner said."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was wrong; already stored."""

    correction: Correction


@dataclass(frozen=True, slots=True)
class Speaking:
    """The tutor begins to say a line."""

    line: SpokenLine


@dataclass(frozen=True, slots=True)
class Wished:
    """What the learner said was a command, which is obeyed next."""

    command: VoiceCommand
    topic: str = ""
    """The word that is asked for, where it is about one."""


@dataclass(frozen=True, slots=True)
class Attempted:
    """What the learner said was a try at mending the sentence before."""

    is_mended: bool


@dataclass(frozen=True, slots=True)
class TurnFinished:
    """One exchange is complete and stored."""

    turn: TurnRecord


@dataclass(frozen=True, slots=True)
class Problem:
    """Something failed that does not end the session."""

    message: str


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The last event: the sitting in numbers."""

    turns: int
    speech_seconds: float
    words: int
    corrections: int
    cards: int
    unusable: int
    """Recordings that could not be read or held no words."""

    @classmethod
    def of(cls, turns: Sequence[TurnRecord], unusable: int) -> "SessionEnded":
        """The numbers of these turns."""
        return cls(
            turns=len(turns),
            speech_seconds=sum(turn.timings.speech_seconds for turn in turns),
            words=sum(len(turn.transcript.words) for turn in turns),
            corrections=sum(len(turn.correction.edits) for turn in turns),
            cards=sum(len(turn.card_ids) for turn in turns),
            unusable=unusable,
        )


Event: TypeAlias = (
    SessionStarted
    | Listening
    | Thinking
    | NothingHeard
    | Heard
    | Corrected
    | Speaking
    | Wished
    | Attempted
    | TurnFinished
    | Problem
    | SessionEnded
)
