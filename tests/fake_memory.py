"""Memory and Diary that forget when the process ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tests.fake_records import InMemoryRecords
from tutor.domain.correction import Correction
from tutor.domain.fact import Fact, after_telling
from tutor.domain.memory import facts_in, mentions
from tutor.domain.record import TurnRecord
from tutor.domain.session_ending import Forgotten, SessionEnding
from tutor.domain.transcript import Transcript
from tutor.errors import NotStoredError

__all__ = ["InMemoryDiary", "InMemoryMemory"]


class InMemoryMemory:
    """A Memory over the turns of an InMemoryJournal."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def facts(self) -> tuple[Fact, ...]:
        last_stored_first = reversed(self.records.facts.values())
        return tuple(sorted(last_stored_first, key=lambda fact: fact.at, reverse=True))

    async def tell(self, fact: Fact) -> None:
        if fact.id in self.records.facts:
            return
        after, gone = after_telling(await self.facts(), fact)
        for fact_id in gone:
            del self.records.facts[fact_id]
        self.records.facts[after[0].id] = after[0]

    async def change(self, fact_id: str, text: str) -> Fact:
        fact = replace(self._one(fact_id), text=text)
        self.records.facts[fact.id] = fact
        return fact

    async def asked(self, fact_id: str, at: datetime) -> None:
        if fact_id in self.records.facts:
            self.records.facts[fact_id] = replace(self.records.facts[fact_id], asked_at=at)

    async def forget(self, fact_id: str) -> Forgotten:
        return self._forget((self._one(fact_id),), is_all=False)

    async def forget_all(self) -> Forgotten:
        return self._forget(await self.facts(), is_all=True)

    def _forget(self, gone: Sequence[Fact], *, is_all: bool) -> Forgotten:
        for fact in gone:
            del self.records.facts[fact.id]
        told = [turn for turn in self.records.turns.values() if _tells(turn, gone, is_all)]
        cards = {card_id for turn in told for card_id in turn.card_ids} & set(self.records.cards)
        for card_id in cards:
            del self.records.cards[card_id]
        for key, turn in self.records.turns.items():
            if turn in told:
                self.records.turns[key] = replace(
                    turn,
                    transcript=Transcript((), turn.transcript.language),
                    correction=Correction("", ""),
                    card_ids=(),
                    reply="",
                    spoken=(),
                )
            elif any(mentions(turn.reply, fact) for fact in gone):
                self.records.turns[key] = replace(turn, reply="", spoken=())
        turns = tuple((turn.session_id, turn.number) for turn in told)
        return Forgotten(len(gone), turns, len(cards))

    def _one(self, fact_id: str) -> Fact:
        found = [fact for key, fact in self.records.facts.items() if key.startswith(fact_id)]
        if fact_id in self.records.facts:
            return self.records.facts[fact_id]
        if not fact_id or len(found) != 1:
            raise NotStoredError(f"There is no single fact {fact_id}.")
        return found[0]


def _tells(turn: TurnRecord, gone: Sequence[Fact], is_all: bool) -> bool:
    if any((fact.session_id, fact.turn_number) == (turn.session_id, turn.number) for fact in gone):
        return True
    told = {(one.kind, one.key) for one in facts_in(turn.correction.better)}
    return bool(told) if is_all else any((fact.kind, fact.key) in told for fact in gone)


class InMemoryDiary:
    """A Diary of the sessions of an InMemoryJournal."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def end_session(self, ending: SessionEnding) -> None:
        if ending.session_id not in self.records.sessions:
            raise NotStoredError(f"No session {ending.session_id} is stored.")
        self.records.endings.pop(ending.session_id, None)
        self.records.endings[ending.session_id] = ending

    async def endings(self, limit: int = 20) -> tuple[SessionEnding, ...]:
        last_stored_first = reversed(self.records.endings.values())
        newest = sorted(last_stored_first, key=lambda ending: ending.ended_at, reverse=True)
        return tuple(newest[:limit])

    async def courage_asked(self, session_id: str, at: datetime) -> None:
        if session_id in self.records.endings:
            ending = self.records.endings[session_id]
            self.records.endings[session_id] = replace(ending, courage_asked_at=at)
