"""Whether the learner takes the floor from the tutor: facts about frames in, a word out."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["InterruptingSettings", "InterruptionJudge", "Reaction", "said_part"]

_TOLERANCE_SECONDS = 1e-6
"""Sums of frame lengths are not exact."""


class Reaction(StrEnum):
    """What the tutor does about what is heard while it speaks."""

    QUIET = "quiet"
    """Nobody else speaks: the tutor has the floor."""
    HUSH = "hush"
    """Somebody has begun to speak, and it is not clear yet what for: be silent."""
    GO_ON = "go_on"
    """It was a cough or an "ajá": take up the thread again."""
    INTERRUPTED = "interrupted"
    """The learner has the floor."""


@dataclass(frozen=True, slots=True)
class InterruptingSettings:
    """How much speech means what."""

    hush_seconds: float = 0.06
    """Unbroken speech that silences the tutor."""
    floor_seconds: float = 0.65
    """Speech that takes the floor; a cough or an "ajá" is shorter."""
    settle_seconds: float = 0.4
    """Silence after less speech than that, by which it was nothing."""

    def __post_init__(self) -> None:
        if min(self.hush_seconds, self.floor_seconds, self.settle_seconds) <= 0:
            raise ValueError("all of the settings must be positive")
        if self.floor_seconds < self.hush_seconds:
            raise ValueError("floor_seconds must not be less than hush_seconds")


class InterruptionJudge:
    """Judges what is heard while the tutor speaks, frame by frame, in the time of the sound.

    Once the learner has the floor they keep it: the tutor's next words need a new judge.
    """

    def __init__(self, settings: InterruptingSettings) -> None:
        self._settings = settings
        self._reaction = Reaction.QUIET
        self._speech_seconds = 0.0
        self._silent_seconds = 0.0

    def feed(self, seconds: float, *, is_speech: bool) -> Reaction:
        """What to do after a frame of ``seconds``."""
        if self._reaction is Reaction.INTERRUPTED:
            return self._reaction
        if self._reaction is Reaction.GO_ON:
            self._reaction = Reaction.QUIET
        if is_speech:
            self._speech_seconds += seconds
            self._silent_seconds = 0.0
        else:
            self._silent_seconds += seconds
        self._reaction = self._judged()
        if self._reaction is Reaction.GO_ON or (self._reaction is Reaction.QUIET and not is_speech):
            self._speech_seconds = 0.0
        return self._reaction

    def _judged(self) -> Reaction:
        spoken = self._speech_seconds + _TOLERANCE_SECONDS
        if spoken >= self._settings.floor_seconds:
            return Reaction.INTERRUPTED
        if self._reaction is Reaction.QUIET:
            return Reaction.HUSH if spoken >= self._settings.hush_seconds else Reaction.QUIET
        settled = self._silent_seconds + _TOLERANCE_SECONDS >= self._settings.settle_seconds
        return Reaction.GO_ON if settled else Reaction.HUSH


def said_part(text: str, share: float) -> str:
    """The whole words of a line that were said when ``share`` of its time had passed.

    Ends in "…" where words are missing; "" where not even one was said.
    """
    words = text.split()
    reached = share * len(text) + _TOLERANCE_SECONDS
    said: list[str] = []
    for word in words:
        if len(" ".join([*said, word])) > reached:
            break
        said.append(word)
    if len(said) == len(words):
        return text
    return f"{' '.join(said).rstrip(',;:…')}…" if said else ""
