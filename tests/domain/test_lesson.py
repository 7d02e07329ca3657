from dataclasses import replace

import pytest

from tests.fakes import a_lesson
from tutor.domain.lesson import Lesson, Level, RescuePhrase, lesson_flaws, next_lesson

QUESTIONS = (
    "¿Cómo se llama tu gato?", "¿Qué come?", "¿Dónde duerme?", "¿Tienes un perro?",
    "¿Quién cuida al gato en verano?", "¿Cuántos años tiene?", "¿Te gustan los caballos?",
    "¿Vas al parque con él?",
)  # fmt: skip
WHOLE = replace(a_lesson(), questions=QUESTIONS)


def lesson(lesson_id: str, level: Level = Level.A2, topic: str = "food") -> Lesson:
    return replace(a_lesson(lesson_id, level), topic=topic)


def test_a_whole_lesson_has_no_flaw():
    assert list(lesson_flaws(WHOLE)) == []


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"opening": "Hola."}, "opening: does not end in a question"),
        ({"farewell": "¿Adiós?"}, "farewell: ends in a question"),
        ({"questions": QUESTIONS[:7]}, "questions: 7 of at least 8"),
        ({"questions": (*QUESTIONS, "¿Y qué come?")}, "questions.8: '¿Y qué come?' is asked twice"),
        (
            {"questions": (*QUESTIONS, "Cuéntame.")},
            "questions.8: 'Cuéntame.' is not written as ¿…?",
        ),
        ({"target_words": ()}, "target_words: there are none"),
        ({"target_words": ("el gato", "el gato")}, "target_words: 'el gato' is there twice"),
        ({"target_phrases": ("Sí.",)}, "target_phrases: 1 where 2 to 6 are meant"),
        ({"rescue": (RescuePhrase("No.", "No."),)}, "rescue: 1 of at least 2"),
        (
            {"courage": replace(WHOLE.courage, ask="Cuéntame.")},
            "courage.ask: does not end in a question",
        ),
    ],
)
def test_what_keeps_a_lesson_from_working_is_named(changes, flaw):
    assert list(lesson_flaws(replace(WHOLE, **changes))) == [flaw]


def test_the_goodbye_is_the_courage_task_and_then_the_farewell():
    assert WHOLE.goodbye == "Esta semana, pregunta a un vecino por su perro. ¡Hasta mañana!"


def test_the_next_lesson_is_of_the_level_and_new():
    shelf = [lesson("a1-a", Level.A1), lesson("a2-b"), lesson("a2-c"), lesson("b1-d", Level.B1)]
    assert next_lesson(shelf, Level.A2) == shelf[1]
    assert next_lesson(shelf, Level.A2, ["a2-b", "b1-d"]) == shelf[2]


def test_the_next_lesson_changes_the_topic_where_it_can():
    shelf = [lesson("a2-b"), lesson("a2-c"), lesson("a2-d", topic="city")]
    assert next_lesson(shelf, Level.A2, ["a2-b"]) == shelf[2]
    assert next_lesson(shelf, Level.A2, ["a2-b", "a2-d"]) == shelf[1]


def test_when_all_are_done_the_one_done_longest_ago_is_next():
    shelf = [lesson("a2-b"), lesson("a2-c")]
    assert next_lesson(shelf, Level.A2, ["a2-c", "a2-b", "a2-c", "gone"]) == shelf[0]


@pytest.mark.parametrize(
    ("level", "there", "expected"),
    [
        (Level.B2, (Level.A1, Level.B1), Level.B1),
        (Level.A1, (Level.A2, Level.B2), Level.A2),
        (Level.A2, (Level.A1, Level.B1), Level.A1),
    ],
)
def test_without_lessons_of_a_level_the_nearest_below_comes_first(level, there, expected):
    found = next_lesson([lesson(f"{each.lower()}-x", each) for each in there], level)
    assert found is not None
    assert found.level is expected


def test_without_lessons_there_is_no_next():
    assert next_lesson([], Level.A1, ["a1-x"]) is None
