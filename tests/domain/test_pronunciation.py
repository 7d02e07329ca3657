"""What can be told apart by ear."""

import pytest

from tutor.domain.pronunciation import likeness, plain, sounds_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("como", "cómo"), ("el", "él"), ("haver", "haber"), ("ola", "hola"), ("tubo", "tuvo"),
        ("por que", "porque"), ("que", "qué"), ("dicen", "dizen"), ("queso", "keso"),
        ("gente", "jente"),
    ],
)  # fmt: skip
def test_spelling_alone_cannot_be_heard(one, other):
    assert sounds_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hablo", "habló"), ("sabia", "sabía"), ("esta", "está"), ("ano", "año"), ("atras", "atrás"),
     ("perro", "pero"), ("chico", "hico"), ("cama", "sama"), ("gato", "jato"),
     ("pingüino", "pinguino")],
)  # fmt: skip
def test_a_moved_stress_or_another_sound_can_be_heard(one, other):
    assert not sounds_alike(one, other)


def test_accents_do_not_count_for_likeness_but_the_tilde_of_a_spanish_n_does():
    assert likeness("está", "esta") == 1
    assert likeness("año", "ano") < 1
    assert plain("pingüino señal") == "pinguino señal"
