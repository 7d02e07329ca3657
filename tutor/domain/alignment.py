"""Which words of what was said became which words of what is better."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tutor.domain.pronunciation import likeness, plain
from tutor.domain.spanish_words import (
    AUXILIARIES,
    CLITICS,
    CONTRACTIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from tutor.domain.tokens import Token, tokenize

__all__ = ["Alignment", "Span", "align"]

_LONELY_COST = 1.0
"""Of a word with no partner."""
_UNLIKE_COST = 1.7
"""Of two words that share nothing: below two lonely ones, so that neighbours pair up."""
_LONGEST_MOVE = 4
"""Words a moved word may pass; farther apart it is a coincidence."""
_LONGEST_VERB = 3
"""Words of one verb with its pronoun and auxiliary."""
_SAME_WORD = 0.6
"""Likeness from which a moved word may also have changed its ending."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that differs: ``said[start:end]`` became ``better[better_start:better_end]``."""

    start: int
    end: int
    better_start: int
    better_end: int
    moved: bool = False
    """The same words in another order."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts, their words, and the spans where they differ, in order."""

    text: str
    said: tuple[Token, ...]
    better: tuple[Token, ...]
    spans: tuple[Span, ...]

    def said_words(self, span: Span) -> tuple[Token, ...]:
        """What a span replaces."""
        return self.said[span.start : span.end]

    def better_words(self, span: Span) -> tuple[Token, ...]:
        """What replaces it."""
        return self.better[span.better_start : span.better_end]

    def said_text(self, span: Span) -> str:
        """What a span replaces, as one would quote it."""
        return " ".join(token.shown for token in self.said_words(span))

    def better_text(self, span: Span) -> str:
        """What replaces it, as one would quote it."""
        return " ".join(token.shown for token in self.better_words(span))

    def apply(self, spans: Iterable[Span]) -> str:
        """The text as said with these spans replaced; case and punctuation around them stay."""
        written = _Written()
        at = 0
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            written.keep(self.said[at : span.start])
            written.replace(self.said, span, self.better_words(span))
            at = span.end
        written.keep(self.said[at:])
        tail = self.text[self.said[-1].end :] if self.said else self.text
        return "".join(gap + word for gap, word in self._cased(written)) + tail

    def _cased(self, written: "_Written") -> Iterable[tuple[str, str]]:
        """Each gap and word with the capital that its place in the sentence asks for."""
        capitals = bool(self.said) and self.said[0].text[:1].isupper()
        names = {token.norm: token.text for token in self.better if not token.initial}
        for index, (gap, token, new) in enumerate(written.words):
            opens = index == 0 or any(mark in gap for mark in ".!?…")
            if not new and token.initial == opens:
                yield gap, token.text
            elif opens:
                yield gap, _capital(token.shown) if capitals else token.shown
            else:
                yield gap, token.shown if new else names.get(token.norm, token.shown)


@dataclass(slots=True)
class _Written:
    """A text being put together: gap, word, and whether the word is new."""

    words: list[tuple[str, Token, bool]] = field(default_factory=list)
    next_gap: str | None = None
    """What the next word as said takes instead of its own gap."""

    def keep(self, tokens: Sequence[Token]) -> None:
        """Add words as they were said."""
        for token in tokens:
            gap = token.gap if self.next_gap is None else self.next_gap
            self.words.append((gap, token, False))
            self.next_gap = None

    def replace(self, said: Sequence[Token], span: Span, new: Sequence[Token]) -> None:
        """Add a span's new words, with gaps that keep the punctuation on both its sides."""
        at_end = span.start == len(said)
        before = self.next_gap
        if before is None:
            before = (" " if said else "") if at_end else said[span.start].gap
        self.next_gap = None
        if not new:
            if span.end < len(said):
                self.next_gap = self._gap_left(before, said[span.end].gap, said[span.start])
            return
        if span.start == span.end and not at_end:
            joins = bool(self.words) and bool(before.strip()) and not new[0].gap.strip()
            before, behind = (" ", before) if joins else (before, " ")
            self.next_gap = _spaced(behind)
        self.words.append((_spaced(before) if self.words else before, new[0], True))
        self.words += [(_spaced(token.gap), token, True) for token in new[1:]]

    def _gap_left(self, before: str, after: str, removed: Token) -> str:
        """The gap where words went: the punctuation of one side, at a start that before it."""
        if not self.words:
            return before
        return _spaced(before if removed.initial or not after.strip() else after)


def align(said: str, better: str) -> Alignment:
    """The spans in which two texts differ in their words; case and punctuation do not count."""
    left, right = tokenize(said), tokenize(better)
    steps = _steps([token.norm for token in left], [token.norm for token in right])
    steps = _with_moves(steps, left, right)
    spans = tuple(itertools.chain.from_iterable(_units(run, left, right) for run in _runs(steps)))
    return Alignment(said, left, right, spans)


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of an alignment; ``span`` covers at most one word a side, unless moved."""

    span: Span
    equal: bool


def _steps(left: Sequence[str], right: Sequence[str]) -> list[_Step]:
    """The cheapest way from one list of words to the other."""
    costs = _costs(left, right)
    i, j = len(left), len(right)
    steps: list[_Step] = []
    while i or j:
        here = costs[i][j]
        if i and j and here == costs[i - 1][j - 1] + _pair_cost(left[i - 1], right[j - 1]):
            i, j = i - 1, j - 1
            steps.append(_Step(Span(i, i + 1, j, j + 1), left[i] == right[j]))
        elif i and here == costs[i - 1][j] + _LONELY_COST:
            i -= 1
            steps.append(_Step(Span(i, i + 1, j, j), equal=False))
        else:
            j -= 1
            steps.append(_Step(Span(i, i, j, j + 1), equal=False))
    return steps[::-1]


def _costs(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    costs = [[j * _LONELY_COST for j in range(len(right) + 1)]]
    for i, word in enumerate(left, start=1):
        row = [i * _LONELY_COST]
        above = costs[-1]
        for j, other in enumerate(right, start=1):
            pair = above[j - 1] + _pair_cost(word, other)
            row.append(min(pair, above[j] + _LONELY_COST, row[-1] + _LONELY_COST))
        costs.append(row)
    return costs


def _pair_cost(word: str, other: str) -> float:
    if word == other:
        return 0.0
    same_role = any({word, other} <= role for role in (PREPOSITIONS, CLITICS, AUXILIARIES))
    return 0.7 if same_role else 0.2 + (_UNLIKE_COST - 0.2) * (1 - likeness(word, other))


def _with_moves(steps: list[_Step], left: Sequence[Token], right: Sequence[Token]) -> list[_Step]:
    """The steps with each word that only changed its place made one step."""
    done: list[_Step] = []
    index = 0
    while index < len(steps):
        last = _move_end(steps, index, left, right)
        if last is None:
            done.append(steps[index])
            index += 1
        else:
            first, final = steps[index].span, steps[last].span
            moved = Span(first.start, final.end, first.better_start, final.better_end, moved=True)
            done.append(_Step(moved, equal=False))
            index = last + 1
    return done


def _move_end(
    steps: list[_Step], index: int, left: Sequence[Token], right: Sequence[Token]
) -> int | None:
    """Where the word that leaves or comes at ``index`` comes or leaves; nothing else changes."""
    first = steps[index].span
    if steps[index].equal or (first.start < first.end) == (first.better_start < first.better_end):
        return None
    for last in range(index + 1, min(index + _LONGEST_MOVE + 2, len(steps))):
        if steps[last].equal:
            continue
        final = steps[last].span
        one = [*left[first.start : first.end], *left[final.start : final.end]]
        two = [
            *right[first.better_start : first.better_end],
            *right[final.better_start : final.better_end],
        ]
        alone = len(one) == len(two) == 1 and last > index + 1
        return last if alone and likeness(one[0].norm, two[0].norm) >= _SAME_WORD else None
    return None


def _runs(steps: Sequence[_Step]) -> Iterable[list[Span]]:
    """The stretches of neighbouring changes."""
    for equal, group in itertools.groupby(steps, key=lambda step: step.equal):
        if not equal:
            yield [step.span for step in group]


def _units(run: list[Span], left: Sequence[Token], right: Sequence[Token]) -> list[Span]:
    """A run of changes parted into what a teacher would name one by one."""
    units = [run[0]]
    for span in run[1:]:
        joined = _joined(units[-1], span)
        if _belong_together(units[-1], span, left, right):
            units[-1] = joined
        else:
            units.append(span)
    return units


def _joined(one: Span, two: Span) -> Span:
    return Span(one.start, two.end, one.better_start, two.better_end)


def _belong_together(one: Span, two: Span, left: Sequence[Token], right: Sequence[Token]) -> bool:
    if one.moved or two.moved:
        return False
    both = _joined(one, two)
    said = [token.norm for token in left[both.start : both.end]]
    better = [token.norm for token in right[both.better_start : both.better_end]]
    if not said or not better:
        return _one_phrase(said or better)
    if len(said) == len(better) and one.start < one.end and two.start < two.end:
        return said[0] in SUBJECT_PRONOUNS and better[0] in CLITICS
    if plain("".join(said)) == plain("".join(better)):
        return True
    return _contracted(said, better) or _contracted(better, said) or _one_verb(said, better)


def _one_phrase(words: Sequence[str]) -> bool:
    """Whether words that all came or all went are one thing: a single subject is not."""
    return words[0] not in {"yo", "y", "pero", "que"}


def _contracted(long: Sequence[str], short: Sequence[str]) -> bool:
    preposition, *behind = long
    if not len(behind) == len(short) == 1:
        return False
    if short[0] in {"conmigo", "contigo", "consigo"}:
        return preposition == "con"
    contracted = CONTRACTIONS.get(short[0], ("",))
    return preposition == contracted[0] or (
        preposition in PREPOSITIONS and tuple(behind) == contracted[1:]
    )


def _one_verb(said: Sequence[str], better: Sequence[str]) -> bool:
    """Whether a small word beside the verb comes or goes with the verb's change."""
    small = CLITICS | AUXILIARIES
    longer = said if len(said) > len(better) else better
    return len(longer) <= _LONGEST_VERB and any(word in small for word in longer[:-1])


def _spaced(gap: str) -> str:
    return gap if any(mark.isspace() for mark in gap) else gap + " "


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
