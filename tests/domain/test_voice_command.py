import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.voice_command import KEYS, VoiceCommand, voice_command


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("Otra vez.", VoiceCommand.REPEAT),
        ("¡Más despacio, por favor!", VoiceCommand.SLOWER),
        ("mas despacio", VoiceCommand.SLOWER),
        ("Slower, please.", VoiceCommand.SLOWER),
        ("Una pista", VoiceCommand.HINT),
        ("No sé.", VoiceCommand.SKIP),
        ("I don't know", VoiceCommand.SKIP),
        ("Estaba bien.", VoiceCommand.RIGHT),
        ("Estaba mal.", VoiceCommand.WRONG),
        ("Deshacer", VoiceCommand.UNDO),
        ("Adiós.", VoiceCommand.FINISH),
    ],
)
def test_a_wish_is_understood_in_either_language(said, command):
    assert voice_command(said) is command


@pytest.mark.parametrize(
    "said",
    [
        "No sé cómo se llama tu hermana.",
        "Ayer hablé más despacio.",
        "Estaba bien la comida.",
        "Otra vez fui al cine.",
        "adiós a mi casa",
        "",
        "…",
    ],
)
def test_an_ordinary_sentence_is_no_wish(said):
    assert voice_command(said) is None


@pytest.mark.parametrize("key", KEYS)
def test_each_wish_has_one_key(key):
    assert voice_command(f" {key} ") is KEYS[key]


def test_every_wish_has_a_key():
    assert set(KEYS.values()) == set(VoiceCommand)


@given(st.sampled_from(["otra vez", "una pista", "estaba bien"]), st.text("¡!¿?.,… ", max_size=5))
def test_punctuation_and_case_do_not_matter(phrase, marks):
    assert voice_command(f"{marks}{phrase.upper()}{marks}") is voice_command(phrase)
