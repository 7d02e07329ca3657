"""What a language model is asked for, part by part, to make a lesson."""

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.lesson import Lesson, Level
from tutor.domain.lesson_making import LessonWish

__all__ = ["PARTS", "Part", "messages_for"]

_LONGEST_SOURCE = 2500
"""Characters of a text that is given along: a window of 4096 tokens stays half empty."""

_STYLE = {
    Level.A1: "frases muy cortas, solo en presente, palabras muy comunes",
    Level.A2: "frases cortas y sencillas, palabras comunes",
    Level.B1: "frases claras de nivel intermedio",
    Level.B2: "un español natural y variado",
}
_TASK = (
    "Escribes pequeñas lecciones para conversar en español con una persona que aprende. "
    "Escribe siempre en español correcto, con ¿ y ¡, y responde solo con JSON."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked for, with an answer to the same about *mi perro* for an example."""

    name: str
    request: str
    schema: Mapping[str, object]
    example: str
    max_tokens: int


def _texts(*names: str) -> Mapping[str, object]:
    return {
        "type": "object",
        "properties": {name: {"type": "string", "maxLength": 300} for name in names},
        "required": list(names),
        "additionalProperties": False,
    }


def _list(name: str, least: int, most: int) -> Mapping[str, object]:
    texts = {
        "type": "array",
        "items": {"type": "string", "maxLength": 160},
        "minItems": least,
        "maxItems": most,
    }
    return {
        "type": "object",
        "properties": {name: texts},
        "required": [name],
        "additionalProperties": False,
    }


PARTS = (
    Part(
        "scene",
        "Inventa la escena. Claves: title_spanish (título corto), title_english (el mismo título "
        "en inglés), scene (dónde y por qué hablan las dos personas), tutor_name (un nombre), "
        "tutor_role (empieza con «Eres »: quién es esa persona), tutor_manner (cómo habla).",
        _texts(
            "title_spanish", "title_english", "scene", "tutor_name", "tutor_role", "tutor_manner"
        ),
        '{"title_spanish": "Mi perro", "title_english": "My dog", "scene": "Dos vecinos se '
        'encuentran en el parque y hablan de sus perros.", "tutor_name": "Pablo", "tutor_role": '
        '"Eres un vecino que también tiene un perro.", "tutor_manner": "Amable y curioso; hablas '
        'con frases cortas."}',
        300,
    ),
    Part(
        "target_words",
        "Escribe 10 palabras muy comunes y útiles para este tema, los sustantivos con el o la. "
        "Clave: words.",
        _list("words", 6, 12),
        '{"words": ["el perro", "el parque", "la calle", "comer", "jugar", "pequeño"]}',
        200,
    ),
    Part(
        "opening",
        "Escribe lo primero que dice {name}: saluda, dice su nombre y hace una sola pregunta "
        "fácil. Clave: opening.",
        _texts("opening"),
        '{"opening": "¡Hola! Soy {name}. Hoy hablamos de tu perro. ¿Cómo se llama?"}',
        120,
    ),
    Part(
        "questions",
        "Escribe 5 preguntas nuevas de {name} para la persona, cortas y distintas, de lo fácil a "
        "lo difícil. No repitas estas: {asked} Clave: questions.",
        _list("questions", 4, 6),
        '{"questions": ["¿Cuántos años tiene?", "¿Qué come normalmente?", "¿Dónde duerme?", '
        '"¿Le gusta el agua?", "¿Quién sale con él por la mañana?"]}',
        260,
    ),
    Part(
        "target_phrases",
        "Escribe 4 frases completas y cortas que la persona puede decir sobre este tema. "
        "Clave: phrases.",
        _list("phrases", 3, 6),
        '{"phrases": ["Mi perro es muy pequeño.", "Tengo que salir con él.", "¿Cómo se llama el '
        'tuyo?"]}',
        200,
    ),
    Part(
        "courage",
        "Escribe una tarea pequeña: hablar esta semana de este tema con una persona de verdad. "
        "Claves: spanish (empieza con «Esta semana,»), english (lo mismo en inglés, empieza con "
        "«This week,»), ask (cómo preguntar después; empieza con «La última vez ibas a»).",
        _texts("spanish", "english", "ask"),
        '{"spanish": "Esta semana, pregunta a un vecino por su perro.", "english": "This week, ask '
        'a neighbour about their dog.", "ask": "La última vez ibas a preguntar a un vecino por su '
        'perro. ¿Qué tal fue?"}',
        220,
    ),
)


def messages_for(part: Part, wish: LessonWish, lesson: Lesson) -> tuple[ChatMessage, ...]:
    """What asks for a part of the lesson that has come into being so far."""
    style = f"Nivel {wish.level}: {_STYLE[wish.level]}."
    source = f"\nUsa este texto:\n{wish.source[:_LONGEST_SOURCE]}" if wish.source else ""
    asked = " ".join((lesson.opening, *lesson.questions))
    return (
        ChatMessage(ChatRole.SYSTEM, f"{_TASK} {style}"),
        ChatMessage(ChatRole.USER, f"Tema: mi perro.\n{_filled(part.request, 'Pablo', '')}"),
        ChatMessage(ChatRole.ASSISTANT, _filled(part.example, "Pablo", "")),
        ChatMessage(
            ChatRole.USER,
            f"Tema: {wish.topic}.{source}\n{_filled(part.request, lesson.tutor_name, asked)}",
        ),
    )


def _filled(text: str, name: str, asked: str) -> str:
    return text.replace("{name}", name).replace("{asked}", asked)
