"""Reading mood, tense and person off a verb form."""

import pytest

from tests.fakes import FakeLexicon
from tutor.domain.verb_forms import Mood, Tense, readings

FACTS = FakeLexicon().facts


def short(form, lemma):
    return {
        (reading.mood, reading.tense, reading.person) for reading in readings(form, FACTS, lemma)
    }


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "persons"),
    [
        ("hablo", "hablar", Tense.PRESENT, {1}),
        ("habló", "hablar", Tense.PRETERITE, {3}),
        ("hablábamos", "hablar", Tense.IMPERFECT, {4}),
        ("juego", "jugar", Tense.PRESENT, {1}),
        ("busqué", "buscar", Tense.PRETERITE, {1}),
        ("tuvo", "tener", Tense.PRETERITE, {3}),
        ("obtuvo", "obtener", Tense.PRETERITE, {3}),
        ("dijeron", "decir", Tense.PRETERITE, {6}),
        ("tendré", "tener", Tense.FUTURE, {1}),
        ("hablaría", "hablar", Tense.CONDITIONAL, {1, 3}),
        ("eran", "ser", Tense.IMPERFECT, {6}),
        ("conozco", "conocer", Tense.PRESENT, {1}),
        ("leyó", "leer", Tense.PRETERITE, {3}),
        ("venimos", "venir", Tense.PRESENT, {4}),
        ("prevé", "prever", Tense.PRESENT, {3}),
    ],
)
def test_a_finite_form_has_a_tense_and_persons(form, lemma, tense, persons):
    expected = {(Mood.INDICATIVE, tense, person) for person in persons}
    assert short(form, lemma) == expected


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [
        ("comprar", "comprar", Mood.INFINITIVE),
        ("relajarse", "relajar", Mood.INFINITIVE),
        ("leyendo", "leer", Mood.GERUND),
        ("haciéndolo", "hacer", Mood.GERUND),
        ("comido", "comer", Mood.PARTICIPLE),
        ("hecho", "hacer", Mood.PARTICIPLE),
    ],
)
def test_other_forms_have_a_mood_only(form, lemma, mood):
    assert short(form, lemma) == {(mood, Tense.NONE, 0)}


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "persons"),
    [
        ("sabo", "saber", Tense.PRESENT, {1}),
        ("juga", "jugar", Tense.PRESENT, {3}),
        ("poneré", "poner", Tense.FUTURE, {1}),
        ("dijieron", "decir", Tense.PRETERITE, {6}),
    ],
)
def test_a_form_that_the_verb_does_not_have_is_read_by_its_ending(form, lemma, tense, persons):
    assert short(form, lemma) == {(Mood.INDICATIVE, tense, person) for person in persons}


def test_a_form_may_want_its_accent_or_its_change_of_stem():
    assert short("penso", "pensar") == {
        (Mood.INDICATIVE, Tense.PRESENT, 1),
        (Mood.INDICATIVE, Tense.PRETERITE, 3),
    }
    assert short("tenia", "tener") > {
        (Mood.INDICATIVE, Tense.IMPERFECT, 1),
        (Mood.INDICATIVE, Tense.IMPERFECT, 3),
    }


def test_a_pronoun_behind_an_infinitive_does_not_hide_the_verb():
    assert {reading.lemma for reading in readings("buscarla", FACTS)} == {"buscar"}
    assert {reading.lemma for reading in readings("verte", FACTS)} == {"ver"}


def test_forms_of_ser_and_ir_are_both():
    assert {reading.lemma for reading in readings("fui", FACTS)} == {"ir", "ser"}


@pytest.mark.parametrize(("form", "lemma"), [("mujeres", "mujer"), ("casa", "casa"), ("", "ser")])
def test_a_noun_or_nothing_is_no_verb(form, lemma):
    assert not short(form, lemma)
