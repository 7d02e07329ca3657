"""The whole deck as one JSON document, always the same for the same deck."""

import json

from tutor.adapters.export.checking import check_cards, check_reviews
from tutor.adapters.export.models import CardModel, ReviewModel, read_row
from tutor.adapters.export.rows import card_row, review_row
from tutor.domain.deck_query import DeckContents
from tutor.errors import DeckFileError

__all__ = ["deck_as_json", "deck_from_json"]

_FORMAT = "voice-tutor deck"
_VERSION = 1


def deck_as_json(contents: DeckContents) -> str:
    """Cards by the moment they were made and id, reviews by moment and id, names sorted."""
    cards = sorted(contents.cards, key=lambda card: (card.created_at, card.id))
    reviews = sorted(contents.reviews, key=lambda review: (review.answer.at, review.answer.id))
    document = {
        "format": _FORMAT,
        "version": _VERSION,
        "cards": [card_row(card) for card in cards],
        "reviews": [review_row(review) for review in reviews],
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def deck_from_json(text: str, name: str) -> DeckContents:
    """What ``deck_as_json`` wrote; raises DeckFileError naming the file and the field."""
    document = _document(text, name)
    cards = {
        f"'{name}': card {number}": read_row(CardModel, row, f"'{name}': card {number}").to_domain()
        for number, row in enumerate(_rows(document, "cards", name), start=1)
    }
    check_cards(cards)
    reviews = {
        f"'{name}': review {number}": read_row(
            ReviewModel, row, f"'{name}': review {number}"
        ).to_domain()
        for number, row in enumerate(_rows(document, "reviews", name), start=1)
    }
    check_reviews(reviews, cards.values())
    return DeckContents(tuple(cards.values()), tuple(reviews.values()))


def _document(text: str, name: str) -> dict[str, object]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise DeckFileError(
            f"'{name}' is not JSON (line {error.lineno}: {error.msg}): was it copied whole?"
            " Export the deck again."
        ) from error
    except (ValueError, RecursionError) as error:
        raise DeckFileError(f"'{name}' is no deck ({error}): export the deck again.") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise DeckFileError(
            f"'{name}' is JSON but not a deck of this tutor: give what"
            " 'tutor deck export --format json' wrote."
        )
    version = document.get("version")
    if not isinstance(version, int) or version < 1:
        raise DeckFileError(f"'{name}' has no version: export the deck again.")
    if version > _VERSION:
        raise DeckFileError(
            f"'{name}' was written by a newer tutor (version {version} of the format, this one"
            f" reads {_VERSION}). Run: pip install --upgrade voice-tutor"
        )
    return document


def _rows(document: dict[str, object], field: str, name: str) -> list[object]:
    rows = document.get(field)
    if not isinstance(rows, list):
        raise DeckFileError(f"'{name}' has no list of {field}: export the deck again.")
    return rows
