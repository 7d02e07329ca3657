"""How one could begin to answer."""

import re
from collections.abc import Sequence

from tutor.domain.conversation import Conversation, Role
from tutor.domain.sentences import plain_words

__all__ = ["hint"]

_MOST_WORDS = 3
_BEGINNINGS = (
    (r"te llamas|tu nombre", "Me llamo…"),
    (r"de donde (?:eres|vienes)", "Soy de…"),
    (r"por que", "Porque…"),
    (r"para que", "Para…"),
    (r"cuando|que dia|a que hora", "Normalmente, a…"),
    (r"con quien", "Con mi…"),
    (r"(?:te|le) gustan", "Me gustan…"),
    (r"(?:te|le) gustaria", "Me gustaría…"),
    (r"(?:te|le) gusta", "Me gusta…"),
    (r"quieres|quiere usted", "Quiero…"),
    (r"prefieres|prefiere", "Prefiero…"),
    (r"tienes|tiene usted", "Tengo…"),
    (r"(?:vas|va usted) a", "Voy a…"),
    (r"hiciste|hizo usted|has hecho", "Primero…"),
    (r"vives", "Vivo en…"),
    (r"trabajas", "Trabajo en…"),
    (r"puedes|puede usted", "Puedo…"),
    (r"crees|piensas|opinas", "Creo que…"),
    (r"donde", "En…"),
    (r"que (?:haces|sueles)", "Normalmente…"),
)
"""What a question holds, in plain words, and a way to begin its answer; the first that fits."""


def hint(conversation: Conversation, given: int = 0) -> str:
    """A way to begin the answer to the last question, and words of the lesson for it, in Spanish.

    Words that the learner has not used yet come first; ``given`` hints before this one have told
    some already, and the next are told.
    """
    words = _next_words(conversation, given)
    beginning = _beginning(conversation.last_question or "")
    told = ", ".join(f"«{word}»" for word in words)
    if beginning is None:
        return f"Puedes usar: {told}." if told else "Puedes empezar así: «Pues, yo…»."
    start = f"Puedes empezar así: «{beginning}»."
    return f"{start} Y puedes usar: {told}." if told else start


def _beginning(question: str) -> str | None:
    plain = " ".join(plain_words(question))
    for pattern, beginning in _BEGINNINGS:
        if re.search(rf"\b(?:{pattern})\b", plain):
            return beginning
    return None


def _next_words(conversation: Conversation, given: int) -> Sequence[str]:
    said = {
        word
        for turn in conversation.turns
        if turn.role is Role.LEARNER
        for word in plain_words(turn.text)
    }
    targets = sorted(
        conversation.lesson.target_words, key=lambda target: set(plain_words(target)) <= said
    )
    if not targets:
        return ()
    first = given * _MOST_WORDS % len(targets)
    return [*targets[first:], *targets[:first]][:_MOST_WORDS]
