"""Whether the Spanish of a lesson is right, and fit for its level, as far as rules can tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.edit_kinds import is_english
from tutor.domain.lesson import Lesson, Level
from tutor.domain.lesson_regions import RegionalWords
from tutor.domain.level_words import (
    MAX_SENTENCE_WORDS,
    MIN_ZIPF,
    LevelWords,
    heard_texts,
    spanish_texts,
)
from tutor.domain.noun_agreement import NounGenders
from tutor.domain.sentences import split_sentences
from tutor.domain.tokens import Token, tokenize
from tutor.domain.vocabulary import Entry
from tutor.domain.word_facts import FactsOf

__all__ = [
    "MAX_SENTENCE_WORDS",
    "MIN_ZIPF",
    "LanguageJudge",
    "Remark",
    "Weight",
    "heard_texts",
    "sentence_lengths",
    "spanish_texts",
]

_KNOWN_ZIPF = 1.5


class Weight(StrEnum):
    """What a remark is worth."""

    ERROR = "error"
    """Wrong Spanish: the lesson may not be used so."""
    WARNING = "warning"
    """Hard, local or not taught: somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with one text of a lesson."""

    place: str
    """Such as ``questions.3``."""
    text: str
    """A phrase that names the words meant."""
    weight: Weight

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class LanguageJudge:
    """Judges by how common words are and by what a vocabulary knows of them."""

    def __init__(self, facts_of: FactsOf, entries: Iterable[Entry]) -> None:
        kept = tuple(entries)
        self._facts_of = facts_of
        self._genders = NounGenders(kept)
        self._regional = RegionalWords(kept, facts_of)
        self._words = LevelWords(facts_of, lambda: kept)

    def remarks(self, lesson: Lesson) -> tuple[Remark, ...]:
        """On all of its Spanish, in the order of its fields."""
        own = self._own_words(lesson)
        heard = {place for place, _ in heard_texts(lesson)}
        found: list[Remark] = []
        for place, text in spanish_texts(lesson):
            found += self.faults(place, text, own)
            if place in heard:
                found += self.hardships(place, text, lesson.level, own)
        found += self._misplaced(lesson)
        for number, word in enumerate(lesson.target_words):
            if not self.is_taught(word):
                text = f"'{word}' is not in the vocabulary"
                found.append(Remark(f"target_words.{number}", text, Weight.WARNING))
        return tuple(found)

    def faults(self, place: str, text: str, own: frozenset[str] = frozenset()) -> Iterator[Remark]:
        """What is wrong Spanish; ``own``: lower-case names and words that are fine."""
        for opened, closed in ("¿?", "¡!"):
            if text.count(opened) != text.count(closed):
                fault = f"'{text}' has not as many {opened} as {closed}"
                yield Remark(place, fault, Weight.ERROR)
        for token in tokenize(text):
            if not self._is_known(token, own):
                yield Remark(place, f"'{token.text}' is not a known word", Weight.ERROR)
        for phrase in self._genders.disagreements(text):
            fault = f"'{phrase}' does not agree in gender or number"
            yield Remark(place, fault, Weight.ERROR)

    def hardships(
        self, place: str, text: str, level: Level, own: frozenset[str] = frozenset()
    ) -> Iterator[Remark]:
        """What is too hard for a level."""
        hard = self.words_beyond(text, level, own)
        if hard:
            yield Remark(place, f"beyond {level}: {', '.join(hard)}", Weight.WARNING)
        for sentence in split_sentences(text) if _is_talk(place) else ():
            length = len(tokenize(sentence))
            if length > MAX_SENTENCE_WORDS[level]:
                fault = f"{length} words in a sentence, {MAX_SENTENCE_WORDS[level]} at {level}"
                yield Remark(place, fault, Weight.WARNING)

    def words_beyond(
        self, text: str, level: Level, own: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """The words of a text that are rarer than a level's and not taught up to it."""
        return tuple(self._words.beyond(text, level, own))

    def is_taught(self, word: str) -> bool:
        """Whether a target word is one of the vocabulary; articles and inflection do not matter."""
        return self._words.is_taught(word)

    def lemmas(self, text: str) -> frozenset[str]:
        """Every word of a text as it stands and as a dictionary has it."""
        return self._words.lemmas(text)

    def _own_words(self, lesson: Lesson) -> frozenset[str]:
        """Its names, and the words that it teaches, in any form."""
        return self._words.lesson_words(lesson, (text for _, text in spanish_texts(lesson)))

    def _is_known(self, token: Token, own: frozenset[str]) -> bool:
        word = token.norm
        if token.is_name or word in own or not word.isalpha():
            return True
        if self._words.taught_from(word) is not None:
            return True
        facts = self._facts_of(word)
        known = max(facts.spanish_zipf, self._facts_of(facts.lemma).spanish_zipf)
        return known >= _KNOWN_ZIPF and not is_english(word, self._facts_of)

    def _misplaced(self, lesson: Lesson) -> Iterator[Remark]:
        """Each word once, where it stands first."""
        seen: set[str] = set()
        for place, text in spanish_texts(lesson):
            for word, fault in self._regional.misplaced(text, lesson.regions):
                if word not in seen:
                    yield Remark(place, fault, Weight.WARNING)
                seen.add(word)


def sentence_lengths(lesson: Lesson) -> tuple[int, ...]:
    """Words of each sentence of the opening, the questions and the farewell."""
    texts = (lesson.opening, *lesson.questions, lesson.farewell)
    return tuple(len(tokenize(sentence)) for text in texts for sentence in split_sentences(text))


def _is_talk(place: str) -> bool:
    """Whether a text is what the tutor says in the talk itself."""
    return place in {"opening", "farewell"} or place.startswith("questions")
