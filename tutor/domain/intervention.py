"""What is answered before any model is asked, and whether the lesson goes on."""

from dataclasses import dataclass

from tutor.domain.boundaries import boundary_in, deflection
from tutor.domain.care import (
    STILL_HERE,
    Concern,
    concern_in,
    honest_lines,
    kind_lines,
    wants_to_go_on,
)
from tutor.domain.conversation import Conversation
from tutor.domain.language import SpokenLine, spanish
from tutor.domain.stock_phrases import question_again

__all__ = ["Intervention", "answer_before_the_model"]

GO_ON_LINE = "De acuerdo, seguimos."


@dataclass(frozen=True, slots=True)
class Intervention:
    """The tutor's whole turn; nothing is corrected in it."""

    lines: tuple[SpokenLine, ...]
    pauses: bool = False
    """Whether the lesson waits from now on until the learner wishes it back."""


def answer_before_the_model(
    said: str, conversation: Conversation, *, is_paused: bool = False
) -> Intervention | None:
    """What must not be left to a model; None for everything that belongs to the lesson.

    Distress pauses the lesson, and nothing is asked while it is paused. Everything else ends in
    the question that was open.
    """
    concern = concern_in(said)
    if concern is Concern.DISTRESS:
        return Intervention(kind_lines(), pauses=True)
    if is_paused and concern is None:
        if not wants_to_go_on(said):
            return Intervention(STILL_HERE, pauses=True)
        return Intervention((spanish(GO_ON_LINE), _open_question(conversation)))
    if concern is Concern.IDENTITY:
        after = STILL_HERE if is_paused else (_open_question(conversation),)
        return Intervention((*honest_lines(), *after), pauses=is_paused)
    boundary = boundary_in(said)
    if boundary is None:
        return None
    return Intervention((spanish(deflection(boundary)), _open_question(conversation)))


def _open_question(conversation: Conversation) -> SpokenLine:
    return spanish(question_again(conversation))
