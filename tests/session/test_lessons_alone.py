"""Every lesson is a whole session by itself, without any language model."""

import pytest

from tests.session.test_practice import BETTER, MISTAKE, Sitting
from tutor.app import free_lesson, lesson_shelf
from tutor.config import Settings
from tutor.domain.lesson import Level

TURNS = (
    "Estoy muy bien, gracias.",
    MISTAKE,
    "Me gusta mucho el café por la mañana.",
    "Vivo cerca de la playa con mi hermana.",
    "El lunes trabajé hasta muy tarde.",
    "No, prefiero ir en tren.",
    "A veces cocinamos juntos en casa.",
    "Mañana voy a ver a mis padres.",
    "Sí, claro, todos los días.",
    "Creo que es una buena idea.",
)
LESSONS = (*lesson_shelf(Settings()).lessons(), *map(free_lesson, Level))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
async def test_ten_turns_are_answered_with_the_lessons_own_questions_in_order(lesson):
    held = await Sitting(*TURNS, lesson=lesson, partner=None).run()
    assert held.said[0].text == lesson.opening

    asked = [turn.spoken[-1].text for turn in held.turns]
    assert len(asked) == len(set(asked)) == len(TURNS)
    assert asked[: len(lesson.questions)] == list(lesson.questions[: len(TURNS)])
    assert all(
        turn.reply.endswith(f" {question}")
        for turn, question in zip(held.turns, asked, strict=True)
    )
    assert all(question.endswith("?") for question in asked)

    corrected = [turn.spoken[0].text for turn in held.turns if turn.correction.edits]
    assert corrected == [f"Se dice: «{BETTER}»"]
    assert held.said[-1].text.startswith(lesson.courage.spanish)
    assert lesson.farewell in held.said[-1].text
