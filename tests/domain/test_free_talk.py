"""A talk about what the learner likes."""

from datetime import UTC, datetime

import pytest

from tests.fakes import a_lesson
from tutor.app import free_lesson
from tutor.domain.fact import Fact, FactKind
from tutor.domain.free_talk import knowing
from tutor.domain.lesson import Level, lesson_flaws


def fact(kind, text):
    return Fact("id", kind, "key", text, "said", "lesson", "session", 1, datetime.now(UTC))


@pytest.mark.parametrize("level", list(Level))
def test_there_is_a_whole_free_talk_at_every_level(level):
    lesson = free_lesson(level)
    assert lesson.level is level
    assert list(lesson_flaws(lesson)) == []


def test_the_partner_knows_what_was_told_and_asks_about_some_of_it():
    lesson = a_lesson()
    known = knowing(
        lesson,
        [fact(FactKind.WORK, "Trabajas en un banco."), fact(FactKind.FAMILY, "Tienes dos hijas.")],
    )
    assert "Trabajas en un banco. Tienes dos hijas." in known.scene
    assert known.questions == (
        *lesson.questions[:-1], "¿Qué tal el trabajo?", lesson.questions[-1],
    )  # fmt: skip


def test_nobody_who_is_not_known_is_asked_about_anything():
    assert knowing(a_lesson(), []) == a_lesson()


def test_what_might_hurt_is_not_asked_about():
    known = knowing(a_lesson(), [fact(FactKind.WORK, "Ya no trabajas.")])
    assert known.questions == a_lesson().questions
