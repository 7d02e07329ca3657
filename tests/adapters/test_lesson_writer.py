"""Making a lesson of whatever a language model writes."""

import json
import tomllib

import pytest

from tests.adapters.chat_server import CHAT_PATH, sse
from tests.fakes import FakeChatModel
from tutor.adapters.lessons.toml_shelf import read_lesson
from tutor.adapters.lessons.toml_writing import write_lesson
from tutor.adapters.llm.chat import OpenAiChat
from tutor.adapters.llm.lesson_prompts import PARTS
from tutor.adapters.llm.lesson_writer import LanguageModelLessonWriter
from tutor.app import language_judge
from tutor.config import Settings
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.lesson import Level, lesson_flaws
from tutor.domain.lesson_language import Weight
from tutor.domain.lesson_making import LessonWish, general_lesson
from tutor.errors import LanguageModelRefusedError, LanguageModelUnreachableError, LessonError

JUDGE = language_judge(Settings())
WISH = LessonWish("a2-mudanza", Level.A2, "mi mudanza")
GENERAL = general_lesson(WISH)

SCENE = {
    "title_spanish": "La mudanza",
    "title_english": "Moving house",
    "scene": "Dos amigos hablan de una casa nueva.",
    "tutor_name": "Pablo",
    "tutor_role": "Eres un buen amigo.",
    "tutor_manner": "Amable; hablas con frases cortas.",
    "words": ["la casa", "el barrio", "la calle", "la puerta", "barajar mucho la cosa hoy"],
    "opening": "¡Hola! Soy Pablo. ¿Cómo es tu casa nueva?",
    "questions": [
        "¿Cuándo es la mudanza?", "¿Quién te ayuda ese día?", "¿Está lejos el barrio?",
        "¿Qué muebles tienes?", "¿Conoces a los vecinos?", "¿Por qué cambias de casa?",
        "¿Cuánto pagas cada mes?", "¿Hay un parque cerca?",
    ],
    "phrases": ["Mi casa es pequeña.", "La calle es muy tranquila."],
    "spanish": "Esta semana, pregunta a un vecino por su casa.",
    "english": "This week, ask a neighbour about their home.",
    "ask": "La última vez ibas a hablar con un vecino. ¿Qué tal fue?",
}  # fmt: skip
"""Every part at once: of an answer only what was asked for is read."""


async def written(*pieces, wish=WISH, **options):
    chat = FakeChatModel(pieces, **options)
    told: list[str] = []
    made = await LanguageModelLessonWriter(chat, JUDGE, told.append).write(wish)
    return made, chat, told


def answer(**changes):
    return json.dumps(SCENE | changes, ensure_ascii=False)


async def test_every_part_that_passes_the_checks_is_the_models():
    made, _, told = await written(answer())
    assert made.general == ()
    assert told == [part.name for part in PARTS]
    lesson = made.lesson
    assert (lesson.tutor_name, lesson.opening) == ("Pablo", SCENE["opening"])
    assert lesson.questions[:8] == tuple(SCENE["questions"])
    assert lesson.target_words == ("la casa", "el barrio", "la calle", "la puerta")
    assert lesson.courage.ask == SCENE["ask"]
    assert list(lesson_flaws(lesson)) == []


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"opening": "Hola, soy Pablo."}, "opening"),
        ({"opening": "¿Cómo es tu casa nuevo?"}, "opening"),
        ({"opening": "¿Cómo es el casa?"}, "opening"),
        ({"scene": "Two friends talk about a new house."}, "scene"),
        ({"tutor_role": "Un amigo."}, "scene"),
        ({"tutor_name": "el tutor"}, "scene"),
        ({"phrases": ["Sí"]}, "target_phrases"),
        ({"words": ["el xyzzy"]}, "target_words"),
        ({"english": "Esta semana, habla."}, "courage"),
        ({"ask": ["no text"]}, "courage"),
        ({"opening": "¿" + "muy " * 20 + "bien?"}, "opening"),
    ],
)
async def test_what_fails_a_check_is_general_instead(changes, part):
    made, _, _ = await written(answer(**changes))
    assert made.general == (part,)
    assert list(lesson_flaws(made.lesson)) == []


async def test_unusable_questions_are_left_out_and_general_ones_stand_behind_the_rest():
    bad = ["¿Qué?¿Y qué?", "Cuéntame.", "¿Hay una parque?", "¿Cómo es tu casa nueva hoy?"]
    made, chat, _ = await written(answer(questions=[*bad, *SCENE["questions"][:3]]))
    assert made.lesson.questions[:3] == tuple(SCENE["questions"][:3])
    assert len(made.lesson.questions) == 10
    assert made.general == ("the last questions",)
    assert sum("5 preguntas" in messages[-1].content for messages in chat.asked) == 5


@pytest.mark.parametrize("pieces", [["no JSON"], ["[1]"], ["{}"], ["}{"], []])
async def test_where_nothing_is_usable_a_whole_general_lesson_is_left(pieces):
    made, chat, _ = await written(*pieces)
    assert made.written == ()
    assert made.lesson == GENERAL
    assert len(chat.asked) == 3 * (len(PARTS) - 1) + 5


def test_a_general_lesson_passes_every_check_at_every_level():
    for level in Level:
        lesson = general_lesson(LessonWish("own", level, "mi mudanza"))
        assert list(lesson_flaws(lesson)) == []
        assert [one for one in JUDGE.remarks(lesson) if one.weight is Weight.ERROR] == []
    assert (GENERAL.topic, general_lesson(LessonWish("x", Level.A1, "42")).topic) == (
        "mudanza",
        "own",
    )


async def test_a_text_is_given_along_and_its_words_are_fine():
    wish = LessonWish("b1-x", Level.A1, "un texto", "La travesura del gato.")
    made, chat, _ = await written(answer(opening="¿Es una travesura?"), wish=wish)
    assert "La travesura del gato." in chat.asked[0][-1].content
    assert made.lesson.opening == "¿Es una travesura?"


async def test_without_a_model_there_is_no_lesson():
    gone = LanguageModelUnreachableError("It cannot be reached. Start it.")
    with pytest.raises(LanguageModelUnreachableError):
        await written(failure=gone)


async def test_a_server_that_knows_no_schemas_is_asked_without():
    asked: list[bool] = []

    class Plain(FakeChatModel):
        async def stream(self, messages, *, max_tokens, temperature, schema=None):
            asked.append(schema is not None)
            if schema is not None:
                raise LanguageModelRefusedError("The server refuses the request.")
            yield answer()

    made = await LanguageModelLessonWriter(Plain([]), JUDGE, lambda _: None).write(WISH)
    assert made.general == ()
    assert asked[:3] == [True, False, False]


async def test_a_schema_goes_to_the_server_as_the_format_of_the_answer(httpserver):
    httpserver.expect_request(CHAT_PATH).respond_with_data(
        sse("{}"), content_type="text/event-stream"
    )
    messages = (ChatMessage(ChatRole.USER, "Hola"),)
    async with OpenAiChat(httpserver.url_for("/v1"), "m") as chat:
        stream = chat.stream(messages, max_tokens=9, temperature=0.0, schema={"type": "object"})
        assert [piece async for piece in stream] == ["{}"]
    asked = httpserver.log[0][0].get_json()
    assert asked["response_format"]["json_schema"]["schema"] == {"type": "object"}


def test_what_is_written_is_read_back_as_it_was(tmp_path):
    path = tmp_path / "own" / "a2-mudanza.toml"
    write_lesson(GENERAL, path)
    assert read_lesson(path) == GENERAL
    assert list(tomllib.loads(path.read_text(encoding="utf-8")))[:3] == ["id", "level", "topic"]


def test_a_lesson_is_never_written_over_another(tmp_path):
    path = tmp_path / "a2-mudanza.toml"
    write_lesson(GENERAL, path)
    with pytest.raises(LessonError, match="choose another ID"):
        write_lesson(GENERAL, path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(LessonError, match="cannot be written"):
        write_lesson(GENERAL, tmp_path / "file" / "a2-mudanza.toml")
