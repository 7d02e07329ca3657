"""What a session shows about a learner's level, and when that is enough to speak of moving."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from tutor.domain.lesson import Level
from tutor.domain.sentences import plain_words, split_sentences
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import Transcript
from tutor.domain.word_facts import FactsOf

__all__ = [
    "BANDS",
    "LevelEvidence",
    "LevelProposal",
    "Move",
    "Reason",
    "evidence_of",
    "proposed_level",
]

BANDS = (5.0, 4.2, 3.5, 0.0)
"""The least Zipf frequency of each band of words: very common, common, less common, rare."""
_LEAST_WORDS = 60
"""Fewer words of a session say nothing."""
SESSIONS_NEEDED = 3


@dataclass(frozen=True, slots=True)
class LevelEvidence:
    """One session's talk in numbers."""

    words: int = 0
    speech_seconds: float = 0.0
    """0 where the learner typed."""
    mistakes: int = 0
    sentences: int = 0
    lemmas_by_band: tuple[int, ...] = (0,) * len(BANDS)
    """Distinct lemmas, the commonest band first."""

    @property
    def mistakes_per_100_words(self) -> float:
        """0 where nothing was said."""
        return 100 * self.mistakes / self.words if self.words else 0.0

    @property
    def words_per_minute(self) -> float | None:
        """None where nothing was spoken."""
        return 60 * self.words / self.speech_seconds if self.speech_seconds else None

    @property
    def words_per_sentence(self) -> float:
        """0 where nothing was said."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def less_common_share(self) -> float:
        """The share of distinct lemmas beyond the two commonest bands, 0 to 1."""
        total = sum(self.lemmas_by_band)
        return sum(self.lemmas_by_band[2:]) / total if total else 0.0

    @property
    def is_enough(self) -> bool:
        """Whether enough was said to say anything about a level."""
        return self.words >= _LEAST_WORDS


class Move(StrEnum):
    """What the evidence speaks for."""

    STAY = "stay"
    UP = "up"
    DOWN = "down"
    UNKNOWN = "unknown"
    """Too little was said yet."""


class Reason(StrEnum):
    """What was measured."""

    MISTAKES = "mistakes_per_100_words"
    PACE = "words_per_minute"
    LENGTH = "words_per_sentence"
    RANGE = "less_common_share"


@dataclass(frozen=True, slots=True)
class LevelProposal:
    """What could be changed, and why; nothing changes by itself."""

    level: Level
    move: Move
    to: Level
    """The level proposed; ``level`` where nothing is."""
    sessions: int
    """How many with enough words speak here."""
    means: tuple[tuple[Reason, float, float, float], ...] = ()
    """What was measured: its mean, from where it speaks for more, and where for less."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Where the numbers of a level end: better than ``up`` outgrows it, worse than ``down`` not."""

    mistakes: tuple[float, float]
    pace: tuple[float, float]
    length: tuple[float, float]
    range: tuple[float, float]


_BOUNDS = {
    Level.A1: _Bounds((6.0, 100.0), (70.0, 0.0), (5.5, 0.0), (0.08, -1.0)),
    Level.A2: _Bounds((5.0, 18.0), (85.0, 35.0), (7.5, 3.5), (0.13, 0.03)),
    Level.B1: _Bounds((3.5, 13.0), (105.0, 55.0), (10.0, 5.5), (0.20, 0.07)),
    Level.B2: _Bounds((-1.0, 9.0), (999.0, 75.0), (99.0, 7.0), (2.0, 0.11)),
}
"""Better and worse; from what teachers expect of a level, not from measured learners."""
_VOTES_UP, _VOTES_DOWN = 3, 2


def evidence_of(
    turns: Sequence[tuple[Transcript, int]], speech_seconds: float, facts: FactsOf
) -> LevelEvidence:
    """The evidence in what was said, each turn with how many of its words were corrected."""
    texts = [transcript.text for transcript, _ in turns]
    lemmas = {facts(token.norm).lemma for text in texts for token in tokenize(text)}
    known = [zipf for lemma in lemmas if (zipf := facts(lemma).spanish_zipf) > 0]
    return LevelEvidence(
        words=sum(len(plain_words(text)) for text in texts),
        speech_seconds=speech_seconds,
        mistakes=sum(mistakes for _, mistakes in turns),
        sentences=sum(len(split_sentences(text)) for text in texts),
        lemmas_by_band=_by_band(known),
    )


def proposed_level(level: Level, newest_first: Sequence[LevelEvidence]) -> LevelProposal:
    """What the last sessions with enough words speak for.

    Few mistakes alone are no reason to move up: who dares little makes few.
    """
    enough = [evidence for evidence in newest_first if evidence.is_enough][:SESSIONS_NEEDED]
    if len(enough) < SESSIONS_NEEDED:
        return LevelProposal(level, Move.UNKNOWN, level, len(enough))
    bounds = _BOUNDS[level]
    means = tuple(_means(enough, bounds))
    better = {reason for reason, mean, up, _ in means if _is_beyond(reason, mean, up)}
    worse = {reason for reason, mean, _, down in means if _is_beyond(reason, down, mean)}
    order = list(Level)
    place = order.index(level)
    move = Move.STAY
    if Reason.MISTAKES in better and len(better) >= min(_VOTES_UP, len(means)) and not worse:
        move = Move.UP if place + 1 < len(order) else Move.STAY
    elif Reason.MISTAKES in worse and len(worse) >= _VOTES_DOWN and not better:
        move = Move.DOWN if place > 0 else Move.STAY
    step = {Move.UP: 1, Move.DOWN: -1}.get(move, 0)
    return LevelProposal(level, move, order[place + step], len(enough), means)


def _means(
    enough: Sequence[LevelEvidence], bounds: _Bounds
) -> list[tuple[Reason, float, float, float]]:
    def mean(value: Callable[[LevelEvidence], float]) -> float:
        return fmean(value(evidence) for evidence in enough)

    means = [(Reason.MISTAKES, mean(lambda one: one.mistakes_per_100_words), *bounds.mistakes)]
    paces = [pace for one in enough if (pace := one.words_per_minute) is not None]
    if len(paces) == len(enough):
        means.append((Reason.PACE, fmean(paces), *bounds.pace))
    means.append((Reason.LENGTH, mean(lambda one: one.words_per_sentence), *bounds.length))
    means.append((Reason.RANGE, mean(lambda one: one.less_common_share), *bounds.range))
    return means


def _is_beyond(reason: Reason, value: float, bound: float) -> bool:
    """Whether a value is better than another: of mistakes fewer are."""
    return value < bound if reason is Reason.MISTAKES else value > bound


def _by_band(zipfs: Sequence[float]) -> tuple[int, ...]:
    found = [0] * len(BANDS)
    for zipf in zipfs:
        found[next(i for i, least in enumerate(BANDS) if zipf >= least)] += 1
    return tuple(found)
