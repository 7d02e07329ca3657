import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.unfinished import unfinished


@pytest.mark.parametrize(
    "words",
    [
        "Ayer fui a la playa con",
        "Me gusta la playa porque",
        "Quiero comprar un",
        "El libro que",
        "Voy a",
        "Fuimos al",
        "Ayer mi",
        "Creo que te",
        "Tengo que",
        "Me gusta mucho la",
        "No he",
        "Estoy muy",
        "Yo",
        "Fuimos al cine, nosotros",
        "Ayer, eh",
        "Quiero, o sea,",
        "Bueno, pues",
        "I want to",
        "Ayer fui al mercado y compré...",
    ],
)
def test_these_want_more_words(words):
    assert unfinished(words) > 0.75


@pytest.mark.parametrize(
    "words",
    [
        "Ayer fui a la playa con mis amigos.",
        "Vivo en Madrid desde hace tres años.",
        "¿Y tú?",
        "No.",
        "Sí.",
        "Creo que no.",
        "Yo también.",
        "Me gusta mucho la música",
        "¿Qué es?",
        "Hoy estoy muy cansada",
        "Para mí",
        "Es para ella.",
    ],
)
def test_these_can_stand_alone(words):
    assert unfinished(words) < 0.5


def test_nothing_heard_says_nothing():
    assert unfinished("") == 0.5
    assert unfinished(" … ") == 0.5


@pytest.mark.parametrize("words", ["Ayer fui al mercado y", "Vivo en la ciudad", "Quiero"])
def test_a_question_mark_speaks_for_an_end_and_an_ellipsis_against_it(words):
    assert unfinished(words + "?") < unfinished(words + ".") < unfinished(words + "...")


@given(st.text())
def test_it_is_always_a_probability(text):
    assert 0 < unfinished(text) < 1


@given(st.text(alphabet="abcdeñó ", min_size=1))
def test_capitals_change_nothing(text):
    assert unfinished(text.upper()) == unfinished(text)
