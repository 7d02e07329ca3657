"""The talk so far."""

from dataclasses import dataclass, replace
from enum import StrEnum

from tutor.domain.lesson import Lesson
from tutor.domain.sentences import alike, is_question, split_sentences

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

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn in order, the tutor's opening first."""
        spoken = [Turn(Role.TUTOR, self.lesson.opening)]
        for exchange in self.exchanges:
            spoken += [Turn(Role.LEARNER, exchange.learner), Turn(Role.TUTOR, exchange.tutor)]
        return tuple(spoken)

    @property
    def asked(self) -> tuple[str, ...]:
        """Every question the tutor has asked, the oldest first."""
        return tuple(
            sentence
            for turn in self.turns
            if turn.role is Role.TUTOR
            for sentence in split_sentences(turn.text)
            if is_question(sentence)
        )

    @property
    def next_question(self) -> str | None:
        """The lesson's first question not asked yet, in these or similar words; None at the end."""
        asked = self.asked
        return next(
            (
                question
                for question in self.lesson.questions
                if not any(alike(question, earlier) for earlier in asked)
            ),
            None,
        )

    @property
    def last_question(self) -> str | None:
        """What the tutor asked last; None where nothing was asked yet."""
        return next(reversed(self.asked), None)

    def with_exchange(self, exchange: Exchange) -> "Conversation":
        """The conversation one exchange later."""
        return replace(self, exchanges=(*self.exchanges, exchange))

    def with_question(self, question: str) -> "Conversation":
        """The same in which the tutor asked one question more at the end of the last turn."""
        if not self.exchanges:
            opening = f"{self.lesson.opening} {question}"
            return replace(self, lesson=replace(self.lesson, opening=opening))
        *earlier, last = self.exchanges
        return replace(
            self, exchanges=(*earlier, replace(last, tutor=f"{last.tutor} {question}".strip()))
        )
