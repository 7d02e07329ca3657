"""A talk about whatever the learner likes, with somebody who knows what they have told."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.domain.fact import Fact, FactKind
from tutor.domain.lesson import Lesson
from tutor.domain.opening import fact_question

__all__ = ["knowing"]

_ASKED_WITHOUT_REMINDER = frozenset({FactKind.HOME, FactKind.WORK, FactKind.STUDY})
"""What *¿Qué tal …?* is clear about by itself."""
_MOST_FACTS = 8
"""What a small model keeps in mind."""
_MOST_QUESTIONS = 2


def knowing(lesson: Lesson, facts: Sequence[Fact]) -> Lesson:
    """The lesson whose partner knows these facts, newest first, and asks about some of them.

    The last question stays the last.
    """
    if not facts:
        return lesson
    known = " ".join(fact.text for fact in facts[:_MOST_FACTS])
    asked = [
        question
        for fact in facts
        if fact.kind in _ASKED_WITHOUT_REMINDER and (question := fact_question(fact))
    ]
    *first, last = lesson.questions
    own = tuple(dict.fromkeys(asked))[:_MOST_QUESTIONS]
    return replace(
        lesson,
        scene=f"{lesson.scene} Ya sabes esto de la otra persona, dicho por ti: {known}",
        questions=(*first, *own, last),
    )
