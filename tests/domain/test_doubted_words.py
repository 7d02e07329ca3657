import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.correction import Correction, Doubt
from tutor.domain.doubted_words import doubt_counts, doubted_again, sentence_meant


def doubts(*words):
    return [Doubt("x", word, 0.4) for word in words]


def test_words_are_counted_as_they_were_meant_whatever_their_case():
    counts = doubt_counts([Doubt("pero", "perro", 0.4), Doubt("Pera", " Perro", 0.3)])
    assert counts == {"perro": 2}


def test_what_was_perhaps_not_said_at_all_is_not_counted():
    unsaid = [Doubt("", "a", 0.4), Doubt("muy", "", 0.4)]
    assert doubt_counts(unsaid) == {}
    assert doubted_again(unsaid, {"a": 3, "": 3}) == ()


def test_the_second_doubt_is_one_too_many():
    first, second, third = doubts("perro", "jamón", "perro")
    assert doubted_again([first, second], {}) == ()
    assert doubted_again([first, second], {"jamón": 1}) == (second,)
    assert doubted_again([first, second, third], {}) == (third,)


def test_a_word_is_told_once_in_a_turn():
    first, again = doubts("perro", "Perro")
    assert doubted_again([first, again], {"perro": 1}) == (first,)


word_lists = st.lists(st.sampled_from(("perro", "Perro", "jamón", "llave", "")), max_size=8)


@given(word_lists, word_lists)
def test_what_is_doubted_again_was_doubted_at_least_twice(before, now):
    counts = doubt_counts(doubts(*before))
    total = counts + doubt_counts(doubts(*now))
    again = {doubt.better.casefold() for doubt in doubted_again(doubts(*now), counts)}
    assert again == {word for word in doubt_counts(doubts(*now)) if total[word] > 1}


@pytest.mark.parametrize(
    ("said", "meant", "better", "sentence"),
    [
        ("pero", "perro", "Mi pero duerme.", "Mi perro duerme."),
        ("pero", "perro", "Pero duerme.", "Perro duerme."),
        ("la mesa", "la misa", "Voy a la mesa, hoy.", "Voy a la misa, hoy."),
        ("pero", "perro", "Mi pero duerme, pero poco.", ""),
        ("pero", "perro", "Mi gato duerme.", ""),
        ("", "a", "Veo mi madre.", ""),
        ("pero", "perro", "", ""),
    ],
)
def test_the_sentence_is_as_it_was_meant_where_the_word_has_one_place(
    said, meant, better, sentence
):
    assert sentence_meant(Doubt(said, meant, 0.3), Correction(better, better)) == sentence
