"""Finding a level by talking: prompts, what an answer is worth, and the way over the levels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.lesson import Level
from tutor.domain.sentences import plain_words
from tutor.domain.story import words_are_said

__all__ = [
    "Evidence",
    "Placement",
    "Prompt",
    "PromptKind",
    "Step",
    "evidence_of",
    "in_order",
    "level_of",
    "next_prompt",
    "placed",
    "score",
]

FIRST_LEVEL = Level.A2
PASS = 0.6
"""The mean of a level's answers from which it is held."""
_SURE_PASS = 0.75
_SURE_FAIL = 0.35
FEWEST_AT_A_LEVEL = 3
MOST_AT_A_LEVEL = 4
"""Where the first answers leave it open."""
_LEVELS = tuple(Level)
_ENOUGH_WORDS = {Level.A1: 4, Level.A2: 8, Level.B1: 15, Level.B2: 22}
"""Of an open answer at a level."""
_TOLERATED_ERRORS = {Level.A1: 30.0, Level.A2: 22.0, Level.B1: 15.0, Level.B2: 10.0}
"""Corrections in 100 words at which nothing is left of that part of a score."""
_LENGTH, _CORRECTNESS, _RANGE, _UNDERSTOOD = 0.3, 0.3, 0.15, 0.25
"""What each part weighs in an open answer."""
_MEANING = 0.7
"""What the right words weigh in a sentence to be said in Spanish; the rest is correctness."""


class PromptKind(StrEnum):
    """What is asked for."""

    OPEN = "open"
    """An answer of the learner's own to a Spanish question."""
    SAY = "say"
    """An English sentence in Spanish."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to answer."""

    level: Level
    kind: PromptKind
    text: str
    """Spanish for an open question, English for a sentence to be said."""
    keys: tuple[tuple[str, ...], ...]
    """Groups of words: of an open answer one word of any shows that the question was understood;
    of a sentence each group is one part of it, said in one of its forms."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one answer shows."""

    words: int
    different_words: int
    errors: int
    """Corrections."""
    keys_found: int
    keys: int
    """Of an open answer 1."""

    @property
    def errors_per_100(self) -> float:
        """Corrections in 100 words; 0 where nothing was said."""
        return 100 * self.errors / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """A prompt and what its answer showed."""

    prompt: Prompt
    evidence: Evidence

    @property
    def score(self) -> float:
        """What the answer is worth at the level of its prompt, 0 to 1."""
        return score(self.prompt, self.evidence)


@dataclass(frozen=True, slots=True)
class Placement:
    """A level and the reasons for it."""

    level: Level
    means: Mapping[Level, float]
    """By level that was tried, the mean worth of its answers, 0 to 1."""
    errors_per_100: float
    words_per_answer: float
    """Of open answers."""
    understood: float
    """The share of questions and sentence parts that were understood, 0 to 1."""
    answers: int


def evidence_of(prompt: Prompt, said: str, errors: int) -> Evidence:
    """What an answer shows; ``errors`` are the corrector's."""
    words = plain_words(said)
    found = sum(any(words_are_said(key, words) for key in group) for group in prompt.keys)
    if prompt.kind is PromptKind.OPEN:
        return Evidence(len(words), len(set(words)), errors, int(found > 0), 1)
    return Evidence(len(words), len(set(words)), errors, found, len(prompt.keys))


def score(prompt: Prompt, evidence: Evidence) -> float:
    """What an answer is worth at its level, 0 to 1: never less for a better one.

    Nothing is counted of an answer without a word.
    """
    if not evidence.words:
        return 0.0
    right = max(0.0, 1 - evidence.errors_per_100 / _TOLERATED_ERRORS[prompt.level])
    understood = evidence.keys_found / evidence.keys if evidence.keys else 1.0
    if prompt.kind is PromptKind.SAY:
        return _MEANING * understood + (1 - _MEANING) * right * understood
    enough = _ENOUGH_WORDS[prompt.level]
    length = min(1.0, evidence.words / enough)
    wide = min(1.0, evidence.different_words / (0.7 * enough))
    return (
        _LENGTH * length + _RANGE * wide + _CORRECTNESS * right * length + _UNDERSTOOD * understood
    )


def next_prompt(steps: Sequence[Step], prompts: Mapping[Level, Sequence[Prompt]]) -> Prompt | None:
    """What to ask now; None when the level is found.

    A level is tried with three or four prompts, first A2; where it is held the next higher one
    is tried, else, at first, the next lower. ``prompts`` holds each level's in their order.
    """
    level = FIRST_LEVEL
    while True:
        here = [step for step in steps if step.prompt.level is level]
        held = _verdict([step.score for step in here])
        if held is None:
            return prompts[level][len(here)]
        place = _LEVELS.index(level)
        if held and level >= FIRST_LEVEL and level is not _LEVELS[-1]:
            level = _LEVELS[place + 1]
        elif not held and level is FIRST_LEVEL and place > 0:
            level = _LEVELS[place - 1]
        else:
            return None


def level_of(steps: Sequence[Step]) -> Level:
    """The highest level that was held; the lowest where none was."""
    held = _LEVELS[0]
    for level in _LEVELS:
        scores = [step.score for step in steps if step.prompt.level is level]
        if _verdict(scores):
            held = level
    return held


def placed(steps: Sequence[Step]) -> Placement:
    """The level and why."""
    means = {
        level: sum(scores) / len(scores)
        for level in _LEVELS
        if (scores := [step.score for step in steps if step.prompt.level is level])
    }
    words = sum(step.evidence.words for step in steps)
    opened = [step.evidence.words for step in steps if step.prompt.kind is PromptKind.OPEN]
    return Placement(
        level_of(steps),
        means,
        _share(100 * sum(step.evidence.errors for step in steps), words),
        _share(sum(opened), len(opened)),
        _share(
            sum(step.evidence.keys_found for step in steps),
            sum(step.evidence.keys for step in steps),
        ),
        len(steps),
    )


def in_order(prompts: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """Open questions and sentences to be said by turns, an open one first."""
    opened = [prompt for prompt in prompts if prompt.kind is PromptKind.OPEN]
    said = [prompt for prompt in prompts if prompt.kind is PromptKind.SAY]
    pairs = zip(opened, said, strict=False)
    return tuple(prompt for pair in pairs for prompt in pair)


def _verdict(scores: Sequence[float]) -> bool | None:
    """Whether a level is held; None while that is open.

    Three clear answers decide, else the mean of four.
    """
    if len(scores) < FEWEST_AT_A_LEVEL:
        return None
    first = scores[:FEWEST_AT_A_LEVEL]
    if min(first) >= _SURE_PASS:
        return True
    if max(first) < _SURE_FAIL:
        return False
    if len(scores) < MOST_AT_A_LEVEL:
        return None
    return sum(scores[:MOST_AT_A_LEVEL]) / MOST_AT_A_LEVEL >= PASS


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
