from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon, an_entry
from tutor.domain.lesson import Level
from tutor.domain.vocabulary import PartOfSpeech
from tutor.domain.vocabulary_search import (
    EntryQuery,
    entries_for,
    entry_zipf,
    find_by_english,
    find_by_spanish,
    same_meaning,
)
from tutor.domain.word_facts import WordFacts

facts_of = FakeLexicon().facts


def a_verb(word, *translations, level=Level.A1, form=""):
    return replace(
        an_entry(word, *translations, level=level),
        part_of_speech=PartOfSpeech.VERB,
        gender=None,
        form=form,
    )


APPLE = an_entry("manzana", "apple")
JUICE = replace(an_entry("zumo", "juice", "fruit juice"), regions=("es",))
JUICE_OVERSEAS = replace(an_entry("jugo", "juice", level=Level.A2), regions=("mx", "ar"))
PLAY_A_GAME = a_verb("jugar", "to play")
PLAY = replace(an_entry("obra", "play", level=Level.B1), theme="culture")
SHOWER = a_verb("ducharse", "to have a shower", form="me ducho")
WANT = a_verb("querer", "to want", form="quiero")
LATE = replace(an_entry("tarde", "late"), part_of_speech=PartOfSpeech.ADVERB, gender=None)
SAD = replace(an_entry("triste", "sad"), part_of_speech=PartOfSpeech.ADJECTIVE, gender=None)
WORDS = (APPLE, JUICE, JUICE_OVERSEAS, PLAY_A_GAME, PLAY, SHOWER, WANT, LATE, SAD)


def rarities(word):
    return WordFacts(word, {"manzana": 4.0, "obra": 5.0, "de": 7.0}.get(word, 3.0), 0.0)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (EntryQuery(levels=frozenset({Level.A2, Level.B1})), ["jugo", "obra"]),
        (EntryQuery(theme="culture"), ["obra"]),
        (EntryQuery(text="juic"), ["zumo", "jugo"]),
        (EntryQuery(text="FRUIT zumo"), ["zumo"]),
        (EntryQuery(min_zipf=4.0), ["manzana", "obra"]),
        (EntryQuery(min_zipf=3.5, max_zipf=4.5), ["manzana"]),
        (EntryQuery(region="mx", text="juice"), ["jugo"]),
        (EntryQuery(region="mx", theme="culture"), ["obra"]),
        (EntryQuery(theme="culture", levels=frozenset({Level.A1})), []),
    ],
)
def test_every_condition_has_to_hold(query, words):
    assert [entry.word for entry in entries_for(WORDS, rarities, query)] == words


def test_without_a_condition_all_words_are_meant():
    assert entries_for(WORDS, facts_of) == WORDS


def test_a_phrase_is_as_rare_as_its_rarest_word():
    assert entry_zipf(replace(APPLE, word="obra de manzana"), rarities) == 4.0


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("apple", ["manzana"]),
        ("The Apple", ["manzana"]),
        ("apples", ["manzana"]),
        ("juice", ["zumo", "jugo"]),
        ("fruit juice", ["zumo"]),
        ("fruit", []),
        ("to play", ["jugar", "obra"]),
        ("the play", ["obra", "jugar"]),
        ("have a shower", ["ducharse"]),
        ("", []),
        ("the", []),
    ],
)
def test_a_word_is_found_by_its_english_best_match_first(english, words):
    assert [entry.word for entry in find_by_english(english, WORDS)] == words


def test_the_first_translation_is_a_better_match_than_a_later_one():
    second = an_entry("vidrio", "pane", "glass")
    first = an_entry("vaso", "glass", level=Level.B1)
    assert find_by_english("glass", [second, first]) == (first, second)


def test_a_plural_that_is_a_translation_comes_before_a_singular():
    glass, glasses = an_entry("vaso", "glass"), an_entry("gafas", "glasses", level=Level.B1)
    assert find_by_english("glasses", [glass, glasses]) == (glasses, glass)


def test_irregular_plurals_are_found():
    assert find_by_english("children", [an_entry("niño", "child")])


@pytest.mark.parametrize(
    ("spanish", "words"),
    [
        ("zumo", ["zumo"]),
        ("El zumo", ["zumo"]),
        ("me ducho", ["ducharse"]),
        ("quiero", ["querer"]),
        ("gafas", []),
        ("", []),
        ("la", []),
    ],
)
def test_a_word_is_found_by_its_spanish(spanish, words):
    assert [entry.word for entry in find_by_spanish(spanish, WORDS, facts_of)] == words


def test_a_form_is_found_through_its_lemma():
    lemmas = FakeLexicon({"ducharon": "duchar", "obras": "obra", "tristes": "triste"}).facts
    for form, word in (("ducharon", "ducharse"), ("obras", "obra"), ("tristes", "triste")):
        assert [entry.word for entry in find_by_spanish(form, WORDS, lemmas)] == [word]


def test_accents_decide_only_where_there_is_a_choice():
    if_, yes = an_entry("si", "if", level=Level.B1), an_entry("sí", "yes")
    assert find_by_spanish("si", [yes, if_], facts_of) == (if_, yes)
    assert find_by_spanish("sí", [if_, yes], facts_of) == (yes, if_)
    assert find_by_spanish("si", [yes], facts_of) == (yes,)


def test_words_that_share_the_best_translation_answer_as_rightly():
    assert same_meaning(JUICE, WORDS) == (JUICE_OVERSEAS,)
    assert same_meaning(APPLE, WORDS) == ()


@given(st.sampled_from(WORDS), st.sampled_from((str, str.upper, " {}! ".format)))
def test_every_translation_finds_its_word_however_it_is_written(entry, written):
    for translation in entry.translations:
        assert entry in find_by_english(written(translation), WORDS)


@given(st.text(max_size=30))
def test_any_text_finds_words_or_none(text):
    assert set(find_by_english(text, WORDS)) <= set(WORDS)
    assert set(find_by_spanish(text, WORDS, facts_of)) <= set(WORDS)
