"""What an answer to a sentence with a gap is worth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from tutor.domain.answer_words import (
    REPAIRS,
    Words,
    cores,
    last_attempt,
    places,
    reparted,
    said_once,
    without_giving_up,
)
from tutor.domain.near_words import is_other_form, spoken_grade
from tutor.domain.pronunciation import likeness, plain
from tutor.domain.regional_variants import are_variants
from tutor.domain.spanish_words import (
    ARTICLES,
    CLITICS,
    DEFINITE_ARTICLES,
    DEGREES,
    DETERMINERS,
    INDEFINITE_ARTICLES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from tutor.domain.target import Grade, best, worst
from tutor.domain.word_facts import FactsOf

__all__ = ["Gap", "grade_in_sentence"]

_SMALL = DETERMINERS | CLITICS | PREPOSITIONS | frozenset("que y e o u no si".split())
"""Words that a sentence may hold several times, so that where they stand is tested too."""
_BEFORE_NOUN_OR_VERB = DETERMINERS | CLITICS
_CLAUSE_STARTS = frozenset("y e pero porque aunque ni o".split())
_REACH = 3
"""Words between a small word and the word it goes with."""
_INSERTED = 2
"""Words that may come between the words that are tested."""
_SAME_CONTEXT = 0.6
"""Likeness from which a neighbour is the one of the sentence, misheard or inflected."""
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence, what belongs into its gap, and what was said there instead."""

    sentence: Words
    words: Words
    said: Words
    before: Words = ()
    """What stands before the gap, where the sentence holds the words several times."""
    behind: Words = ()

    def narrowed(self) -> "Gap":
        """Without the words that the right and the wrong phrase begin and end with alike."""
        words, said = self.words, self.said
        while len(words) > 1 and said and words[0] == said[0]:
            words, said = words[1:], said[1:]
        while len(words) > 1 and said and words[-1] == said[-1]:
            words, said = words[:-1], said[:-1]
        return Gap(self.sentence, words, said)

    def without_subjects(self) -> "Gap":
        """The sentence without the subject pronouns that are no part of what is tested."""
        return Gap(_without(self.subjects(), self.sentence), self.words, self.said)

    def subjects(self) -> frozenset[str]:
        """The subject pronouns that do not matter here."""
        return SUBJECT_PRONOUNS - {*self.words, *self.said}

    @property
    def is_small(self) -> bool:
        """Whether what is tested is only right beside its neighbour."""
        return set(self.words) <= _SMALL

    def places(self) -> tuple["Gap", ...]:
        """The gap at each place in the sentence where the words are; anywhere if they are not."""
        size = len(self.words)
        found = [
            replace(self, before=self.sentence[:start], behind=self.sentence[start + size :])
            for start in places(self.words, self.sentence)
        ]
        return tuple(found) or (replace(self, before=self.sentence, behind=self.sentence),)


@dataclass(frozen=True, slots=True)
class _Try:
    """A place in the answer where the gap was filled, rightly or not."""

    start: int
    end: int
    grade: Grade
    fit: int
    """How many of its two neighbours are those of the sentence."""


def grade_in_sentence(answer: Words, whole: Gap, facts: FactsOf) -> Grade:
    """How right the last attempt in an answer is; everything that is not tested is free."""
    answer = said_once(answer)
    shorter = cores(answer)
    if {whole.sentence, whole.words} & set(shorter):
        return Grade.EXACT
    if whole.said in shorter:
        return Grade.WRONG
    if not whole.words:
        return _grade_without(answer, whole)
    gap = whole.narrowed()
    answer, is_misparted = reparted(answer, gap.sentence)
    alone = (cores(said_once(part)) for part in (answer, last_attempt(answer)))
    if any(gap.words in each for each in alone):
        return Grade.EXACT
    gap, kept = gap.without_subjects(), _without(gap.subjects(), answer)
    kept = without_giving_up(kept, gap.sentence)
    verdicts = [_verdict(kept, each, whole.words, facts) for each in gap.places()]
    found = best(*verdicts) if None not in verdicts else Grade.WRONG
    return worst(found, Grade.SLIP) if is_misparted else found


def _verdict(answer: Words, gap: Gap, words: Words, facts: FactsOf) -> Grade | None:
    """What the answer is worth at one place of the sentence; None where the mistake is there."""
    whole = replace(gap, words=words)
    right = [*_right_tries(answer, gap, facts), *_right_tries(answer, whole, facts)]
    wrong = [*_wrong_tries(answer, gap, facts)]
    standing = [
        each.grade
        for each in right
        if not any(_defeats(other, each, answer, gap.sentence) for other in wrong)
    ]
    if standing:
        return best(*standing)
    is_made_again = any(each.fit and _is_like(answer, each, gap) for each in wrong)
    return None if is_made_again else Grade.WRONG


def _is_like(answer: Words, wrong: _Try, gap: Gap) -> bool:
    """Whether a wrong try is the mistake, or stands for the same part of the sentence."""
    found = answer[wrong.start : wrong.end]
    same = (DEFINITE_ARTICLES, INDEFINITE_ARTICLES)
    return found == gap.said or any({*found, *gap.words} <= each for each in same)


def _without(words: frozenset[str], text: Words) -> Words:
    return tuple(word for word in text if word not in words)


def _right_tries(answer: Words, gap: Gap, facts: FactsOf) -> Iterator[_Try]:
    """Where the tested words are; small ones only beside their neighbour."""
    most = len(gap.words) + (_INSERTED if len(gap.words) > 1 else 0)
    for start in range(len(answer)):
        for end in range(start + 1, min(start + most, len(answer)) + 1):
            grade = _phrase_grade(answer[start:end], gap, facts)
            fit = _fit(answer, start, end, gap)
            alone = gap.is_small and len(set(answer)) == end - start
            if grade is not Grade.WRONG and (fit or alone or not gap.is_small):
                yield _Try(start, end, grade, fit)


def _phrase_grade(found: Words, gap: Gap, facts: FactsOf) -> Grade:
    """What some words of the answer are worth as the tested words."""
    if len(found) < len(gap.words):
        glued = plain("".join(found)) == plain("".join(gap.words))
        return Grade.SLIP if glued else Grade.WRONG
    if len(found) > len(gap.words):
        return Grade.EXACT if _holds_around(found, gap.words) else Grade.WRONG
    mistakes = gap.said if len(gap.said) == len(gap.words) else ("",) * len(gap.words)
    return worst(
        *(
            spoken_grade(word, right, mistake if mistake != right else "", facts)
            for word, right, mistake in zip(found, gap.words, mistakes, strict=True)
        )
    )


def _holds_around(found: Words, words: Words) -> bool:
    """Whether the words begin, go through and end a longer phrase in their order."""
    rest = iter(found)
    in_order = all(word in rest for word in words)
    return in_order and found[0] == words[0] and found[-1] == words[-1]


def _wrong_tries(answer: Words, gap: Gap, facts: FactsOf) -> Iterator[_Try]:
    """Where the mistake is, or another form of the one word that is tested."""
    if not gap.said:
        yield from _omissions(answer, gap)
    most = len(gap.said) + (_INSERTED if len(gap.said) > 1 else 0)
    for start in range(len(answer)):
        for end in range(start + len(gap.said), min(start + most, len(answer)) + 1):
            if gap.said and _holds_around(answer[start:end], gap.said):
                yield _Try(start, end, Grade.WRONG, _fit(answer, start, end, gap))
    if len(gap.words) > 1:
        return
    for start, word in enumerate(answer):
        fit = _fit(answer, start, start + 1, gap)
        if (fit or not gap.is_small) and _is_rival(word, gap, facts):
            yield _Try(start, start + 1, Grade.WRONG, fit)


def _is_rival(word: str, gap: Gap, facts: FactsOf) -> bool:
    right = gap.words[0]
    if gap.is_small:
        return word != right and any({word, right} <= each for each in (ARTICLES, CLITICS))
    if word in _SMALL:
        return False
    other = is_other_form(word, right, facts)
    return other and spoken_grade(word, right, "".join(gap.said), facts) is Grade.WRONG


def _omissions(answer: Words, gap: Gap) -> Iterator[_Try]:
    """Where both neighbours of the gap stand side by side."""
    if not gap.before or not gap.behind:
        return
    for place in range(1, len(answer)):
        if _same(answer[place - 1], gap.before[-1]) and _same(answer[place], gap.behind[0]):
            yield _Try(place, place, Grade.WRONG, 2)


def _fit(answer: Words, start: int, end: int, gap: Gap) -> int:
    """How many neighbours a place in the answer shares with the gap, 0 to 2."""
    left, right = answer[:start], answer[end:]
    fits_behind = _meets(_near(right), gap.behind)
    fits_before = _meets(_near(left[::-1]), gap.before[::-1])
    if gap.is_small:
        fits_before = bool(gap.before and left) and _same(left[-1], gap.before[-1])
    if set(gap.words) <= _BEFORE_NOUN_OR_VERB and gap.behind:
        return (1 + fits_before) if fits_behind else 0
    return fits_behind + fits_before


def _near(words: Words) -> Words:
    """The nearest words, as far as the next clause."""
    within = takewhile(lambda word: word not in _CLAUSE_STARTS, words[:_REACH])
    return tuple(within) or words[:1]


def _meets(near: Words, context: Words) -> bool:
    """Whether the nearest words are, or soon hold, the first words of the context."""
    if not near or not context:
        return False
    if _same(near[0], context[0]):
        return True
    content = next((word for word in context if word not in _SMALL | DEGREES), None)
    return content is not None and any(_same(word, content) for word in near)


def _same(word: str, other: str) -> bool:
    """Whether a word is that of the sentence, whatever its accents, ending or region."""
    if plain(word) == plain(other) or are_variants([word], [other]):
        return True
    return min(len(word), len(other)) >= _LONG_WORD and likeness(word, other) >= _SAME_CONTEXT


def _defeats(wrong: _Try, right: _Try, answer: Words, sentence: Words) -> bool:
    """Whether a wrong attempt counts and not the right one beside it."""
    if wrong.start <= right.start and right.end <= wrong.end and wrong.end > wrong.start:
        return wrong.end - wrong.start > right.end - right.start
    if wrong.end <= right.start:
        corrected = _is_repair(answer[wrong.end : right.start], sentence, answer[right.end :])
        return wrong.fit > right.fit and not corrected
    if wrong.start < right.end:
        return False
    between = answer[right.end : wrong.start]
    is_marked = not between or not REPAIRS.isdisjoint(between)
    taken_back = is_marked and _is_repair(between, sentence, answer[wrong.end :])
    return (wrong.fit > 0 and wrong.fit >= right.fit) or taken_back


def _is_repair(between: Words, sentence: Words, again: Words) -> bool:
    """Whether nothing stands between two attempts but what is said again, and correcting."""
    return set(between) <= {*sentence, *again, *REPAIRS, ""}


def _grade_without(answer: Words, gap: Gap) -> Grade:
    """Where something is too much: the sentence has to be said without it."""
    if _is_said_again(last_attempt(answer), gap) and _is_said_again(answer, gap):
        return Grade.WRONG
    wanted = [word for word in gap.sentence if word not in _SMALL | SUBJECT_PRONOUNS]
    wanted = wanted or list(gap.sentence)
    heard = [word for word in wanted if any(_same(each, word) for each in answer)]
    return Grade.EXACT if len(heard) * 2 >= len(wanted) else Grade.WRONG


def _is_said_again(answer: Words, gap: Gap) -> bool:
    """Whether the words too many stand before a word of the sentence, or at the end."""
    size = len(gap.said)
    rightly = {
        gap.sentence[start + size : start + size + 1] for start in places(gap.said, gap.sentence)
    }
    for start in places(gap.said, answer) if size else ():
        behind = answer[start + size : start + size + 1]
        if behind not in rightly and (not behind or any(_same(behind[0], w) for w in gap.sentence)):
            return True
    return False
