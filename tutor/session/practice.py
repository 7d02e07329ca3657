"""A practice session: listen, correct, answer, remember, until there is no more."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Sequence
from contextlib import aclosing, suppress

from tutor.domain.audio import Utterance
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.correction import Correction
from tutor.domain.doubted_words import doubt_counts, doubted_again
from tutor.domain.language import SpokenLine, spanish
from tutor.domain.record import SessionRecord, TurnRecord
from tutor.domain.spoken_correction import doubt_line, praise, spoken_lines
from tutor.domain.transcript import typed_transcript
from tutor.errors import (
    AudioFileError,
    LanguageModelError,
    SynthesisError,
    TranscriptionError,
    TutorError,
)
from tutor.session.companion import Companion
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import (
    Corrected,
    Event,
    Heard,
    Listening,
    NothingHeard,
    Problem,
    SessionStarted,
    Speaking,
    Thinking,
    TurnFinished,
    session_ended,
)
from tutor.session.finishing import to_the_end
from tutor.session.replying import Lead, reply_sentences
from tutor.session.turn_in_progress import TurnInProgress
from tutor.session.word_questions import WordQuestions

__all__ = ["Practice"]

Emit = Callable[[Event], None]


class Practice:
    """One sitting over one lesson; run it once."""

    def __init__(self, plan: Plan, equipment: Equipment, emit: Emit) -> None:
        self._plan = plan
        self._with = equipment
        self._emit = emit
        self._session_id = equipment.new_id()
        self._conversation = Conversation(plan.lesson)
        self._companion = Companion(plan, equipment, self._session_id)
        self._words = WordQuestions(equipment.vocabulary, equipment.lexicon)
        self._turns: list[TurnRecord] = []
        self._asked_back = False
        self._unusable = 0
        self._right_in_a_row = 0
        self._doubted = Counter[str]()
        """How often each word was not understood, in the sessions before too."""
        self._told: set[str] = set()
        """The problems already shown in this turn: two jobs may fail for one reason."""

    async def run(self) -> None:
        """Hold the session; every turn is stored before it is answered.

        Raises StoreError and AudioDeviceError, which end the session; SessionEnded is emitted
        in every case, cancellation included.
        """
        clock = self._with.clock
        begun = clock.monotonic()
        lesson = self._plan.lesson
        await self._with.journal.start_session(
            SessionRecord(self._session_id, lesson.id, clock.now())
        )
        self._doubted.update(await self._with.journal.doubted_words())
        self._emit(SessionStarted(self._session_id, lesson, self._plan.destination))
        warming = asyncio.ensure_future(self._warm_up())
        try:
            await self._say([spanish(lesson.opening)])
            await self._companion.opened()
            while clock.monotonic() - begun < self._plan.limit_seconds:
                if not await self._exchange():
                    break
            await self._say([spanish(self._companion.farewell)])
            self._companion.said_goodbye()
        finally:
            warming.cancel()
            await asyncio.gather(warming, return_exceptions=True)
            await to_the_end(self._companion.close(self._turns, self._problem))
            self._emit(session_ended(self._turns, self._unusable))

    async def _warm_up(self) -> None:
        """A failure here is left for the turn that meets it."""
        if self._with.warm_up is not None:
            with suppress(TutorError):
                await self._with.warm_up()

    async def _exchange(self) -> bool:
        """Listen to one turn and answer it; False when the learner has no more."""
        self._told.clear()
        self._emit(Listening())
        try:
            given = await self._with.listener.listen()
        except AudioFileError as error:
            self._unusable += 1
            self._problem(str(error))
            return True
        if given is None:
            return False
        self._emit(Thinking())
        turn = TurnInProgress(len(self._turns) + 1, self._with.clock.monotonic())
        if not await self._hear(given, turn):
            return True
        try:
            await self._answer(turn)
        except asyncio.CancelledError:
            if turn.stored is None:
                await self._store(turn)
            raise
        finally:
            await self._finish(turn)
        return True

    async def _hear(self, given: Utterance | str, turn: TurnInProgress) -> bool:
        """Put what was said into words; False where there were none."""
        if isinstance(given, str):
            turn.transcript = typed_transcript(given)
        else:
            await self._transcribe(given, turn)
        if not turn.transcript.words:
            self._unusable += isinstance(given, Utterance) and bool(given.name)
            self._emit(NothingHeard(given.name if isinstance(given, Utterance) else ""))
            return False
        turn.correction = Correction(turn.transcript.text, turn.transcript.text)
        self._emit(Heard(turn.transcript))
        if isinstance(given, Utterance) and self._with.archive is not None:
            await self._with.archive.keep(self._session_id, turn.number, given)
        return True

    async def _transcribe(self, utterance: Utterance, turn: TurnInProgress) -> None:
        turn.speech_seconds = utterance.speech_seconds
        turn.endpoint_seconds = utterance.endpoint_seconds
        begun = self._with.clock.monotonic()
        try:
            turn.transcript = await self._with.transcriber.transcribe(utterance)
        except TranscriptionError as error:
            self._problem(str(error))
        turn.transcribe_seconds = self._with.clock.monotonic() - begun

    async def _answer(self, turn: TurnInProgress) -> None:
        """Tell a word that was asked for; correct and reply to anything else."""
        said = turn.transcript.text
        intervention = self._companion.intervention(said, self._conversation)
        if intervention is not None:
            turn.is_apart = True
            await self._answer_with(turn, intervention.lines)
            return
        answer = await self._words.answer(said, self._conversation, self._problem)
        if answer is None:
            await self._correct_and_reply(turn)
            return
        turn.asked_word = answer.entry
        await self._answer_with(turn, answer.lines)

    async def _answer_with(self, turn: TurnInProgress, lines: Sequence[SpokenLine]) -> None:
        """Store the turn uncorrected, then say what answers it."""
        await self._store(turn)
        self._emit(Corrected(turn.correction))
        turn.reply += [line.text for line in lines]
        await self._say(lines, turn)

    async def _correct_and_reply(self, turn: TurnInProgress) -> None:
        """Correct and reply at the same time; say the correction first.

        The correction is asked for first: where one model does both, it is needed sooner.
        """
        replies: asyncio.Queue[str | None] = asyncio.Queue()
        correction = asyncio.create_task(self._correct(turn))
        lead = self._companion.lead(turn, self._conversation)
        reply = asyncio.create_task(self._reply(turn.transcript.text, lead, replies))
        try:
            async with aclosing(self._lines(turn, correction, replies)) as lines:
                await self._narrate(lines, turn)
        finally:
            for job in (correction, reply):
                job.cancel()
            await asyncio.gather(correction, reply, return_exceptions=True)

    async def _reply(self, said: str, lead: Lead, replies: asyncio.Queue[str | None]) -> None:
        talk = self._conversation
        try:
            sentences = reply_sentences(self._with.partner, talk, said, self._problem, lead)
            async with aclosing(sentences):
                async for sentence in sentences:
                    replies.put_nowait(sentence)
        finally:
            replies.put_nowait(None)

    async def _lines(
        self,
        turn: TurnInProgress,
        correction: asyncio.Task[None],
        replies: asyncio.Queue[str | None],
    ) -> AsyncGenerator[SpokenLine, None]:
        """Everything the tutor says in this turn; the first line comes after the turn is stored."""
        await correction
        await self._store(turn)
        self._emit(Corrected(turn.correction))
        for line in self._verdict(turn.correction) if turn.is_judged else ():
            yield line
        question = self._question_back(turn.correction)
        if question is not None:
            turn.reply.append(question.text)
            yield question
            return
        while (sentence := await replies.get()) is not None:
            turn.reply.append(sentence)
            yield spanish(sentence)

    def _verdict(self, correction: Correction) -> tuple[SpokenLine, ...]:
        """What is said about how the learner spoke: what was wrong, or, rarely, praise."""
        self._right_in_a_row = 0 if correction.edits else self._right_in_a_row + 1
        praised = praise(self._right_in_a_row)
        return spoken_lines(correction, self._plan.spoken_per_turn) or (
            () if praised is None else (praised,)
        )

    def _question_back(self, correction: Correction) -> SpokenLine | None:
        """What to ask instead of replying where a word was heard uncertainly; not twice running."""
        question = None if self._asked_back else doubt_line(correction)
        self._asked_back = question is not None
        return question

    async def _correct(self, turn: TurnInProgress) -> None:
        begun = self._with.clock.monotonic()
        try:
            turn.correction = await self._with.corrector.correct(turn.transcript)
            turn.is_judged = True
        except LanguageModelError as error:
            self._problem(str(error))
        turn.correct_seconds = self._with.clock.monotonic() - begun

    async def _store(self, turn: TurnInProgress) -> None:
        doubts = turn.correction.doubts
        turn.doubted_again = doubted_again(doubts, self._doubted)
        record, cards = turn.heard(
            self._session_id, self._plan.lesson.id, self._with.new_id, self._with.clock.now()
        )

        async def store() -> None:
            turn.stored = await self._with.journal.record_turn(record, cards)
            self._doubted.update(doubt_counts(doubts))

        await to_the_end(store())

    async def _finish(self, turn: TurnInProgress) -> None:
        """Complete the stored turn with whatever was said; nothing where none is stored."""
        if turn.stored is None:
            return
        record = turn.finished(turn.stored, self._with.clock.monotonic())
        self._turns.append(record)
        if not turn.is_apart:
            self._conversation = self._conversation.with_exchange(
                Exchange(record.transcript.text, record.reply)
            )
        await self._with.journal.finish_turn(record)
        await self._companion.heard(turn, record)
        self._emit(TurnFinished(record))

    async def _narrate(
        self, lines: AsyncIterable[SpokenLine], turn: TurnInProgress | None = None
    ) -> None:
        def on_line(line: SpokenLine) -> None:
            self._emit(Speaking(line))
            if turn is not None:
                turn.sounded(line, self._with.clock.monotonic())

        def on_problem(error: SynthesisError) -> None:
            self._problem(str(error))

        await self._with.narrator.speak(
            lines, self._companion.pace, on_line=on_line, on_problem=on_problem
        )

    async def _say(self, lines: Iterable[SpokenLine], turn: TurnInProgress | None = None) -> None:
        async def each() -> AsyncGenerator[SpokenLine, None]:
            for line in lines:
                yield line

        await self._narrate(each(), turn)

    def _problem(self, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self._emit(Problem(message))
