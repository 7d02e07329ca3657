"""A turn whose correction waits for the learner's own attempt."""

from dataclasses import dataclass

from tutor.domain.correction import Correction
from tutor.domain.language import SpokenLine, spanish
from tutor.domain.prompting import MENDED_LINE, is_mended
from tutor.domain.spoken_correction import spoken_lines
from tutor.domain.voice_command import VoiceCommand
from tutor.session.equipment import Equipment
from tutor.session.replying import Lead
from tutor.session.turn_in_progress import TurnInProgress

__all__ = ["GIVES_UP", "Attempt", "Pending"]

GIVES_UP = frozenset({VoiceCommand.HINT, VoiceCommand.SKIP})
"""What ends the waiting when it is wished in place of an attempt."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A turn that was answered with a prompt; stored, and not finished yet."""

    turn: TurnInProgress
    lead: Lead
    """What its reply begins with."""
    spoken_per_turn: int
    """How many corrections were asked for."""

    @property
    def said(self) -> str:
        """The sentence to be mended."""
        return self.turn.transcript.text

    @property
    def correction(self) -> Correction:
        """What was wrong."""
        return self.turn.correction

    def tried(self, said: str, equipment: Equipment) -> "Attempt":
        """What an attempt is worth."""
        mended = is_mended(
            self.correction,
            self.spoken_per_turn,
            said,
            facts_of=equipment.lexicon.facts,
            speller=equipment.speller,
        )
        return Attempt(self, is_mended=mended)


@dataclass(frozen=True, slots=True)
class Attempt:
    """The learner's own try at a sentence of theirs."""

    pending: Pending
    is_mended: bool

    @property
    def verdict(self) -> tuple[SpokenLine, ...]:
        """What is said about it: that it is right now, or the correction as usual."""
        if self.is_mended:
            return (spanish(MENDED_LINE),)
        return spoken_lines(self.pending.correction, self.pending.spoken_per_turn)
