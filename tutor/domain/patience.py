"""How long a learner is waited for: by level, by their own pauses, and by what they ask for."""

from dataclasses import dataclass, replace

from tutor.domain.lesson import Level

__all__ = ["Patience"]

_SECONDS = {Level.A1: 1.6, Level.A2: 1.4, Level.B1: 1.2, Level.B2: 1.0}
"""The silence that ends a turn about which nothing is known."""
_SHORTEST, _LONGEST = 0.8, 2.0
"""What may be learned, as shares of what is waited at first."""
_MARGIN = 1.2
"""How much longer than a pause that the learner made one must wait not to have cut it off."""
_LEARNED_UP, _LEARNED_DOWN = 0.4, 0.05
"""How far one pause moves what is waited: being cut off is worse than waiting."""
_STRETCH = 2.5
_LIFT = 1.1
"""What stays of having been asked to wait, when the turn is over."""


@dataclass(frozen=True, slots=True)
class Patience:
    """The silence that ends a turn about which nothing is known, for one learner."""

    base_seconds: float
    """What is waited at first."""
    learned: float = 1.0
    """What the learner's pauses have made of it, as a share."""
    is_stretched: bool = False
    """Whether the learner has asked to be waited for in this turn."""

    def __post_init__(self) -> None:
        if self.base_seconds <= 0:
            raise ValueError("base_seconds must be positive")

    @classmethod
    def of(cls, level: Level) -> "Patience":
        """Beginners search longest for a word."""
        return cls(_SECONDS[level])

    @property
    def seconds(self) -> float:
        """The silence that ends this turn, where nothing is known about it."""
        return self.base_seconds * self.learned * (_STRETCH if self.is_stretched else 1.0)

    def after_pause(self, pause_seconds: float) -> "Patience":
        """After a pause in which the learner had not finished."""
        wanted = _bounded(_MARGIN * pause_seconds / self.base_seconds)
        share = _LEARNED_UP if wanted > self.learned else _LEARNED_DOWN
        return replace(self, learned=_bounded(self.learned + share * (wanted - self.learned)))

    def stretched(self) -> "Patience":
        """After *espera*, *déjame pensar*, *un momento*: much longer, until the turn is over."""
        return replace(self, is_stretched=True)

    def after_turn(self) -> "Patience":
        """When a turn is over; who has asked to be waited for is waited for a little longer."""
        if not self.is_stretched:
            return self
        return replace(self, learned=_bounded(self.learned * _LIFT), is_stretched=False)


def _bounded(share: float) -> float:
    return min(_LONGEST, max(_SHORTEST, share))
