"""Whether the Spanish of a lesson is right, and fit for its level, as far as rules can tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.edit_kinds import is_english
from tutor.domain.lesson import Lesson, Level
from tutor.domain.lesson_regions import RegionalWords
from tutor.domain.noun_agreement import NounGenders
from tutor.domain.pronunciation import plain
from tutor.domain.sentences import split_sentences
from tutor.domain.spanish_words import ARTICLES
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

MAX_SENTENCE_WORDS = {Level.A1: 12, Level.A2: 16, Level.B1: 22, Level.B2: 28}
"""Of one sentence that the tutor says."""
MIN_ZIPF = {Level.A1: 4.0, Level.A2: 3.6, Level.B1: 3.2, Level.B2: 2.7}
"""How common a word is at least that the learner is not taught in the lesson."""
_KNOWN_ZIPF = 1.5
_WITH_PRONOUN = re.compile(r"(?P<verb>.{2,}?)(?:[mts]el[aeo]s?|nos|[mts]e|l[aeo]s?)")
_LEVELS = list(Level)


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
        self._levels: dict[str, Level] = {}
        for entry in sorted(kept, key=lambda entry: entry.level, reverse=True):
            word = _without_article(entry.word)
            self._levels[word] = self._levels[word.removesuffix("se")] = entry.level
            self._levels.update((token.norm, entry.level) for token in tokenize(entry.in_example))

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
        found = [
            token.norm
            for token in tokenize(text)
            if not (token.is_name or token.norm.isdigit() or self._is_own(token.norm, own))
            and not self._is_within(token.norm, level)
        ]
        return tuple(dict.fromkeys(found))

    def is_taught(self, word: str) -> bool:
        """Whether a target word is one of the vocabulary; articles and inflection do not matter."""
        bare = _without_article(word)
        return bare in self._levels or self._facts_of(bare).lemma in self._levels

    def lemmas(self, text: str) -> frozenset[str]:
        """Every word of a text as it stands and as a dictionary has it."""
        words = {token.norm for token in tokenize(text)}
        return frozenset(words | {self._lemma(word) for word in words})

    def _own_words(self, lesson: Lesson) -> frozenset[str]:
        """Its names, and the words that it teaches, in any form."""
        names = {
            token.norm
            for _, text in spanish_texts(lesson)
            for token in tokenize(text)
            if token.is_name
        }
        taught = " ".join((*lesson.target_words, *lesson.target_phrases))
        return self.lemmas(taught) | names | self.lemmas(lesson.tutor_name)

    def _is_known(self, token: Token, own: frozenset[str]) -> bool:
        word = token.norm
        if token.is_name or word in own or word in self._levels or not word.isalpha():
            return True
        facts = self._facts_of(word)
        known = max(facts.spanish_zipf, self._facts_of(facts.lemma).spanish_zipf)
        return known >= _KNOWN_ZIPF and not is_english(word, self._facts_of)

    def _is_own(self, word: str, own: frozenset[str]) -> bool:
        return word in own or self._lemma(word) in own

    def _is_within(self, word: str, level: Level) -> bool:
        forms = {word, self._lemma(word)}
        if bare := _without_pronoun(word):
            forms |= {bare, self._lemma(bare)}
        taught = [self._levels[each] for each in forms if each in self._levels]
        if any(_LEVELS.index(each) <= _LEVELS.index(level) for each in taught):
            return True
        return max(self._facts_of(each).spanish_zipf for each in forms) >= MIN_ZIPF[level]

    def _lemma(self, word: str) -> str:
        return self._facts_of(word).lemma.removesuffix("se") or word

    def _misplaced(self, lesson: Lesson) -> Iterator[Remark]:
        """Each word once, where it stands first."""
        seen: set[str] = set()
        for place, text in spanish_texts(lesson):
            for word, fault in self._regional.misplaced(text, lesson.regions):
                if word not in seen:
                    yield Remark(place, fault, Weight.WARNING)
                seen.add(word)


def spanish_texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Every Spanish text of a lesson with its place, in the order of its fields."""
    yield "title_spanish", lesson.title_spanish
    yield "scene", lesson.scene
    yield "tutor_role", lesson.tutor_role
    yield "tutor_manner", lesson.tutor_manner
    yield "opening", lesson.opening
    for field, texts in (
        ("questions", lesson.questions),
        ("target_words", lesson.target_words),
        ("target_phrases", lesson.target_phrases),
    ):
        yield from ((f"{field}.{number}", text) for number, text in enumerate(texts))
    yield "farewell", lesson.farewell
    for number, phrase in enumerate(lesson.rescue):
        yield f"rescue.{number}", phrase.spanish
    yield "courage.spanish", lesson.courage.spanish
    yield "courage.ask", lesson.courage.ask


def heard_texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Those that the tutor says or teaches to say: what the level is about."""
    silent = {"title_spanish", "scene", "tutor_role", "tutor_manner"}
    for place, text in spanish_texts(lesson):
        if place not in silent and not place.startswith("target_words"):
            yield place, text


def sentence_lengths(lesson: Lesson) -> tuple[int, ...]:
    """Words of each sentence of the opening, the questions and the farewell."""
    texts = (lesson.opening, *lesson.questions, lesson.farewell)
    return tuple(len(tokenize(sentence)) for text in texts for sentence in split_sentences(text))


def _is_talk(place: str) -> bool:
    """Whether a text is what the tutor says in the talk itself."""
    return place in {"opening", "farewell"} or place.startswith("questions")


def _without_pronoun(word: str) -> str:
    """*hazle* without its pronoun and accents, *adónde* without its preposition; else empty."""
    if word == "adónde":
        return "dónde"
    found = _WITH_PRONOUN.fullmatch(word)
    return plain(found["verb"]) if found else ""


def _without_article(text: str) -> str:
    words = [token.norm for token in tokenize(text)]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
