"""Changing what a card says, and whether it is asked."""

from dataclasses import dataclass, replace

from tutor.domain.card import Card, CardKind, CardStatus, say_it_card, vocabulary_card
from tutor.domain.correction import Explanation

__all__ = ["CardEdit", "edited", "marked_right", "marked_wrong", "resumed", "suspended"]


@dataclass(frozen=True, slots=True)
class CardEdit:
    """New values; None leaves what there is."""

    sentence: str | None = None
    better: str | None = None
    translations: tuple[str, ...] | None = None
    explanation_spanish: str | None = None
    explanation_english: str | None = None


def edited(card: Card, edit: CardEdit) -> Card:
    """A card with new words.

    A mistake stays the same mistake, so that making it again finds the card; another word is
    another identity.
    """
    changed = replace(
        card,
        sentence=_new(edit.sentence, card.sentence),
        better=_new(edit.better, card.better),
        translations=card.translations if edit.translations is None else edit.translations,
        explanation=Explanation(
            _new(edit.explanation_spanish, card.explanation.spanish),
            _new(edit.explanation_english, card.explanation.english),
        ),
    )
    return replace(changed, identity=_identity(changed))


def suspended(card: Card) -> Card:
    """Not asked any more; a card that is not asked for another reason keeps that one."""
    return _with_status(card, CardStatus.SUSPENDED, {CardStatus.ACTIVE})


def resumed(card: Card) -> Card:
    """Asked again; a wrong correction is not, it has to be marked as right."""
    return _with_status(card, CardStatus.ACTIVE, {CardStatus.SUSPENDED, CardStatus.LEECH})


def marked_wrong(card: Card) -> Card:
    """A correction that was none."""
    return replace(card, status=CardStatus.WRONG)


def marked_right(card: Card) -> Card:
    """Taken back, and asked again."""
    return _with_status(card, CardStatus.ACTIVE, {CardStatus.WRONG})


def _with_status(card: Card, status: CardStatus, before: set[CardStatus]) -> Card:
    return replace(card, status=status) if card.status in before else card


def _new(value: str | None, old: str) -> str:
    return old if value is None else value


def _identity(card: Card) -> str:
    match card.kind:
        case CardKind.CLOZE:
            return card.identity
        case CardKind.VOCABULARY:
            word = vocabulary_card(card.better, (), card_id=card.id, now=card.created_at)
        case CardKind.SAY_IT:
            word = say_it_card(card.better, "", card_id=card.id, lesson_id="", now=card.created_at)
    return word.identity
