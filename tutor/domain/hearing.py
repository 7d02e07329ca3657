"""How the words of a sentence reached us."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.domain.alignment import Span
from tutor.domain.tokens import Token
from tutor.domain.transcript import Transcript

__all__ = ["DOUBTFUL_PROBABILITY", "Hearing", "hearing_of"]

DOUBTFUL_PROBABILITY = 0.5
"""Below it a word was too uncertainly heard to be corrected: the learner is asked."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whether a sentence was typed, and how surely each of its words was heard."""

    typed: bool
    probabilities: tuple[float, ...]
    """One for each word of the sentence, 0 to 1."""

    def lowest(self, span: Span) -> float:
        """The least certain word of a span; 1 where it holds none."""
        return min(self.probabilities[span.start : span.end], default=1.0)


def hearing_of(transcript: Transcript, tokens: Sequence[Token]) -> Hearing:
    """How the tokens of a transcript's text were heard; a heard word may hold several of them."""
    at: list[float] = []
    for word in transcript.words:
        at += [word.probability] * (len(word.text) + 1)
    return Hearing(transcript.is_typed, tuple(at[token.start] for token in tokens))
