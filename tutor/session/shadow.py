"""Shadowing: the tutor says a line, the learner says it after them."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tutor.domain.audio import Speech
from tutor.domain.language import Language, Pace, spanish
from tutor.domain.shadowing import (
    Mark,
    Shadowed,
    shadowed,
    with_numbers_in_words,
    words_per_minute,
)
from tutor.domain.splicing import trimmed
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import Transcript
from tutor.domain.voice_command import IN_REVIEW, VoiceCommand, command_in
from tutor.session.asking import ReviewEquipment
from tutor.session.talking import Talk
from tutor.session.way_events import LineShadowed, ShadowEnded, Way, WayEvent, WayStarted

__all__ = ["ShadowPlan", "ShadowSession"]

_WORDS_NAMED = 5
"""Words worth saying again that the end of a sitting names."""


@dataclass(frozen=True, slots=True)
class ShadowPlan:
    """What this sitting is to be."""

    title: str
    level: str
    lines: tuple[str, ...]
    limit_seconds: float = math.inf
    """No line is begun after this long."""
    pace: Pace = Pace.NORMAL


@dataclass(frozen=True, slots=True)
class _Attempt:
    result: Shadowed
    speech: Speech | None
    heard: Transcript


class ShadowSession:
    """One sitting over a list of lines; run it once."""

    def __init__(
        self, plan: ShadowPlan, equipment: ReviewEquipment, emit: Callable[[WayEvent], None]
    ) -> None:
        self._plan = plan
        self._with = equipment
        self._emit = emit
        self._talk = Talk(equipment, emit)
        self._last: dict[int, _Attempt] = {}
        """By number, the last attempt at each line."""

    async def run(self) -> None:
        """Say every line and hear it repeated; raises AudioDeviceError.

        ShadowEnded is emitted in every case.
        """
        plan = self._plan
        begun = self._with.clock.monotonic()
        self._emit(WayStarted(Way.SHADOW, plan.title, plan.level, len(plan.lines)))
        try:
            for number, line in enumerate(plan.lines, start=1):
                if self._with.clock.monotonic() - begun >= plan.limit_seconds:
                    break
                if not await self._line(number, line):
                    break
        finally:
            self._emit(self._ended())

    async def _line(self, number: int, line: str) -> bool:
        """A line, once more slowly where little of it came across; False where there is no more."""
        for pace in dict.fromkeys((self._plan.pace, Pace.SLOW)):
            attempt = await self._attempt(line, pace)
            if attempt is None:
                return False
            if isinstance(attempt, VoiceCommand):
                return attempt is VoiceCommand.SKIP
            self._last[number] = attempt
            self._emit(
                LineShadowed(
                    number,
                    line,
                    attempt.heard.text,
                    attempt.result,
                    _tutors_pace(attempt.speech),
                    is_slow=pace is Pace.SLOW,
                )
            )
            if not attempt.result.is_to_be_repeated:
                break
        return True

    async def _attempt(self, line: str, pace: Pace) -> _Attempt | VoiceCommand | None:
        """A repetition, or SKIP or FINISH; None where the learner has no more."""
        while True:
            speech = await self._talk.say_one(spanish(line), pace)
            heard = await self._talk.hear()
            if heard is None:
                return None
            spelled = with_numbers_in_words(heard, self._with.spellers[Language.SPANISH])
            result = shadowed(line, spelled)
            command = command_in(heard.text, IN_REVIEW) if result.is_to_be_repeated else None
            match command:
                case VoiceCommand.REPEAT:
                    continue
                case VoiceCommand.SLOWER:
                    pace = Pace.SLOW
                case VoiceCommand.SKIP | VoiceCommand.GIVE_UP | VoiceCommand.FINISH:
                    return command
                case _:
                    return _Attempt(result, speech, heard)

    def _ended(self) -> ShadowEnded:
        attempts = list(self._last.values())
        words = [word for attempt in attempts for word in attempt.result.words]
        marks = Counter(word.mark for word in words)
        pauses = [pause for attempt in attempts for pause in attempt.result.pauses]
        doubtful = sorted(
            (word for word in words if word.mark is not Mark.CLEAR),
            key=lambda word: (word.mark is Mark.UNCLEAR, word.probability),
        )
        return ShadowEnded(
            lines=len(attempts),
            words=len(words),
            clear=marks[Mark.CLEAR],
            unclear=marks[Mark.UNCLEAR],
            other=marks[Mark.OTHER],
            missing=marks[Mark.MISSING],
            words_per_minute=_mean(attempt.result.words_per_minute for attempt in attempts),
            tutor_words_per_minute=_mean(_tutors_pace(attempt.speech) for attempt in attempts),
            pauses=len(pauses),
            longest_pause_seconds=max(pauses, default=0.0),
            least_clear=tuple(dict.fromkeys(word.text for word in doubtful))[:_WORDS_NAMED],
            unusable=self._talk.unusable,
        )


def _tutors_pace(speech: Speech | None) -> float | None:
    if speech is None:
        return None
    return words_per_minute(len(tokenize(speech.line.text)), trimmed(speech.audio).duration_seconds)


def _mean(paces: Iterable[float | None]) -> float | None:
    known = [pace for pace in paces if pace is not None]
    return sum(known) / len(known) if known else None
