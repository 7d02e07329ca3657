"""Finding the learner's level: prompts that become harder as long as they are answered well."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor.domain.language import Language, Pace, SpokenLine, english, spanish
from tutor.domain.lesson import Level
from tutor.domain.placement import (
    MOST_AT_A_LEVEL,
    Placement,
    Prompt,
    PromptKind,
    Step,
    evidence_of,
    next_prompt,
    placed,
)
from tutor.domain.transcript import Transcript
from tutor.errors import LanguageModelError
from tutor.ports import Corrector
from tutor.session.asking import ReviewEquipment
from tutor.session.talking import PASSED_OVER, Talk
from tutor.session.way_events import (
    PlacementEnded,
    PromptAnswered,
    Way,
    WayEvent,
    WayStarted,
)

__all__ = ["PlacementPlan", "PlacementSession"]

_WELCOME = (
    spanish("Vamos a ver cuánto español hablas. Contesta como puedas; si no sabes, di: no sé."),
    english("Let us see how much Spanish you speak. If you do not know, say: no sé."),
)
_MOST_PROMPTS = 3 * MOST_AT_A_LEVEL
_TO_BE_SAID = "How do you say this in Spanish?"


@dataclass(frozen=True, slots=True)
class PlacementPlan:
    """What may be asked, by level, in its order."""

    prompts: Mapping[Level, Sequence[Prompt]]
    limit_seconds: float = math.inf
    """Nothing is asked after this long."""
    pace: Pace = Pace.NORMAL


class PlacementSession:
    """One placement; run it once."""

    def __init__(
        self,
        plan: PlacementPlan,
        equipment: ReviewEquipment,
        corrector: Corrector,
        emit: Callable[[WayEvent], None],
    ) -> None:
        self._plan = plan
        self._with = equipment
        self._corrector = corrector
        self._emit = emit
        self._talk = Talk(equipment, emit)
        self._steps: list[Step] = []
        self._is_complete = False

    async def run(self) -> None:
        """Ask until the level is found; raises AudioDeviceError.

        PlacementEnded is emitted in every case, complete or not. Nothing is corrected aloud.
        """
        begun = self._with.clock.monotonic()
        self._emit(WayStarted(Way.PLACEMENT, "", "", _MOST_PROMPTS))
        try:
            await self._talk.say(_WELCOME, self._plan.pace)
            while self._with.clock.monotonic() - begun < self._plan.limit_seconds:
                prompt = next_prompt(self._steps, self._plan.prompts)
                self._is_complete = prompt is None
                if prompt is None or not await self._ask(prompt):
                    break
        finally:
            self._emit(PlacementEnded(self._result(), self._is_complete, self._talk.unusable))

    def _result(self) -> Placement:
        return placed(self._steps)

    async def _ask(self, prompt: Prompt) -> bool:
        """Put a prompt until it is answered; False when the learner has had enough."""
        answered = await self._talk.ask(_lines(prompt), self._plan.pace)
        if answered is None:
            return False
        heard, wished = answered
        if wished in PASSED_OVER:
            self._note(prompt, heard.text, said="", errors=0)
        else:
            self._note(prompt, heard.text, _spanish_of(heard), await self._errors(heard))
        return True

    def _note(self, prompt: Prompt, heard: str, said: str, errors: int) -> None:
        step = Step(prompt, evidence_of(prompt, said, errors))
        self._steps.append(step)
        self._emit(PromptAnswered(len(self._steps), step, heard))

    async def _errors(self, heard: Transcript) -> int:
        try:
            return len((await self._corrector.correct(heard)).edits)
        except LanguageModelError as error:
            self._talk.problem(str(error))
            return 0


def _lines(prompt: Prompt) -> tuple[SpokenLine, ...]:
    if prompt.kind is PromptKind.OPEN:
        return (spanish(prompt.text),)
    return (english(_TO_BE_SAID), english(prompt.text))


def _spanish_of(heard: Transcript) -> str:
    """What was said in Spanish: nothing where all was English."""
    return heard.text if heard.language is Language.SPANISH else ""
