"""What makes a proposed change less likely to be right than its probability says."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.domain.disfluency import disfluent_words
from tutor.domain.edit_kinds import is_english
from tutor.domain.fragment import is_fragment
from tutor.domain.hearing import DOUBTFUL_PROBABILITY, hearing_of
from tutor.domain.pronunciation import plain, sounds_alike
from tutor.domain.proposal import Proposal
from tutor.domain.spanish_words import SUBJECT_PRONOUNS
from tutor.domain.strictness import Thresholds
from tutor.domain.tokens import Token, tokenize
from tutor.domain.transcript import Transcript
from tutor.domain.word_facts import FactsOf

__all__ = ["Suspicion"]

_SURE = 0.9
"""Probability of a heard word from which it is taken as heard."""
_RARE_ZIPF = 1.5
_RARE_PENALTY = 0.6
_NEAR_ENGLISH = 0.7
_AMONG_ACCENTS = 0.6
"""For an accent on a real word that was hardly forgotten."""
_REAL_ZIPF, _EVERYDAY_ZIPF = 3.0, 4.0
_SHORT = 3
"""Letters up to which an accent tells words apart that sound alike."""
_REACH = 1
"""Words around a change that may make it doubtful."""


class Suspicion:
    """Weighs changes of one sentence by how it was heard and of what it consists."""

    def __init__(self, transcript: Transcript, facts: FactsOf) -> None:
        self._tokens = tokenize(transcript.text)
        self._disfluent = disfluent_words(self._tokens)
        self._facts = facts
        self._hearing = hearing_of(transcript, self._tokens)
        self._fragments = _fragments(self._tokens, facts)
        self._has_accents = any(letter in transcript.text.lower() for letter in "áéíóúñ")

    def weighed(self, change: Proposal) -> Proposal:
        """The change with its probability lowered by what speaks against it."""
        factor = 1.0
        near = range(max(0, change.start - _REACH), min(len(self._tokens), change.end + _REACH))
        touched = set(range(change.start, change.end)) or set(near)
        if touched & self._disfluent:
            return replace(change, probability=0.0)
        if change.start == change.end and change.start in self._fragments:
            return replace(change, probability=0.0)
        factor *= min((self._surely_heard(at, touched) for at in near), default=1.0)
        if self._is_unlikely_accent(change):
            factor *= _AMONG_ACCENTS
        words = [self._tokens[at].norm for at in near if not self._tokens[at].is_name]
        if any(is_english(word, self._facts) for word in words):
            factor *= _NEAR_ENGLISH
        if not self._hearing.typed and any(self._is_rare(word) for word in words):
            factor *= _RARE_PENALTY
        return replace(change, probability=change.probability * factor)

    def _surely_heard(self, at: int, touched: set[int]) -> float:
        """What a word heard so surely leaves of a probability.

        About a changed word that was hardly heard the learner is asked; that is not judged here.
        """
        heard = self._hearing.probabilities[at]
        if at in touched and heard < DOUBTFUL_PROBABILITY:
            return 1.0
        return min(1.0, heard / _SURE)

    def _is_unlikely_accent(self, change: Proposal) -> bool:
        """Whether a real word gets or loses an accent that was hardly forgotten.

        Ears write accents; a writer who writes others forgets none that moves the stress.
        """
        if change.end - change.start != 1 or len(change.words) != 1:
            return False
        said, better = self._tokens[change.start].norm, change.words[0]
        known, other = self._facts(said).spanish_zipf, self._facts(better).spanish_zipf
        if plain(said) != plain(better) or (known < _REAL_ZIPF and known < other):
            return False
        moves_stress = self._has_accents and better.endswith(("ó", "é")) and len(said) > _SHORT
        return not self._hearing.typed or other < min(known, _EVERYDAY_ZIPF) or moves_stress

    def _is_rare(self, word: str) -> bool:
        return self._facts(word).spanish_zipf < _RARE_ZIPF

    def limit(self, change: Proposal, limits: Thresholds) -> float:
        """The probability from which a change is told."""
        said = " ".join(token.norm for token in self._tokens[change.start : change.end])
        better = " ".join(change.words)
        if not better and said in SUBJECT_PRONOUNS:
            return limits.style
        if better and sounds_alike(said, better):
            return limits.writing
        return limits.mistake


def _fragments(tokens: Sequence[Token], facts: FactsOf) -> frozenset[int]:
    """The places before and between the words of answers without a verb."""
    starts = [at for at, token in enumerate(tokens) if token.initial]
    ends = [*starts[1:], len(tokens)]
    found: set[int] = set()
    for start, end in zip(starts, ends, strict=True):
        if is_fragment(tokens[start:end], facts):
            found |= set(range(start, end + 1))
    return frozenset(found)
