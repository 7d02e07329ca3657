"""What a learner says to the tutor about the exercise, not as an answer to it."""

from enum import StrEnum

from tutor.domain.sentences import plain_words

__all__ = ["KEYS", "VoiceCommand", "voice_command"]


class VoiceCommand(StrEnum):
    """A wish of the learner's."""

    REPEAT = "repeat"
    SLOWER = "slower"
    HINT = "hint"
    SKIP = "skip"
    RIGHT = "right"
    """The last answer was right, whatever the tutor thinks."""
    WRONG = "wrong"
    UNDO = "undo"
    FINISH = "finish"


KEYS = {
    "=": VoiceCommand.REPEAT,
    "<": VoiceCommand.SLOWER,
    "?": VoiceCommand.HINT,
    ">": VoiceCommand.SKIP,
    "+": VoiceCommand.RIGHT,
    "-": VoiceCommand.WRONG,
    "/": VoiceCommand.UNDO,
    ".": VoiceCommand.FINISH,
}
"""One key for each, for those who type."""

_PHRASES = {
    VoiceCommand.REPEAT: (
        "otra vez", "repite", "repítelo", "repita", "repetir", "de nuevo", "una vez más", "cómo",
        "puedes repetir", "me lo repites", "again", "repeat", "say that again", "once more",
        "repeat that",
    ),
    VoiceCommand.SLOWER: (
        "más despacio", "más lento", "despacio", "más lentamente", "slower", "more slowly",
        "slowly", "say that more slowly", "otra vez más despacio", "repite más despacio",
    ),
    VoiceCommand.HINT: ("pista", "una pista", "dame una pista", "ayuda", "hint", "a hint", "help"),
    VoiceCommand.SKIP: (
        "no sé", "no lo sé", "ni idea", "paso", "siguiente", "la siguiente", "no me acuerdo",
        "no recuerdo", "skip", "next", "pass", "i don't know", "no idea",
    ),
    VoiceCommand.RIGHT: (
        "estaba bien", "era correcto", "sí estaba bien", "lo dije bien", "eso dije",
        "es lo que dije", "i was right", "that was right", "i said that", "count it as right",
    ),
    VoiceCommand.WRONG: (
        "estaba mal", "era incorrecto", "lo dije mal", "me equivoqué", "i was wrong",
        "that was wrong", "count it as wrong",
    ),
    VoiceCommand.UNDO: ("deshacer", "deshaz", "atrás", "vuelve atrás", "undo", "go back"),
    VoiceCommand.FINISH: (
        "adiós", "hasta luego", "terminar", "termina", "terminamos", "fin", "basta", "quiero parar",
        "stop", "goodbye", "bye", "quit", "finish", "i'm done",
    ),
}  # fmt: skip
_POLITE = {"por", "favor", "please"}

_COMMANDS = {
    tuple(plain_words(phrase)): command
    for command, phrases in _PHRASES.items()
    for phrase in phrases
}


def voice_command(said: str) -> VoiceCommand | None:
    """The wish that a whole utterance is; None for everything else.

    Accents, case, punctuation and *por favor* do not matter. Only a whole utterance counts, so
    that no ordinary sentence is taken for a wish.
    """
    if said.strip() in KEYS:
        return KEYS[said.strip()]
    words = tuple(word for word in plain_words(said) if word not in _POLITE)
    return _COMMANDS.get(words)
