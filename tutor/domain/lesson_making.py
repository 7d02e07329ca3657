"""A lesson of the learner's own: what is wished for, and a general one to begin with."""

import re
from dataclasses import dataclass, replace

from tutor.domain.lesson import CourageTask, Lesson, Level, RescuePhrase
from tutor.domain.pronunciation import plain
from tutor.domain.sentences import alike
from tutor.domain.spanish_words import ARTICLES

__all__ = ["LessonWish", "WrittenLesson", "general_lesson", "with_enough_questions"]

_GENERAL_QUESTIONS = (
    "¿Es importante para ti?",
    "¿Con quién hablas de esto normalmente?",
    "¿Qué es lo que más te gusta?",
    "¿Y qué es lo más difícil?",
    "¿Dónde pasa esto en tu vida?",
    "¿Cuándo fue la última vez?",
    "¿Quién te ayuda?",
    "¿Cuánto tiempo necesitas?",
    "¿Qué piensa tu familia?",
    "¿Qué quieres hacer mañana?",
)
"""Fit any topic, and any level."""
_GRAMMAR = {
    Level.A1: "The present tense: yo tengo, quiero, me gusta.",
    Level.A2: "The preterite for what is over and ir a + infinitive for plans.",
    Level.B1: "Imperfect and preterite side by side, and creo que with the indicative.",
    Level.B2: "The subjunctive after wishes, doubts and feelings.",
}
_NAME = "Elena"
_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class LessonWish:
    """The lesson that somebody wants."""

    lesson_id: str
    level: Level
    topic: str
    """In Spanish, as the learner says it: *mi mudanza*."""
    source: str = ""
    """A text to talk about."""


@dataclass(frozen=True, slots=True)
class WrittenLesson:
    """A lesson and how much of it a language model wrote."""

    lesson: Lesson
    written: tuple[str, ...]
    """The parts that are the model's, such as ``questions``."""
    general: tuple[str, ...]
    """The parts for which it gave nothing usable, so that a general one stands there."""


def general_lesson(wish: LessonWish) -> Lesson:
    """A whole lesson on a topic that works without any model, if not in a lively way."""
    title = wish.topic[:1].upper() + wish.topic[1:]
    return Lesson(
        id=wish.lesson_id,
        level=wish.level,
        topic=_one_word(wish.topic),
        title_spanish=title,
        title_english=f"A talk about “{wish.topic}”",
        scene=f"Dos personas hablan con tranquilidad sobre un tema: {wish.topic}.",
        tutor_name=_NAME,
        tutor_role="Eres una persona con tiempo para hablar.",
        tutor_manner="Amable y tranquila; tratas de tú y hablas con frases cortas.",
        opening=f"¡Hola! Soy {_NAME}. Hoy hablamos de una cosa: {wish.topic}. ¿Cómo estás?",
        questions=_GENERAL_QUESTIONS,
        target_words=("la persona", "el tiempo", "hablar", "ayudar", "necesitar", "importante"),
        target_phrases=("Para mí es importante.", "Me gusta mucho.", "Necesito más tiempo."),
        grammar=_GRAMMAR[wish.level],
        farewell="Muchas gracias por hablar conmigo. ¡Hasta pronto!",
        rescue=(
            RescuePhrase("¿Me lo puedes repetir, por favor?", "Could you repeat that, please?"),
            RescuePhrase("Más despacio, por favor.", "More slowly, please."),
        ),
        courage=CourageTask(
            "Esta semana, habla de esto en español con una persona.",
            "This week, talk to somebody about this in Spanish.",
            "La última vez ibas a hablar con una persona en español. ¿Qué tal fue?",
        ),
    )


def with_enough_questions(lesson: Lesson) -> Lesson:
    """With general questions behind its own, where those are few; none asks the same twice."""
    questions = list(lesson.questions)
    for question in _GENERAL_QUESTIONS:
        if len(questions) >= _ENOUGH:
            break
        if not any(alike(question, one) for one in questions):
            questions.append(question)
    return replace(lesson, questions=tuple(questions))


def _one_word(topic: str) -> str:
    """The last word of a topic that says something, in plain letters."""
    words = re.findall(r"[a-z]+", plain(topic.lower()).replace("ñ", "n"))
    return next((word for word in reversed(words) if word not in ARTICLES), "own")
