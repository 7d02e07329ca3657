"""The words of an answer, and what people say around an answer."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from tutor.domain.language import Language
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.pronunciation import plain
from tutor.domain.spoken_numbers import numbers_in_words
from tutor.domain.tokens import tokenize

__all__ = [
    "REPAIRS",
    "Words",
    "cores",
    "last_attempt",
    "places",
    "reparted",
    "said_once",
    "without_giving_up",
    "words_of",
]

Words: TypeAlias = tuple[str, ...]
"""In lower case."""


def _phrases(text: str) -> tuple[Words, ...]:
    found = {tuple(phrase.split()) for phrase in text.split(",")}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


REPAIRS = frozenset(
    "no perdón perdona digo sorry wait espera actually rather corrijo mejor dicho quiero decir "
    "mean i oops ay eh em um uh mm hmm ah pues bueno".split()
)
"""Words that stand between two attempts."""
_RESTARTS = _phrases(
    "no,perdón,perdona,digo,quiero decir,mejor dicho,o sea,sorry,wait,espera,i mean,no wait,o,or"
)
_BEFORE = _phrases(
    "eh,em,um,uh,mm,hmm,ah,oh,pues,bueno,a ver,entonces,vale,sí,y,ok,okay,well,so,yes,yeah,"
    "creo que,pienso que,me parece que,supongo que,diría que,quizás,quizá,tal vez,a lo mejor,"
    "la palabra,la respuesta,la traducción,en español,en inglés,se dice,se llama,se escribe,"
    "es,son,era,sería,significa,quiere decir,eso es,esto es,eso,esto,se dice que,"
    "i think,i believe,i guess,i'd say,i would say,maybe,perhaps,probably,it,that,this,these,"
    "those,they,it's,its,that's,is,are,they're,means,mean,would be,could be,must be,to be,"
    "the word,the answer,the translation,in english,in spanish,you say,we say,you'd say,like"
)
_BEHIND = _phrases(
    "creo,creo yo,pienso,supongo,verdad,no,no es verdad,por favor,quizás,tal vez,en español,"
    "en inglés,i think,i guess,i believe,isn't it,right,maybe,please,in english,in spanish"
)
_GIVING_UP = _phrases(
    "no sé,no lo sé,ni idea,no tengo idea,no tengo ni idea,no me acuerdo,no recuerdo,"
    "no lo recuerdo,no estoy seguro,no estoy segura,se me olvidó,no me sale,"
    "i don't know,no idea,i forgot,i don't remember,i'm not sure"
)


def words_of(text: str, language: Language, speller: NumberSpeller) -> Words:
    """In order, numbers spelled, without punctuation."""
    spelled = numbers_in_words(unicodedata.normalize("NFC", text), language, speller)
    parts = (part for token in tokenize(spelled) for part in token.norm.split("-"))
    return tuple(part.replace("’", "'") for part in parts if part)


def places(phrase: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Where a phrase begins among words."""
    size = len(phrase)
    wanted = tuple(phrase)
    return (i for i in range(len(words) - size + 1) if tuple(words[i : i + size]) == wanted)


def said_once(words: Words) -> Words:
    """Without the repetitions of an answer that is only said again and again."""
    for size in range(1, len(words) // 2 + 1):
        times, rest = divmod(len(words), size)
        if not rest and words[:size] * times == words:
            return words[:size]
    return words


def reparted(answer: Words, right: Words) -> tuple[Words, bool]:
    """The answer parted as the right words are: *ami* as *a mi*, *que eso* as *queso*.

    Whether anything was parted otherwise is the second value.
    """
    pairs = {plain(one + two): (one, two) for one, two in pairwise(right) if one + two not in right}
    whole = {plain(word): word for word in right}
    found: list[str] = []
    for word in answer:
        glued = whole.get(plain(found[-1] + word)) if found else None
        if glued and word not in right:
            found[-1] = glued
        elif plain(word) in pairs and word not in right:
            found += pairs[plain(word)]
        else:
            found.append(word)
    return tuple(found), tuple(found) != answer


def without_giving_up(words: Words, allowed: Words = ()) -> Words:
    """With "" for each word of a phrase that gives up, unless ``allowed`` holds the phrase."""
    kept = list(words)
    for phrase in _GIVING_UP:
        if not any(places(phrase, allowed)):
            for start in places(phrase, words):
                kept[start : start + len(phrase)] = [""] * len(phrase)
    return tuple(kept)


def last_attempt(words: Words) -> Words:
    """What follows the last word that takes back what was said before it."""
    starts = [0]
    for phrase in _RESTARTS:
        starts += [start + len(phrase) for start in places(phrase, words)]
    return words[max((start for start in starts if start < len(words)), default=0) :]


def cores(words: Words) -> tuple[Words, ...]:
    """The words, and what is left of them without each introduction and each tag, longest first."""
    found = [words]
    for each in found:
        shorter = [each[len(phrase) :] for phrase in _BEFORE if each[: len(phrase)] == phrase]
        shorter += [each[: -len(phrase)] for phrase in _BEHIND if each[-len(phrase) :] == phrase]
        found += [rest for rest in shorter if rest and rest not in found]
    return tuple(sorted(found, key=len, reverse=True))
