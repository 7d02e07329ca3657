"""What the tutor remembers of the learner, one sentence each."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

__all__ = ["Fact", "FactKind", "Told", "after_telling", "fact_of", "is_negative", "supersedes"]

_NOT = ("no ", "ya no ")


class FactKind(StrEnum):
    """What a fact is about."""

    NAME = "name"
    AGE = "age"
    HOME = "home"
    ORIGIN = "origin"
    WORK = "work"
    STUDY = "study"
    FAMILY = "family"
    RELATIVE = "relative"
    """Something about one of the learner's people: *Tu hermano se llama Pedro*."""
    PET = "pet"
    STATE = "state"
    """*Estás casada*, *Eres vegetariana*."""
    LIKE = "like"
    HABIT = "habit"
    PLAN = "plan"


_TOLD_WHOLE = frozenset({FactKind.FAMILY, FactKind.PET, FactKind.LIKE, FactKind.STATE})
"""Kinds of which a *no* contradicts everything that was told under the same key."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as it was found in a sentence."""

    kind: FactKind
    key: str
    """What of its kind it is about; a newer fact with the same key takes an older one's place."""
    text: str
    """In the tutor's words, in the second person: *Tienes dos hijas.*"""
    said: str
    """The learner's own clause."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the learner told."""

    id: str
    kind: FactKind
    key: str
    text: str
    said: str
    lesson_id: str
    session_id: str
    turn_number: int
    """Where it was told."""
    at: datetime
    """When it was told; timezone-aware, UTC."""
    asked_at: datetime | None = None
    """When a session opened with it; None: not yet."""


def fact_of(  # noqa: PLR0913  # a fact has as many fields
    told: Told, *, fact_id: str, lesson_id: str, session_id: str, turn_number: int, at: datetime
) -> Fact:
    """What was told, as it is kept."""
    return Fact(
        id=fact_id,
        kind=told.kind,
        key=told.key,
        text=told.text,
        said=told.said,
        lesson_id=lesson_id,
        session_id=session_id,
        turn_number=turn_number,
        at=at,
    )


def is_negative(text: str) -> bool:
    """Whether a fact says what is not so."""
    return text.lower().startswith(_NOT)


def supersedes(new: Fact, old: Fact) -> bool:
    """Whether an older fact is no longer to be believed.

    *No vives en York* contradicts *Vives en York*, not *Vives en Leeds*.
    """
    if is_negative(new.text) is is_negative(old.text):
        return (new.kind, new.key) == (old.kind, old.key)
    if (new.kind, _group(new.key)) != (old.kind, _group(old.key)):
        return False
    if not is_negative(new.text) or new.kind in _TOLD_WHOLE:
        return True
    return _positive(new.text) == old.text.lower()


def after_telling(known: tuple[Fact, ...], new: Fact) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """What is known then, newest first, and the ids of what is to be forgotten.

    What is known already in the same words stays as it was told first, dated anew.
    """
    same = next((fact for fact in known if _is_same(fact, new)), None)
    kept = new if same is None else replace(same, at=new.at)
    others = tuple(fact for fact in known if fact is not same)
    gone = tuple(fact.id for fact in others if supersedes(new, fact))
    return (kept, *(fact for fact in others if fact.id not in gone)), gone


def _is_same(one: Fact, other: Fact) -> bool:
    return one.kind is other.kind and one.text.lower() == other.text.lower()


def _group(key: str) -> str:
    """*children* of *children/hija*: what *no tengo hijos* is about."""
    return key.partition("/")[0]


def _positive(text: str) -> str:
    lower = text.lower()
    return next((lower.removeprefix(no) for no in reversed(_NOT) if lower.startswith(no)), lower)
