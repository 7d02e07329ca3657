"""The small language in which a tagger says what to change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spanish_forms import spanish_forms
from tutor.domain.edit_tags import DELETE, KEEP, UNKNOWN, apply_tag, ending_tag, tags_between

FORMS = spanish_forms()


@pytest.mark.parametrize(
    ("tag", "word", "made"),
    [
        (DELETE, "muy", ""),
        (KEEP, "muy", None),
        (UNKNOWN, "muy", None),
        ("accent", "esta", "está"),
        ("gender", "bonito", "bonita"),
        ("number", "casa", "casas"),
        ("gender_number", "bonito", "bonitas"),
        ("verb:indicative:present:6", "gusta", "gustan"),
        ("verb:subjunctive:present:2", "vienes", "vengas"),
        ("as:estar", "soy", "estoy"),
        ("word:para", "por", "para"),
        ("word:por", "por", None),
        ("ending:o>a", "bonito", "bonita"),
        ("ending:o>a", "mesa", None),
        ("gender", "de", None),
    ],
)
def test_a_tag_makes_a_word_of_a_word_or_does_not_apply(tag, word, made):
    assert apply_tag(tag, word, FORMS) == made


@pytest.mark.parametrize(
    ("word", "better", "tag"),
    [
        ("la", "el", "gender"),
        ("casa", "casas", "number"),
        ("es", "está", "as:estar"),
        ("tiene", "tenía", "verb:indicative:imperfect:3"),
        ("comer", "comí", "verb:indicative:preterite:1"),
        ("dias", "días", "accent"),
        ("entonses", "entonces", "spelling"),
    ],
)
def test_the_most_telling_tag_is_named_first(word, better, tag):
    assert next(iter(tags_between(word, better, FORMS))) == tag


@given(st.sampled_from("tengo hablan casas bonito estaba viviendo el francés".split()), st.data())
def test_every_tag_between_two_words_makes_the_one_of_the_other(word, data):
    candidates = [form for form in (FORMS.other_gender(word), FORMS.other_number(word)) if form]
    candidates += [
        form
        for reading in FORMS.readings(word)
        for form in (FORMS.verbs.form(reading.lemma, reading.mood, reading.tense, 6),)
        if form and form != word
    ]
    better = data.draw(st.sampled_from(candidates or ["x"]))
    for tag in tags_between(word, better, FORMS):
        assert apply_tag(tag, word, FORMS) == better


def test_an_ending_tag_needs_a_common_beginning():
    assert ending_tag("contento", "contenta") == "ending:o>a"
    assert ending_tag("yo", "tú") is None
