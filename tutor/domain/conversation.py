"""The talk so far."""

from dataclasses import dataclass, replace
from enum import StrEnum

from tutor.domain.lesson import Lesson

__all__ = ["Conversation", "Exchange", "Role", "Turn"]


class Role(StrEnum):
    """Who holds the floor."""

    LEARNER = "learner"
    TUTOR = "tutor"


@dataclass(frozen=True, slots=True)
class Turn:
    """One party's floor, as text."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """The learner's turn and the tutor's turn that answers it."""

    learner: str
    tutor: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A lesson and the exchanges since its opening line, oldest first."""

    lesson: Lesson
    exchanges: tuple[Exchange, ...] = ()
    questions_used: int = 0
    """How many of the lesson's own questions the tutor has already asked."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn in order, the tutor's opening first."""
        spoken = [Turn(Role.TUTOR, self.lesson.opening)]
        for exchange in self.exchanges:
            spoken += [Turn(Role.LEARNER, exchange.learner), Turn(Role.TUTOR, exchange.tutor)]
        return tuple(spoken)

    @property
    def next_question(self) -> str | None:
        """The lesson's next own question; None when all have been asked."""
        remaining = self.lesson.questions[self.questions_used :]
        return remaining[0] if remaining else None

    def with_exchange(self, exchange: Exchange, *, used_question: bool) -> "Conversation":
        """The conversation one exchange later."""
        return replace(
            self,
            exchanges=(*self.exchanges, exchange),
            questions_used=self.questions_used + used_question,
        )
