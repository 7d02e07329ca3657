"""The library of explanations: whole, short, and each half in its own language."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon
from tutor.domain.alignment import align
from tutor.domain.correction import EditKind
from tutor.domain.diagnosis import diagnose
from tutor.domain.explaining.library import LIBRARY, entry_of, kind_of_sub_kind
from tutor.domain.explanations import explain
from tutor.domain.sub_kinds import SubKind

MOST_WORDS = 20
QUOTED = re.compile(r"«[^»]*»")
ENGLISH_WORDS = frozenset(
    "the is are it say here not and with because use before after put add leave out this that one"
    " verb word takes comes from in of to".split()
)
SPANISH_WORDS = frozenset(
    "el la los las es se con porque aquí antes después va que una un de del y palabra verbo".split()
)
FILLED = {
    "following": "las casas",
    "said": "soy", "better": "estoy", "next": "cansado", "described": "cansado", "before": "yo",
    "verb": "estar", "trigger": "quiero que",
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
WORDS = st.sampled_from(
    "a al el la lo los un una me se le yo él ella que qué cuál no nunca nada y e o u de del en con "
    "por para muy mucho más mejor tan es está son hay había tiene hablo habla hablar hablando "
    "gusta gustan quiero casa casas roja rojo bueno buen mi su este esto años dos lunes conmigo "
    "voy comer mañana ayer si cuando".split()
)
TEXTS = st.lists(WORDS, max_size=7).map(" ".join)


def outside_quotes(text):
    return re.findall(r"\w+", QUOTED.sub(" ", text).lower())


def explained(said, better):
    alignment = align(said, better)
    found = [diagnose(alignment, span, FACTS) for span in alignment.spans]
    pairs = zip(alignment.spans, found, strict=True)
    return [(one, explain(alignment, span, one, FACTS)) for span, one in pairs]


def test_every_kind_is_in_the_library_and_every_sub_kind_belongs_to_one():
    assert set(LIBRARY) == set(EditKind)
    belonging = [sub_kind for entries in LIBRARY.values() for sub_kind in entries]
    assert sorted(belonging) == sorted(SubKind)


@pytest.mark.parametrize("sub_kind", SubKind)
def test_every_sub_kind_has_both_texts_short_enough_to_be_spoken(sub_kind):
    entry = entry_of(sub_kind)
    for text in (entry.spanish, entry.english):
        filled = text.format(**FILLED)
        assert len(filled.split()) <= MOST_WORDS
        assert filled.endswith(".")
        assert filled.count("«") == filled.count("»")
        assert not set("{}") & set(filled)


@pytest.mark.parametrize("sub_kind", SubKind)
def test_no_language_leaks_into_the_other(sub_kind):
    entry = entry_of(sub_kind)
    assert not ENGLISH_WORDS & set(outside_quotes(entry.spanish))
    assert not SPANISH_WORDS & set(outside_quotes(entry.english))
    assert QUOTED.sub("", entry.english).isascii()


@pytest.mark.parametrize("sub_kind", SubKind)
def test_the_learners_words_always_stand_in_quotation_marks(sub_kind):
    entry = entry_of(sub_kind)
    for text in (entry.spanish, entry.english):
        assert "{" not in QUOTED.sub("", text)


@pytest.mark.parametrize(("said", "better"), [*pairwise(SENTENCES), *pairwise(SENTENCES[::-1])])
def test_every_change_gets_an_explanation_without_gaps(said, better):
    assert_whole(explained(said, better))


@given(said=TEXTS, better=TEXTS)
def test_whatever_became_of_a_sentence_is_explained_without_gaps(said, better):
    assert_whole(explained(said, better))


def assert_whole(found):
    for diagnosis, explanation in found:
        assert diagnosis.kind is kind_of_sub_kind(diagnosis.sub_kind)
        for text in (explanation.spanish, explanation.english):
            assert not re.search(r"«\s*»|« | »", text), (diagnosis, text)
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
def test_the_finest_certain_explanation_is_chosen(said, better, phrase):
    ((_, explanation),) = explained(said, better)
    assert phrase in explanation.spanish
