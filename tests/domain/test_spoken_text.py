from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.language import Language, SpokenLine
from tutor.domain.spoken_text import fragments, head_and_rest


def english(text: str) -> SpokenLine:
    return SpokenLine(Language.ENGLISH, text)


def spanish(text: str) -> SpokenLine:
    return SpokenLine(Language.SPANISH, text)


def test_a_line_without_guillemets_is_one_fragment() -> None:
    assert fragments(english("I am tired.")) == (english("I am tired."),)


def test_spanish_in_guillemets_is_a_fragment_of_its_own_with_the_punctuation_behind_it() -> None:
    assert fragments(english("Say «estoy», not «soy».")) == (
        english("Say"),
        spanish("estoy,"),
        english("not"),
        spanish("soy."),
    )


def test_guillemets_in_a_spanish_line_change_no_voice() -> None:
    assert fragments(spanish("Se dice «estoy».")) == (spanish("Se dice «estoy»."),)


def test_a_lone_guillemet_changes_no_voice() -> None:
    assert fragments(english("Say «estoy")) == (english("Say «estoy"),)


def test_fragments_that_say_nothing_are_left_out() -> None:
    assert fragments(english("«»… «¡!» well")) == (english("well"),)
    assert fragments(spanish("¡…!")) == ()


@given(st.text(alphabet="ab «».,", max_size=40))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    letters = [character for character in text if character.isalpha()]
    said = "".join(part.text for part in fragments(english(text)))
    assert [character for character in said if character.isalpha()] == letters


def test_a_line_begins_with_what_comes_before_its_first_pause() -> None:
    assert head_and_rest("Se dice: «Estoy muy cansado.»") == ("Se dice:", "«Estoy muy cansado.»")
    assert head_and_rest("¡Qué bien, un día de playa!") == ("¡Qué bien,", "un día de playa!")


def test_a_line_without_a_pause_or_with_little_behind_it_stays_whole() -> None:
    for text in ("Ya veo.", "Sí, claro.", "", "Di «hola, amigo mío» otra vez.", "Son las 7:30."):
        assert head_and_rest(text) == (text,)


@given(st.text(alphabet="ab ,:;«».", max_size=30))
def test_a_head_and_its_rest_hold_every_word(text: str) -> None:
    assert " ".join(head_and_rest(text)).split() == text.split()
