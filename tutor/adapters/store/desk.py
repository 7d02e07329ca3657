"""Rescheduling a face and keeping why, within one transaction."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, update

from tutor.adapters.store.card_rows import face_row, review_row
from tutor.adapters.store.card_tables import cards, faces, reviews
from tutor.adapters.store.stored_cards import StoredCard, StoredCards
from tutor.domain.answering import answered, is_lapse, is_leech, with_face
from tutor.domain.card import Card, CardStatus, Face, with_repetition
from tutor.domain.review import Answer, Review, ReviewLimits, ReviewSource
from tutor.domain.schedule import Phase, Rating
from tutor.errors import StoreError
from tutor.ports import Scheduler

__all__ = ["Desk"]


class Desk:
    """Where the cards of one learner are added, asked and forgotten."""

    def __init__(self, connection: Connection, learner_key: int, scheduler: Scheduler) -> None:
        self.cards = StoredCards(connection, learner_key)
        self._connection = connection
        self._learner_key = learner_key
        self._scheduler = scheduler

    def add(self, new: list[Card], turn_key: int | None = None) -> dict[str, str]:
        """Store or merge each card, see Deck.add; by the id of each the one it has in the deck."""
        ids = [card.id for card in new]
        taken = [card_id for card_id in ids if self.cards.with_id(card_id) is not None]
        if taken or len(set(ids)) < len(ids):
            raise StoreError(
                f"A card {(taken or ids)[0]} is stored already: give each card an id of its own."
            )
        return {card.id: self._add_one(card, turn_key) for card in new}

    def answer(self, stored: StoredCard, answer: Answer, limits: ReviewLimits | None) -> Review:
        """Reschedule the answered face; without limits its card becomes no leech."""
        before = stored.card.face(answer.direction)
        after = self._scheduler.review(before.schedule, answer.rating, answer.at)
        review = Review(answer, before.schedule, after)
        face = answered(before, answer.rating, after)
        made_leech = (
            limits is not None
            and stored.card.status is CardStatus.ACTIVE
            and is_lapse(before.schedule, answer.rating)
            and is_leech(with_face(stored.card, face), limits)
        )
        self.put_face(stored, face)
        if made_leech:
            self.put_status(stored, CardStatus.LEECH)
        owner = {"learner_key": self._learner_key, "card_key": stored.key}
        values: dict[str, Any] = review_row(review) | owner | {"made_leech": made_leech}
        self._connection.execute(insert(reviews).values(values))
        return review

    def put_face(self, stored: StoredCard, face: Face) -> None:
        """Replace one face of a card."""
        self._connection.execute(
            update(faces)
            .where(faces.c.card_key == stored.key, faces.c.direction == face.direction.value)
            .values(face_row(face, stored.card.status))
        )

    def put_status(self, stored: StoredCard, status: CardStatus) -> None:
        """Ask a card again, or not any more; between active and leech, which count the same."""
        self._connection.execute(
            update(cards).where(cards.c.key == stored.key).values(status=status.value)
        )
        current = self.cards.with_id(stored.card.id)
        if current is not None:
            self.cards.queue(current, status)

    def _add_one(self, card: Card, turn_key: int | None) -> str:
        stored = self.cards.with_identity(card.identity)
        if stored is None:
            self.cards.insert([card], turn_key)
            return card.id
        repeated = with_repetition(stored.card, card)
        self.cards.repeat(stored, repeated, card.created_at)
        for face in repeated.faces:
            if face.schedule.phase is Phase.REVIEW:
                self.answer(replace(stored, card=repeated), _forgotten(repeated, card, face), None)
        return stored.card.id


def _forgotten(repeated: Card, again: Card, face: Face) -> Answer:
    """What making the mistake again tells of a face; its id is the same for the same mistake."""
    return Answer(
        id=f"{again.id}/{repeated.repetitions}/{face.direction.value}",
        card_id=repeated.id,
        direction=face.direction,
        rating=Rating.AGAIN,
        at=again.created_at,
        source=ReviewSource.PRACTICE,
    )
