"""Putting a question aloud and hearing the answer, with everything a learner may wish meanwhile."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor.domain.audio import Utterance
from tutor.domain.grading import Grade, grade
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.question import Question
from tutor.domain.voice_command import IN_REVIEW, VoiceCommand, recognised
from tutor.errors import AudioFileError, SynthesisError, TranscriptionError
from tutor.ports import Clock, Lexicon, Listener, Transcriber
from tutor.session.events import Listening, NothingHeard, Problem, Speaking, Thinking
from tutor.session.review_events import Asked, HintGiven, ReviewEvent
from tutor.session.speaking import Narrator

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
        self._since_answer: list[SpokenLine] = []
        """What was said since the learner last answered: what *otra vez* says again."""
        self.unusable = 0

    async def ask(
        self, number: int, question: Question, overrule: Callable[[bool], Awaitable[None]]
    ) -> Given:
        """Put the question and wait for its answer; raises AudioDeviceError.

        ``overrule`` is awaited where the learner says that the last answer was right, or was not.
        """
        hinted = False
        self._emit(Asked(number, question))
        await self.say(question.spoken)
        while True:
            heard = await self._hear()
            if heard is None:
                return Given(command=VoiceCommand.FINISH)
            graded = self._grade(heard, question)
            wish = recognised(heard, IN_REVIEW) if graded is Grade.WRONG else None
            command = None if wish is None else wish.command
            match command:
                case VoiceCommand.WAIT:
                    continue
                case VoiceCommand.REPEAT:
                    await self._narrate(self._since_answer, self._pace)
                case VoiceCommand.SLOWER:
                    await self._narrate(self._since_answer, Pace.SLOW)
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

    async def say(self, lines: Sequence[SpokenLine]) -> None:
        """Say lines that the learner may want to hear again."""
        self._since_answer += lines
        await self._narrate(lines, self._pace)

    def problem(self, message: str) -> None:
        """Show what went wrong without ending the sitting."""
        self._emit(Problem(message))

    def _grade(self, heard: str, question: Question) -> Grade:
        return grade(
            heard,
            question.target,
            facts_of=self._with.lexicon.facts,
            speller=self._with.spellers[question.target.language],
        )

    async def _hear(self) -> str | None:
        """The next words; None when there are no more."""
        while True:
            self._emit(Listening())
            try:
                given = await self._with.listener.listen()
            except AudioFileError as error:
                self.unusable += 1
                self.problem(str(error))
                continue
            if given is None:
                return None
            self._emit(Thinking())
            text = given.strip() if isinstance(given, str) else await self._transcribed(given)
            if text:
                return text
            name = given.name if isinstance(given, Utterance) else ""
            self.unusable += bool(name)
            self._emit(NothingHeard(name))

    async def _transcribed(self, utterance: Utterance) -> str:
        try:
            return (await self._with.transcriber.transcribe(utterance)).text
        except TranscriptionError as error:
            self.problem(str(error))
            return ""

    async def _narrate(self, lines: Sequence[SpokenLine], pace: Pace) -> None:
        async def each() -> AsyncGenerator[SpokenLine, None]:
            for line in lines:
                yield line

        def on_line(line: SpokenLine) -> None:
            self._emit(Speaking(line))

        def on_problem(error: SynthesisError) -> None:
            self.problem(str(error))

        await self._with.narrator.speak(each(), pace, on_line=on_line, on_problem=on_problem)


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
