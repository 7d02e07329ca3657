"""Every word that ships is whole, and known to the lists that the program judges words by."""

from collections import defaultdict

import pytest

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary, shape_faults
from tutor.domain.lesson import Level
from tutor.domain.sentences import plain_words
from tutor.domain.tokens import tokenize
from tutor.domain.vocabulary import entry_flaws, repeated
from tutor.domain.vocabulary_search import (
    EntryQuery,
    entries_for,
    find_by_english,
    find_by_spanish,
)
from tutor.resources import resource_folder

FOLDER = resource_folder("lessons") / "vocabulary" / "es"
FILES = sorted(FOLDER.glob("*.toml"))
ENTRIES = TomlVocabulary([FOLDER]).entries()
LEXICON = WordfreqLexicon()

KNOWN_ZIPF = 1.5
LONGEST_EXAMPLE = 12
SAMPLED = 40
"""Of so many words one is looked for: it takes all of them to find one."""


def names(entries):
    return [entry.word for entry in entries]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_has_the_right_shape(path):
    assert shape_faults(path) == ()


def test_there_are_a_thousand_words_and_more_at_three_levels():
    assert len(ENTRIES) >= 1000
    for level in (Level.A1, Level.A2, Level.B1):
        assert len(entries_for(ENTRIES, LEXICON.facts, EntryQuery(frozenset({level})))) >= 300


def test_no_file_hides_a_word_of_another():
    words = sum(path.read_text(encoding="utf-8").count("[[words]]") for path in FILES)
    assert words == len(ENTRIES)
    assert repeated(ENTRIES) == ()


def test_no_entry_has_a_flaw():
    flaws = [(one.word, list(entry_flaws(one, LEXICON.facts))) for one in ENTRIES]
    assert [found for found in flaws if found[1]] == []


def test_every_word_is_known_to_wordfreq():
    unknown = [
        token.norm
        for entry in ENTRIES
        for token in tokenize(entry.word)
        if LEXICON.facts(token.norm).spanish_zipf < KNOWN_ZIPF
    ]
    assert unknown == []


def test_every_example_is_short_enough_to_be_said():
    assert [e.example for e in ENTRIES if len(tokenize(e.example)) > LONGEST_EXAMPLE] == []


def test_no_example_stands_twice():
    examples = [tuple(plain_words(entry.example)) for entry in ENTRIES]
    assert len(set(examples)) == len(examples)


def test_words_of_one_level_mean_the_same_only_in_different_regions():
    by_meaning = defaultdict(list)
    for entry in ENTRIES:
        by_meaning[entry.level, frozenset(entry.translations)].append(entry)
    for alike in by_meaning.values():
        regions = [region for entry in alike for region in entry.regions or ("everywhere",)]
        assert len(set(regions)) == len(regions), names(alike)


def test_words_are_found_by_their_spanish_and_their_best_english():
    lost = [
        entry.word
        for entry in ENTRIES[::SAMPLED]
        if entry not in find_by_english(entry.translations[0], ENTRIES)
        or entry not in find_by_spanish(entry.word, ENTRIES, LEXICON.facts)[:3]
    ]
    assert lost == []
