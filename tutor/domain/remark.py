"""A question about a text and its answer, written by a language model, as far as they will do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.domain.lesson import Level
from tutor.domain.sentences import alike, is_question, plain_words, split_sentences
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import FactsOf

__all__ = ["Remark", "hard_words", "remark_flaws"]

_MOST_WORDS = {Level.A1: 10, Level.A2: 14, Level.B1: 18, Level.B2: 24}
_LEAST_ZIPF = {Level.A1: 4.6, Level.A2: 4.2, Level.B1: 3.7, Level.B2: 3.2}
"""A word that is rarer is beyond the level, unless the text itself has it."""
_TELLING_LETTERS = 4
"""A word this long tells what is talked about."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What one voice asks about a text and the other answers."""

    question: str
    answer: str


def remark_flaws(
    remark: Remark, sentences: Sequence[str], level: Level, facts: FactsOf
) -> Iterator[str]:
    """What keeps a remark from being said, a phrase each.

    It is Spanish in words of the level, short, one question and one statement, and the answer
    speaks of what is in the text without being the question again.
    """
    if not _is_one(remark.question) or not remark.question.strip().startswith("¿"):
        yield "the question is not one question"
    if not is_question(remark.question):
        yield "the question asks nothing"
    if not _is_one(remark.answer) or is_question(remark.answer):
        yield "the answer is not one statement"
    text = set(plain_words(" ".join(sentences)))
    for sentence in (remark.question, remark.answer):
        words = tokenize(sentence)
        if len(words) > _MOST_WORDS[level]:
            yield f"'{sentence}' is too long"
        for word in hard_words(sentence, " ".join(sentences), level, facts):
            yield f"'{word}' is beyond the level"
    told = [word for word in plain_words(remark.answer) if len(word) >= _TELLING_LETTERS]
    if not text.intersection(told):
        yield "the answer does not speak of the text"
    if alike(remark.question, remark.answer):
        yield "the answer is the question"


def hard_words(sentence: str, known: str, level: Level, facts: FactsOf) -> Iterator[str]:
    """The words of a sentence that are rarer than the level has, and not of the ``known`` text."""
    there = set(plain_words(known))
    for word in tokenize(sentence):
        is_there = there.issuperset(plain_words(word.text))
        if not is_there and facts(word.norm).spanish_zipf < _LEAST_ZIPF[level]:
            yield word.text


def _is_one(sentence: str) -> bool:
    return len(split_sentences(sentence)) == 1
