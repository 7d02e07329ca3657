"""Where in its sentence the words of a card stand."""

from tutor.domain.alignment import align
from tutor.domain.card import Card
from tutor.domain.tokens import Token, tokenize

__all__ = ["split_at_gap"]


def split_at_gap(card: Card) -> tuple[str, str, str]:
    """What stands before the words, the words as written there, and what stands behind.

    Of several places the one where the learner said something else; the whole sentence where
    the words are not in it, or where something was too much.
    """
    words = tokenize(card.sentence)
    wanted = [token.norm for token in tokenize(card.better)]
    places = [
        words[at : at + len(wanted)]
        for at in range(len(words) - len(wanted) + 1)
        if wanted and [token.norm for token in words[at : at + len(wanted)]] == wanted
    ]
    if not places:
        return "", card.sentence, ""
    place = _changed(card, places) if len(places) > 1 else places[0]
    start, end = place[0].start, place[-1].end
    return card.sentence[:start], card.sentence[start:end], card.sentence[end:]


def _changed(card: Card, places: list[tuple[Token, ...]]) -> tuple[Token, ...]:
    alignment = align(card.heard, card.sentence)
    changed = {token.start for span in alignment.spans for token in alignment.better_words(span)}
    return max(places, key=lambda place: sum(token.start in changed for token in place))
