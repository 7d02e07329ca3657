"""The other forms of a word: only real words come out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spanish_forms import spanish_forms
from tutor.domain.verb_forms import Mood, Tense

FORMS = spanish_forms()


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("bonito", "bonita"), ("amigas", "amigos"), ("profesor", "profesora"), ("la", "el"),
        ("esta", "este"), ("buen", "buena"), ("al", "a la"), ("alemán", "alemana"),
        ("francesa", "francés"), ("jefe", "jefa"),
    ],
)  # fmt: skip
def test_gender_changes_with_the_ending(word, other):
    assert FORMS.other_gender(word) == other


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("casa", "casas"), ("ciudad", "ciudades"), ("veces", "vez"), ("canción", "canciones"),
        ("el", "los"), ("un", "unos"), ("mis", "mi"), ("inglés", "ingleses"),
    ],
)  # fmt: skip
def test_number_changes_with_the_ending(word, other):
    assert FORMS.other_number(word) == other


def test_gender_and_number_change_together():
    assert FORMS.other_gender_and_number("bonito") == "bonitas"
    assert FORMS.other_gender_and_number("el") == "las"


@pytest.mark.parametrize(
    ("word", "other"), [("dias", "días"), ("esta", "está"), ("tambien", "también"), ("mesa", None)]
)
def test_an_accent_comes_or_goes(word, other):
    assert FORMS.other_accent(word) == other


@pytest.mark.parametrize(
    ("word", "better"),
    [("diferiente", "diferente"), ("entonses", "entonces"), ("profesion", None), ("casa", None)],
)
def test_what_is_no_word_is_spelled_like_the_likeliest(word, better):
    found = FORMS.respelled(word)
    assert found == better or (better is None and found in {None, "profesión"})


def test_a_verb_takes_the_form_asked_for():
    past = (Mood.INDICATIVE, Tense.PRETERITE, 1)
    assert FORMS.conjugated("hablo", *past) == "hablé"
    assert FORMS.conjugated("tiene", *past) == "tuve"
    assert FORMS.conjugated("mesa", *past) is None


def test_one_verb_takes_the_form_of_another():
    assert FORMS.as_verb("soy", "estar") == "estoy"
    assert FORMS.as_verb("estaban", "ser") == "eran"
    assert FORMS.as_verb("soy", "ser") is None


@given(st.text(alphabet="abcdefghijklmnñopqrstuvxyzáéíóú", min_size=1, max_size=9))
def test_whatever_goes_in_only_other_real_words_come_out(word):
    for find in (FORMS.other_gender, FORMS.other_number, FORMS.other_accent, FORMS.respelled):
        found = find(word)
        assert found != word
        assert found is None or all(FORMS.is_word(part) for part in found.split())
