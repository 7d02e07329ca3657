"""What an answer is worth where English was asked for."""

import re
from itertools import chain

from tutor.domain.answer_words import Words, cores, last_attempt, said_once, without_giving_up
from tutor.domain.english_spelling import is_same_word, sounds_the_same, uncontracted
from tutor.domain.near_words import is_one_letter_off
from tutor.domain.target import Grade, best, worst
from tutor.domain.word_facts import FactsOf

__all__ = ["grade_translation", "meanings"]

_LEADING = frozenset("the a an to some".split())
_REAL_WORD = 3.0
_LONG_WORD = 5
_SENTENCE = 4
"""Words from which an answer is a sentence around the word, and not a list of guesses."""
_ENDINGS = ("ing", "ed", "s", "d")


def meanings(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each of the translations in a list such as ``car, auto / automobile (British: motor)``."""
    bare = (re.sub(r"\([^)]*\)", " ", text) for text in texts)
    parts = chain.from_iterable(re.split(r"[,;/]", text) for text in bare)
    return tuple(part.strip() for part in parts if part.strip())


def grade_translation(answer: Words, accepted: tuple[Words, ...], facts: FactsOf) -> Grade:
    """The best of what the answer is worth for each of the accepted translations."""
    return best(*(_grade_for(answer, wanted, facts) for wanted in accepted if wanted))


def _grade_for(answer: Words, wanted: Words, facts: FactsOf) -> Grade:
    if said_once(answer) == wanted:
        return Grade.EXACT
    attempt = said_once(without_giving_up(last_attempt(answer), wanted))
    word = _bare(wanted)
    shorter = {_bare(said_once(core)) for core in (*cores(said_once(answer)), *cores(attempt))}
    alone = best(*(_phrase_grade(core, word, facts) for core in shorter if core))
    return best(alone, _inside(_bare(attempt), word))


def _bare(words: Words) -> Words:
    """Without articles and *to* in front, contractions in full; never empty."""
    full = tuple(chain.from_iterable(uncontracted(word) for word in words))
    while len(full) > 1 and full[0] in _LEADING:
        full = full[1:]
    return full


def _inside(answer: Words, word: Words) -> Grade:
    """What a sentence is worth that holds the words and does not deny them."""
    size = len(word)
    for start in range(len(answer) - size, -1, -1):
        at_end = start + size == len(answer)
        denied = {"not", "no"} & set(answer[max(0, start - 2) : start])
        found = _is_same(answer[start : start + size], word)
        if found and not denied and (at_end or len(answer) >= _SENTENCE):
            return Grade.EXACT
    return Grade.WRONG


def _phrase_grade(found: Words, word: Words, facts: FactsOf) -> Grade:
    if len(found) != len(word):
        joined = "".join(found) == "".join(word)
        same = joined or _is_same(_without_small(found), _without_small(word))
        return Grade.EXACT if same else Grade.WRONG
    return worst(*(_word_grade(one, other, facts) for one, other in zip(found, word, strict=True)))


def _without_small(words: Words) -> Words:
    return tuple(word for word in words if word not in _LEADING)


def _is_same(found: Words, word: Words) -> bool:
    return len(found) == len(word) and all(map(is_same_word, found, word))


def _word_grade(found: str, word: str, facts: FactsOf) -> Grade:
    if is_same_word(found, word):
        return Grade.EXACT
    if sounds_the_same(found, word) or _is_inflected(found, word) or _is_inflected(word, found):
        return Grade.SLIP
    if len(word) >= _LONG_WORD - 1 and is_one_letter_off(found, word):
        is_real = facts(found).english_zipf >= _REAL_WORD
        return Grade.WRONG if is_real else Grade.SLIP
    return Grade.WRONG


def _is_inflected(form: str, word: str) -> bool:
    """Whether a form is the word with an ending of verbs: *speaking*, *moved*, *running*."""
    stems = {word, word.removesuffix("e"), word + word[-1:]}
    return len(word) > 2 and any(form == stem + end for stem in stems for end in _ENDINGS)  # noqa: PLR2004
