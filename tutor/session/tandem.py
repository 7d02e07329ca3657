"""The English half of an exchange: the tutor plays the learner, and the learner corrects it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tutor.domain.language import Pace, english, spanish
from tutor.domain.tandem import EnglishMistake, is_explained, is_mended
from tutor.session.asking import ReviewEquipment
from tutor.session.talking import PASSED_OVER, Talk
from tutor.session.way_events import MistakeMended, TandemEnded, Way, WayEvent, WayStarted

__all__ = ["TandemPlan", "TandemSession"]

_HALF_TIME = (
    spanish("Ahora cambiamos de papel."),
    english(
        "Now we change roles. I am still your tutor, a program. I play somebody who speaks Spanish"
        " and is learning English."
    ),
    english("I make mistakes. Please tell me what is wrong, in English."),
)
_IS_IT_RIGHT = "Did I say that right?"
_WHAT_INSTEAD = "Hmm, what should I say instead?"
_WHY = ("Thank you! Why is that?", "Oh, thank you! Can you tell me why?")
_THANKS = ("Thank you, now I see.", "Ah, that makes sense. Thank you.", "Thanks for explaining.")
_LOOKED_UP = "I have looked it up. It should be:"
_LEAVE = english("Thank you for your help. See you next time!")


@dataclass(frozen=True, slots=True)
class TandemPlan:
    """What this half is to be."""

    mistakes: Sequence[EnglishMistake]
    limit_seconds: float = math.inf
    """No sentence is begun after this long."""
    pace: Pace = Pace.NORMAL


class TandemSession:
    """One English half; run it once."""

    def __init__(
        self, plan: TandemPlan, equipment: ReviewEquipment, emit: Callable[[WayEvent], None]
    ) -> None:
        self._plan = plan
        self._with = equipment
        self._emit = emit
        self._talk = Talk(equipment, emit)
        self._told: list[MistakeMended] = []

    async def run(self) -> None:
        """Make mistakes until the time is over; raises AudioDeviceError.

        TandemEnded is emitted in every case.
        """
        begun = self._with.clock.monotonic()
        self._emit(WayStarted(Way.EXCHANGE, "English", "", len(self._plan.mistakes)))
        try:
            await self._talk.say(_HALF_TIME, self._plan.pace)
            for number, mistake in enumerate(self._plan.mistakes, start=1):
                if self._with.clock.monotonic() - begun >= self._plan.limit_seconds:
                    break
                if not await self._make(number, mistake):
                    break
            await self._talk.say([_LEAVE], self._plan.pace)
        finally:
            self._emit(
                TandemEnded(
                    mistakes=len(self._told),
                    mended=sum(one.is_mended for one in self._told),
                    explained=sum(one.is_explained for one in self._told),
                    unusable=self._talk.unusable,
                )
            )

    async def _make(self, number: int, mistake: EnglishMistake) -> bool:
        """Say a sentence and have it mended and explained; False where there is no more."""
        said = await self._ask(mistake.wrong, _IS_IT_RIGHT)
        if said is None:
            return False
        heard = [said]
        if said and not is_mended(mistake, said):
            said = await self._ask(_WHAT_INSTEAD)
            heard += [] if said is None else [said]
        mended = any(is_mended(mistake, one) for one in heard)
        explained = any(is_explained(mistake, one) for one in heard)
        if mended and not explained:
            why = await self._ask(mistake.right, _WHY[number % len(_WHY)])
            said = why
            explained = why is not None and is_explained(mistake, why)
            heard += [] if why is None else [why]
        elif mended:
            await self._talk.say([english(mistake.right)], self._plan.pace)
        if mended:
            await self._talk.say([english(_THANKS[number % len(_THANKS)])], self._plan.pace)
        else:
            await self._talk.say([english(_LOOKED_UP), english(mistake.right)], self._plan.pace)
        result = MistakeMended(
            number,
            mistake.wrong,
            mistake.right,
            tuple(heard),
            is_mended=mended,
            is_explained=explained,
        )
        self._told.append(result)
        self._emit(result)
        return said is not None

    async def _ask(self, *texts: str) -> str | None:
        """Say and hear; empty for a mistake to be passed over, None where there is no more."""
        answered = await self._talk.ask([english(text) for text in texts], self._plan.pace)
        if answered is None:
            return None
        heard, wished = answered
        return "" if wished in PASSED_OVER else heard.text
