"""Lessons."""

from pathlib import Path
from typing import TYPE_CHECKING

from tutor.config import Settings
from tutor.ports import LessonShelf

if TYPE_CHECKING:
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf

__all__ = ["check_lesson_file", "lesson_files", "lesson_shelf"]


def lesson_shelf(settings: Settings) -> LessonShelf:
    """The lessons that ship with the program, and the learner's own over them."""
    return _lesson_shelf(settings)


def _lesson_shelf(settings: Settings) -> "TomlLessonShelf":
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf
    from tutor.resources import resource_folder

    return TomlLessonShelf([resource_folder("lessons") / "es", settings.data_dir / "lessons"])


def lesson_files(settings: Settings) -> tuple[Path, ...]:
    """The file of each lesson on the shelf."""
    return _lesson_shelf(settings).files()


def check_lesson_file(path: Path) -> None:
    """Raise LessonError naming the file, the field and the fault, if there is one."""
    from tutor.adapters.lessons.toml_shelf import read_lesson

    read_lesson(path)
