"""Lessons that the language model makes for the learner."""

from collections.abc import Callable
from pathlib import Path

from tutor.app.language import language_models
from tutor.app.lessons import language_judge
from tutor.config import Settings
from tutor.domain.lesson_making import LessonWish, WrittenLesson
from tutor.errors import LessonError

__all__ = ["make_lesson", "own_lesson_file"]


def own_lesson_file(settings: Settings, lesson_id: str) -> Path:
    """Where a new lesson of the learner's goes; raises LessonError where there is one."""
    path = settings.data_dir / "lessons" / f"{lesson_id}.toml"
    if path.exists():
        raise LessonError(
            f"There is a lesson of yours in {path} already: choose another ID, or delete that file."
        )
    return path


async def make_lesson(
    settings: Settings,
    wish: LessonWish,
    on_start: Callable[[str], None],
    on_part: Callable[[str], None],
) -> WrittenLesson:
    """Have the language model write a lesson, and store it among the learner's own.

    ``on_start`` is told where the words go, ``on_part`` each part that is asked for. Raises
    ModelError, LanguageModelError, and LessonError where the file or its topic will not do.
    """
    from tutor.adapters.lessons.toml_writing import write_lesson
    from tutor.adapters.llm.lesson_writer import LanguageModelLessonWriter

    path = own_lesson_file(settings, wish.lesson_id)
    judge = language_judge(settings)
    for fault in judge.faults("topic", wish.topic):
        raise LessonError(f'{fault}. Give the topic in Spanish, such as: --topic "mi mudanza"')
    async with language_models(settings) as models:
        on_start(models.destination)
        written = await LanguageModelLessonWriter(models.partner_chat, judge, on_part).write(wish)
    write_lesson(written.lesson, path)
    return written
