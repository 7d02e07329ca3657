"""Which of a language model's opinions may be shown."""

import pytest

from tests.fakes import FakeLexicon
from tests.records import a_correction
from tutor.domain.correction import Correction
from tutor.domain.style_comment import (
    LONGEST_COMMENT,
    MOST_COMMENTS,
    Spoken,
    StyleComment,
    comments_to_show,
    sentences_with_style,
)

SAID = "La película es muy larga y muy triste."
ENGLISH = FakeLexicon(english=frozenset("you say twice is a good word would be livelier".split()))
COMMENT = "You say «muy» twice."


def shown(*comments, said=SAID):
    written = [StyleComment(said, comment) for comment in comments]
    return [one.comment for one in comments_to_show(written, ENGLISH.facts)]


def test_an_opinion_that_quotes_the_learner_is_shown():
    assert shown(COMMENT) == [COMMENT]
    assert shown("You say «LA PELICULA es» twice.") == ["You say «LA PELICULA es» twice."]


@pytest.mark.parametrize("quoted", ['"muy"', "“muy”", "'muy'", "`muy`", "**muy**", "« muy »"])
def test_whatever_is_quoted_comes_in_the_same_quotation_marks(quoted):
    assert shown(f"You say {quoted}\n  twice.") == [COMMENT]


def test_an_apostrophe_is_no_quotation_mark():
    lexicon = FakeLexicon(english=frozenset("don't say you can't be twice".split()))
    comment = "Don't say «muy» twice, you can't be sad."
    (kept,) = comments_to_show([StyleComment(SAID, comment)], lexicon.facts)
    assert kept.comment == comment


@pytest.mark.parametrize(
    "comment",
    [
        "You say it twice.",
        "You say «muy bonita» twice.",
        "You say «muy y larga» twice.",
        "You say «» twice.",
        "You say «...» twice.",
        "«muy»",
        "Dices «muy» dos veces y suena repetido.",
        "",
    ],
)
def test_an_opinion_on_other_words_or_in_spanish_or_on_nothing_is_dropped(comment):
    assert shown(comment) == []


def test_a_lecture_is_dropped():
    fits = COMMENT.ljust(LONGEST_COMMENT - len(" twice"), ".") + " twice"
    assert shown(fits) == [fits]
    assert shown(fits.replace(".", "..", 1)) == []


def test_the_first_of_each_sentence_is_shown_and_of_a_few_sentences_only():
    sentences = [f"{SAID} {number}" for number in range(MOST_COMMENTS + 2)]
    written = [StyleComment(one, COMMENT) for one in sentences for _ in range(2)]
    kept = comments_to_show(written, ENGLISH.facts)
    assert [one.sentence for one in kept] == sentences[:MOST_COMMENTS]


def test_what_was_said_comes_sentence_by_sentence_beside_how_it_is_right():
    turn = Correction(
        "Ayer fui al cine sola. La película es muy triste. Sí.",
        "Ayer fui al cine sola. La película era muy triste. Sí.",
    )
    assert sentences_with_style([turn, turn, a_correction()]) == (
        Spoken("Ayer fui al cine sola.", "Ayer fui al cine sola."),
        Spoken("La película es muy triste.", "La película era muy triste."),
        Spoken("yo soy muy cansado hoy", "yo estoy muy cansado hoy"),
    )


def test_a_turn_whose_sentences_were_joined_stays_whole():
    turn = Correction("Me gusta. El cine mucho.", "Me gusta el cine mucho.")
    assert sentences_with_style([turn]) == (Spoken(turn.said, turn.better),)


def test_short_answers_have_no_style():
    assert sentences_with_style([Correction("Sí, con Ana.", "Sí, con Ana.")]) == ()
