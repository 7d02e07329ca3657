"""A story that a language model writes sentence by sentence, as far as its sentences will do."""

from collections.abc import Iterator, Sequence

from tutor.domain.lesson import Level
from tutor.domain.remark import Remark, hard_words
from tutor.domain.sentences import alike, is_question, plain_words, split_sentences
from tutor.domain.story import People, StoryQuestion
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import FactsOf

__all__ = ["SENTENCES", "question_from", "sentence_flaws"]

SENTENCES = {Level.A1: 6, Level.A2: 7, Level.B1: 8, Level.B2: 8}
"""How long a story is."""
_MOST_WORDS = {Level.A1: 10, Level.A2: 14, Level.B1: 20, Level.B2: 26}
_FEWEST_WORDS = 3
_TELLING_LETTERS = 4


def sentence_flaws(
    sentence: str, so_far: Sequence[str], level: Level, people: People, facts: FactsOf
) -> Iterator[str]:
    """What keeps a sentence from being the story's next, a phrase each.

    It is one statement in Spanish words of the level, short enough, and says something new.
    """
    words = tokenize(sentence)
    if len(split_sentences(sentence)) != 1 or is_question(sentence):
        yield "it is not one statement"
    if sentence.strip()[-1:] not in {".", "!", "…"}:
        yield "it is not finished"
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS[level]:
        yield f"{len(words)} words"
    known = f"{people.name} {people.place} {people.thing}"
    for word in hard_words(sentence, known, level, facts):
        yield f"'{word}' is beyond the level"
    if any(alike(sentence, before) for before in so_far):
        yield "it was said before"


def question_from(remark: Remark, sentences: Sequence[str]) -> StoryQuestion | None:
    """A question about a story; None where its answer holds no word by which it can be judged."""
    told = set(plain_words(" ".join(sentences)))
    asked = set(plain_words(remark.question))
    keys = tuple(
        word
        for word in dict.fromkeys(plain_words(remark.answer))
        if len(word) >= _TELLING_LETTERS and word in told and word not in asked
    )
    return StoryQuestion(remark.question, (keys,), remark.answer) if keys else None
