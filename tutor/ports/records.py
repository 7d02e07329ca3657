"""What keeps the learner's records, and decides when they come back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from tutor.domain.card import Card, Direction
from tutor.domain.deck_query import ALL_CARDS, CardQuery, DeckContents, KindStatistics
from tutor.domain.record import SessionRecord, TurnRecord
from tutor.domain.review import Answer, Day, DueCard, DueCounts, Review, ReviewLimits
from tutor.domain.schedule import Rating, Schedule

__all__ = ["Deck", "Journal", "ReviewBook", "Scheduler"]


class Journal(Protocol):
    """Sessions and turns, durable when a call returns; each raises StoreError.

    Starting or recording the same again changes nothing; other values under its id are refused.
    """

    async def start_session(self, session: SessionRecord) -> None:
        """Note that a sitting has begun."""
        ...

    async def record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> TurnRecord:
        """Store what was heard and corrected, with its cards, all or nothing.

        A card whose identity the deck has already becomes a repetition of that one (see
        Deck.add). Returns the turn as stored, with the ids that its cards have in the deck.
        Raises NotStoredError where the session was not started.
        """
        ...

    async def finish_turn(self, turn: TurnRecord) -> None:
        """Add the reply, what was spoken and the timings; raises NotStoredError."""
        ...

    async def turns(self, session_id: str) -> tuple[TurnRecord, ...]:
        """The stored turns of a session by their numbers; none where it is unknown."""
        ...

    async def last_session_id(self) -> str | None:
        """The session started last; None where there was none."""
        ...

    async def doubted_words(self, limit: int = 500) -> Mapping[str, int]:
        """How often each word was doubted in the last ``limit`` turns; see ``doubt_counts``.

        Turns by the start of their session, then by number.
        """
        ...


class Deck(Protocol):
    """The cards; each call raises StoreError, and is durable when it returns."""

    async def cards(self, query: CardQuery = ALL_CARDS) -> tuple[Card, ...]:
        """Newest first; of the same moment, the last stored first."""
        ...

    async def card(self, card_id: str) -> Card:
        """One by its id, or by the beginning of it where that is unique; raises NotStoredError."""
        ...

    async def add(self, cards: Sequence[Card]) -> tuple[Card, ...]:
        """Store new cards, all or none; as the deck has them afterwards, in the same order.

        A card whose identity is there already does not become a second one: the first counts a
        repetition (``with_repetition``), and each of its faces that had been learned is
        forgotten: rated *again* by the scheduler, with a Review whose source is PRACTICE.
        """
        ...

    async def change(self, card: Card) -> None:
        """Replace everything but the schedules of the card with this id; raises NotStoredError."""
        ...

    async def delete(self, card_id: str) -> None:
        """Forget a card and its reviews; raises NotStoredError."""
        ...

    async def statistics(self, now: datetime) -> tuple[KindStatistics, ...]:
        """Corrections by kind, the most frequent first; kinds that never came are left out."""
        ...

    async def contents(self) -> DeckContents:
        """Everything, cards by the moment they were made and id, reviews by moment and id."""
        ...

    async def restore(self, contents: DeckContents) -> int:
        """Add exported cards with their schedules and reviews, all or nothing; how many were new.

        Cards whose id or identity is there already, and their reviews, are left out.
        """
        ...


class ReviewBook(Protocol):
    """What is due, and every answer ever given; each call raises StoreError."""

    async def next_due(
        self,
        now: datetime,
        day: Day,
        limits: ReviewLimits,
        *,
        put_off: Collection[tuple[str, Direction]] = (),
    ) -> DueCard | None:
        """What to ask now; None where nothing is left today.

        First what is being learned and due, then reviews due before the day ends, longest due
        first, then new cards, oldest first, then what is being learned and due within
        ``ahead_seconds``. Only active cards; not a face whose sibling was answered this day,
        unless it is itself being learned; none of ``put_off`` (card id and direction).
        """
        ...

    async def counts(self, now: datetime, day: Day, limits: ReviewLimits) -> DueCounts:
        """How much is left today."""
        ...

    async def answer(
        self, answer: Answer, limits: ReviewLimits, *, instead_of: str | None = None
    ) -> Review:
        """Reschedule the answered face and keep the answer, durable when it returns.

        ``instead_of`` is the id of this face's last answer, which is taken back at the same time.
        An answer whose id is stored already changes nothing. A card that has lapsed
        ``leech_lapses`` times becomes a leech. Raises NotStoredError.
        """
        ...

    async def undo(self) -> Review | None:
        """Take back the last answer that was not taken back yet; None where there is none.

        Its face is as it was before; the Review stays, marked as undone. Answers of PRACTICE
        are not taken back.
        """
        ...

    async def reviews(self, card_id: str) -> tuple[Review, ...]:
        """Of one card, oldest first, undone ones included."""
        ...


class Scheduler(Protocol):
    """Decides when something is asked again."""

    def review(self, schedule: Schedule, rating: Rating, now: datetime) -> Schedule:
        """The schedule after an answer at ``now``; the same for the same arguments."""
        ...
