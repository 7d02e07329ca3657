"""Turns that are corrected, stored and told, where something else than a talk is practised."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tutor.domain.correction import Correction
from tutor.domain.language import Pace, SpokenLine
from tutor.domain.record import SessionRecord, TurnRecord
from tutor.domain.spoken_correction import spoken_lines
from tutor.domain.transcript import Transcript
from tutor.errors import LanguageModelError
from tutor.ports import Corrector, Journal
from tutor.session.asking import ReviewEquipment
from tutor.session.events import Corrected, Heard, TurnFinished
from tutor.session.finishing import to_the_end
from tutor.session.talking import Talk
from tutor.session.turn_in_progress import TurnInProgress
from tutor.session.way_events import WayEvent

__all__ = ["CorrectedTurns", "CorrectingEquipment"]


@dataclass(frozen=True, slots=True)
class CorrectingEquipment:
    """What asking works with, and what says what was wrong and remembers it."""

    asking: ReviewEquipment
    corrector: Corrector
    journal: Journal


class CorrectedTurns:
    """Takes one turn after another; each is stored before it is answered."""

    def __init__(
        self,
        equipment: CorrectingEquipment,
        talk: Talk,
        lesson_id: str,
        emit: Callable[[WayEvent], None],
        *,
        spoken_per_turn: int,
    ) -> None:
        """``spoken_per_turn``: corrections of a turn said aloud; the rest are shown and stored."""
        self._with = equipment
        self._talk = talk
        self._lesson_id = lesson_id
        self._emit = emit
        self._spoken_per_turn = spoken_per_turn
        self._session_id = equipment.asking.new_id()
        self.taken: list[TurnRecord] = []

    async def begin(self) -> None:
        """Note that the sitting has begun; raises StoreError."""
        now = self._with.asking.clock.now()
        await self._with.journal.start_session(
            SessionRecord(self._session_id, self._lesson_id, now)
        )

    async def take(
        self,
        heard: Transcript,
        pace: Pace,
        reply: Callable[[Correction], Sequence[SpokenLine]],
    ) -> TurnRecord:
        """Correct a turn, store it with its cards, tell what was wrong, and reply.

        Raises StoreError and AudioDeviceError.
        """
        clock = self._with.asking.clock
        turn = TurnInProgress(len(self.taken) + 1, clock.monotonic(), heard)
        if self._talk.last is not None:
            turn.speech_seconds = self._talk.last.speech_seconds
            turn.endpoint_seconds = self._talk.last.endpoint_seconds
        self._emit(Heard(heard))
        await self._correct(turn)
        record, cards = turn.heard(
            self._session_id, self._lesson_id, self._with.asking.new_id, clock.now()
        )

        async def store() -> None:
            turn.stored = await self._with.journal.record_turn(record, cards)

        await to_the_end(store())
        self._emit(Corrected(turn.correction))
        lines = reply(turn.correction)
        told = spoken_lines(turn.correction, self._spoken_per_turn)
        try:
            narration = await self._talk.say(
                (*told, *lines),
                pace,
                lambda line: turn.sounded(line, clock.monotonic(), is_reply=line in lines),
            )
            if narration.is_interrupted:
                turn.broken_off(narration.said)
        finally:
            finished = turn.finished(turn.stored or record, clock.monotonic())
            self.taken.append(finished)
            await asyncio.shield(self._with.journal.finish_turn(finished))
        self._emit(TurnFinished(finished))
        return finished

    async def _correct(self, turn: TurnInProgress) -> None:
        turn.correction = Correction(turn.transcript.text, turn.transcript.text)
        begun = self._with.asking.clock.monotonic()
        try:
            turn.correction = await self._with.corrector.correct(turn.transcript)
        except LanguageModelError as error:
            self._talk.problem(str(error))
        turn.correct_seconds = self._with.asking.clock.monotonic() - begun
