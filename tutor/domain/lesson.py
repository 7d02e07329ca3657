"""A lesson: a scene, a role for the tutor, and questions that work without any model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.sentences import alike

__all__ = [
    "DEFAULT_LESSON_ID",
    "MAX_PHRASES",
    "MIN_PHRASES",
    "MIN_QUESTIONS",
    "CourageTask",
    "Lesson",
    "Level",
    "Region",
    "RescuePhrase",
    "lesson_flaws",
    "next_lesson",
]

DEFAULT_LESSON_ID = "a2-my-week"
"""The lesson of a session that names none."""

MIN_QUESTIONS = 8
"""So that a lesson fills a sitting without any model."""
MIN_PHRASES, MAX_PHRASES = 2, 6
MIN_RESCUES = 2


class Level(StrEnum):
    """The levels of the Common European Framework that are taught here."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Region(StrEnum):
    """Whose Spanish a lesson speaks, where that matters: Spain's, Mexico's or Argentina's."""

    SPAIN = "es"
    MEXICO = "mx"
    ARGENTINA = "ar"


@dataclass(frozen=True, slots=True)
class RescuePhrase:
    """What helps a learner out who has lost the thread."""

    spanish: str
    english: str


@dataclass(frozen=True, slots=True)
class CourageTask:
    """One small thing to say to a real person this week."""

    spanish: str
    english: str
    ask: str
    """How the tutor asks about it the next time, in Spanish."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One topic to talk about."""

    id: str
    """Short and stable, such as ``a1-cafe``; what ``tutor practice`` takes."""
    level: Level
    topic: str
    """One lower-case word, such as ``food``."""
    title_spanish: str
    title_english: str
    scene: str
    """Where the talk happens and why, in Spanish, for the partner."""
    tutor_name: str
    tutor_role: str
    """Who the tutor is in the scene, in Spanish."""
    tutor_manner: str
    """How they behave, in Spanish."""
    opening: str
    """What the tutor says first, in Spanish; ends in a question."""
    questions: tuple[str, ...]
    """Follow-up questions in an order that makes a conversation by itself."""
    target_words: tuple[str, ...]
    target_phrases: tuple[str, ...]
    grammar: str
    """What to watch for, one sentence of English."""
    farewell: str
    """What the tutor says last, in Spanish."""
    rescue: tuple[RescuePhrase, ...]
    courage: CourageTask
    regions: tuple[Region, ...] = ()
    """Empty: it fits everywhere."""

    @property
    def goodbye(self) -> str:
        """The courage task and then the farewell: what ends a session, in Spanish."""
        return f"{self.courage.spanish} {self.farewell}"


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
    if not MIN_PHRASES <= len(lesson.target_phrases) <= MAX_PHRASES:
        yield (
            f"target_phrases: {len(lesson.target_phrases)} where"
            f" {MIN_PHRASES} to {MAX_PHRASES} are meant"
        )
    if len(lesson.rescue) < MIN_RESCUES:
        yield f"rescue: {len(lesson.rescue)} of at least {MIN_RESCUES}"
    if not lesson.courage.ask.endswith("?"):
        yield "courage.ask: does not end in a question"
    yield from _question_flaws(lesson.questions)
    yield from _repetitions(lesson)


def _question_flaws(questions: Sequence[str]) -> Iterator[str]:
    for number, question in enumerate(questions):
        if "¿" not in question or not question.endswith("?"):
            yield f"questions.{number}: '{question}' is not written as ¿…?"
        if any(alike(question, earlier) for earlier in questions[:number]):
            yield f"questions.{number}: '{question}' is asked twice"


def _repetitions(lesson: Lesson) -> Iterator[str]:
    for field, values in (
        ("target_words", lesson.target_words),
        ("target_phrases", lesson.target_phrases),
        ("rescue", tuple(phrase.spanish for phrase in lesson.rescue)),
        ("region", lesson.regions),
    ):
        for value in sorted({value for value in values if values.count(value) > 1}):
            yield f"{field}: '{value}' is there twice"


def next_lesson(lessons: Sequence[Lesson], level: Level, done: Sequence[str] = ()) -> Lesson | None:
    """The lesson to suggest; None where there are no lessons. ``done``: ids, newest first.

    One of the level, or of the level nearest below it, or above. One not done yet, of another topic
    than the last; when all are done the one done longest ago.
    """
    suited = _nearest_level(lessons, level)
    fresh = [lesson for lesson in suited if lesson.id not in done]
    if not fresh:
        return max(suited, key=lambda lesson: done.index(lesson.id), default=None)
    by_id = {lesson.id: lesson for lesson in lessons}
    last = next((by_id[each].topic for each in done if each in by_id), "")
    return next((lesson for lesson in fresh if lesson.topic != last), fresh[0])


def _nearest_level(lessons: Sequence[Lesson], level: Level) -> list[Lesson]:
    """The lessons of one level, by id."""
    order = list(Level)
    place = order.index(level)
    for each in (*reversed(order[: place + 1]), *order[place + 1 :]):
        suited = [lesson for lesson in lessons if lesson.level is each]
        if suited:
            return sorted(suited, key=lambda lesson: lesson.id)
    return []
