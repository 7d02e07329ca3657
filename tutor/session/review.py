"""A review: due cards, one after the other, until none is left or the learner has had enough."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import time, tzinfo

from tutor.domain.card import CardStatus
from tutor.domain.grading import Grade, rating_for
from tutor.domain.language import Pace
from tutor.domain.question import Question, question_for_card
from tutor.domain.review import Answer, Day, DueCard, DueCounts, ReviewLimits, day_of
from tutor.domain.schedule import Rating
from tutor.domain.voice_command import VoiceCommand
from tutor.ports import Deck, ReviewBook
from tutor.session.asking import Asker, Given, ReviewEquipment, explained
from tutor.session.finishing import to_the_end
from tutor.session.review_events import (
    Graded,
    Regraded,
    ReviewEnded,
    ReviewEvent,
    ReviewStarted,
    Undone,
)

__all__ = ["ReviewPlan", "ReviewSession", "Tally"]


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """What this sitting is to be."""

    zone: tzinfo
    """The learner's, in which a day begins at ``day_begins_at``."""
    limits: ReviewLimits
    day_begins_at: time = time(4)
    most_answers: int | None = None
    """Enough after this many; None: whatever is due."""
    limit_seconds: float = math.inf
    """No question is asked after this long."""
    pace: Pace = Pace.NORMAL


@dataclass(slots=True)
class Tally:
    """The grades given so far, by question."""

    _grades: dict[int, tuple[Grade, str]] = field(default_factory=dict)

    def note(self, number: int, grade: Grade, right: str) -> None:
        """What an answer was worth; a later word about the same question replaces it."""
        self._grades[number] = (grade, right)

    @property
    def answered(self) -> int:
        """How many questions have a grade."""
        return len(self._grades)

    def take_back(self, number: int) -> None:
        """Forget a question."""
        self._grades.pop(number, None)

    def ended(self, *, left: int, unusable: int) -> ReviewEnded:
        """The sitting in numbers."""
        grades = [grade for grade, _ in self._grades.values()]
        missed = [right for grade, right in self._grades.values() if grade is Grade.WRONG]
        return ReviewEnded(
            answered=len(grades),
            exact=grades.count(Grade.EXACT),
            slips=grades.count(Grade.SLIP),
            wrong=grades.count(Grade.WRONG),
            missed=tuple(dict.fromkeys(missed)),
            left=left,
            unusable=unusable,
        )


@dataclass(frozen=True, slots=True)
class _Answered:
    """The answer that may still be overruled."""

    number: int
    answer: Answer
    question: Question


class ReviewSession:
    """One sitting over what is due; run it once."""

    def __init__(
        self,
        plan: ReviewPlan,
        deck: Deck,
        book: ReviewBook,
        equipment: ReviewEquipment,
        emit: Callable[[ReviewEvent], None],
    ) -> None:
        self._plan = plan
        self._deck = deck
        self._book = book
        self._with = equipment
        self._emit = emit
        self._asker = Asker(equipment, plan.pace, emit)
        self._tally = Tally()
        self._number = 0
        self._last: _Answered | None = None
        self._left = 0

    async def run(self) -> None:
        """Ask what is due; every answer is stored before the tutor says what it was worth.

        Raises StoreError and AudioDeviceError, which end the sitting; ReviewEnded is emitted in
        every case, cancellation included.
        """
        begun = self._with.clock.monotonic()
        counts = await self._counts()
        self._emit(ReviewStarted(counts))
        try:
            while (
                self._is_wanted()
                and self._with.clock.monotonic() - begun < self._plan.limit_seconds
            ):
                due = await self._next()
                if due is None or not await self._ask(due):
                    break
        finally:
            self._emit(self._tally.ended(left=self._left, unusable=self._asker.unusable))

    def _is_wanted(self) -> bool:
        most = self._plan.most_answers
        return most is None or self._tally.answered < most

    async def _next(self) -> DueCard | None:
        return await self._book.next_due(self._with.clock.now(), self._today(), self._plan.limits)

    async def _counts(self) -> DueCounts:
        now = self._with.clock.now()
        counts = await self._book.counts(now, self._today(), self._plan.limits)
        self._left = counts.new + counts.learning + counts.review
        return counts

    def _today(self) -> Day:
        return day_of(self._with.clock.now(), self._plan.zone, self._plan.day_begins_at)

    async def _ask(self, due: DueCard) -> bool:
        """Ask one face until it is answered; False when the learner has had enough."""
        self._number += 1
        question = question_for_card(due)
        given = await self._asker.ask(self._number, question, self._overrule)
        if given.command is None:
            await self._answered(due, question, given)
            return True
        self._number -= 1
        if given.command is VoiceCommand.UNDO:
            await self._undo()
            return True
        return False

    async def _answered(self, due: DueCard, question: Question, given: Given) -> None:
        answer = Answer(
            id=self._with.new_id(),
            card_id=due.card.id,
            direction=due.direction,
            rating=rating_for(given.grade),
            at=self._with.clock.now(),
            text=given.heard,
            grade=given.grade,
        )

        async def store() -> None:
            review = await self._book.answer(answer, self._plan.limits)
            card = await self._deck.card(due.card.id)
            self._last = _Answered(self._number, answer, question)
            self._tally.note(self._number, given.grade, question.right)
            self._emit(
                Graded(
                    self._number,
                    question,
                    given.heard,
                    given.grade,
                    answer.rating,
                    card_id=due.card.id,
                    due=review.after.due,
                    is_leech=card.status is CardStatus.LEECH,
                )
            )
            await self._counts()

        await to_the_end(store())
        if given.grade is Grade.WRONG:
            await self._asker.say(explained(question))
        elif given.grade is Grade.SLIP:
            await self._asker.say(question.solution)

    async def _overrule(self, is_right: bool) -> None:  # noqa: FBT001  # what Asker.ask calls
        """Give the last answer the rating that the learner wants for it."""
        last = self._last
        if last is None:
            self._asker.problem("There is no answer yet to be graded otherwise. Answer first.")
            return
        answer = replace(
            last.answer,
            id=self._with.new_id(),
            rating=Rating.GOOD if is_right else Rating.AGAIN,
        )

        async def store() -> None:
            review = await self._book.answer(answer, self._plan.limits, instead_of=last.answer.id)
            self._last = replace(last, answer=answer)
            grade = Grade.EXACT if is_right else Grade.WRONG
            self._tally.note(last.number, grade, last.question.right)
            self._emit(Regraded(last.number, answer.rating, answer.card_id, review.after.due))

        await to_the_end(store())

    async def _undo(self) -> None:
        """Take back the last answer; its card is due again."""
        review = await self._book.undo()
        if review is None:
            self._emit(Undone(None))
            return
        if self._last is not None and self._last.answer.id == review.answer.id:
            self._tally.take_back(self._last.number)
        self._last = None
        await self._counts()
        self._emit(Undone(review.answer.card_id, review.before.due))
