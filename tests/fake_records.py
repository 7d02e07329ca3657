"""Journal, Deck and ReviewBook that forget when the process ends, and a simple Scheduler."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tutor.domain.answering import answered, is_lapse, is_leech, taken_back, with_face
from tutor.domain.card import Card, CardStatus, Direction, Face, with_repetition
from tutor.domain.card_words import card_words, words_to_find
from tutor.domain.correction import EditKind
from tutor.domain.deck_query import ALL_CARDS, CardQuery, DeckContents, KindStatistics
from tutor.domain.doubted_words import doubt_counts
from tutor.domain.fact import Fact
from tutor.domain.record import SessionRecord, Timings, TurnRecord
from tutor.domain.review import (
    Answer,
    Day,
    DueCard,
    DueCounts,
    Review,
    ReviewLimits,
    ReviewSource,
)
from tutor.domain.schedule import Phase, Rating, Schedule
from tutor.domain.session_ending import SessionEnding
from tutor.errors import NotStoredError, StoreError
from tutor.ports import Scheduler

__all__ = [
    "FakeScheduler",
    "InMemoryDeck",
    "InMemoryJournal",
    "InMemoryRecords",
    "InMemoryReviewBook",
]

_BEING_LEARNED = frozenset({Phase.LEARNING, Phase.RELEARNING})


class FakeScheduler:
    """A Scheduler with intervals to know by heart.

    Learning: *again* 1 minute, *hard* 5, *good* 10, then a day; *easy* 4 days. Learned: *hard* as
    long as before, *good* twice, *easy* four times as long. Forgotten: 10 minutes, then a day.
    """

    def review(self, schedule: Schedule, rating: Rating, now: datetime) -> Schedule:
        if schedule.phase is Phase.REVIEW:
            return self._learned(schedule, rating, now)
        if rating is Rating.EASY:
            return _in_days(4.0, now)
        if schedule.phase is Phase.RELEARNING:
            return (
                _in_minutes(10, 0, Phase.RELEARNING, now)
                if rating is Rating.AGAIN
                else (_in_days(1.0, now))
            )
        if rating is Rating.GOOD:
            return (
                _in_days(1.0, now) if schedule.step else (_in_minutes(10, 1, Phase.LEARNING, now))
            )
        if rating is Rating.HARD:
            return _in_minutes(5, schedule.step or 0, Phase.LEARNING, now)
        return _in_minutes(1, 0, Phase.LEARNING, now)

    def _learned(self, schedule: Schedule, rating: Rating, now: datetime) -> Schedule:
        if rating is Rating.AGAIN:
            return _in_minutes(10, 0, Phase.RELEARNING, now)
        factor = {Rating.HARD: 1.0, Rating.GOOD: 2.0, Rating.EASY: 4.0}[rating]
        return _in_days(min(1000.0, factor * max(1.0, schedule.stability or 1.0)), now)


def _in_days(days: float, now: datetime) -> Schedule:
    return Schedule(
        due=_later(now, timedelta(days=days)),
        phase=Phase.REVIEW,
        stability=days,
        difficulty=5.0,
        last_review=now,
    )


def _in_minutes(minutes: int, step: int, phase: Phase, now: datetime) -> Schedule:
    return Schedule(
        due=_later(now, timedelta(minutes=minutes)),
        phase=phase,
        step=step,
        stability=1.0,
        difficulty=5.0,
        last_review=now,
    )


def _later(now: datetime, interval: timedelta) -> datetime:
    return min(now, datetime.max.replace(tzinfo=UTC) - interval) + interval


class InMemoryRecords:
    """What InMemoryJournal, InMemoryDeck and InMemoryReviewBook share."""

    def __init__(self, scheduler: Scheduler | None = None) -> None:
        self.sessions: dict[str, SessionRecord] = {}
        self.turns: dict[tuple[str, int], TurnRecord] = {}
        self.cards: dict[str, Card] = {}
        self.reviews: dict[str, Review] = {}
        self.scheduler = FakeScheduler() if scheduler is None else scheduler
        self.mistakes: dict[str, list[datetime]] = {}
        """When the mistake of each card was made, by the card's id."""
        self.made_leech: set[str] = set()
        """The ids of the answers that made a leech of their card."""
        self.facts: dict[str, Fact] = {}
        self.endings: dict[str, SessionEnding] = {}

    def add(self, cards: Sequence[Card]) -> dict[str, str]:
        """Store or merge all of the cards or none; the id in the deck of each."""
        ids = [card.id for card in cards]
        if len(set(ids)) < len(ids) or self.cards.keys() & set(ids):
            raise StoreError("Two cards have the same id: give each card an id of its own.")
        return {card.id: self._add_one(card) for card in cards}

    def put(self, card: Card) -> None:
        """Store a new card as it is."""
        self.cards[card.id] = card
        self.mistakes[card.id] = [card.created_at] * (1 + card.repetitions)

    def _add_one(self, card: Card) -> str:
        stored = self.with_identity(card.identity)
        if stored is None:
            self.put(card)
            return card.id
        repeated = with_repetition(stored, card)
        self.cards[stored.id] = repeated
        self.mistakes[stored.id].append(card.created_at)
        for face in repeated.faces:
            if face.schedule.phase is Phase.REVIEW:
                self.review(
                    Answer(
                        id=f"{card.id}/{repeated.repetitions}/{face.direction}",
                        card_id=stored.id,
                        direction=face.direction,
                        rating=Rating.AGAIN,
                        at=card.created_at,
                        source=ReviewSource.PRACTICE,
                    )
                )
        return stored.id

    def review(self, answer: Answer) -> Review:
        """Reschedule the face and keep the answer."""
        card = self.cards[answer.card_id]
        face = card.face(answer.direction)
        after = self.scheduler.review(face.schedule, answer.rating, answer.at)
        review = Review(answer, face.schedule, after)
        self.cards[card.id] = with_face(card, answered(face, answer.rating, after))
        self.reviews[answer.id] = review
        return review

    def with_identity(self, identity: str) -> Card | None:
        """The card that has it."""
        own = (card for card in self.cards.values() if card.identity == identity)
        return next(own, None)


class InMemoryJournal:
    """A Journal that forgets when the process ends."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def start_session(self, session: SessionRecord) -> None:
        if self.records.sessions.setdefault(session.id, session) != session:
            raise StoreError(f"Session {session.id} is already stored with other values.")

    async def record_turn(self, turn: TurnRecord, cards: Sequence[Card]) -> TurnRecord:
        if turn.session_id not in self.records.sessions:
            raise NotStoredError(f"No session {turn.session_id} is stored.")
        stored = self.records.turns.get((turn.session_id, turn.number))
        if stored is not None:
            if _as_heard(stored) != replace(_as_heard(turn), card_ids=stored.card_ids):
                raise StoreError(f"Turn {turn.number} is already stored with other words.")
            return stored
        ids = self.records.add(cards)
        recorded = replace(
            _as_heard(turn), card_ids=tuple(ids.get(card_id, card_id) for card_id in turn.card_ids)
        )
        self.records.turns[turn.session_id, turn.number] = recorded
        return recorded

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

    async def last_session_id(self) -> str | None:
        newest_first = self._newest_first()
        return newest_first[0].id if newest_first else None

    async def doubted_words(self, limit: int = 500) -> Mapping[str, int]:
        newest_first = [
            turn
            for session in self._newest_first()
            for turn in reversed(await self.turns(session.id))
        ]
        doubts = [doubt for turn in newest_first[:limit] for doubt in turn.correction.doubts]
        return doubt_counts(doubts)

    def _newest_first(self) -> list[SessionRecord]:
        last_stored_first = list(reversed(self.records.sessions.values()))
        return sorted(last_stored_first, key=lambda session: session.started_at, reverse=True)


def _as_heard(turn: TurnRecord) -> TurnRecord:
    return replace(turn, reply="", spoken=(), timings=Timings())


class InMemoryDeck:
    """A Deck over the cards of an InMemoryJournal."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def cards(self, query: CardQuery = ALL_CARDS) -> tuple[Card, ...]:
        last_stored_first = reversed(self.records.cards.values())
        newest = sorted(last_stored_first, key=lambda card: card.created_at, reverse=True)
        found = [card for card in newest if self._fits(card, query)]
        return tuple(found[: query.limit])

    async def card(self, card_id: str) -> Card:
        if card_id in self.records.cards:
            return self.records.cards[card_id]
        found = [card for card in self.records.cards.values() if card.id.startswith(card_id)]
        if not card_id or len(found) != 1:
            raise NotStoredError(f"No single card {card_id} is stored.")
        return found[0]

    async def add(self, cards: Sequence[Card]) -> tuple[Card, ...]:
        ids = self.records.add(cards)
        return tuple(self.records.cards[ids[card.id]] for card in cards)

    async def change(self, card: Card) -> None:
        stored = self._stored(card.id)
        other = self.records.with_identity(card.identity)
        if other is not None and other.id != card.id:
            raise StoreError(f"Card {other.id} is about the same already.")
        self.records.cards[card.id] = replace(card, faces=stored.faces)
        if stored.repetitions != card.repetitions:
            self.records.mistakes[card.id] = [card.created_at] * (1 + card.repetitions)

    async def delete(self, card_id: str) -> None:
        self._stored(card_id)
        del self.records.cards[card_id], self.records.mistakes[card_id]
        for review in list(self.records.reviews.values()):
            if review.answer.card_id == card_id:
                del self.records.reviews[review.answer.id]

    async def statistics(self, now: datetime) -> tuple[KindStatistics, ...]:
        total, wrong = Counter[EditKind](), Counter[EditKind]()
        recent, before = Counter[EditKind](), Counter[EditKind]()
        for card in self.records.cards.values():
            kind = card.edit_kind
            if kind is None:
                continue
            moments = self.records.mistakes[card.id]
            total[kind] += len(moments)
            wrong[kind] += len(moments) * (card.status is CardStatus.WRONG)
            ages = [(now.date() - moment.date()).days for moment in moments]
            recent[kind] += sum(0 <= age < 28 for age in ages)
            before[kind] += sum(28 <= age < 56 for age in ages)
        kinds = sorted(total, key=lambda kind: (-total[kind], kind))
        return tuple(
            KindStatistics(kind, total[kind], wrong[kind], recent[kind], before[kind])
            for kind in kinds
        )

    async def contents(self) -> DeckContents:
        cards = sorted(self.records.cards.values(), key=lambda card: (card.created_at, card.id))
        reviews = sorted(
            self.records.reviews.values(), key=lambda review: (review.answer.at, review.answer.id)
        )
        return DeckContents(tuple(cards), tuple(reviews))

    async def restore(self, contents: DeckContents) -> int:
        new = set[str]()
        for card in contents.cards:
            is_there = card.id in self.records.cards or self.records.with_identity(card.identity)
            if not is_there:
                self.records.put(card)
                new.add(card.id)
        for review in contents.reviews:
            if review.answer.card_id in new:
                self.records.reviews.setdefault(review.answer.id, review)
        return len(new)

    def _stored(self, card_id: str) -> Card:
        if card_id not in self.records.cards:
            raise NotStoredError(f"No card {card_id} is stored.")
        return self.records.cards[card_id]

    def _fits(self, card: Card, query: CardQuery) -> bool:
        words = card_words(card)
        conditions = (
            not query.kinds or card.kind in query.kinds,
            query.is_correction in {None, card.edit_kind is not None},
            query.edit_kind in {None, card.edit_kind},
            query.lesson_id in {None, card.lesson_id},
            query.session_id is None or card.id in self._cards_of_session(query.session_id),
            query.since is None or query.since <= card.created_at,
            query.until is None or card.created_at < query.until,
            query.status in {None, card.status},
            all(any(word.startswith(part) for word in words) for part in words_to_find(query.text)),
        )
        return all(conditions)

    def _cards_of_session(self, session_id: str) -> set[str]:
        turns = self.records.turns.values()
        return {name for turn in turns if turn.session_id == session_id for name in turn.card_ids}


class InMemoryReviewBook:
    """A ReviewBook over the cards of an InMemoryDeck."""

    def __init__(self, records: InMemoryRecords | None = None) -> None:
        self.records = InMemoryRecords() if records is None else records

    async def next_due(
        self,
        now: datetime,
        day: Day,
        limits: ReviewLimits,
        *,
        put_off: Collection[tuple[str, Direction]] = (),
    ) -> DueCard | None:
        faces = [
            (card, face)
            for card, face in self._faces(day)
            if (card.id, face.direction) not in put_off
        ]
        new_left, reviews_left = self._left(day, limits)
        ahead = now + timedelta(seconds=limits.ahead_seconds)
        for candidates in (
            _learning(faces, now),
            _in_phase(faces, Phase.REVIEW, day.end) if reviews_left else (),
            _in_phase(faces, Phase.NEW) if new_left else (),
            _learning(faces, ahead),
        ):
            longest_due = min(candidates, key=lambda found: found[1].schedule.due, default=None)
            if longest_due is not None:
                card, face = longest_due
                return DueCard(card, face.direction)
        return None

    async def counts(self, now: datetime, day: Day, limits: ReviewLimits) -> DueCounts:
        faces = list(self._faces(day))
        new_left, reviews_left = self._left(day, limits)
        ahead = max(day.end, now + timedelta(seconds=limits.ahead_seconds))
        reviews = {card.id for card, _ in _in_phase(faces, Phase.REVIEW, day.end)}
        new = {card.id for card, _ in _in_phase(faces, Phase.NEW)}
        if reviews_left:
            new -= reviews
        return DueCounts(
            new=min(new_left, len(new)),
            learning=len(list(_learning(faces, ahead))),
            review=min(reviews_left, len(reviews)),
        )

    async def answer(
        self, answer: Answer, limits: ReviewLimits, *, instead_of: str | None = None
    ) -> Review:
        if answer.id in self.records.reviews:
            return self.records.reviews[answer.id]
        replaced = self.records.reviews.get(instead_of or "")
        if replaced is not None and not replaced.is_undone:
            self._take_back(replaced)
        card = self.records.cards.get(answer.card_id)
        if card is None or answer.direction not in {face.direction for face in card.faces}:
            raise NotStoredError(f"No card {answer.card_id} is stored.")
        review = self.records.review(answer)
        changed = self.records.cards[answer.card_id]
        has_lapsed = is_lapse(review.before, answer.rating)
        if has_lapsed and card.status is CardStatus.ACTIVE and is_leech(changed, limits):
            self.records.cards[card.id] = replace(changed, status=CardStatus.LEECH)
            self.records.made_leech.add(answer.id)
        return review

    async def undo(self) -> Review | None:
        last_stored_first = reversed(self.records.reviews.values())
        open_to_undo = [
            review
            for review in last_stored_first
            if not review.is_undone and review.answer.source is not ReviewSource.PRACTICE
        ]
        last = max(open_to_undo, key=lambda review: review.answer.at, default=None)
        return None if last is None else self._take_back(last)

    def _take_back(self, review: Review) -> Review:
        card = self.records.cards[review.answer.card_id]
        card = with_face(card, taken_back(card.face(review.answer.direction), review))
        if review.answer.id in self.records.made_leech and card.status is CardStatus.LEECH:
            card = replace(card, status=CardStatus.ACTIVE)
        self.records.cards[card.id] = card
        undone = replace(review, is_undone=True)
        self.records.reviews[review.answer.id] = undone
        return undone

    async def reviews(self, card_id: str) -> tuple[Review, ...]:
        own = [r for r in self.records.reviews.values() if r.answer.card_id == card_id]
        return tuple(sorted(own, key=lambda review: review.answer.at))

    def _faces(self, day: Day) -> Iterator[tuple[Card, Face]]:
        """What may be asked this day, whenever it is due."""
        asked = {(r.answer.card_id, r.answer.direction) for r in self._answers(day)}
        for card in self.records.cards.values():
            if card.status is not CardStatus.ACTIVE:
                continue
            directions = {direction for card_id, direction in asked if card_id == card.id}
            for face in card.faces:
                is_free = not directions - {face.direction}
                if is_free or face.schedule.phase in _BEING_LEARNED:
                    yield card, face

    def _answers(self, day: Day) -> Iterator[Review]:
        for review in self.records.reviews.values():
            is_of_day = day.start <= review.answer.at < day.end
            is_answer = review.answer.source is not ReviewSource.PRACTICE
            if is_of_day and is_answer and not review.is_undone:
                yield review

    def _left(self, day: Day, limits: ReviewLimits) -> tuple[int, int]:
        asked = Counter(review.before.phase for review in self._answers(day))
        return (
            max(0, limits.new_per_day - asked[Phase.NEW]),
            max(0, limits.reviews_per_day - asked[Phase.REVIEW]),
        )


def _learning(faces: Iterable[tuple[Card, Face]], until: datetime) -> Iterator[tuple[Card, Face]]:
    for card, face in faces:
        if face.schedule.phase in _BEING_LEARNED and face.schedule.due <= until:
            yield card, face


def _in_phase(
    faces: Iterable[tuple[Card, Face]], phase: Phase, before: datetime | None = None
) -> Iterator[tuple[Card, Face]]:
    for card, face in faces:
        if face.schedule.phase is phase and (before is None or face.schedule.due < before):
            yield card, face
