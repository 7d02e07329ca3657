import re
from dataclasses import replace

import pytest

from tests.fakes import a_lesson
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.lesson import lesson_flaws
from tutor.domain.stock_phrases import acknowledgement, follow_up


def replied(talk: Conversation, tutor: str) -> Conversation:
    return talk.with_exchange(Exchange("Sí.", tutor))


def test_the_lessons_questions_come_in_order_each_once():
    talk = Conversation(a_lesson())
    asked = []
    while (question := talk.next_question) is not None:
        asked.append(question)
        talk = replied(talk, f"Entiendo. {question}")
    assert tuple(asked) == talk.lesson.questions


def test_a_question_the_model_has_put_in_its_own_words_is_not_asked_again():
    talk = replied(Conversation(a_lesson()), "¡Ah! ¿Y cómo se llama tu gato?")
    assert talk.next_question == talk.lesson.questions[1]


def test_the_turns_begin_with_the_tutors_opening():
    talk = replied(Conversation(a_lesson()), "Ya veo.")
    assert [turn.text for turn in talk.turns] == [talk.lesson.opening, "Sí.", "Ya veo."]


def test_after_the_last_question_open_ones_follow():
    talk = Conversation(a_lesson())
    for question in talk.lesson.questions:
        talk = replied(talk, question)
    first = follow_up(talk)
    assert re.fullmatch("¿.+\\?", first)
    assert follow_up(replied(talk, first)) != first


def test_acknowledgements_change_from_turn_to_turn():
    talk = Conversation(a_lesson())
    assert acknowledgement(talk) != acknowledgement(replied(talk, "Ya."))


GOOD = replace(a_lesson(), questions=tuple(f"¿Te gusta el número {number}?" for number in range(8)))


def test_a_good_lesson_has_no_flaws():
    assert list(lesson_flaws(GOOD)) == []


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (replace(GOOD, opening="Hola."), "opening"),
        (replace(GOOD, farewell="¿Adiós?"), "farewell"),
        (replace(GOOD, questions=GOOD.questions[1:]), "questions"),
        (replace(GOOD, questions=(*GOOD.questions, "Dime más.")), "questions.8"),
        (replace(GOOD, questions=(*GOOD.questions, GOOD.questions[0])), "questions.8"),
        (replace(GOOD, target_words=()), "target_words"),
    ],
)
def test_a_flaw_names_its_field(broken, field):
    assert [flaw.partition(":")[0] for flaw in lesson_flaws(broken)] == [field]
