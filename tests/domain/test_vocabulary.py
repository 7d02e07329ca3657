from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon, an_entry
from tutor.domain.vocabulary import (
    Gender,
    PartOfSpeech,
    VerbClass,
    entry_flaws,
    repeated,
)

facts_of = FakeLexicon().facts
APPLE = an_entry()
WANT = replace(
    an_entry("querer", "to want"),
    part_of_speech=PartOfSpeech.VERB,
    gender=None,
    verb_class=VerbClass.ER,
    change="e>ie",
    example="Quiero un café.",
)


def flaws(entry):
    return list(entry_flaws(entry, facts_of))


@pytest.mark.parametrize(
    ("gender", "given", "article"),
    [
        (Gender.MASCULINE, "", "el"),
        (Gender.FEMININE, "", "la"),
        (Gender.COMMON, "", "el"),
        (Gender.FEMININE, "el", "el"),
        (Gender.FEMININE, "las", "las"),
        (None, "", ""),
    ],
)
def test_the_article_follows_the_gender_unless_it_is_given(gender, given, article):
    assert replace(APPLE, gender=gender, given_article=given).article == article


def test_a_complete_entry_has_no_flaws():
    assert flaws(APPLE) == []


def test_an_inflected_form_in_the_example_is_found_through_its_lemma():
    assert flaws(WANT) == []
    assert WANT.in_example == "querer"


def test_a_form_of_two_words_has_to_stand_together_in_the_example():
    shower = replace(WANT, word="ducharse", verb_class=VerbClass.AR, form="me ducho")
    assert flaws(replace(shower, example="Me ducho por la mañana.")) == []
    assert flaws(replace(shower, example="Me gusta, ducho al perro.")) == [
        "the example does not hold the form 'me ducho'"
    ]


@pytest.mark.parametrize(
    ("entry", "flaw"),
    [
        (replace(APPLE, gender=None), "a noun has a gender"),
        (replace(WANT, gender=Gender.FEMININE), "only a noun has a gender"),
        (replace(WANT, given_article="las"), "only a noun has a gender"),
        (replace(WANT, verb_class=None), "a verb has a class"),
        (replace(APPLE, verb_class=VerbClass.AR, word="par"), "only a verb has a class"),
        (replace(APPLE, change="e>ie"), "only a verb has a class"),
        (replace(WANT, verb_class=VerbClass.AR), "does not end in -ar"),
        (replace(APPLE, translations=()), "no translation"),
        (replace(APPLE, translations=("apple", "Apple")), "twice"),
        (replace(APPLE, example="Aquí está la pera."), "holds no form of 'manzana'"),
        (replace(APPLE, example="Una manzana"), "does not end in"),
        (replace(APPLE, form="manzana"), "leave it out"),
        (replace(APPLE, form="manzanas"), "does not hold the form"),
    ],
)
def test_each_fault_is_named(entry, flaw):
    assert any(flaw in found for found in flaws(entry)), flaws(entry)


@pytest.mark.parametrize("verb", ["oír", "reír", "irse", "sentarse", "ser"])
def test_accents_and_pronouns_do_not_hide_the_ending_of_a_verb(verb):
    ending = {"oír": "ir", "reír": "ir", "irse": "ir", "sentarse": "ar", "ser": "er"}[verb]
    entry = replace(WANT, word=verb, verb_class=VerbClass(ending), example=f"Es {verb}.")
    assert flaws(entry) == []


def test_the_same_word_is_repeated_only_as_the_same_part_of_speech():
    verb = replace(APPLE, part_of_speech=PartOfSpeech.VERB)
    capital = replace(APPLE, word="Manzana", theme="city")
    assert repeated([APPLE, verb, capital]) == (capital,)


@given(st.lists(st.sampled_from("pan sal té ajo".split()), max_size=12))
def test_what_is_not_repeated_is_there_once(words):
    entries = [an_entry(word) for word in words]
    assert len(entries) - len(repeated(entries)) == len(set(words))
