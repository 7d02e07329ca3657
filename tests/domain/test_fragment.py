"""Telling an answer without a verb from a sentence that has one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.fragment import is_fragment
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import WordFacts

LEMMAS = {
    "voy": "ir", "vivo": "vivir", "tengo": "tener", "gusta": "gustar", "fui": "ir", "está": "estar",
    "es": "ser", "come": "comer", "vamos": "ir", "tenés": "tener", "podés": "podés",
    "cantan": "cantar", "hermanas": "hermana", "domingos": "domingo", "comiendo": "comer",
    "sabés": "saber", "llámame": "llamar", "decime": "decir", "dígame": "decir", "hace": "hacer",
}  # fmt: skip
VERBS = frozenset(
    "trabajar estudiar cocinar jugar mirar nadar parar comprar cenar poder saber decir llamar "
    "comer vivir tener ir ser estar cantar gustar sobrar entrar comprar casar viajar".split()
)
OTHERS = frozenset(
    "playa hermana domingo trabajo estudio cocina juego mira nada para compra cena sobre entre a "
    "la el los las un una mi con en de por sí no bien casa viaje español noche tren café y".split()
)
"""That a dictionary files under themselves."""


def facts(word):
    known = word in VERBS | OTHERS or word in LEMMAS
    return WordFacts(LEMMAS.get(word, word), 5.0 if known else 0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "Sí, a la playa.",
        "Con mi hermana, los domingos.",
        "No, en tren.",
        "Un café, por favor.",
        "Nada.",
        "El trabajo de mi hermana.",
        "En la cocina, con mi hermana.",
        "Por trabajo y por estudio.",
        "Comiendo en casa.",
        "Para viajar.",
        "Por la noche.",
        "¡Qué bien!",
        "Vino blanco.",
        "El juego de la compra.",
        "Desde hace una noche.",
    ],
)
def test_an_answer_without_a_finite_verb_is_a_fragment(text):
    assert is_fragment(tokenize(text), facts)


@pytest.mark.parametrize(
    "text",
    [
        "Voy a la playa.",
        "Sí, vivo en casa.",
        "Trabajo en casa.",
        "Sí, trabajo los domingos.",
        "Yo estudio español.",
        "Mi hermana cocina bien.",
        "Ana trabaja los domingos.",
        "No trabajo.",
        "Me gusta la playa.",
        "Vos tenés un tren.",
        "¿Podés?",
        "Está bien.",
        "Llámame por la noche.",
        "Decime, ¿con mi hermana?",
        "Dígame.",
        "Es la hermana que compra café.",
    ],
)
def test_a_sentence_with_a_finite_verb_is_none(text):
    assert not is_fragment(tokenize(text), facts)


def test_nothing_at_all_is_no_fragment():
    assert not is_fragment((), facts)


SMALL = st.lists(st.sampled_from("a la playa con mi hermana en casa".split()), max_size=6)


@given(SMALL, SMALL)
def test_a_plain_verb_anywhere_makes_it_a_sentence(before, behind):
    tokens = tokenize(" ".join([*before, "vivimos", *behind]))
    assert not is_fragment(tokens, lambda word: WordFacts("vivir", 5.0, 0.0))


@given(SMALL)
def test_capitals_make_no_difference(words):
    text = " ".join(words)
    assert is_fragment(tokenize(text), facts) == is_fragment(tokenize(text.capitalize()), facts)
