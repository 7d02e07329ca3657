"""Putting a question aloud and hearing the answer, with everything a learner may wish meanwhile."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor.domain.grading import Grade, grade
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.question import Question
from tutor.domain.voice_command import IN_REVIEW, VoiceCommand, command_in
from tutor.ports import Clock, Lexicon, Listener, Transcriber
from tutor.session.review_events import Asked, HintGiven, ReviewEvent
from tutor.session.speaking import Narrator
from tutor.session.talking import Talk

__all__ = ["Asker", "Given", "ReviewEquipment", "explained"]


@dataclass(frozen=True, slots=True)
class ReviewEquipment:
    """What asking works with."""

    listener: Listener
    transcriber: Transcriber
    narrator: Narrator
    lexicon: Lexicon
    spellers: Mapping[Language, NumberSpeller]
    clock: Clock
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Given:
    """What came back: an answer with its grade, or a wish that the asker cannot fulfil."""

    heard: str = ""
    grade: Grade = Grade.WRONG
    command: VoiceCommand | None = None
    """UNDO or FINISH; None with an answer."""
    is_helped: bool = False
    """Whether a hint was asked for."""


class Asker:
    """Asks one question at a time."""

    def __init__(
        self, equipment: ReviewEquipment, pace: Pace, emit: Callable[[ReviewEvent], None]
    ) -> None:
        self._with = equipment
        self._pace = pace
        self._emit = emit
        self._talk = Talk(equipment, emit)
        self._since_answer: list[SpokenLine] = []
        """What was said since the learner last answered: what *otra vez* says again."""

    @property
    def unusable(self) -> int:
        """Recordings that could not be read or held no words."""
        return self._talk.unusable

    async def ask(
        self, number: int, question: Question, overrule: Callable[[bool], Awaitable[None]]
    ) -> Given:
        """Put the question and wait for its answer; raises AudioDeviceError.

        ``overrule`` is awaited where the learner says that the last answer was right, or was not.
        """
        early = await self._wish_before(overrule)
        if early is not None:
            return Given(command=early)
        hinted = False
        self._emit(Asked(number, question))
        await self.say(question.spoken)
        while True:
            given = await self._talk.hear()
            if given is None:
                return Given(command=VoiceCommand.FINISH)
            heard = given.text.strip()
            graded = self._grade(heard, question)
            command = command_in(heard, IN_REVIEW) if graded is Grade.WRONG else None
            match command:
                case VoiceCommand.WAIT:
                    continue
                case VoiceCommand.REPEAT:
                    await self._talk.say(self._since_answer, self._pace)
                case VoiceCommand.SLOWER:
                    await self._talk.say(self._since_answer, Pace.SLOW)
                case VoiceCommand.HINT:
                    hinted = True
                    self._emit(HintGiven(question.hint))
                case VoiceCommand.RIGHT | VoiceCommand.WRONG:
                    await overrule(command is VoiceCommand.RIGHT)
                case VoiceCommand.SKIP | VoiceCommand.GIVE_UP:
                    self._since_answer.clear()
                    return Given(heard, is_helped=hinted)
                case None:
                    self._since_answer.clear()
                    is_helped = hinted and graded is Grade.EXACT
                    return Given(heard, Grade.SLIP if is_helped else graded, is_helped=hinted)
                case _:
                    return Given(heard, command=command)

    async def _wish_before(
        self, overrule: Callable[[bool], Awaitable[None]]
    ) -> VoiceCommand | None:
        """Hear out whoever talks over what is said of the last answer; UNDO or FINISH, if wished.

        A remark of theirs is no answer: the next question has not been put yet.
        """
        while self._talk.is_interrupted:
            match await self._talk.heard_out():
                case VoiceCommand.UNDO | VoiceCommand.FINISH as command:
                    return command
                case VoiceCommand.RIGHT | VoiceCommand.WRONG as command:
                    await overrule(command is VoiceCommand.RIGHT)
                case VoiceCommand.REPEAT:
                    await self._talk.say(self._since_answer, self._pace)
                case VoiceCommand.SLOWER:
                    await self._talk.say(self._since_answer, Pace.SLOW)
        return None

    async def say(self, lines: Sequence[SpokenLine]) -> None:
        """Say lines that the learner may want to hear again."""
        self._since_answer += lines
        await self._talk.say(lines, self._pace)

    def problem(self, message: str) -> None:
        """Show what went wrong without ending the sitting."""
        self._talk.problem(message)

    def _grade(self, heard: str, question: Question) -> Grade:
        return grade(
            heard,
            question.target,
            facts_of=self._with.lexicon.facts,
            speller=self._with.spellers[question.target.language],
        )


def explained(question: Question) -> tuple[SpokenLine, ...]:
    """What is said after a wrong answer: what is right, and why."""
    why = question.explanation
    if why is None or not why.spanish:
        return question.solution
    return (
        *question.solution,
        SpokenLine(Language.SPANISH, why.spanish),
        SpokenLine(Language.ENGLISH, why.english),
    )
