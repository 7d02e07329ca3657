"""A story told slowly, and three questions about it."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from tutor.domain.correction import Correction
from tutor.domain.language import Pace, SpokenLine, spanish
from tutor.domain.story import Story, StoryQuestion, is_answered
from tutor.domain.transcript import Transcript
from tutor.session.corrected_turns import CorrectedTurns, CorrectingEquipment
from tutor.session.talking import Talk
from tutor.session.way_events import StoryAnswered, StoryEnded, Way, WayEvent, WayStarted

__all__ = ["STORY_ID", "StoryPlan", "StorySession"]

STORY_ID = "story"
"""What cards and turns have for a lesson."""
_RIGHT = ("Sí, eso es.", "Exacto.", "Muy bien entendido.")
_TO_BE_TOLD = "Escucha la respuesta."


@dataclass(frozen=True, slots=True)
class StoryPlan:
    """What this sitting is to be."""

    story: Story
    spoken_per_turn: int = 2
    limit_seconds: float = math.inf
    """No question is asked after this long."""
    pace: Pace = Pace.NORMAL
    """Of everything but the story, which is told slowly."""


class StorySession:
    """One story; run it once."""

    def __init__(
        self, plan: StoryPlan, equipment: CorrectingEquipment, emit: Callable[[WayEvent], None]
    ) -> None:
        self._plan = plan
        self._with = equipment
        self._emit = emit
        self._talk = Talk(equipment.asking, emit)
        self._turns = CorrectedTurns(
            equipment, self._talk, STORY_ID, emit, spoken_per_turn=plan.spoken_per_turn
        )
        self._asked = 0
        self._right = 0

    async def run(self) -> None:
        """Tell the story and ask about it; raises StoreError and AudioDeviceError.

        StoryEnded is emitted in every case.
        """
        story, clock = self._plan.story, self._with.asking.clock
        begun = clock.monotonic()
        await self._turns.begin()
        self._emit(WayStarted(Way.STORY, story.title, story.level.value, len(story.questions)))
        try:
            await self._tell()
            for question in story.questions:
                if clock.monotonic() - begun >= self._plan.limit_seconds:
                    break
                if not await self._ask(question):
                    break
        finally:
            self._emit(self._ended())

    async def _tell(self) -> None:
        title = spanish(f"{self._plan.story.title}.")
        lines = [title, *map(spanish, self._plan.story.sentences)]
        await self._talk.say(lines, Pace.SLOW)

    async def _ask(self, question: StoryQuestion) -> bool:
        """Ask until it is answered; False when the learner has had enough."""
        answered = await self._talk.ask([spanish(question.ask)], self._plan.pace, self._tell)
        if answered is None:
            return False
        heard, _ = answered
        await self._answered(question, heard)
        return True

    async def _answered(self, question: StoryQuestion, heard: Transcript) -> None:
        self._asked += 1
        was_right = False

        def reply(correction: Correction) -> list[SpokenLine]:
            nonlocal was_right
            was_right = any(
                is_answered(question, text) for text in (correction.said, correction.better)
            )
            opening = _RIGHT[self._right % len(_RIGHT)] if was_right else _TO_BE_TOLD
            return [spanish(opening), spanish(question.answer)]

        turn = await self._turns.take(heard, self._plan.pace, reply)
        self._right += was_right
        self._emit(
            StoryAnswered(
                self._asked,
                question.ask,
                turn.transcript.text,
                is_right=was_right,
                answer=question.answer,
            )
        )

    def _ended(self) -> StoryEnded:
        turns = self._turns.taken
        return StoryEnded(
            questions=self._asked,
            right=self._right,
            corrections=sum(len(turn.correction.edits) for turn in turns),
            cards=sum(len(turn.card_ids) for turn in turns),
            unusable=self._talk.unusable,
        )
