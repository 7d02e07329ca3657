"""What the tutor says by itself where the language model says nothing usable."""

from collections.abc import Sequence

from tutor.domain.conversation import Conversation
from tutor.domain.lesson import Lesson
from tutor.domain.prompting import MENDED_LINE, PROMPT_HEAD
from tutor.domain.spoken_correction import CORRECTION_HEAD, PRAISES
from tutor.domain.spoken_text import head_and_rest
from tutor.domain.telling import REHEARSAL_LINE

__all__ = ["acknowledgement", "follow_up", "in_english", "question_again", "standing_lines"]

_ACKNOWLEDGEMENTS = {
    "Entiendo.": "I understand.",
    "Ya veo.": "I see.",
    "Ajá, te escucho.": "Aha, I'm listening.",
    "Te sigo.": "I follow you.",
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
    told = (CORRECTION_HEAD, PROMPT_HEAD, MENDED_LINE, REHEARSAL_LINE)
    fixed = (*told, *PRAISES, *_ACKNOWLEDGEMENTS, *_FOLLOW_UPS, *_REACTIONS)
    return frozenset(part for line in (*own, *fixed) for part in (line, *head_and_rest(line)))


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
