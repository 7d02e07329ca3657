"""A practice session: listen, correct, answer, remember, until there is no more."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from tutor.domain.audio import AudioChunk, Utterance
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.language import Pace, SpokenLine, spanish
from tutor.domain.record import SessionRecord
from tutor.domain.stock_phrases import follow_up
from tutor.domain.telling import REHEARSAL_LINE, Telling, gravest_first, lines_at_the_end
from tutor.domain.voice_command import Wish
from tutor.errors import AudioFileError, SynthesisError, TutorError
from tutor.session.companion import Companion
from tutor.session.draft import Advisers, Draft, Talk
from tutor.session.drafting import Drafter
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import (
    Attempted,
    Corrected,
    Event,
    Heard,
    Listening,
    NothingHeard,
    SessionEnded,
    SessionStarted,
    Speaking,
    Thinking,
    TurnFinished,
    Wished,
)
from tutor.session.finishing import to_the_end
from tutor.session.kept_turns import KeptTurns
from tutor.session.prompting import Attempt, Pending
from tutor.session.speaking import in_order
from tutor.session.told_problems import ToldProblems
from tutor.session.turn_in_progress import TurnInProgress
from tutor.session.wishes import Wishes

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
        self._wishes = Wishes(plan, equipment)
        self._companion = Companion(plan, equipment, self._session_id)
        self._advisers = Advisers(self._wishes, self._companion)
        self._turns = KeptTurns(equipment, self._session_id, plan.lesson.id)
        self._pending: Pending | None = None
        """The sentence that the learner was asked to mend."""
        self._drafter = Drafter(self._begin, equipment.clock)
        self._asked_back = False
        self._unusable = 0
        self._right_in_a_row = 0
        self._begun: Sequence[AudioChunk] = ()
        """What the learner has begun to say, over the tutor."""
        self._problems = ToldProblems(emit)

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
        await self._turns.begin()
        self._emit(SessionStarted(self._session_id, lesson, self._plan.destination))
        warming = asyncio.ensure_future(self._warm_up())
        try:
            rehearses = self._plan.telling is Telling.AT_THE_END
            await self._say(map(spanish, [*[REHEARSAL_LINE] * rehearses, lesson.opening]))
            await self._companion.opened()
            while clock.monotonic() - begun < self._plan.limit_seconds:
                if not await self._exchange():
                    break
            await self._settle()
            if rehearses and self._wishes.are_corrections_spoken:
                await self._tell_corrections()
            await self._say([spanish(self._companion.farewell)])
            self._companion.said_goodbye()
        finally:
            warming.cancel()
            await asyncio.gather(warming, return_exceptions=True)
            await self._drafter.reset()
            await to_the_end(self._companion.close(self._turns.taken, self._problems.tell))
            self._emit(SessionEnded.of(self._turns.taken, self._unusable))

    async def _warm_up(self) -> None:
        """A failure here is left for the turn that meets it."""
        if self._with.warm_up is not None:
            with suppress(TutorError):
                await self._with.warm_up()

    async def _exchange(self) -> bool:
        """Listen to one turn and answer it; False when the learner has no more."""
        self._problems.next_turn()
        self._emit(Listening())
        getting_ready = asyncio.ensure_future(self._get_ready())
        try:
            begun, self._begun = self._begun, ()
            given = await self._with.listener.listen(self._drafter, begun=begun)
        except AudioFileError as error:
            self._unusable += 1
            self._problems.tell(str(error))
            return True
        finally:
            getting_ready.cancel()
            await asyncio.gather(getting_ready, return_exceptions=True)
        if given is None:
            return False
        self._emit(Thinking())
        draft = self._drafter.taken(given)
        try:
            return await self._take_turn(draft)
        finally:
            await draft.close()
            await self._drafter.reset()

    async def _get_ready(self) -> None:
        """Do what the next turn needs and what is known before it; nothing is told of a failure."""
        with suppress(TutorError):
            if self._with.partner is not None:
                await self._with.partner.get_ready(self._conversation)
            await self._with.narrator.speech(spanish(follow_up(self._conversation)), self._pace)

    async def _take_turn(self, draft: Draft) -> bool:
        """Obey or answer what was given, if it held words; False when the learner has enough."""
        turn = self._turns.next_turn()
        draft.commit(self._problems.tell_of_model)
        if not await self._hear(draft, turn):
            return True
        wish = draft.wish
        if wish is not None:
            self._emit(Wished(wish.command, wish.topic))
            if wish.asked is None:
                return await self._obey(wish)
        if self._pending is not None:
            await draft.judged()
            if draft.attempt is not None:
                await self._mend(draft, draft.attempt)
                return True
        if isinstance(draft.given, Utterance) and self._with.archive is not None:
            await self._with.archive.keep(self._session_id, turn.number, draft.given)
        try:
            await self._answer(draft, turn)
        except asyncio.CancelledError:
            if turn.stored is None:
                await self._turns.store(turn)
            raise
        finally:
            await self._finish(turn)
        return True

    async def _obey(self, wish: Wish) -> bool:
        """Do what is no turn of the talk; False when the learner has had enough."""
        answer = await self._wishes.answer(wish, self._conversation, self._problems.tell_of_model)
        self._conversation = answer.conversation or self._conversation
        await self._say(answer.lines)
        return not answer.is_last

    async def _hear(self, draft: Draft, turn: TurnInProgress) -> bool:
        """Wait for the learner's words; False where there were none."""
        given = draft.given
        turn.hear(given, await draft.heard(), draft.transcribe_seconds)
        if not turn.transcript.words:
            self._unusable += isinstance(given, Utterance) and bool(given.name)
            self._emit(NothingHeard(given.name if isinstance(given, Utterance) else ""))
            return False
        self._emit(Heard(turn.transcript))
        return True

    async def _answer(self, draft: Draft, turn: TurnInProgress) -> None:
        """Store what was said and what was wrong with it; then say what was drafted."""
        turn.correction = await draft.judged()
        turn.correct_seconds = draft.correct_seconds
        turn.asked_word, turn.is_apart = draft.answer, draft.intervention is not None
        if turn.is_apart:
            await self._settle()
        await self._turns.store(turn)
        if draft.prompt:
            self._pending = Pending(turn, draft.lead, draft.talk.spoken_per_turn)
        elif self._plan.telling is not Telling.AT_THE_END:
            self._emit(Corrected(turn.correction))
        self._companion.took(draft.intervention)
        if draft.signs is not None:
            self._companion.led(draft.signs, draft.lead)
            self._right_in_a_row = 0 if turn.correction.edits else self._right_in_a_row + 1
            self._asked_back = draft.asks_back
        await self._play(draft, turn)

    async def _play(self, draft: Draft, turn: TurnInProgress) -> None:
        """Say what was drafted, as a part of a turn."""

        def on_line(line: SpokenLine) -> None:
            self._emit(Speaking(line))
            turn.sounded(line, self._with.clock.monotonic(), is_reply=not draft.is_verdict(line))

        narration = await draft.narration.play(on_line=on_line, on_problem=self._voice_problem)
        self._begun = narration.begun
        if narration.is_interrupted:
            turn.broken_off(narration.said)

    def _begin(self, given: Utterance | str, earlier: Draft | None) -> Draft:
        talk = Talk(
            conversation=self._conversation,
            right_in_a_row=self._right_in_a_row,
            may_ask_back=not self._asked_back and self._plan.telling is not Telling.AT_THE_END,
            spoken_per_turn=self._plan.spoken_per_turn * self._wishes.are_corrections_spoken,
            pace=self._pace,
            lesson_leads=self._plan.lesson_leads,
            telling=self._plan.telling,
            pending=self._pending,
        )
        return Draft(given, talk, self._with, self._advisers, earlier)

    async def _mend(self, draft: Draft, attempt: Attempt) -> None:
        """Tell what an attempt is worth and answer the turn that it mends."""
        turn, self._pending = attempt.pending.turn, None
        turn.goes_on()
        self._emit(Attempted(attempt.is_mended))
        self._emit(Corrected(turn.correction))
        try:
            await self._play(draft, turn)
        finally:
            await self._finish(turn)

    async def _settle(self) -> None:
        """Let be what the learner was asked to mend; it is told, not said."""
        if self._pending is not None:
            turn, self._pending = self._pending.turn, None
            self._emit(Corrected(turn.correction))
            await self._finish(turn)

    async def _tell_corrections(self) -> None:
        """One after the other; nothing to somebody for whom the lesson waits."""
        if self._companion.is_paused or not self._turns.taken:
            return
        ranked = gravest_first([turn.correction for turn in self._turns.taken])
        first, *each = lines_at_the_end(ranked)
        await self._say(first)
        for correction, lines in zip(ranked, each, strict=True):
            self._emit(Corrected(correction))
            await self._say(lines)

    async def _finish(self, turn: TurnInProgress) -> None:
        """Complete the stored turn with whatever was said; nothing where none is stored."""
        record = await self._turns.finish(turn)
        if record is None:
            return
        self._wishes.spoken(turn.said_last)
        if self._pending is not None and self._pending.turn is turn:
            return
        if turn.asked_word is None and not turn.is_apart:
            exchange = Exchange(record.transcript.text, record.reply)
            self._conversation = self._conversation.with_exchange(exchange)
        await self._companion.heard(turn, record)
        self._emit(TurnFinished(record))

    @property
    def _pace(self) -> Pace:
        """As the learner wishes; else as they need it."""
        return self._wishes.pace or self._companion.pace

    async def _say(self, lines: Iterable[SpokenLine]) -> None:
        narration = await self._with.narrator.speak(
            in_order(lines),
            self._pace,
            on_line=lambda line: self._emit(Speaking(line)),
            on_problem=self._voice_problem,
        )
        self._begun = narration.begun

    def _voice_problem(self, error: SynthesisError) -> None:
        self._problems.tell(str(error))
