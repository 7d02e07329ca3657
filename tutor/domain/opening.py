"""How a session opens: with something true from the one before, then with its lesson."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutor.domain.fact import Fact, FactKind, is_negative
from tutor.domain.fact_plans import planned
from tutor.domain.lesson import Lesson
from tutor.domain.session_ending import SessionEnding

__all__ = ["Opening", "fact_question", "opening_of", "with_opening"]

AFTER_ANSWER = "Gracias por contármelo."
"""Fits after anything, good news or bad."""
_OFTEN_PLURAL = re.compile(r"(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+|vari[oa]s)\b")
_TURNED_INWARD = frozenset(
    "tienes vives trabajas eres estás estudias aprendes naciste juegas tocas te tu tus vas".split()
)
"""How our own facts begin, so that they may go on in lower case."""
_QUESTIONS = {
    FactKind.HOME: "¿Qué tal en casa?",
    FactKind.ORIGIN: "¿Qué me cuentas de tu tierra?",
    FactKind.WORK: "¿Qué tal el trabajo?",
    FactKind.STUDY: "¿Qué tal van los estudios?",
    FactKind.LIKE: "¿Qué es lo que más te gusta de eso?",
    FactKind.HABIT: "¿Qué tal te va con eso?",
    FactKind.PLAN: "¿Qué me cuentas de eso?",
}
"""Kinds that are missing are asked about in their own way, or not at all."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The tutor's first words; they ask one thing."""

    text: str
    lesson_follows: bool = False
    """Whether the lesson's own opening is still to come, after the answer."""
    fact: Fact | None = None
    """What is asked about, if it is a fact."""
    ending: SessionEnding | None = None
    """Whose courage task is asked about, if it is one."""


def opening_of(
    lesson: Lesson,
    facts: Sequence[Fact],
    endings: Sequence[SessionEnding],
    due_words: Sequence[str] = (),
) -> Opening:
    """Facts and endings newest first; ``due_words``: those that this session will weave in.

    The courage task of the last session comes first, then the newest fact that was not asked
    about; without either the lesson opens.
    """
    last = endings[0] if endings else None
    name = next((_name(fact.text) for fact in facts if fact.kind is FactKind.NAME), "")
    if last is None and not facts:
        return Opening(lesson.opening)
    greeting = f"Hola otra vez, {name}." if name else "Hola otra vez."
    if last is not None and _is_pending(last):
        text = f"{greeting} {last.courage_ask}"
        return Opening(text, lesson_follows=True, ending=last)
    for fact in facts:
        question = None if fact.asked_at is not None else fact_question(fact)
        if question is not None:
            is_recent = last is not None and fact.session_id == last.session_id
            when = "La última vez" if is_recent else "Una vez"
            text = f"{greeting} {when} {_reminder(fact)} {question}"
            return Opening(text, lesson_follows=True, fact=fact)
    parts = [greeting]
    if last is not None:
        parts.append(f"La última vez practicamos «{last.topic}».")
    if due_words:
        parts.append("Hoy salen palabras de tus tarjetas.")
    return Opening(" ".join((*parts, lesson.opening)))


def with_opening(lesson: Lesson, opening: Opening, due_words: Sequence[str] = ()) -> Lesson:
    """The lesson as this session holds it: so opened, and with words that are due among its own."""
    words = (*lesson.target_words, *(word for word in due_words if word not in lesson.target_words))
    return replace(lesson, opening=opening.text, target_words=words)


def fact_question(fact: Fact) -> str | None:
    """What can be asked about a fact; None where nothing fits surely or might hurt."""
    if is_negative(fact.text) or " no " in fact.text:
        return None
    if fact.kind in {FactKind.FAMILY, FactKind.PET}:
        several = _OFTEN_PLURAL.search(fact.text) or " y " in fact.text
        return "¿Cómo están?" if several else "¿Cómo está?"
    if fact.kind is FactKind.RELATIVE:
        return "¿Cómo están?" if fact.text.startswith("Tus ") else "¿Cómo está?"
    return _QUESTIONS.get(fact.kind)


def _is_pending(ending: SessionEnding) -> bool:
    is_given = ending.courage_given_at is not None and bool(ending.courage_ask)
    return is_given and ending.courage_asked_at is None


def _reminder(fact: Fact) -> str:
    """The fact in a sentence of the tutor's: *me contaste que tienes dos hijas*."""
    plan = planned(fact.text) if fact.kind is FactKind.PLAN else None
    if plan is not None:
        return f"me contaste que ibas a {plan}."
    first, _, rest = fact.text.rstrip(".").partition(" ")
    if first.lower() not in _TURNED_INWARD:
        # The learner has written it anew.
        return f"me contaste esto: «{fact.text.rstrip('.')}»."
    return f"me contaste que {first.lower()} {rest}."


def _name(text: str) -> str:
    return text.removeprefix("Te llamas ").rstrip(".") if text.startswith("Te llamas ") else ""
