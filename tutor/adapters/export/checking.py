"""What has to hold among the cards of one file."""

from collections.abc import Iterable, Mapping

from tutor.domain.card import Card
from tutor.domain.review import Review
from tutor.errors import DeckFileError

__all__ = ["check_cards", "check_reviews"]


def check_cards(cards: Mapping[str, Card]) -> None:
    """Each id once, each face once; the keys say where a card stands. Raises DeckFileError."""
    seen: dict[str, str] = {}
    for where, card in cards.items():
        if card.id in seen:
            raise DeckFileError(
                f"{where} has the id of {seen[card.id]} ({card.id!r}): remove one of the two."
            )
        seen[card.id] = where
        directions = [face.direction for face in card.faces]
        if not directions or len(set(directions)) < len(directions):
            raise DeckFileError(
                f"{where} has no face, or one of them twice: export the deck again."
            )


def check_reviews(reviews: Mapping[str, Review], cards: Iterable[Card]) -> None:
    """Each of a face that there is; the keys say where a review stands. Raises DeckFileError."""
    faces = {(card.id, face.direction) for card in cards for face in card.faces}
    seen: set[str] = set()
    for where, review in reviews.items():
        if (review.answer.card_id, review.answer.direction) not in faces:
            raise DeckFileError(
                f"{where} is of a card that the file does not hold: export the deck again."
            )
        if review.answer.id in seen:
            raise DeckFileError(f"{where} has the id of another review: export the deck again.")
        seen.add(review.answer.id)
