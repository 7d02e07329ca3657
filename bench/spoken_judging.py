"""Judging corrections of what was spoken: what was really said, and what teachers make of it.

Words are compared by ear (``sounds_alike``), digits as they are said. A change is a teacher's where
it lies on a shortest way from what was said to what the teacher wrote: it brings the sentence
nearer by as many words as it changes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from gec_scoring import Sentence

from tutor.domain.alignment import Alignment, Span, align
from tutor.domain.correction import Edit
from tutor.domain.pronunciation import plain, sounds_alike
from tutor.domain.spanish_words import SUBJECT_PRONOUNS
from tutor.domain.tokens import tokenize

__all__ = ["Error", "Judge", "Outcome", "Told", "Verdict", "Why", "distance"]

_Place: TypeAlias = tuple[int, int]
"""Where words begin, and one past the last; equal where a word is missing."""

_NEARBY = 3
"""Words to each side of a correction that it may have been made for."""


class Why(StrEnum):
    """What a spoken correction comes to."""

    RIGHT = "right"
    """A teacher changed what was really said in the same way."""
    OTHERWISE = "teachers do otherwise"
    NEARBY = "a word beside it was misheard"
    MISHEARD = "misheard"
    """The learner did not say what is corrected."""


class Verdict(StrEnum):
    """A human reading of a correction that no teacher made."""

    RIGHT = "right"
    ARGUABLE = "arguable"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Told:
    """One spoken correction."""

    said: str
    better: str
    why: Why
    verdict: Verdict | None = None
    """None where nobody has read it."""

    @property
    def is_right(self) -> bool:
        """Whether it is about what was said, and a teacher or a reader agrees with it."""
        really_said = self.why is not Why.MISHEARD
        return self.why is Why.RIGHT or (really_said and self.verdict is Verdict.RIGHT)


@dataclass(frozen=True, slots=True)
class Error:
    """One audible mistake of the learner, as a teacher sees it."""

    kind: str
    said: str
    better: str
    survives: bool
    """Whether the wrong words were heard as they were said."""
    is_corrected: bool
    """Whether a spoken correction that is right touches it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one sentence on its way through the ears."""

    sentence: Sentence
    voice: str
    heard: str
    words: int
    word_errors: int
    is_faultless: bool
    """Whether every teacher leaves it alone, but for what a listener cannot act on."""
    errors: tuple[Error, ...]
    """By the teacher who finds the fewest."""
    told: tuple[Told, ...]

    @property
    def is_spoiled(self) -> bool:
        """Whether it is faultless and yet something is corrected that no teacher changes."""
        return self.is_faultless and any(one.why is not Why.RIGHT for one in self.told)


class _Pairs:
    """Which words of one text are which of another, where they sound alike."""

    def __init__(self, one: Sequence[str], other: Sequence[str]) -> None:
        self._sizes = len(one), len(other)
        pairs = [
            (at, to)
            for at, to in _paired(align(" ".join(one), " ".join(other)))
            if _alike(one[at], other[to])
        ]
        self._to_other = dict(pairs)
        self._to_one = {to: at for at, to in pairs}

    def in_other(self, start: int, end: int) -> _Place | None:
        """Where words ``start`` to ``end`` of the one are in the other; None where they changed."""
        return _place(self._to_other, start, end, *self._sizes)

    def in_one(self, start: int, end: int) -> _Place | None:
        """The same the other way."""
        return _place(self._to_one, start, end, *reversed(self._sizes))


def _place(
    pairs: Mapping[int, int], start: int, end: int, size: int, other_size: int
) -> _Place | None:
    if start == end:
        before = -1 if start == 0 else pairs.get(start - 1)
        after = other_size if start == size else pairs.get(start)
        return (after, after) if before is not None and after == before + 1 else None
    found = [pairs.get(at) for at in range(start, end)]
    first = found[0]
    if first is None or found != list(range(first, first + len(found))):
        return None
    return first, first + len(found)


def _paired(alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Words that are the same, and those of stretches of one length, each with its partner."""
    at = to = 0
    words, better_words = len(alignment.said), len(alignment.better)
    end = Span(words, words, better_words, better_words)
    for span in (*alignment.spans, end):
        while at < span.start:
            yield at, to
            at, to = at + 1, to + 1
        if span.end - span.start == span.better_end - span.better_start:
            yield from zip(
                range(span.start, span.end),
                range(span.better_start, span.better_end),
                strict=True,
            )
        at, to = span.end, span.better_end


@dataclass(frozen=True, slots=True)
class _Passage:
    """The words of one sentence as said, as teachers write them, and as heard."""

    said: Sequence[str]
    teachers: Sequence[Sequence[str]]
    heard: Sequence[str]
    pairs: _Pairs

    def why(self, start: int, end: int, better: Sequence[str]) -> tuple[Why, _Place | None]:
        """What putting ``better`` for these words heard comes to, and where they were said."""
        place = self.pairs.in_one(start, end)
        if place is None:
            return Why.MISHEARD, None
        if any(_is_on_the_way(self.said, place, better, teacher) for teacher in self.teachers):
            return Why.RIGHT, place
        around = max(0, start - _NEARBY), min(len(self.heard), end + _NEARBY)
        return Why.NEARBY if self.pairs.in_one(*around) is None else Why.OTHERWISE, place

    def mistakes(self) -> list[list[tuple[Alignment, Span]]]:
        """What each teacher changes, as far as a listener can act on it."""
        said = " ".join(self.said)
        return [list(_audible(align(said, " ".join(teacher)))) for teacher in self.teachers]


class Judge:
    """Compares what was said, what was heard and what teachers wrote.

    ``spell`` writes a text as it is said; ``kind_of`` names a mistake; ``verdicts`` are by sentence
    id, ``said`` and ``better``, both in lower case.
    """

    def __init__(
        self,
        spell: Callable[[str], str],
        kind_of: Callable[[Alignment, Span], str],
        verdicts: Mapping[tuple[str, str, str], Verdict],
    ) -> None:
        self._spell = spell
        self._kind_of = kind_of
        self._verdicts = verdicts

    def outcome(self, sentence: Sentence, voice: str, heard: str, edits: Sequence[Edit]) -> Outcome:
        """Of a sentence spoken by a voice, heard so, and corrected aloud with these edits."""
        said = self._words(sentence.source)
        owned = [
            (word, at)
            for at, token in enumerate(tokenize(heard))
            for word in self._words(token.text) or [token.norm]
        ]
        ears = [word for word, _ in owned]
        teachers = [self._words(reference) for reference in sentence.references]
        passage = _Passage(said, teachers, ears, _Pairs(said, ears))
        owners = [owner for _, owner in owned]
        judged = [self._told(sentence.id, edit, _stretch(owners, edit), passage) for edit in edits]
        right = [place for told, place in judged if told.why is Why.RIGHT and place]
        mistakes = passage.mistakes()
        return Outcome(
            sentence,
            voice,
            heard,
            len(said),
            distance(said, ears),
            not any(mistakes),
            tuple(self._error(*one, passage.pairs, right) for one in min(mistakes, key=len)),
            tuple(told for told, _ in judged),
        )

    def _told(
        self, sentence_id: str, edit: Edit, stretch: _Place, passage: _Passage
    ) -> tuple[Told, _Place | None]:
        why, place = passage.why(*stretch, self._words(edit.better))
        key = sentence_id, edit.said.lower(), edit.better.lower()
        return Told(edit.said, edit.better, why, self._verdicts.get(key)), place

    def _error(
        self, alignment: Alignment, span: Span, pairs: _Pairs, right: Sequence[_Place]
    ) -> Error:
        return Error(
            self._kind_of(alignment, span),
            alignment.said_text(span),
            alignment.better_text(span),
            pairs.in_other(span.start, span.end) is not None,
            any(
                start == span.start or max(start, span.start) < min(end, span.end)
                for start, end in right
            ),
        )

    def _words(self, text: str) -> list[str]:
        return [token.norm for token in tokenize(self._spell(text))]


def _stretch(owners: Sequence[int], edit: Edit) -> _Place:
    """The words of an edit among those that the words heard are said with."""
    start = sum(at < edit.start for at in owners)
    return start, start + sum(edit.start <= at < edit.end for at in owners)


def _audible(alignment: Alignment) -> Iterator[tuple[Alignment, Span]]:
    """The changes that a listener can act on: no spelling, no accent, no subject too many."""
    for span in alignment.spans:
        said = " ".join(token.norm for token in alignment.said_words(span))
        better = " ".join(token.norm for token in alignment.better_words(span))
        spelled_alike = plain(said.replace(" ", "")) == plain(better.replace(" ", ""))
        if not (spelled_alike or _alike(said, better) or (not better and said in SUBJECT_PRONOUNS)):
            yield alignment, span


def _is_on_the_way(
    source: Sequence[str], place: _Place, better: Sequence[str], teacher: Sequence[str]
) -> bool:
    start, end = place
    changed = [*source[:start], *better, *source[end:]]
    size = distance(source[start:end], better)
    return size > 0 and distance(changed, teacher) == distance(source, teacher) - size


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """The fewest words to change, add or drop; words that sound alike are the same."""
    row = list(range(len(other) + 1))
    for i, word in enumerate(one, start=1):
        diagonal, row[0] = row[0], i
        for j, partner in enumerate(other, start=1):
            best = min(row[j] + 1, row[j - 1] + 1, diagonal + (not _alike(word, partner)))
            diagonal, row[j] = row[j], best
    return row[-1]


@cache
def _alike(one: str, other: str) -> bool:
    return sounds_alike(one, other)
