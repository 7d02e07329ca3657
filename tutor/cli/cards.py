"""How a card is shown, as rows and to people, whichever command shows it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.domain.card import Card, Face
    from tutor.domain.review import Review

__all__ = [
    "card_line",
    "card_row",
    "change",
    "correction_row",
    "local_day",
    "short_id",
    "show_card",
    "show_history",
]

Row = dict[str, object]
_SHORT = 8
"""Characters of an id that tell it from others for all practical purposes."""
_INDENT = " " * 12


def card_row(card: "Card") -> Row:
    """A card as the commands about the deck print it."""
    edit_kind = card.edit_kind and card.edit_kind.value
    return {"id": card.id, "kind": card.kind.value, "edit_kind": edit_kind, **_shared(card)}


def correction_row(card: "Card") -> Row:
    """A card as the commands about corrections print it: ``kind`` is the kind of mistake."""
    return {"card_id": card.id, "kind": card.edit_kind and card.edit_kind.value, **_shared(card)}


def card_line(card: "Card") -> str:
    """A card on one line, for people."""
    mark = "" if card.status.value == "active" else f"  [{card.status.value}]"
    return f"{short_id(card):<{_SHORT}}  {_due(card):<10}  {_gist(card)}{mark}"


def show_card(shell: Shell, card: "Card") -> None:
    """A card for people: both sentences, both explanations, and every other sentence."""
    day = local_day(card.created_at)
    shell.say(f"{day}  {card.heard or card.better}")
    if card.sentence:
        shell.say(f"         →  {card.sentence}{_change_in_brackets(card)}")
    lines = ["; ".join(card.translations), card.explanation.spanish, card.explanation.english]
    for line in lines:
        if line:
            shell.say(f"{_INDENT}{line}")
    for sentence in card.more_sentences:
        shell.say(f"   again →  {sentence}")


def show_history(shell: Shell, row: Row, card: "Card", reviews: "Sequence[Review]") -> None:
    """A card with how it is asked and every answer to it: ``row`` and more, or for people."""
    if shell.json:
        shell.emit({**row, "reviews": [_review_row(review) for review in reviews]})
        return
    show_card(shell, card)
    shell.say()
    status = "" if card.status.value == "active" else f", {card.status.value}"
    again = f", made again {card.repetitions} times" if card.repetitions else ""
    shell.say(f"{card.id}  {card.kind.value}{status}{again}")
    for face in card.faces:
        shell.say(f"{_INDENT}{_face_line(face)}")
    for review in reviews:
        shell.say(_review_line(review))
    if not reviews:
        shell.say(f"{_INDENT}never answered")


def short_id(card: "Card") -> str:
    """The beginning of an id, which the commands take too."""
    return card.id[:_SHORT]


def change(card: "Card") -> str:
    """What became what."""
    return f"{card.said or '∅'} → {card.better or '∅'}"


def local_day(moment: "datetime") -> str:
    """The day of a moment where the learner is."""
    return moment.astimezone().date().isoformat()


def _shared(card: "Card") -> Row:
    return {
        "sentence": card.sentence,
        "heard": card.heard,
        "said": card.said,
        "better": card.better,
        "explanation_es": card.explanation.spanish,
        "explanation_en": card.explanation.english,
        "lesson": card.lesson_id,
        "created_at": card.created_at.isoformat(),
        "translations": list(card.translations),
        "more_sentences": list(card.more_sentences),
        "repetitions": card.repetitions,
        "status": card.status.value,
        "faces": [_face_row(face) for face in card.faces],
    }


def _face_row(face: "Face") -> Row:
    schedule = face.schedule
    return {
        "direction": face.direction.value,
        "due": schedule.due.isoformat(),
        "phase": schedule.phase.value,
        "stability": schedule.stability,
        "difficulty": schedule.difficulty,
        "last_review": schedule.last_review and schedule.last_review.isoformat(),
        "reviews": face.reviews,
        "lapses": face.lapses,
    }


def _review_row(review: "Review") -> Row:
    answer = review.answer
    return {
        "at": answer.at.isoformat(),
        "direction": answer.direction.value,
        "rating": answer.rating.value,
        "grade": answer.grade and answer.grade.value,
        "text": answer.text,
        "source": answer.source.value,
        "due": review.after.due.isoformat(),
        "undone": review.is_undone,
    }


def _review_line(review: "Review") -> str:
    answer = review.answer
    text = f": {answer.text}" if answer.text else ""
    undone = " (undone)" if review.is_undone else ""
    due = local_day(review.after.due)
    return (
        f"{local_day(answer.at)}  {answer.rating.value:<5} in {answer.source.value}{text}"
        f"  → due {due}{undone}"
    )


def _face_line(face: "Face") -> str:
    name = face.direction.value.replace("_", " ")
    if face.schedule.phase.value == "new":
        return f"{name}: new"
    return (
        f"{name}: due {local_day(face.schedule.due)}, {face.schedule.phase.value},"
        f" {face.reviews} answers, forgotten {face.lapses} times"
    )


def _due(card: "Card") -> str:
    """The day of the face that is due first; of one that was never asked, that it is new."""
    asked = [face.schedule.due for face in card.faces if face.schedule.phase.value != "new"]
    return local_day(min(asked)) if asked else "new"


def _gist(card: "Card") -> str:
    if card.kind.value == "vocabulary":
        return f"{card.better} = {', '.join(card.translations)}"
    if card.kind.value == "say_it":
        return f"say: {card.better}"
    return f"{card.sentence}  ({change(card)})"


def _change_in_brackets(card: "Card") -> str:
    return f"  ({change(card)})" if card.said or card.edit_kind is not None else ""
