import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.phantom_text import is_phantom, repeats_itself, without_phantoms
from tutor.domain.transcript import typed_transcript


@pytest.mark.parametrize(
    "text",
    [
        "¡Gracias por ver el video!",
        "¡Gracias por ver el vídeo!",
        "Subtítulos realizados por la comunidad de Amara.org",
        "Subtítulos por la comunidad de Amara.org",
        "Subtitulado por Jnkoil",
        "Thank you for watching!",
        "Thanks for watching.",
        "Subtitles by the Amara.org community",
        "¡Suscríbete al canal!",
        "[Música]",
        "Don't forget to subscribe!",
    ],
)
def test_a_sentence_that_models_invent_is_a_phantom(text):
    assert is_phantom(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gracias.",
        "Muchas gracias por la cena.",
        "Thank you.",
        "Me gusta la música.",
        "Ayer vi un video.",
        "Los subtítulos me ayudan mucho.",
        "Veo películas con subtítulos en español por la noche.",
        "Hasta mañana.",
        "",
    ],
)
def test_what_a_learner_may_say_is_no_phantom(text):
    assert not is_phantom(text)


def test_only_the_invented_sentence_is_taken_out():
    words = typed_transcript("Me gusta el café. ¡Gracias por ver el video!").words
    assert " ".join(word.text for word in without_phantoms(words)) == "Me gusta el café."


@given(st.lists(st.sampled_from(["hola.", "yo", "café?", "Suscríbete.", "música."])))
def test_what_is_left_holds_no_phantom_and_stays_in_order(parts):
    words = typed_transcript(" ".join(parts)).words
    left = without_phantoms(words)
    assert without_phantoms(left) == left
    rest = iter(words)
    assert all(any(word == other for other in rest) for word in left)


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("Can you repeat that? Can you repeat that?", True),
        ("Bueno, yo soy alto, yo soy alto.", True),
        ("no, no, no, no, no, no", True),
        ("muy, muy bien", False),
        ("que sí, que no, que sí", False),
        ("", False),
    ],
)
def test_a_phrase_said_twice_running_is_noticed(text, repeats):
    assert repeats_itself(text.split()) is repeats


@given(st.lists(st.text("abc", min_size=1), min_size=3, max_size=9))
def test_anything_doubled_repeats_itself(words):
    assert repeats_itself([*words, *words])
