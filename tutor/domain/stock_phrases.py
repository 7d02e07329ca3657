"""What the tutor says by itself where the language model says nothing usable."""

from tutor.domain.conversation import Conversation

__all__ = ["acknowledgement", "follow_up", "question_again"]

_ACKNOWLEDGEMENTS = ("Entiendo.", "Ya veo.", "Ajá, te escucho.", "De acuerdo.")
"""Fit after anything, good news or bad."""

_FOLLOW_UPS = (
    "¿Me cuentas un poco más?",
    "¿Y por qué?",
    "¿Qué más me puedes contar de eso?",
    "¿Y cómo te sientes con eso?",
    "¿Puedes darme un ejemplo?",
)
"""Fit after anything, for when the lesson has no question left."""


def acknowledgement(conversation: Conversation) -> str:
    """A neutral sign of having heard, another one each turn."""
    return _ACKNOWLEDGEMENTS[len(conversation.exchanges) % len(_ACKNOWLEDGEMENTS)]


def follow_up(conversation: Conversation) -> str:
    """The lesson's next own question; an open one when all have been asked."""
    left = conversation.next_question
    return left or _FOLLOW_UPS[len(conversation.exchanges) % len(_FOLLOW_UPS)]


def question_again(conversation: Conversation) -> str:
    """What the tutor asked last, so that the talk goes on where it was left."""
    return conversation.last_question or follow_up(conversation)
