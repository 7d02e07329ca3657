"""The turns of a session as they are stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tutor.domain.doubted_words import doubt_counts, doubted_again
from tutor.domain.record import TurnRecord
from tutor.session.equipment import Equipment
from tutor.session.finishing import to_the_end
from tutor.session.turn_in_progress import TurnInProgress

__all__ = ["KeptTurns"]


class KeptTurns:
    """Stores each turn in two steps: what was said, before it is answered; then the answer."""

    def __init__(self, equipment: Equipment, session_id: str, lesson_id: str) -> None:
        self._with = equipment
        self._session_id = session_id
        self._lesson_id = lesson_id
        self._taken: list[TurnRecord] = []
        self._doubted = Counter[str]()
        """How often each word was not understood, in the sessions before too."""

    @property
    def taken(self) -> Sequence[TurnRecord]:
        """Those that have been answered, at least in part, in their order."""
        return self._taken

    async def begin(self) -> None:
        """Recall what was not understood before; raises StoreError."""
        self._doubted.update(await self._with.journal.doubted_words())

    def next_turn(self) -> TurnInProgress:
        """A turn of the learner's that has just arrived."""
        return TurnInProgress(len(self._taken) + 1, self._with.clock.monotonic())

    async def store(self, turn: TurnInProgress) -> None:
        """Keep what was said and the cards made of it; raises StoreError."""
        doubts = turn.correction.doubts
        turn.doubted_again = doubted_again(doubts, self._doubted)
        record, cards = turn.heard(
            self._session_id, self._lesson_id, self._with.new_id, self._with.clock.now()
        )

        async def store() -> None:
            turn.stored = await self._with.journal.record_turn(record, cards)
            self._doubted.update(doubt_counts(doubts))

        await to_the_end(store())

    async def finish(self, turn: TurnInProgress) -> TurnRecord | None:
        """Complete a stored turn with whatever was said; None where it is not stored.

        It may be finished once more when more was said; its times stay those of the first.
        """
        if turn.stored is None:
            return None
        record = turn.finished(turn.stored, self._with.clock.monotonic())
        at = turn.number - 1
        if at < len(self._taken):
            record = replace(record, timings=self._taken[at].timings)
            self._taken[at] = record
        else:
            self._taken.append(record)
        await self._with.journal.finish_turn(record)
        return record
