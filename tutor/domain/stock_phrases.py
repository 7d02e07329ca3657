"""What the tutor says by itself where the language model says nothing usable."""

from tutor.domain.conversation import Conversation
from tutor.domain.lesson import Lesson
from tutor.domain.spoken_correction import CORRECTION_HEAD, PRAISES
from tutor.domain.spoken_text import head_and_rest

__all__ = ["acknowledgement", "follow_up", "question_again", "standing_lines"]

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


_REACTIONS = (
    "¡Qué bien!", "¡Qué bien,", "¡Qué interesante!", "¡Qué interesante,", "¡Qué divertido!",
    "¡Qué rico!", "¡Qué bonito!", "¡Qué suerte!", "¡Qué pena!", "¡Qué lástima!", "¡Qué buena idea!",
    "Vaya,", "Vaya.", "Vaya, lo siento mucho.", "lo siento mucho.", "Lo siento mucho.", "Ah,",
    "Ah, qué bien.", "Claro,", "Claro.", "Muy bien,", "Muy bien.", "¡Genial!", "¡Perfecto!",
    "Perfecto.", "Perfecto,", "Entiendo,", "Tranquilo,", "Tranquila,", "Tranquilo, no pasa nada.",
    "no pasa nada.", "Sí,", "Hola,", "Bien,", "Suena bien.", "¡Suena bien!", "¡Suena delicioso!",
)  # fmt: skip
"""What a partner often begins with; none holds anything of a learner's."""


def standing_lines(lesson: Lesson) -> frozenset[str]:
    """What is said in many sessions, word for word or as the beginning of a line."""
    own = (lesson.opening, *lesson.questions, lesson.farewell)
    fixed = (CORRECTION_HEAD, *PRAISES, *_ACKNOWLEDGEMENTS, *_FOLLOW_UPS, *_REACTIONS)
    return frozenset(part for line in (*own, *fixed) for part in (line, *head_and_rest(line)))


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
