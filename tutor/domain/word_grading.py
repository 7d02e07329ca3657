"""What an answer is worth where a Spanish word was asked for."""

from tutor.domain.answer_words import (
    Words,
    cores,
    last_attempt,
    reparted,
    said_once,
    without_giving_up,
)
from tutor.domain.near_words import is_one_letter_off, is_other_form
from tutor.domain.pronunciation import plain, sound_distance, sounds_alike
from tutor.domain.spanish_words import ARTICLES, DEFINITE_ARTICLES
from tutor.domain.target import Grade, best, worst
from tutor.domain.word_facts import FactsOf

__all__ = ["grade_word"]

_REAL_WORD = 3.0
"""Zipf from which a word was meant, and is not another one misspelled."""
_NO_WORD = 2.0
_LONG_WORD = 5
_SENTENCE = 4
"""Words from which an answer is a sentence around the word, and not a list of guesses."""
_HEARD_INTO = ("es", "el", "la", "un", "una", "los", "las")
"""Words that are heard as one with the word behind them."""
_INDEFINITE = {"el": "un", "la": "una", "los": "unos", "las": "unas"}


def grade_word(
    answer: Words, accepted: tuple[Words, ...], article: str, said: Words, facts: FactsOf
) -> Grade:
    """The best of what the answer is worth for each of the accepted words."""
    return best(*(_grade_for(answer, word, article, said, facts) for word in accepted if word))


def _grade_for(answer: Words, word: Words, article: str, said: Words, facts: FactsOf) -> Grade:
    if said_once(answer) == word:
        return Grade.EXACT
    articles = _with_indefinite(article.lower().replace("/", " ").replace(",", " ").split())
    if len(word) > 1 and word[0] in DEFINITE_ARTICLES and not article:
        articles, word = _with_indefinite([word[0]]), word[1:]
    attempt = without_giving_up(said_once(last_attempt(answer)), word)
    attempt, is_misparted = reparted(attempt, word)
    for before in _HEARD_INTO:
        attempt, _ = reparted(attempt, (before, *word))
    shorter = tuple(said_once(core) for core in cores(attempt))
    if said and said != word and (said in shorter or _noun_only(said) in shorter):
        return Grade.WRONG
    alone = best(*(_with_article(core, word, articles, facts) for core in shorter))
    found = best(alone, _inside(attempt, word, articles))
    return worst(found, Grade.SLIP) if is_misparted else found


def _with_indefinite(articles: list[str]) -> frozenset[str]:
    return frozenset([*articles, *(_INDEFINITE[each] for each in articles if each in _INDEFINITE)])


def _noun_only(words: Words) -> Words:
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def _with_article(core: Words, word: Words, articles: frozenset[str], facts: FactsOf) -> Grade:
    if len(core) > 1 and core[0] in ARTICLES and word[0] not in ARTICLES:
        agrees = not articles or core[0] in articles
        found = _phrase_grade(core[1:], word, facts)
        return found if agrees else worst(found, Grade.SLIP)
    return _phrase_grade(core, word, facts)


def _inside(answer: Words, word: Words, articles: frozenset[str]) -> Grade:
    """What a sentence is worth that holds exactly the word."""
    size = len(word)
    for start in range(len(answer) - size, -1, -1):
        at_end = start + size == len(answer)
        if answer[start : start + size] == word and (at_end or len(answer) >= _SENTENCE):
            before = answer[start - 1] if start else ""
            wrong_article = articles and before in ARTICLES and before not in articles
            return Grade.SLIP if wrong_article else Grade.EXACT
    return Grade.WRONG


def _phrase_grade(found: Words, word: Words, facts: FactsOf) -> Grade:
    if len(found) == len(word):
        slips = [_word_grade(one, other, facts) for one, other in zip(found, word, strict=True)]
        return worst(*slips) if slips.count(Grade.EXACT) >= len(word) - 1 else Grade.WRONG
    if tuple(w for w in found if w not in ARTICLES) == tuple(w for w in word if w not in ARTICLES):
        return Grade.SLIP
    one, other = " ".join(found), " ".join(word)
    misparted = len(other) >= _LONG_WORD and sound_distance(one, other) <= 1
    return Grade.SLIP if misparted else Grade.WRONG


def _word_grade(found: str, word: str, facts: FactsOf) -> Grade:
    if found == word:
        return Grade.EXACT
    if not found:
        return Grade.WRONG
    if plain(found) == plain(word) or sounds_alike(found, word):
        return Grade.SLIP
    if len(word) >= _LONG_WORD and _without_tilde(found) == _without_tilde(word):
        return Grade.SLIP
    if is_other_form(found, word, facts):
        return Grade.SLIP
    frequency = facts(found).spanish_zipf
    misspelled = len(word) >= _LONG_WORD and is_one_letter_off(found, word)
    misheard = len(word) >= _LONG_WORD - 1 and sound_distance(found, word) <= 1
    is_slip = (misspelled and frequency < _REAL_WORD) or (misheard and frequency < _NO_WORD)
    return Grade.SLIP if is_slip else Grade.WRONG


def _without_tilde(word: str) -> str:
    return plain(word).replace("ñ", "n")
