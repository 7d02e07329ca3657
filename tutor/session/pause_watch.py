"""What is found out about a pause while it lasts."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from functools import partial

from tutor.domain.audio import Utterance
from tutor.domain.endpointing import NOTHING_KNOWN, Evidence
from tutor.domain.unfinished import unfinished
from tutor.errors import ModelError
from tutor.ports import Drafting, TurnJudge

__all__ = ["PauseWatch"]


class PauseWatch:
    """Asks the turn judge and whoever drafts about each long pause of one utterance.

    What comes after the learner has spoken on is about a pause that is over, and is ignored.
    """

    def __init__(self, judge: TurnJudge | None, drafting: Drafting | None) -> None:
        self._judge = judge
        self._drafting = drafting
        self._pause = 0
        """Counts the pauses and the ends of pauses."""
        self._judging: asyncio.Task[None] | None = None
        self.evidence: Evidence = NOTHING_KNOWN
        """About the pause that lasts now."""

    def paused(self, utterance: Utterance) -> None:
        """A pause has become long; ``utterance`` is all of it, if the learner has finished."""
        self._pause += 1
        if self._judge is not None:
            self._judging = asyncio.create_task(
                self._judged(self._judge, utterance, self._pause), name="turn judge"
            )
        if self._drafting is not None:
            self._drafting.paused(utterance, partial(self._note_words, self._pause))

    def resumed(self) -> None:
        """The learner has spoken on: nothing of what was found out holds."""
        self._pause += 1
        self.evidence = NOTHING_KNOWN
        if self._judging is not None:
            self._judging.cancel()
        if self._drafting is not None:
            self._drafting.resumed()

    async def close(self) -> None:
        """Stop asking; the drafting goes on."""
        self._pause += 1
        if self._judging is not None:
            self._judging.cancel()
            await asyncio.gather(self._judging, return_exceptions=True)

    def _note_words(self, pause: int, words: str) -> None:
        if pause == self._pause:
            self.evidence = replace(self.evidence, unfinished=unfinished(words))

    async def _judged(self, judge: TurnJudge, utterance: Utterance, pause: int) -> None:
        """A judge that fails is only missed."""
        with suppress(ModelError):
            completeness = await asyncio.to_thread(judge.completeness, utterance.audio)
            if pause == self._pause:
                self.evidence = replace(self.evidence, completeness=completeness)
