"""What the language model is told before the sentence; the same for every sentence.

A server keeps what it has read of an unchanged beginning, so only the sentence itself costs time.
"""

from tutor.domain.chat import ChatMessage, ChatRole

__all__ = ["messages_for"]

_TASK = (
    "Eres profesor de español. Un estudiante dice una frase, a veces con errores, y tú escribes "
    "la misma frase corregida. Corrige todos los errores de género, número, artículos, "
    "preposiciones, pronombres y verbos. Deja las demás palabras como están. Si la frase ya está "
    "bien, o es solo un trozo de frase, cópiala igual. Escribe solo la frase."
)


def _right(sentence: str) -> tuple[str, str]:
    """A sentence that stays as it is."""
    return sentence, sentence


_EXAMPLES = (
    ("Yo soy muy nervioso por el examen.", "Yo estoy muy nervioso por el examen."),
    _right("Los domingos me gusta dormir hasta tarde."),
    ("La mapa está en el mesa.", "El mapa está en la mesa."),
    (
        "La semana pasada yo compró una bicicleta para mi hermano.",
        "La semana pasada yo compré una bicicleta para mi hermano.",
    ),
    _right("Sí, con mi hermana."),
    ("A mis primos le gusta mucho los deportes.", "A mis primos les gustan mucho los deportes."),
    _right("Creo que la ciudad es bonita, pero hay mucho ruido."),
    ("Quiero que tú vienes a mi fiesta en sábado.", "Quiero que tú vengas a mi fiesta el sábado."),
    (
        "Gracias para ayudarme, la profesora y yo habla mucho.",
        "Gracias por ayudarme, la profesora y yo hablamos mucho.",
    ),
    _right("Porque no tenía tiempo y estaba lloviendo."),
    (
        "Cada día mi padre ve mi tío en trabajo y ellos come juntos.",
        "Cada día mi padre ve a mi tío en el trabajo y ellos comen juntos.",
    ),
    _right("¿Puedes repetir la pregunta, por favor?"),
    ("Nosotros fue a un casa muy antiguo.", "Nosotros fuimos a una casa muy antigua."),
    _right("Anoche vimos una película con unos amigos."),
    (
        "Me encanta las fiestas y yo estoy de Colombia.",
        "Me encantan las fiestas y yo soy de Colombia.",
    ),
    _right("Mañana tengo que trabajar."),
)
"""Right and wrong mixed, so that neither becomes a habit."""
_PREFIX = (
    ChatMessage(ChatRole.SYSTEM, _TASK),
    *(
        ChatMessage(role, text)
        for said, better in _EXAMPLES
        for role, text in ((ChatRole.USER, said), (ChatRole.ASSISTANT, better))
    ),
)


def messages_for(sentence: str) -> tuple[ChatMessage, ...]:
    """The request for one sentence."""
    return (*_PREFIX, ChatMessage(ChatRole.USER, sentence))
