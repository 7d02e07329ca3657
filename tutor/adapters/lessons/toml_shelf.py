"""Lessons from TOML files; the file's name is the lesson's id."""

import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from tutor.domain.lesson import (
    CourageTask,
    Lesson,
    Level,
    Region,
    RescuePhrase,
    lesson_flaws,
)
from tutor.errors import LessonError

__all__ = ["TomlLessonShelf", "parse_lesson", "read_lesson"]

_LESSON_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
_Topic = Annotated[str, StringConstraints(pattern=r"^[a-z]+$", max_length=30)]


class _Rescue(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    spanish: _Text
    english: _Text


class _Courage(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    spanish: _Text
    english: _Text
    ask: _Text


class _LessonFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=_LESSON_ID, max_length=60)]
    level: Level
    topic: _Topic
    title_spanish: _Text
    title_english: _Text
    region: tuple[Region, ...] = ()
    scene: _Text
    tutor_name: _Text
    tutor_role: _Text
    tutor_manner: _Text
    opening: _Text
    questions: tuple[_Text, ...]
    target_words: tuple[_Text, ...]
    target_phrases: tuple[_Text, ...]
    grammar: _Text
    farewell: _Text
    rescue: tuple[_Rescue, ...]
    courage: _Courage

    def to_domain(self) -> Lesson:
        told = dict(self)
        regions, rescue, courage = (told.pop(name) for name in ("region", "rescue", "courage"))
        return Lesson(
            **told,
            regions=regions,
            rescue=tuple(RescuePhrase(one.spanish, one.english) for one in rescue),
            courage=CourageTask(courage.spanish, courage.english, courage.ask),
        )


class TomlLessonShelf:
    """The lessons of several folders; one in a later folder replaces its namesake."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def lessons(self) -> tuple[Lesson, ...]:
        """By level, then id; raises LessonError at the first file that is broken."""
        lessons = [read_lesson(path) for path in self._files().values()]
        return tuple(sorted(lessons, key=lambda lesson: (lesson.level, lesson.id)))

    def lesson(self, lesson_id: str) -> Lesson:
        """One by its id; raises LessonError."""
        files = self._files()
        if lesson_id in files:
            return read_lesson(files[lesson_id])
        nearest = get_close_matches(lesson_id, files, n=1)
        hint = f" Did you mean '{nearest[0]}'?" if nearest else ""
        raise LessonError(f"No lesson '{lesson_id}'.{hint} See them all: tutor lessons list")

    def files(self) -> tuple[Path, ...]:
        """The file of each lesson, without reading it."""
        return tuple(self._files().values())

    def _files(self) -> dict[str, Path]:
        return {
            path.stem: path for folder in self._folders for path in sorted(folder.glob("*.toml"))
        }


def parse_lesson(path: Path) -> Lesson:
    """What a file holds, whole but not judged; raises LessonError naming file, field and fault."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LessonError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LessonError(f"{path} is not a TOML file: {error}. Mend it there.") from error
    try:
        lesson = _LessonFile.model_validate(raw).to_domain()
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        raise LessonError(f"{path}: {field}: {fault['msg']}. Mend it there.") from error
    if lesson.id != path.stem:
        raise LessonError(f"{path}: id: '{lesson.id}' is not the name of its file. Mend it there.")
    return lesson


def read_lesson(path: Path) -> Lesson:
    """The lesson in a file; raises LessonError naming the file, the field and the fault."""
    lesson = parse_lesson(path)
    for flaw in lesson_flaws(lesson):
        raise LessonError(f"{path}: {flaw}. Mend it there.")
    return lesson
