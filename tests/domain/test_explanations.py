"""The library of explanations: whole, short, and each half in its own language."""

import re
from itertools import pairwise

import pytest

from tests.fakes import FakeLexicon
from tutor.domain.alignment import align
from tutor.domain.edit_kinds import kind_of
from tutor.domain.explanation_cases import Case
from tutor.domain.explanation_texts import TEXTS
from tutor.domain.explanations import explain

MOST_WORDS = 18
QUOTED = re.compile(r"«[^»]*»")
ENGLISH_WORDS = frozenset(
    "the is are it say here not and with because use before after put add leave out this that one"
    " verb word takes comes from in of to".split()
)
SPANISH_WORDS = frozenset(
    "el la los las es se con porque aquí antes después va que una un de del y palabra verbo".split()
)
FILLED = {
    "said": "soy", "better": "estoy", "next": "cansado", "before": "yo", "verb": "estar",
}  # fmt: skip
FACTS = FakeLexicon({"cansado": "cansado", "comprar": "comprar"}).facts

SENTENCES = [
    "yo soy muy cansado hoy", "yo estoy muy cansado hoy", "voy a el cine", "voy al cine",
    "voy en el cine", "voy a cine", "vi mi hermana", "vi a mi hermana", "yo gusto el pan",
    "me gusta el pan", "me gustan los pan", "gracias para el pan", "gracias por el pan",
    "quiero por comprar el pan", "quiero para comprar el pan", "son las dos", "están las dos",
    "una roja casa", "una casa roja", "un casas rojas", "como estas", "cómo estás", "hablo ayer",
    "habló ayer", "tengo la beach", "tengo la playa", "", "antes de comiendo", "antes de comer",
    "esto no tiene nada que ver con lo que dije ayer por la tarde",
]  # fmt: skip


def outside_quotes(text):
    return re.findall(r"\w+", QUOTED.sub(" ", text).lower())


@pytest.mark.parametrize("case", Case)
def test_every_case_has_both_texts_short_enough_to_be_spoken(case):
    for text in (TEXTS[case].spanish, TEXTS[case].english):
        filled = text.format(**FILLED)
        assert len(filled.split()) <= MOST_WORDS
        assert filled.endswith(".")
        assert filled.count("«") == filled.count("»")
        assert not set("{}") & set(filled)


@pytest.mark.parametrize("case", Case)
def test_no_language_leaks_into_the_other(case):
    assert not ENGLISH_WORDS & set(outside_quotes(TEXTS[case].spanish))
    english = TEXTS[case].english
    assert not SPANISH_WORDS & set(outside_quotes(english))
    assert QUOTED.sub("", english).isascii()


@pytest.mark.parametrize("case", Case)
def test_the_learners_words_always_stand_in_quotation_marks(case):
    for text in (TEXTS[case].spanish, TEXTS[case].english):
        assert "{" not in QUOTED.sub("", text)


@pytest.mark.parametrize(("said", "better"), [*pairwise(SENTENCES), *pairwise(SENTENCES[::-1])])
def test_every_change_gets_an_explanation_without_gaps(said, better):
    alignment = align(said, better)
    for span in alignment.spans:
        found = explain(alignment, span, kind_of(alignment, span, FACTS), FACTS)
        for text in (found.spanish, found.english):
            assert "«»" not in text
            assert not set("{}") & set(text)


@pytest.mark.parametrize(
    ("said", "better", "phrase"),
    [
        ("soy muy cansado", "estoy muy cansado", "estado"),
        ("soy de Madrid", "estoy de Madrid", "de «estar», y no «soy»"),
        ("están las dos", "son las dos", "La hora"),
        ("voy en casa", "voy a casa", "Con «ir», el destino"),
        ("gracias para todo", "gracias por todo", "Después de «gracias»"),
        ("voy a el cine", "voy al cine", "se unen"),
        ("voy a cine", "voy al cine", "con artículo"),
        ("antes de comiendo", "antes de comer", "Después de «de»"),
        ("ella hablo", "ella habló", "pretérito"),
    ],
)
def test_the_finest_certain_case_is_chosen(said, better, phrase):
    alignment = align(said, better)
    (span,) = alignment.spans
    explanation = explain(alignment, span, kind_of(alignment, span, FACTS), FACTS)
    assert phrase in explanation.spanish
