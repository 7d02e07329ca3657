"""What the tutor says by itself where the language model says nothing usable."""

from collections.abc import Sequence

from tutor.domain.conversation import Conversation

__all__ = ["acknowledgement", "follow_up", "in_english", "question_again"]

_ACKNOWLEDGEMENTS = {
    "Entiendo.": "I understand.",
    "Ya veo.": "I see.",
    "Ajá, te escucho.": "Aha, I'm listening.",
    "De acuerdo.": "All right.",
}
"""Fit after anything, good news or bad; with what they mean."""

_FOLLOW_UPS = {
    "¿Me cuentas un poco más?": "Will you tell me a little more?",
    "¿Y por qué?": "And why?",
    "¿Qué más me puedes contar de eso?": "What else can you tell me about that?",
    "¿Y cómo te sientes con eso?": "And how do you feel about that?",
    "¿Puedes darme un ejemplo?": "Can you give me an example?",
}
"""Fit after anything, for when the lesson has no question left."""


def acknowledgement(conversation: Conversation) -> str:
    """A neutral sign of having heard, another one each turn."""
    return _turn_about(tuple(_ACKNOWLEDGEMENTS), conversation)


def follow_up(conversation: Conversation) -> str:
    """The lesson's next own question; an open one when all have been asked."""
    left = conversation.next_question
    return left or _turn_about(tuple(_FOLLOW_UPS), conversation)


def question_again(conversation: Conversation) -> str:
    """What the tutor asked last, so that the talk goes on where it was left."""
    return conversation.last_question or follow_up(conversation)


def in_english(text: str) -> str | None:
    """What a phrase of the tutor's own means; None of any other."""
    return (_ACKNOWLEDGEMENTS | _FOLLOW_UPS).get(text)


def _turn_about(phrases: Sequence[str], conversation: Conversation) -> str:
    return phrases[len(conversation.exchanges) % len(phrases)]
