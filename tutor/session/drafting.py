"""Working ahead while the learner pauses, and going on where they have finished indeed."""

import asyncio
from collections.abc import Callable, Coroutine

from tutor.domain.audio import Utterance
from tutor.ports import Clock
from tutor.session.draft import Draft

__all__ = ["Drafter"]

_WORTH_KEEPING_SECONDS = 5.0
"""Of an utterance: a shorter one is heard again as a whole, as soon and with less misheard."""
_BREAK_SECONDS = 0.3
"""After the draft was begun: a pause so long is where an utterance may be parted."""

Begin = Callable[[Utterance | str, Draft | None], Draft]
"""Begins a draft of what was given; of whose beginning the second is one, if any."""


class Drafter:
    """Keeps one draft: that of the last pause."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock
        self._draft: Draft | None = None
        self._drafted_at = 0.0
        self._beginning: Draft | None = None
        """A void draft whose words still stand."""
        self._chores: set[asyncio.Task[None]] = set()

    def paused(self, utterance: Utterance, on_words: Callable[[str], None]) -> None:
        """See ports.Drafting."""
        self._void()
        draft = self._draft = self._begin(utterance, self._beginning)
        self._drafted_at = self._clock.monotonic()
        self._do(_tell_words(draft, on_words))

    def resumed(self) -> None:
        """See ports.Drafting."""
        draft = self._draft
        if draft is not None and isinstance(draft.given, Utterance):
            lasted = self._clock.monotonic() - self._drafted_at
            is_long = draft.given.audio.duration_seconds >= _WORTH_KEEPING_SECONDS
            if is_long and lasted >= _BREAK_SECONDS:
                self._beginning = draft
        self._void()

    def taken(self, given: Utterance | str) -> Draft:
        """The draft of what was given: that of the last pause where nothing was said since."""
        draft = self._draft
        if draft is not None and _same_words(draft.given, given):
            self._draft = None
            draft.given = given
            return draft
        self._void()
        return self._begin(given, self._beginning)

    async def reset(self) -> None:
        """Forget everything of this turn; the drafts that were void are closed."""
        self._void()
        self._beginning = None
        await asyncio.gather(*self._chores, return_exceptions=True)

    def _void(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            self._do(draft.abandon())

    def _do(self, chore: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)


async def _tell_words(draft: Draft, on_words: Callable[[str], None]) -> None:
    on_words((await draft.heard()).text)


def _same_words(drafted: Utterance | str, given: Utterance | str) -> bool:
    """Whether the second holds no speech that the first has not."""
    if isinstance(drafted, str) or isinstance(given, str):
        return drafted == given
    return drafted.speech_seconds == given.speech_seconds
