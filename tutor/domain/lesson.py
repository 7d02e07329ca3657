"""A lesson: a scene, a role for the tutor, and questions that work without any model."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Lesson", "Level"]


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
