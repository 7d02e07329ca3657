"""Words to learn: what each is, and what is wrong with one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.lesson import Level
from tutor.domain.sentences import plain_words
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import FactsOf

__all__ = ["Entry", "Gender", "PartOfSpeech", "VerbClass", "entry_flaws", "repeated"]


class PartOfSpeech(StrEnum):
    """What kind of word it is."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    DETERMINER = "determiner"
    INTERJECTION = "interjection"
    NUMBER = "number"
    PHRASE = "phrase"


class Gender(StrEnum):
    """Of a noun."""

    MASCULINE = "m"
    FEMININE = "f"
    COMMON = "mf"
    """Of a man or a woman, in the same form: *el estudiante, la estudiante*."""


class VerbClass(StrEnum):
    """The ending of the infinitive, by which a verb is conjugated."""

    AR = "ar"
    ER = "er"
    IR = "ir"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or short phrase worth learning, with one sentence that holds it."""

    word: str
    """As a dictionary has it: singular, infinitive, masculine."""
    part_of_speech: PartOfSpeech
    level: Level
    theme: str
    """Such as ``food``."""
    translations: tuple[str, ...]
    """English that a quiz accepts, the best first; of a verb with *to*."""
    example: str
    example_translation: str
    gender: Gender | None = None
    """None unless it is a noun."""
    given_article: str = ""
    """Where the gender does not tell it: *el* agua, *las* gafas."""
    verb_class: VerbClass | None = None
    """None unless it is a verb."""
    change: str = ""
    """What is irregular about a verb, such as ``e>ie``."""
    form: str = ""
    """The words in the example, where they are not the headword as it stands."""
    regions: tuple[str, ...] = ()
    """ISO 3166 codes in lower case of where it is said; empty: everywhere."""

    @property
    def article(self) -> str:
        """The definite article of a noun; *el* for both genders, and empty for other words."""
        if self.gender is None:
            return ""
        return self.given_article or ("la" if self.gender is Gender.FEMININE else "el")

    @property
    def in_example(self) -> str:
        """The words that stand for it in the example, in any case."""
        return self.form or self.word


def entry_flaws(entry: Entry, facts_of: FactsOf) -> Iterator[str]:
    """What is wrong with an entry by itself, a phrase for each fault."""
    is_noun = entry.part_of_speech is PartOfSpeech.NOUN
    is_verb = entry.part_of_speech is PartOfSpeech.VERB
    if is_noun and entry.gender is None:
        yield "a noun has a gender"
    if not is_noun and (entry.gender or entry.given_article):
        yield "only a noun has a gender and an article"
    if is_verb and entry.verb_class is None:
        yield "a verb has a class"
    if not is_verb and (entry.verb_class or entry.change):
        yield "only a verb has a class and a change"
    if entry.verb_class and not _ending(entry.word).endswith(entry.verb_class):
        yield f"the verb does not end in -{entry.verb_class}"
    if not entry.translations:
        yield "there is no translation"
    if len({text.casefold() for text in entry.translations}) < len(entry.translations):
        yield "a translation is there twice"
    yield from _example_flaws(entry, facts_of)


def repeated(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries whose word was an entry before as the same part of speech."""
    seen: set[tuple[str, PartOfSpeech]] = set()
    again = []
    for entry in entries:
        key = (entry.word.casefold(), entry.part_of_speech)
        if key in seen:
            again.append(entry)
        seen.add(key)
    return tuple(again)


def _example_flaws(entry: Entry, facts_of: FactsOf) -> Iterator[str]:
    if not entry.example.endswith((".", "!", "?", "…")):
        yield "the example does not end in . ! ? or …"
    words, form, word = (_norms(text) for text in (entry.example, entry.form, entry.word))
    if form:
        if form == word:
            yield "the form is the word itself: leave it out"
        if not _holds(words, form):
            yield f"the example does not hold the form '{entry.form}'"
    elif not _holds(words, word) and not any(facts_of(one).lemma == entry.word for one in words):
        yield f"the example holds no form of '{entry.word}'"


def _ending(word: str) -> str:
    """The infinitive at the head of a verb, without its pronoun and without accents."""
    return "".join(plain_words(word)[:1]).removesuffix("se")


def _norms(text: str) -> list[str]:
    return [token.norm for token in tokenize(text)]


def _holds(words: list[str], part: list[str]) -> bool:
    """Whether the words of ``part`` stand together."""
    starts = range(len(words) - len(part) + 1)
    return any(words[start : start + len(part)] == part for start in starts)
