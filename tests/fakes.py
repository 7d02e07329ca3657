"""Small honest implementations of the ports."""

import asyncio
from array import array
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import replace

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.card import Card
from tutor.domain.conversation import Conversation
from tutor.domain.language import Pace
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.errors import (
    AudioDeviceError,
    LanguageModelError,
    NotStoredError,
    StoreError,
    SynthesisError,
)

__all__ = [
    "FakePartner",
    "FakeSynthesizer",
    "InMemoryDeck",
    "InMemoryJournal",
    "InMemoryRecords",
    "StagedPlayer",
]


class InMemoryRecords:
    """What an InMemoryJournal writes and an InMemoryDeck reads."""

    def __init__(self) -> None:
        self.sessions: dict[str, SessionRecord] = {}
        self.turns: dict[tuple[str, int], TurnRecord] = {}
        self.cards: dict[str, Card] = {}


class InMemoryJournal:
    """A Journal that forgets when the process ends."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def start_session(self, session: SessionRecord) -> None:
        if self.records.sessions.setdefault(session.id, session) != session:
            raise StoreError(f"Session {session.id} is already stored with other values.")

    async def record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> None:
        if turn.session_id not in self.records.sessions:
            raise NotStoredError(f"No session {turn.session_id} is stored.")
        stored = self.records.turns.get((turn.session_id, turn.number))
        if stored is not None:
            if _as_heard(stored) != _as_heard(turn):
                raise StoreError(f"Turn {turn.number} is already stored with other words.")
            return
        new = {card.id: card for card in cards}
        if len(new) < len(cards) or new.keys() & self.records.cards.keys():
            raise StoreError("Two cards have the same id.")
        self.records.turns[turn.session_id, turn.number] = _as_heard(turn)
        self.records.cards |= new

    async def finish_turn(self, turn: TurnRecord) -> None:
        key = (turn.session_id, turn.number)
        if key not in self.records.turns:
            raise NotStoredError(f"No turn {turn.number} of session {turn.session_id} is stored.")
        self.records.turns[key] = replace(
            self.records.turns[key], reply=turn.reply, spoken=turn.spoken, timings=turn.timings
        )

    async def turns(self, session_id: str) -> tuple[TurnRecord, ...]:
        own = [turn for turn in self.records.turns.values() if turn.session_id == session_id]
        return tuple(sorted(own, key=lambda turn: turn.number))


def _as_heard(turn: TurnRecord) -> TurnRecord:
    return replace(turn, reply="", spoken=(), timings=Timings())


class InMemoryDeck:
    """A Deck over the cards of an InMemoryJournal."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def cards(self, *, limit: int | None = None) -> tuple[Card, ...]:
        newest_stored_first = reversed(self.records.cards.values())
        cards = sorted(newest_stored_first, key=lambda card: card.created_at, reverse=True)
        return tuple(cards[:limit])


class FakeSynthesizer:
    """A Synthesizer whose sound is a steady level: 20 ms for every character, twice when slow."""

    def __init__(self, *, failing: frozenset[str] = frozenset()) -> None:
        self.asked: list[tuple[str, Pace]] = []
        self._failing = failing
        self._made = asyncio.Condition()
        self._made_count = 0

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        self.asked.append((text, pace))
        if text in self._failing:
            raise SynthesisError(f"The voice failed on {text!r}. Run: tutor models verify")
        async with self._made:
            self._made_count += 1
            self._made.notify_all()
        says_something = any(character.isalnum() for character in text)
        seconds = 0.02 * max(1, len(text)) * (2 if pace is Pace.SLOW else 1)
        level = 8000 if says_something else 0
        samples = array("h", [level] * round(seconds * VOICE_RATE_HZ))
        return AudioChunk(samples.tobytes(), VOICE_RATE_HZ)

    async def has_made(self, count: int) -> None:
        """Wait until that many chunks were made."""
        async with self._made:
            await self._made.wait_for(lambda: self._made_count >= count)


class StagedPlayer:
    """A Player that keeps what it played; when held, each sound lasts until ``finish``."""

    def __init__(self, *, held: bool = False) -> None:
        self.played: list[Speech] = []
        self._started: asyncio.Queue[Speech] = asyncio.Queue()
        self._ends = asyncio.Semaphore(0) if held else None
        self._error: AudioDeviceError | None = None

    def fail(self, error: AudioDeviceError) -> None:
        """Raise this at the next call of ``play``."""
        self._error = error

    async def started(self) -> Speech:
        """Wait for the next sound to start."""
        return await self._started.get()

    def finish(self) -> None:
        """End the sound that plays."""
        if self._ends is not None:
            self._ends.release()

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        if self._error is not None:
            raise self._error
        on_start()
        self._started.put_nowait(speech)
        if self._ends is not None:
            await self._ends.acquire()
        self.played.append(speech)

    async def close(self) -> None:
        pass


class FakePartner:
    """A Partner that says the scripted sentences of each turn, then fails if told to."""

    def __init__(self, *replies: Sequence[str], failure: LanguageModelError | None = None) -> None:
        self._replies = list(replies)
        self._failure = failure
        self.was_stopped = False
        """Whether a reply was closed before its last sentence."""

    async def reply(self, conversation: Conversation, learner: str) -> AsyncGenerator[str, None]:
        del conversation, learner
        sentences = self._replies.pop(0) if self._replies else ()
        try:
            for sentence in sentences:
                yield sentence
        except GeneratorExit:
            self.was_stopped = True
            raise
        if self._failure is not None:
            raise self._failure
