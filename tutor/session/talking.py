"""The floor passing between two: the tutor says lines, the learner is heard."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, TypeAlias

from tutor.domain.audio import AudioChunk, Speech, Utterance
from tutor.domain.language import Pace, SpokenLine
from tutor.domain.transcript import Transcript, typed_transcript
from tutor.domain.voice_command import IN_REVIEW, VoiceCommand, command_in
from tutor.errors import AudioFileError, SynthesisError, TranscriptionError
from tutor.ports import Listener, Transcriber
from tutor.session.events import Listening, NothingHeard, Problem, Speaking, Thinking
from tutor.session.speaking import Narration, Narrator, in_order

__all__ = ["PASSED_OVER", "Talk", "TalkEvent"]

TalkEvent: TypeAlias = Listening | Thinking | NothingHeard | Speaking | Problem

PASSED_OVER = frozenset({VoiceCommand.SKIP, VoiceCommand.GIVE_UP, VoiceCommand.HINT})
"""The wishes by which a question stays unanswered where there are no hints."""


class _Means(Protocol):
    """What talking works with."""

    @property
    def listener(self) -> Listener: ...
    @property
    def transcriber(self) -> Transcriber: ...
    @property
    def narrator(self) -> Narrator: ...


class Talk:
    """Says and hears, and tells of both; what fails is told, and the talk goes on."""

    def __init__(self, means: _Means, emit: Callable[[TalkEvent], None]) -> None:
        self._with = means
        self._emit = emit
        self.unusable = 0
        """Recordings that could not be read or held no words."""
        self.last: Utterance | None = None
        """The sound of what was heard last; None where it was typed."""
        self.is_interrupted = False
        """Whether the learner has the floor, having talked over what was said last."""
        self._begun: Sequence[AudioChunk] = ()
        """What they have begun to say."""

    async def say(
        self,
        lines: Sequence[SpokenLine],
        pace: Pace,
        on_line: Callable[[SpokenLine], None] = lambda _: None,
    ) -> Narration:
        """Say every line in order; raises AudioDeviceError.

        ``on_line`` is called as each begins to sound. Somebody who is talking over the tutor
        keeps the floor: until they have been heard, nothing is said.
        """

        def sounds(line: SpokenLine) -> None:
            self._emit(Speaking(line))
            on_line(line)

        narration = await self._with.narrator.speak(
            in_order(lines), pace, on_line=sounds, on_problem=self._failed, begun=self._begun
        )
        self._begun, self.is_interrupted = narration.begun, narration.is_interrupted
        return narration

    async def say_one(self, line: SpokenLine, pace: Pace) -> Speech | None:
        """Say a line; how it sounded, None where its voice failed. Raises AudioDeviceError."""
        try:
            speech = await self._with.narrator.speech(line, pace)
        except SynthesisError as error:
            self._failed(error)
            return None
        await self._with.narrator.play(speech, lambda: self._emit(Speaking(line)))
        return speech

    async def hear(self) -> Transcript | None:
        """The next words of the learner; None when there are no more."""
        while True:
            self._emit(Listening())
            begun, self._begun, self.is_interrupted = self._begun, (), False
            try:
                given = await self._with.listener.listen(begun=begun)
            except AudioFileError as error:
                self.unusable += 1
                self.problem(str(error))
                continue
            if given is None:
                return None
            self._emit(Thinking())
            self.last = given if isinstance(given, Utterance) else None
            heard = (
                typed_transcript(given)
                if isinstance(given, str)
                else await self._transcribed(given)
            )
            if heard.words:
                return heard
            name = given.name if isinstance(given, Utterance) else ""
            self.unusable += bool(name)
            self._emit(NothingHeard(name))

    async def ask(
        self,
        lines: Sequence[SpokenLine],
        pace: Pace,
        on_hint: Callable[[], Awaitable[None]] | None = None,
    ) -> tuple[Transcript, VoiceCommand | None] | None:
        """What is answered to these lines, and the wish that it is, if any; None for enough.

        The lines come again, slowly too, as often as that is wished, and after a hint where
        ``on_hint`` gives one.
        """
        if await self.heard_out() is VoiceCommand.FINISH:
            return None
        now = pace
        while True:
            await self.say(lines, now)
            heard = await self.hear()
            if heard is None:
                return None
            match command_in(heard.text, IN_REVIEW):
                case VoiceCommand.REPEAT:
                    now = pace
                case VoiceCommand.SLOWER:
                    now = Pace.SLOW
                case VoiceCommand.HINT if on_hint is not None:
                    await on_hint()
                case VoiceCommand.FINISH:
                    return None
                case wished:
                    return heard, wished

    async def heard_out(self) -> VoiceCommand | None:
        """What somebody wishes who has talked over what was no question; None without a wish.

        FINISH where there is no more to hear.
        """
        if not self.is_interrupted:
            return None
        heard = await self.hear()
        return VoiceCommand.FINISH if heard is None else command_in(heard.text, IN_REVIEW)

    def problem(self, message: str) -> None:
        """Show what went wrong without ending the sitting."""
        self._emit(Problem(message))

    async def _transcribed(self, utterance: Utterance) -> Transcript:
        try:
            return await self._with.transcriber.transcribe(utterance)
        except TranscriptionError as error:
            self.problem(str(error))
            return Transcript(())

    def _failed(self, error: SynthesisError) -> None:
        self.problem(str(error))
