"""Which words and tenses of Spanish are beyond a level."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from tutor.domain.lesson import Lesson, Level
from tutor.domain.pronunciation import plain
from tutor.domain.spanish_words import ARTICLES
from tutor.domain.tokens import tokenize
from tutor.domain.verb_forms import readings
from tutor.domain.verb_reading import Mood, Tense
from tutor.domain.vocabulary import Entry
from tutor.domain.word_facts import FactsOf

__all__ = [
    "MAX_SENTENCE_WORDS",
    "MIN_ZIPF",
    "LevelWords",
    "heard_texts",
    "spanish_texts",
    "without_article",
]

MAX_SENTENCE_WORDS = {Level.A1: 12, Level.A2: 16, Level.B1: 22, Level.B2: 28}
"""Of one sentence that the tutor says."""
MIN_ZIPF = {Level.A1: 4.0, Level.A2: 3.6, Level.B1: 3.2, Level.B2: 2.7}
"""How common a word is at least that the learner is not taught in the lesson."""

_NOT_YET: Mapping[Level, AbstractSet[tuple[Mood, Tense]]] = {
    Level.A1: frozenset(
        (Mood.INDICATIVE, tense)
        for tense in (Tense.PRETERITE, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL)
    )
    | {(Mood.SUBJUNCTIVE, Tense.IMPERFECT)},
    Level.A2: frozenset(
        {(Mood.INDICATIVE, Tense.CONDITIONAL), (Mood.SUBJUNCTIVE, Tense.IMPERFECT)}
    ),
    Level.B1: frozenset(),
    Level.B2: frozenset(),
}
_KNOWN_AS_WORDS = frozenset("gustaría podría podrías quería querría quisiera fuera vino di".split())
"""Learnt long before their tense, or mostly no verb or another: *outside, wine, tell*."""
_WITH_PRONOUN = re.compile(r"(?P<verb>.{2,}?)(?:[mts]el[aeo]s?|nos|[mts]e|l[aeo]s?)")
_LEVELS = list(Level)


class LevelWords:
    """Judges by how common words are and by the level at which a vocabulary teaches them."""

    def __init__(self, facts_of: FactsOf, entries: Callable[[], Iterable[Entry]]) -> None:
        """``entries`` is called at the first question, or by ``load``."""
        self._facts_of = facts_of
        self._entries = entries
        self._taught: dict[str, Level] | None = None

    def load(self) -> None:
        """Read the lists, about half a second; at once where that was done."""
        if self._taught is not None:
            return
        taught: dict[str, Level] = {}
        for entry in sorted(self._entries(), key=lambda entry: entry.level, reverse=True):
            word = without_article(entry.word)
            taught[word] = taught[word.removesuffix("se")] = entry.level
            taught.update((token.norm, entry.level) for token in tokenize(entry.in_example))
        self._facts_of("palabra")
        self._taught = taught

    def beyond(self, text: str, level: Level, own: AbstractSet[str] = frozenset()) -> list[str]:
        """The words that are rarer than a level's and not taught up to it; each once.

        ``own``: lower-case names, words and dictionary forms that are fine.
        """
        found = [
            token.norm
            for token in tokenize(text)
            if not (token.is_name or token.norm.isdigit() or self._is_own(token.norm, own))
            and not self._is_within(token.norm, level)
        ]
        return list(dict.fromkeys(found))

    def late_tenses(self, text: str, level: Level, heard: str = "") -> list[str]:
        """The verb forms in a tense that comes after a level, and that ``heard`` has not."""
        known = _NOT_YET[level]
        if not known:
            return []
        used = {slot for token in tokenize(heard) for slot in self._tenses(token.norm)}
        return [
            token.norm
            for token in tokenize(text)
            if token.norm not in _KNOWN_AS_WORDS
            and (slots := self._tenses(token.norm))
            and slots <= known - used
        ]

    def is_taught(self, word: str) -> bool:
        """Whether a word is one of the vocabulary; articles and inflection do not matter."""
        bare = without_article(word)
        return self.taught_from(bare) is not None or self.taught_from(self._of(bare)) is not None

    def taught_from(self, word: str) -> Level | None:
        """The first level whose vocabulary has a lower-case word."""
        self.load()
        return (self._taught or {}).get(word)

    def lemmas(self, text: str) -> frozenset[str]:
        """Every word of a text as it stands and as a dictionary has it."""
        words = {token.norm for token in tokenize(text)}
        return frozenset(words | {self._lemma(word) for word in words})

    def lesson_words(self, lesson: Lesson, texts: Iterable[str]) -> frozenset[str]:
        """The names in some texts of a lesson, and the words that it teaches, in any form."""
        names = {token.norm for text in texts for token in tokenize(text) if token.is_name}
        taught = " ".join((*lesson.target_words, *lesson.target_phrases))
        return self.lemmas(taught) | names | self.lemmas(lesson.tutor_name)

    def _of(self, word: str) -> str:
        return self._facts_of(word).lemma

    def _lemma(self, word: str) -> str:
        return self._of(word).removesuffix("se") or word

    def _tenses(self, form: str) -> frozenset[tuple[Mood, Tense]]:
        """Of a form that can be nothing but a verb with a person; else none."""
        found = readings(form, self._facts_of) if form.isalpha() else frozenset()
        if not all(reading.mood.is_finite for reading in found):
            return frozenset()
        return frozenset((reading.mood, reading.tense) for reading in found)

    def _is_own(self, word: str, own: AbstractSet[str]) -> bool:
        return word in own or self._lemma(word) in own

    def _is_within(self, word: str, level: Level) -> bool:
        forms = {word, self._lemma(word)}
        if bare := _without_pronoun(word):
            forms |= {bare, self._lemma(bare)}
        taught = [self.taught_from(each) for each in forms]
        if any(each and _LEVELS.index(each) <= _LEVELS.index(level) for each in taught):
            return True
        return max(self._facts_of(each).spanish_zipf for each in forms) >= MIN_ZIPF[level]


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


def without_article(text: str) -> str:
    """The lower-case words of an entry without an article at their head."""
    words = [token.norm for token in tokenize(text)]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _without_pronoun(word: str) -> str:
    """*hazle* without its pronoun and accents, *adónde* without its preposition; else empty."""
    if word == "adónde":
        return "dónde"
    found = _WITH_PRONOUN.fullmatch(word)
    return plain(found["verb"]) if found else ""
