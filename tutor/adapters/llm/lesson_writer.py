"""Having a language model write a lesson in small steps, none of which is trusted."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from tutor.adapters.llm.lesson_prompts import PARTS, Part, messages_for
from tutor.adapters.llm.whole_answer import whole_answer
from tutor.domain.lesson import MIN_QUESTIONS, Lesson
from tutor.domain.lesson_language import LanguageJudge
from tutor.domain.lesson_making import (
    LessonWish,
    WrittenLesson,
    general_lesson,
    with_enough_questions,
)
from tutor.domain.lesson_parts import Answer, LessonParts
from tutor.errors import LanguageModelRefusedError
from tutor.ports import ChatModel

__all__ = ["LanguageModelLessonWriter"]

_ATTEMPTS = 3
_ROUNDS_OF_QUESTIONS = 5
_TEMPERATURES = (0.2, 0.5, 0.8, 0.8, 0.8)
"""An answer that will not do comes again at the same temperature."""


class LanguageModelLessonWriter:
    """Asks for each part until one is usable, and leaves a general one where none is."""

    def __init__(
        self, chat: ChatModel, judge: LanguageJudge, on_part: Callable[[str], None]
    ) -> None:
        """``on_part`` is told each part that is asked for."""
        self._chat = chat
        self._judge = judge
        self._on_part = on_part
        self._has_schemas = True

    async def write(self, wish: LessonWish) -> WrittenLesson:
        """The lesson, whole in any case; raises LanguageModelError where no answer comes."""
        parts = await asyncio.to_thread(LessonParts, self._judge, f"{wish.topic}. {wish.source}")
        takers = {
            "scene": parts.with_scene,
            "target_words": parts.with_words,
            "opening": parts.with_opening,
            "questions": parts.with_questions,
            "target_phrases": parts.with_phrases,
            "courage": parts.with_courage,
        }
        lesson = replace(general_lesson(wish), questions=())
        written: list[str] = []
        for part in PARTS:
            self._on_part(part.name)
            found = await self._asked(part, wish, lesson, takers[part.name])
            if found is not None:
                lesson = found
                written.append(part.name)
        general = [part.name for part in PARTS if part.name not in written]
        if 0 < len(lesson.questions) < MIN_QUESTIONS:
            general.append("the last questions")
        return WrittenLesson(with_enough_questions(lesson), tuple(written), tuple(general))

    async def _asked(
        self,
        part: Part,
        wish: LessonWish,
        lesson: Lesson,
        take: Callable[[Lesson, Answer], Lesson | None],
    ) -> Lesson | None:
        """The lesson with the part; None where nothing usable came in all attempts."""
        is_list = part.name == "questions"
        found: Lesson | None = None
        for attempt in range(_ROUNDS_OF_QUESTIONS if is_list else _ATTEMPTS):
            answer = await self._answer(part, wish, found or lesson, _TEMPERATURES[attempt])
            found = await asyncio.to_thread(take, found or lesson, answer) or found
            if found and (not is_list or len(found.questions) >= MIN_QUESTIONS):
                break
        return found

    async def _answer(
        self, part: Part, wish: LessonWish, lesson: Lesson, temperature: float
    ) -> Answer:
        """What came, empty where it is no JSON object."""
        try:
            return _read(await self._text(part, wish, lesson, temperature))
        except LanguageModelRefusedError:
            if not self._has_schemas:
                raise
            self._has_schemas = False  # a server that knows none may answer without
            return _read(await self._text(part, wish, lesson, temperature))

    async def _text(self, part: Part, wish: LessonWish, lesson: Lesson, temperature: float) -> str:
        stream = self._chat.stream(
            messages_for(part, wish, lesson),
            max_tokens=part.max_tokens,
            temperature=temperature,
            schema=part.schema if self._has_schemas else None,
        )
        return (await whole_answer(stream)).text


def _read(text: str) -> Mapping[str, object]:
    """The JSON object in a text; empty where there is none."""
    start, end = text.find("{"), text.rfind("}")
    try:
        found = json.loads(text[start : end + 1])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
