"""What happens in the ways to practise beside a talk: a closed union of frozen dataclasses."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tutor.domain.placement import Placement, Step
from tutor.domain.shadowing import Shadowed
from tutor.session.events import (
    Corrected,
    Heard,
    Listening,
    NothingHeard,
    Problem,
    Speaking,
    Thinking,
    TurnFinished,
)

__all__ = [
    "LineShadowed",
    "MistakeMended",
    "PlacementEnded",
    "PromptAnswered",
    "ShadowEnded",
    "StoryAnswered",
    "StoryEnded",
    "TandemEnded",
    "Way",
    "WayEvent",
    "WayStarted",
]


class Way(StrEnum):
    """The ways, by the names of their commands."""

    SHADOW = "shadow"
    STORY = "story"
    PLACEMENT = "placement"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class WayStarted:
    """The first event."""

    way: Way
    title: str
    """What it is over, such as a lesson's title; may be empty."""
    level: str
    """Empty where no level was chosen."""
    steps: int
    """Lines, sentences or questions at most."""


@dataclass(frozen=True, slots=True)
class LineShadowed:
    """A line was said after the tutor."""

    number: int
    """From 1; the same again where the line was heard a second time."""
    line: str
    heard: str
    result: Shadowed
    tutor_words_per_minute: float | None
    is_slow: bool
    """Whether the tutor had said it slowly."""


@dataclass(frozen=True, slots=True)
class ShadowEnded:
    """The last event of shadowing: the last attempt at each line, summed up."""

    lines: int
    words: int
    clear: int
    unclear: int
    other: int
    missing: int
    words_per_minute: float | None
    """The learner's pace over all lines; None where there were no times."""
    tutor_words_per_minute: float | None
    pauses: int
    longest_pause_seconds: float
    least_clear: tuple[str, ...]
    """Words worth saying again, the least clear first."""
    unusable: int
    """Recordings that could not be read or held no words."""

    @property
    def clarity(self) -> float:
        """The share of all words that were surely heard, 0 to 1."""
        return self.clear / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class StoryAnswered:
    """A question about a story was answered; the turn is stored already."""

    number: int
    """From 1."""
    question: str
    heard: str
    is_right: bool
    """Whether its telling words were said; judged kindly."""
    answer: str


@dataclass(frozen=True, slots=True)
class StoryEnded:
    """The last event of a story."""

    questions: int
    """Those that were answered."""
    right: int
    corrections: int
    cards: int
    unusable: int
    """Recordings that could not be read or held no words."""


@dataclass(frozen=True, slots=True)
class PromptAnswered:
    """A prompt of a placement was answered."""

    number: int
    """From 1."""
    step: Step
    heard: str


@dataclass(frozen=True, slots=True)
class PlacementEnded:
    """The last event of a placement."""

    result: Placement
    is_complete: bool
    """Whether it was held to its end, so that the level can be relied on."""
    unusable: int
    """Recordings that could not be read or held no words."""


@dataclass(frozen=True, slots=True)
class MistakeMended:
    """The tutor's English mistake has been talked about."""

    number: int
    """From 1."""
    wrong: str
    right: str
    heard: tuple[str, ...]
    """What the learner said about it, in order; empty words for what was passed over."""
    is_mended: bool
    is_explained: bool
    """As far as key words tell."""


@dataclass(frozen=True, slots=True)
class TandemEnded:
    """The last event of the English half of an exchange."""

    mistakes: int
    mended: int
    explained: int
    unusable: int
    """Recordings that could not be read or held no words."""


WayEvent: TypeAlias = (
    WayStarted
    | Listening
    | Thinking
    | NothingHeard
    | Heard
    | Corrected
    | Speaking
    | TurnFinished
    | Problem
    | LineShadowed
    | ShadowEnded
    | StoryAnswered
    | StoryEnded
    | PromptAnswered
    | PlacementEnded
    | MistakeMended
    | TandemEnded
)
