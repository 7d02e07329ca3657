import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import a_lesson
from tutor.domain.shadowing import (
    Mark,
    lines_of_lesson,
    lines_of_text,
    shadowed,
    with_numbers_in_words,
)
from tutor.domain.transcript import Segment, Transcript, Word, typed_transcript

LINE = "¿Dónde está la estación de tren?"
WORDS = st.sampled_from("la casa de mi madre está cerca del mar azul".split())


class Speller:
    def cardinal(self, number):
        return {20: "veinte"}[number]

    def ordinal(self, number):
        return str(number)


def heard(text, probability=0.9, step=0.5, **doubted):
    """Words of 0.4 s, one every half second."""
    words = (
        Word(word, n * step, n * step + 0.4, doubted.get(word, probability))
        for n, word in enumerate(text.split())
    )
    return Transcript((Segment(tuple(words)),))


def marks(line, transcript):
    return [word.mark for word in shadowed(line, transcript).words]


def test_a_line_repeated_exactly_is_all_clear():
    result = shadowed(LINE, heard("¿Dónde está la estación de tren?"))
    assert {word.mark for word in result.words} == {Mark.CLEAR}
    assert result.clarity == 1.0
    assert result.extra == ()


def test_a_word_heard_with_doubt_is_unclear():
    assert marks("la casa azul", heard("la casa azul", casa=0.3)) == [
        Mark.CLEAR, Mark.UNCLEAR, Mark.CLEAR,
    ]  # fmt: skip


def test_a_word_left_out_is_missing_and_the_words_behind_it_keep_their_own_marks():
    result = shadowed("la casa grande es azul", heard("la casa es azul", azul=0.2))
    assert [word.mark for word in result.words] == [
        Mark.CLEAR, Mark.CLEAR, Mark.MISSING, Mark.CLEAR, Mark.UNCLEAR,
    ]  # fmt: skip


def test_another_word_in_its_place_is_told():
    (_, word, _) = shadowed("la casa azul", heard("la cosa azul")).words
    assert (word.mark, word.text, word.heard) == (Mark.OTHER, "casa", "cosa")


def test_words_too_many_are_told_apart_from_the_line():
    result = shadowed("la casa azul", heard("la casa muy azul"))
    assert result.extra == ("muy",)
    assert result.clarity == 1.0


def test_spelling_that_cannot_be_heard_makes_no_difference():
    assert set(marks("Voy a ver", heard("voy haber"))) == {Mark.CLEAR}
    assert set(marks("¿Cómo estás?", heard("como estás"))) == {Mark.CLEAR}
    assert marks("Habló ayer.", heard("hablo ayer")) == [Mark.OTHER, Mark.CLEAR]


def test_a_number_written_in_digits_is_the_number_that_was_said():
    transcript = with_numbers_in_words(heard("tengo 20 libros"), Speller())
    assert set(marks("Tengo veinte libros.", transcript)) == {Mark.CLEAR}


def test_pace_counts_from_the_first_word_to_the_last():
    assert shadowed("la casa azul", heard("la casa azul")).words_per_minute == pytest.approx(
        60 * 3 / 1.4
    )


def test_a_long_silence_between_words_is_a_pause_and_a_short_one_is_not():
    words = (Word("la", 0, 0.3, 1), Word("casa", 0.5, 0.9, 1), Word("azul", 2.0, 2.4, 1))
    result = shadowed("la casa azul", Transcript((Segment(words),)))
    assert result.pauses == pytest.approx((1.1,))
    assert result.longest_pause_seconds == pytest.approx(1.1)


def test_typed_words_have_no_pace():
    result = shadowed("la casa", typed_transcript("la casa"))
    assert result.words_per_minute is None
    assert result.pauses == ()


def test_a_line_of_which_little_is_heard_is_to_be_repeated():
    assert shadowed("la casa azul", heard("perro")).is_to_be_repeated
    assert not shadowed("la casa azul", heard("la casa azul")).is_to_be_repeated


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, max_size=8))
def test_every_word_of_the_line_has_one_mark_and_clarity_is_a_share(line, said):
    result = shadowed(" ".join(line), heard(" ".join(said)))
    assert [word.text for word in result.words] == line
    assert 0 <= result.clarity <= 1


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_saying_the_line_itself_is_never_unclear(line):
    assert shadowed(" ".join(line), heard(" ".join(line))).clarity == 1.0


def test_the_lines_of_a_lesson_are_its_opening_its_words_and_its_questions_each_once():
    lines = lines_of_lesson(a_lesson())
    assert lines[:3] == ("Hola, soy Nora.", "¿Tienes una mascota?", "el gato")
    assert "¿Qué come?" in lines
    assert len(set(lines)) == len(lines)


def test_the_lines_of_a_text_are_its_sentences():
    assert lines_of_text("Hola. ¿Qué tal?\n\n—\nBien") == ("Hola.", "¿Qué tal?", "Bien")
