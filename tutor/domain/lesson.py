"""A lesson: a scene, a role for the tutor, and questions that work without any model."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.sentences import alike

__all__ = ["DEFAULT_LESSON_ID", "Lesson", "Level", "lesson_flaws"]

DEFAULT_LESSON_ID = "a2-my-week"
"""The lesson of a session that names none."""

MIN_QUESTIONS = 8
"""So that a lesson fills a sitting without any model."""


class Level(StrEnum):
    """The levels of the Common European Framework that are taught here."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One topic to talk about."""

    id: str
    """Short and stable, such as ``a1-cafe``; what ``tutor practice`` takes."""
    level: Level
    title_spanish: str
    title_english: str
    scene: str
    """Where the talk happens and why, in Spanish, for the partner."""
    tutor_name: str
    tutor_role: str
    """Who the tutor is in the scene and how they behave, in Spanish."""
    opening: str
    """What the tutor says first, in Spanish; ends in a question."""
    questions: tuple[str, ...]
    """Follow-up questions in an order that makes a conversation by itself."""
    target_words: tuple[str, ...]
    farewell: str
    """What the tutor says last, in Spanish."""


def lesson_flaws(lesson: Lesson) -> Iterator[str]:
    """What keeps a lesson from working by itself, each as ``field: fault``."""
    if not lesson.opening.endswith("?"):
        yield "opening: does not end in a question"
    if lesson.farewell.endswith("?"):
        yield "farewell: ends in a question"
    if len(lesson.questions) < MIN_QUESTIONS:
        yield f"questions: {len(lesson.questions)} of at least {MIN_QUESTIONS}"
    if not lesson.target_words:
        yield "target_words: there are none"
    for number, question in enumerate(lesson.questions):
        if "¿" not in question or not question.endswith("?"):
            yield f"questions.{number}: '{question}' is not written as ¿…?"
        if any(alike(question, earlier) for earlier in lesson.questions[:number]):
            yield f"questions.{number}: '{question}' is asked twice"
