"""What the tutor says to somebody who asks for a word."""

from collections.abc import Iterable
from dataclasses import dataclass

from tutor.domain.asked_word import AskedWord
from tutor.domain.language import Language, SpokenLine
from tutor.domain.vocabulary import Entry
from tutor.domain.vocabulary_search import find_by_english, find_by_spanish
from tutor.domain.word_facts import FactsOf

__all__ = ["WordAnswer", "word_answer"]


@dataclass(frozen=True, slots=True)
class WordAnswer:
    """A word that was asked for, and how it is told."""

    entry: Entry
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
    return WordAnswer(entry, (told, _spanish(entry.example), _spanish(question)))


def _said_so(entry: Entry) -> SpokenLine:
    word = f"{entry.article} {entry.word}".strip()
    return _spanish(f"Se dice «{word}».")


def _means(entry: Entry) -> SpokenLine:
    return SpokenLine(Language.ENGLISH, f"«{entry.word}»: {entry.translations[0]}.")


def _spanish(text: str) -> SpokenLine:
    return SpokenLine(Language.SPANISH, text)
