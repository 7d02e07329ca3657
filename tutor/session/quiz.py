"""A quiz: chosen questions, each once, and what was missed goes into the deck."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tutor.domain.card import Card
from tutor.domain.grading import Grade, rating_for
from tutor.domain.language import Pace
from tutor.domain.question import Question
from tutor.domain.schedule import Rating
from tutor.domain.voice_command import VoiceCommand
from tutor.ports import Deck
from tutor.session.asking import Asker, Given, ReviewEquipment, explained
from tutor.session.finishing import to_the_end
from tutor.session.review import Tally
from tutor.session.review_events import Graded, QuizStarted, Regraded, ReviewEvent, Undone

__all__ = ["QuizItem", "QuizPlan", "QuizSession"]


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question, and the card that it becomes where it is missed."""

    question: Question
    card: Card


@dataclass(frozen=True, slots=True)
class QuizPlan:
    """What this sitting is to be."""

    items: Sequence[QuizItem]
    limit_seconds: float = math.inf
    """No question is asked after this long."""
    pace: Pace = Pace.NORMAL


class QuizSession:
    """One sitting over a list of questions; run it once."""

    def __init__(
        self,
        plan: QuizPlan,
        deck: Deck,
        equipment: ReviewEquipment,
        emit: Callable[[ReviewEvent], None],
    ) -> None:
        self._plan = plan
        self._deck = deck
        self._with = equipment
        self._emit = emit
        self._asker = Asker(equipment, plan.pace, emit)
        self._tally = Tally()
        self._kept: dict[int, Card] = {}
        """By number, the cards that missed questions have become."""
        self._asked = 0

    async def run(self) -> None:
        """Ask every question; a missed one is in the deck before the tutor says so.

        Raises StoreError and AudioDeviceError; ReviewEnded is emitted in every case.
        """
        clock = self._with.clock
        begun = clock.monotonic()
        self._emit(QuizStarted(len(self._plan.items)))
        try:
            while self._asked < len(self._plan.items):
                if clock.monotonic() - begun >= self._plan.limit_seconds or not await self._ask():
                    break
        finally:
            left = len(self._plan.items) - self._asked
            self._emit(self._tally.ended(left=left, unusable=self._asker.unusable))

    async def _ask(self) -> bool:
        """Ask the next question until it is answered; False when the learner has had enough."""
        number, item = self._asked + 1, self._plan.items[self._asked]
        given = await self._asker.ask(number, item.question, self._overrule)
        if given.command is VoiceCommand.UNDO:
            await self._undo()
            return True
        if given.command is not None:
            return False
        await self._answered(number, item, given)
        return True

    async def _answered(self, number: int, item: QuizItem, given: Given) -> None:
        async def store() -> None:
            await self._note(number, given.grade, is_helped=given.is_helped)
            self._asked = number
            self._emit(
                Graded(
                    number,
                    item.question,
                    given.heard,
                    given.grade,
                    rating_for(given.grade),
                    card_id=self._card_id(number),
                )
            )

        await to_the_end(store())
        if given.grade is not Grade.EXACT:
            await self._asker.say(explained(item.question))

    async def _note(self, number: int, grade: Grade, *, is_helped: bool = False) -> None:
        """Count a grade, and have the deck hold what was missed or needed a hint, nothing else."""
        item = self._plan.items[number - 1]
        kept = self._kept.pop(number, None)
        if grade is Grade.WRONG or is_helped:
            self._kept[number] = kept or (await self._deck.add([item.card]))[0]
        elif kept is not None and kept.id == item.card.id and not kept.repetitions:
            await self._deck.delete(kept.id)
        self._tally.note(number, grade, item.question.right)

    async def _overrule(self, is_right: bool) -> None:  # noqa: FBT001  # what Asker.ask calls
        """Grade the last answer as the learner wants."""
        if not self._asked:
            self._asker.problem("There is no answer yet to be graded otherwise. Answer first.")
            return
        number = self._asked

        async def store() -> None:
            await self._note(number, Grade.EXACT if is_right else Grade.WRONG)
            rating = Rating.GOOD if is_right else Rating.AGAIN
            self._emit(Regraded(number, rating, self._card_id(number)))

        await to_the_end(store())

    async def _undo(self) -> None:
        """Go back to the question before."""
        if not self._asked:
            self._emit(Undone(None))
            return
        card_id = self._card_id(self._asked)
        await self._note(self._asked, Grade.EXACT)
        self._tally.take_back(self._asked)
        self._asked -= 1
        self._emit(Undone(card_id))

    def _card_id(self, number: int) -> str | None:
        kept = self._kept.get(number)
        return None if kept is None else kept.id
