"""What an answer to a sentence with a gap is worth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from tutor.domain.gap import SMALL_WORDS, Gap, same_in_context
from tutor.domain.near_words import is_other_form, spoken_grade
from tutor.domain.pronunciation import plain, sounds_alike
from tutor.domain.spanish_words import (
    ARTICLES,
    CLITICS,
    DEFINITE_ARTICLES,
    INDEFINITE_ARTICLES,
    SUBJECT_PRONOUNS,
)
from tutor.domain.target import Grade, best, worst
from tutor.domain.word_facts import FactsOf

__all__ = ["grade_in_sentence"]

_INSERTED = 2
"""Words that may come between the words that are tested."""


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
    if any(sounds_alike(" ".join(each), " ".join(whole.words)) for each in shorter if each):
        return Grade.SLIP
    gap = whole.narrowed()
    answer, is_misparted = reparted(answer, gap.sentence)
    alone = (cores(said_once(part)) for part in (answer, last_attempt(answer)))
    if any(gap.words in each for each in alone):
        return Grade.EXACT
    gap, kept = gap.without_subjects(), gap.stripped(answer)
    kept = without_giving_up(kept, gap.sentence)
    verdicts = [_verdict(kept, each, whole.words, facts) for each in gap.places()]
    kept_apart = [verdict for verdict in verdicts if verdict is not None]
    found = best(*kept_apart) if len(kept_apart) == len(verdicts) else Grade.WRONG
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


def _right_tries(answer: Words, gap: Gap, facts: FactsOf) -> Iterator[_Try]:
    """Where the tested words are; small ones only beside their neighbour."""
    most = len(gap.words) + (_INSERTED if len(gap.words) > 1 else 0)
    for start in range(len(answer)):
        for end in range(start + 1, min(start + most, len(answer)) + 1):
            grade = _phrase_grade(answer[start:end], gap, facts)
            fit = gap.fit(answer, start, end)
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
                yield _Try(start, end, Grade.WRONG, gap.fit(answer, start, end))
    if len(gap.words) > 1:
        return
    for start, word in enumerate(answer):
        fit = gap.fit(answer, start, start + 1)
        if (fit or not gap.is_small) and _is_rival(word, gap, facts):
            yield _Try(start, start + 1, Grade.WRONG, fit)


def _is_rival(word: str, gap: Gap, facts: FactsOf) -> bool:
    right = gap.words[0]
    if gap.is_small:
        return word != right and any({word, right} <= each for each in (ARTICLES, CLITICS))
    if word in SMALL_WORDS:
        return False
    other = is_other_form(word, right, facts)
    return other and spoken_grade(word, right, "".join(gap.said), facts) is Grade.WRONG


def _omissions(answer: Words, gap: Gap) -> Iterator[_Try]:
    """Where both neighbours of the gap stand side by side."""
    if not gap.before or not gap.behind:
        return
    for place in range(1, len(answer)):
        if same_in_context(answer[place - 1], gap.before[-1]) and same_in_context(
            answer[place], gap.behind[0]
        ):
            yield _Try(place, place, Grade.WRONG, 2)


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
    wanted = [word for word in gap.sentence if word not in SMALL_WORDS | SUBJECT_PRONOUNS]
    wanted = wanted or list(gap.sentence)
    heard = [word for word in wanted if any(same_in_context(each, word) for each in answer)]
    return Grade.EXACT if len(heard) * 2 >= len(wanted) else Grade.WRONG


def _is_said_again(answer: Words, gap: Gap) -> bool:
    """Whether the words too many stand before a word of the sentence, or at the end."""
    size = len(gap.said)
    rightly = {
        gap.sentence[start + size : start + size + 1] for start in places(gap.said, gap.sentence)
    }
    for start in places(gap.said, answer) if size else ():
        behind = answer[start + size : start + size + 1]
        if behind not in rightly and (
            not behind or any(same_in_context(behind[0], w) for w in gap.sentence)
        ):
            return True
    return False
