"""Noticing in the middle of a session that it is too hard, and what to do then."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from tutor.domain.sentences import plain_words

__all__ = ["CHANGE_LINE", "SLOW_LINE", "Going", "TurnSigns", "Verdict", "is_lost"]

SLOW_LINE = "Vamos más despacio."
CHANGE_LINE = "No pasa nada. Cambiamos de tema."

_LOST = re.compile(
    r"\b(?:no (?:te |lo |le )?(?:entiendo|entendi|comprendo|comprendi)|no se(?: nada)?$|no lo se$"
    r"|no se (?:que decir|como decir|como se dice|decir|la palabra|las palabras|la respuesta)"
    r"|es (?:muy|demasiado|tan) dificil(?: para mi)?$|estoy perdid[oa]$|que significa eso$"
    r"|hablas? (?:muy|demasiado) rapido|(?:muy|demasiado) rapido$|no conozco (?:esa|la) palabra"
    r"|i don t (?:understand|know|get it)|i m lost|i do not understand|too (?:fast|hard|difficult)"
    r"|what does that mean|no idea$|ni idea$)"
)
_LONG_SILENCE_SECONDS = 12.0
_MANY_MISTAKES = 0.34
"""A share of the words."""
_FEW_WORDS = 2
_TURNS = 3
_TOO_MUCH = 3.0


class Verdict(StrEnum):
    """How the talk goes."""

    FINE = "fine"
    SLOW_DOWN = "slow_down"
    CHANGE_SUBJECT = "change_subject"


@dataclass(frozen=True, slots=True)
class TurnSigns:
    """What one turn of the learner's shows."""

    words: int
    mistakes: int = 0
    doubts: int = 0
    silence_seconds: float = 0.0
    """Before the first word."""
    is_lost: bool = False
    """Whether they said so."""
    is_english: bool = False

    @property
    def weight(self) -> float:
        """0 for a turn without trouble."""
        return (
            2.0 * self.is_lost
            + 1.0 * self.is_english
            + 1.0 * (self.words > 0 and self.mistakes / self.words >= _MANY_MISTAKES)
            + 0.5 * (self.doubts > 0)
            + 1.0 * (self.silence_seconds >= _LONG_SILENCE_SECONDS)
            + 0.5 * (self.words <= _FEW_WORDS)
        )


def is_lost(said: str) -> bool:
    """Whether the learner says that they cannot follow or have no words."""
    return _LOST.search(" ".join(plain_words(said))) is not None


@dataclass(frozen=True, slots=True)
class Going:
    """How it has gone so far, fed one turn after another."""

    recent: tuple[TurnSigns, ...] = ()
    """The turns since something was done about it, at most three."""
    is_slow: bool = False
    """Whether the tutor speaks slowly already."""

    def after(self, turn: TurnSigns) -> "Going":
        """One turn later."""
        return replace(self, recent=(*self.recent, turn)[-_TURNS:])

    @property
    def verdict(self) -> Verdict:
        """What is to be done before the tutor goes on.

        Who says that they are lost is helped at once; otherwise trouble has to add up.
        """
        says_so = bool(self.recent) and self.recent[-1].is_lost
        if not says_so and sum(turn.weight for turn in self.recent) < _TOO_MUCH:
            return Verdict.FINE
        return Verdict.CHANGE_SUBJECT if self.is_slow else Verdict.SLOW_DOWN

    def helped(self) -> "Going":
        """After the verdict was acted on: from now on slowly, and judged anew."""
        return Going(is_slow=True)
