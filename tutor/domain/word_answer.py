"""What the tutor says to somebody who asks for a word."""

from collections.abc import Iterable
from dataclasses import dataclass

from tutor.domain.asked_word import AskedWord
from tutor.domain.language import Language, SpokenLine
from tutor.domain.spanish_words import ARTICLES
from tutor.domain.tokens import tokenize
from tutor.domain.vocabulary import Entry
from tutor.domain.vocabulary_search import find_by_english, find_by_spanish
from tutor.domain.word_facts import FactsOf

__all__ = ["WordAnswer", "translated_answer", "word_answer"]

_MOST_WORDS = 6
"""Of a translation; a longer one is an explanation."""


@dataclass(frozen=True, slots=True)
class WordAnswer:
    """A word that was asked for, and how it is told."""

    word: str
    """Spanish, as a card has it."""
    translations: tuple[str, ...]
    example: str
    """Empty where nobody has written one."""
    lines: tuple[SpokenLine, ...]
    """The word, its example, and what was being talked about."""


def word_answer(
    asked: AskedWord, entries: Iterable[Entry], facts_of: FactsOf, question: str
) -> WordAnswer | None:
    """The best of the entries for what was asked; None where none of them is it.

    ``question`` is the tutor's that the learner has not answered yet; it is asked again.
    """
    if asked.language is Language.ENGLISH:
        found = find_by_english(asked.word, entries)
    else:
        found = find_by_spanish(asked.word, entries, facts_of)
    if not found:
        return None
    entry = found[0]
    told = _said_so(entry) if asked.language is Language.ENGLISH else _means(entry)
    return WordAnswer(
        entry.word,
        entry.translations,
        entry.example,
        (told, _spanish(entry.example), _spanish(question)),
    )


def translated_answer(
    asked: AskedWord, translation: str, facts_of: FactsOf, question: str
) -> WordAnswer | None:
    """The same of a translation that a language model made, which is told as an opinion.

    None where it is no phrase of words that the dictionary knows in the other language.
    """
    words = [token.norm for token in tokenize(translation)]
    is_to_say = asked.language is Language.ENGLISH
    facts = [facts_of(word) for word in words]
    known = [fact.spanish_zipf if is_to_say else fact.english_zipf for fact in facts]
    if not 0 < len(words) <= _MOST_WORDS or min(known) <= 0:
        return None
    told = " ".join(words)
    if not is_to_say:
        means = SpokenLine(Language.ENGLISH, f"I think «{asked.word}» means: {told}.")
        return WordAnswer(asked.word, (told,), "", (means, _spanish(question)))
    bare = " ".join(words[1:]) if len(words) > 1 and words[0] in ARTICLES else told
    said_so = _spanish(f"Creo que se dice «{told}».")
    return WordAnswer(bare, (asked.word,), "", (said_so, _spanish(question)))


def _said_so(entry: Entry) -> SpokenLine:
    word = f"{entry.article} {entry.word}".strip()
    return _spanish(f"Se dice «{word}».")


def _means(entry: Entry) -> SpokenLine:
    return SpokenLine(Language.ENGLISH, f"«{entry.word}»: {entry.translations[0]}.")


def _spanish(text: str) -> SpokenLine:
    return SpokenLine(Language.SPANISH, text)
