"""Scoring corrections as speech: the share of a system's edits that a teacher made too.

Case, punctuation and spacing do not count, written accents do. An edit is a run of words that
``difflib`` does not match; it is right only where its place and its new words are a teacher's. Of
several teachers the one that suits the system best counts, sentence by sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

__all__ = ["Score", "Sentence", "outcomes", "score"]

_WORD = re.compile(r"[^\W_]+")
_SUBJECTS = frozenset("yo tú él ella nosotros nosotras ellos ellas usted ustedes".split())

_Edit: TypeAlias = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A learner's sentence and what teachers made of it."""

    id: str
    source: str
    references: tuple[str, ...]
    course: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """What a system got right, made up and missed, and which right sentences it changed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    faultless: int = 0
    """Sentences that no teacher changed."""
    altered_faultless: int = 0

    @property
    def precision(self) -> float:
        """Of its edits, the share that is right."""
        return _share(self.right, self.wrong, of_nothing=0.0)

    @property
    def recall(self) -> float:
        """Of the teachers' edits, the share that it found."""
        return _share(self.right, self.missed, of_nothing=0.0)

    @property
    def f_half(self) -> float:
        """Precision and recall in one number, precision twice as heavy; of nothing each is 1."""
        precision = _share(self.right, self.wrong, of_nothing=1.0)
        recall = _share(self.right, self.missed, of_nothing=1.0)
        weighted = 0.25 * precision + recall
        return 1.25 * precision * recall / weighted if weighted else 0.0

    @property
    def altered(self) -> float:
        """The share of faultless sentences that it changed."""
        return self.altered_faultless / self.faultless if self.faultless else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.faultless + other.faultless,
            self.altered_faultless + other.altered_faultless,
        )


def _share(part: int, rest: int, *, of_nothing: float) -> float:
    return part / (part + rest) if part + rest else of_nothing


def score(
    sentences: Iterable[Sentence], corrected: Mapping[str, str], *, audible: bool = False
) -> Score:
    """The score of corrections by sentence id; a sentence without one counts as left alone.

    ``audible`` leaves out, on both sides, what a listener cannot act on: accents, spacing and the
    removal of a subject pronoun.
    """
    return sum(outcomes(sentences, corrected, audible=audible), Score())


def outcomes(
    sentences: Iterable[Sentence], corrected: Mapping[str, str], *, audible: bool = False
) -> list[Score]:
    """The score of each sentence by itself; which teacher counts depends on those before it."""
    total = Score()
    found: list[Score] = []
    for sentence in sentences:
        source = _words(sentence.source)
        guessed = _edits(
            source, _words(corrected.get(sentence.id, sentence.source)), audible=audible
        )
        teachers = [_edits(source, _words(text), audible=audible) for text in sentence.references]
        right = not any(teachers)
        options = [
            Score(
                len(guessed & edits),
                len(guessed - edits),
                len(edits - guessed),
                int(right),
                int(right and bool(guessed)),
            )
            for edits in teachers
        ]
        found.append(max(options, key=lambda option: (total + option).f_half))
        total += found[-1]
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _edits(source: Sequence[str], target: Sequence[str], *, audible: bool) -> frozenset[_Edit]:
    matcher = SequenceMatcher(a=source, b=target, autojunk=False)
    return frozenset(
        (start, end, tuple(target[other:other_end]))
        for tag, start, end, other, other_end in matcher.get_opcodes()
        if tag != "equal"
        and (not audible or _is_audible(source[start:end], target[other:other_end]))
    )


def _is_audible(said: Sequence[str], better: Sequence[str]) -> bool:
    if _without_accents("".join(said)) == _without_accents("".join(better)):
        return False
    return bool(better) or len(said) != 1 or said[0] not in _SUBJECTS


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("ñ", "\0"))
    return "".join(mark for mark in letters if unicodedata.category(mark) != "Mn")
