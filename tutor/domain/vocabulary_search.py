"""Choosing among the words of the vocabulary, and finding one by its Spanish or English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tutor.domain.lesson import Level
from tutor.domain.sentences import plain_words
from tutor.domain.spanish_words import ARTICLES
from tutor.domain.tokens import tokenize
from tutor.domain.vocabulary import Entry, PartOfSpeech
from tutor.domain.word_facts import FactsOf

__all__ = [
    "ALL_ENTRIES",
    "EntryQuery",
    "entries_for",
    "entry_zipf",
    "find_by_english",
    "find_by_spanish",
    "same_meaning",
]

_ENGLISH_ARTICLES = frozenset("a an the".split())
_ENGLISH_HEADS = _ENGLISH_ARTICLES | {"to"}
_ENGLISH_SINGULARS = {
    "children": "child", "feet": "foot", "men": "man", "mice": "mouse", "teeth": "tooth",
    "women": "woman",
}  # fmt: skip
_HIGHEST_ZIPF = 8.0


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """Every condition that is given has to hold."""

    levels: frozenset[Level] = frozenset()
    """Empty: any."""
    theme: str = ""
    text: str = ""
    """Each of its words begins one of the entry or its translations; accents do not matter."""
    min_zipf: float = 0.0
    """How common the word is at least, on the Zipf scale: see WordFacts."""
    max_zipf: float = _HIGHEST_ZIPF
    region: str = ""
    """Only words that are said there."""


ALL_ENTRIES = EntryQuery()


def entries_for(
    entries: Iterable[Entry], facts_of: FactsOf, query: EntryQuery = ALL_ENTRIES
) -> tuple[Entry, ...]:
    """Those that are meant, in their order; frequency is looked up only where it is asked about."""
    return tuple(entry for entry in entries if _is_meant(entry, query, facts_of))


def entry_zipf(entry: Entry, facts_of: FactsOf) -> float:
    """How common a word is; a phrase is as rare as the rarest of its words."""
    words = [token.norm for token in tokenize(entry.word)]
    return min((facts_of(word).spanish_zipf for word in words), default=0.0)


def find_by_english(english: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Whose translation this is, the best match first, then by level.

    Accents, case and *a*, *an*, *the* do not matter; *to* asks for a verb and an article for a
    noun. A plural finds what has only a translation in the singular.
    """
    head = plain_words(english)[:1]
    wanted = (_english(english), *_singulars(_english(english)))
    found = []
    for entry in entries:
        texts = [_english(text) for text in entry.translations]
        for number, text in enumerate(wanted):
            if text in texts:
                rank = (number, int(_goes_against(head, entry)), texts.index(text))
                found.append((rank, entry))
                break
    return _ranked(found)


def find_by_spanish(spanish: str, entries: Iterable[Entry], facts_of: FactsOf) -> tuple[Entry, ...]:
    """Whose word this is, as it stands or in another form; the best match first, then by level.

    Articles do not matter; accents only where there is a choice.
    """
    asked = _spanish(spanish)
    if not asked:
        return ()
    lemma = facts_of(asked).lemma if " " not in asked else asked
    found = []
    for entry in entries:
        word = _spanish(entry.word)
        likenesses = (
            word == asked,
            plain_words(word) == plain_words(asked),
            _spanish(entry.form) == asked,
            lemma in {word, word.removesuffix("se")} and _is_inflected(entry),
        )
        if any(likenesses):
            found.append(((likenesses.index(True),), entry))
    return _ranked(found)


def same_meaning(entry: Entry, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The others that have its best translation too, and so answer to it as rightly."""
    best = entry.translations[0].casefold()
    return tuple(
        other
        for other in entries
        if other.word != entry.word and best in (text.casefold() for text in other.translations)
    )


def _is_meant(entry: Entry, query: EntryQuery, facts_of: FactsOf) -> bool:
    if query.levels and entry.level not in query.levels:
        return False
    if query.theme and entry.theme != query.theme:
        return False
    if query.region and entry.regions and query.region not in entry.regions:
        return False
    if query.text and not _speaks_of(entry, query.text):
        return False
    if (query.min_zipf, query.max_zipf) == (0.0, _HIGHEST_ZIPF):
        return True
    return query.min_zipf <= entry_zipf(entry, facts_of) <= query.max_zipf


def _speaks_of(entry: Entry, text: str) -> bool:
    there = plain_words(" ".join((entry.word, *entry.translations)))
    return all(any(word.startswith(part) for word in there) for part in plain_words(text))


def _english(text: str) -> str:
    words = plain_words(text)
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ENGLISH_HEADS else words)


def _spanish(text: str) -> str:
    """Lower case without its article; accents stay."""
    words = [token.norm for token in tokenize(text)]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _singulars(text: str) -> tuple[str, ...]:
    """What an English noun may be in the singular."""
    if text in _ENGLISH_SINGULARS:
        return (_ENGLISH_SINGULARS[text],)
    endings = (("ies", "y"), ("es", ""), ("s", ""))
    return tuple(
        text.removesuffix(plural) + singular
        for plural, singular in endings
        if text.endswith(plural) and len(text) > len(plural) + 1
    )


def _is_inflected(entry: Entry) -> bool:
    """Whether its forms are told by a lemma; those of pronouns are words of their own."""
    return entry.part_of_speech in {PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE}


def _goes_against(head: list[str], entry: Entry) -> bool:
    """Whether the first word of a question speaks for another part of speech."""
    is_noun = entry.part_of_speech is PartOfSpeech.NOUN
    is_verb = entry.part_of_speech is PartOfSpeech.VERB
    return (head == ["to"] and is_noun) or (bool(_ENGLISH_ARTICLES.intersection(head)) and is_verb)


def _ranked(found: Sequence[tuple[tuple[int, ...], Entry]]) -> tuple[Entry, ...]:
    ranked = sorted(found, key=lambda pair: (pair[0], pair[1].level))
    return tuple(entry for _, entry in ranked)
