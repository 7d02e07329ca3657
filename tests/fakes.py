"""Small honest implementations of the ports."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.domain.card import Card
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.errors import NotStoredError, StoreError

__all__ = ["InMemoryDeck", "InMemoryJournal", "InMemoryRecords"]


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
