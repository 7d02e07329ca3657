from dataclasses import replace

import pytest
from hypothesis import given

from tests import strategies
from tests.fakes import FakeLexicon, an_entry
from tests.records import a_card, a_word
from tutor.domain.card import Direction
from tutor.domain.grading import Grade, grade
from tutor.domain.language import Language
from tutor.domain.question import GAP, QuestionKind, question_for_card, question_for_entry
from tutor.domain.review import DueCard

WORDS = (
    QuestionKind.TO_SPANISH,
    QuestionKind.TO_ENGLISH,
    QuestionKind.LISTENING,
    QuestionKind.SAY_IT,
)


class Speller:
    def cardinal(self, number):
        return str(number)

    def ordinal(self, number):
        return str(number)


def asked(card, direction=Direction.CLOZE):
    return question_for_card(DueCard(card, direction))


def test_a_mistake_is_asked_as_a_gap_in_the_learners_own_sentence():
    question = asked(a_card())
    assert question.kind is QuestionKind.CLOZE
    assert question.shown == f"yo {GAP} muy cansado hoy  (no «soy»)"
    assert question.right == "yo estoy muy cansado hoy"


def test_the_gap_is_where_the_mistake_was_though_the_word_stands_there_twice():
    card = replace(
        a_card(),
        heard="la casa está en el calle",
        sentence="la casa está en la calle",
        said="el",
        better="la",
    )
    assert asked(card).shown == f"la casa está en {GAP} calle  (no «el»)"


def test_a_word_too_many_is_asked_as_a_sentence_to_mend():
    card = replace(a_card(), heard="busco a mi casa", sentence="busco mi casa", said="a", better="")
    question = asked(card)
    assert question.kind is QuestionKind.CORRECT
    assert question.shown == "Corrige: busco a mi casa"


def test_the_question_does_not_give_the_answer_away():
    question = asked(a_card())
    assert "estoy" not in question.shown
    assert all("estoy" not in line.text for line in question.spoken)


def test_a_word_is_asked_in_both_directions():
    card = a_word()
    to_english, to_spanish = (
        asked(card, direction) for direction in (Direction.TO_ENGLISH, Direction.TO_SPANISH)
    )
    assert "servilleta" in to_english.shown
    assert to_english.target.language is Language.ENGLISH
    assert "napkin" in to_spanish.shown
    assert to_spanish.target.words == "servilleta"


def test_a_hint_shows_how_the_answer_begins():
    assert asked(a_card()).hint == "e····"


@pytest.mark.parametrize("kind", WORDS)
def test_a_word_of_the_vocabulary_is_asked_in_every_way(kind):
    question = question_for_entry(an_entry(), kind)
    assert question.kind is kind
    assert question.shown
    assert question.spoken
    assert question.solution


@pytest.mark.parametrize("kind", [QuestionKind.CLOZE, QuestionKind.CORRECT])
def test_a_word_of_the_vocabulary_has_no_mistake(kind):
    with pytest.raises(ValueError, match="no mistake"):
        question_for_entry(an_entry(), kind)


def test_words_of_the_same_meaning_are_right_too():
    question = question_for_entry(
        an_entry("coche", "car"), QuestionKind.TO_SPANISH, [an_entry("carro", "car")]
    )
    assert question.target.alternatives == ("carro",)


@given(strategies.cards)
def test_every_face_of_every_card_can_be_asked(card):
    for face in card.faces:
        if face.direction is Direction.TO_ENGLISH and not card.translations:
            continue
        question = question_for_card(DueCard(card, face.direction))
        assert isinstance(question.hint, str)


@pytest.mark.parametrize(
    ("heard", "sentence", "said", "better"),
    [
        ("yo soy muy cansado hoy", "yo estoy muy cansado hoy", "soy", "estoy"),
        ("vi María ayer", "vi a María ayer", "", "a"),
        ("busco a mi casa", "busco mi casa", "a", ""),
        ("tengo una casa blanca grande", "tengo una casa grande y blanca", "blanca", "y blanca"),
    ],
)
def test_the_right_sentence_is_always_a_right_answer(heard, sentence, said, better):
    card = replace(a_card(), heard=heard, sentence=sentence, said=said, better=better)
    target = asked(card).target
    facts_of = FakeLexicon().facts
    assert grade(sentence, target, facts_of=facts_of, speller=Speller()) is Grade.EXACT
    assert grade(heard, target, facts_of=facts_of, speller=Speller()) is Grade.WRONG
