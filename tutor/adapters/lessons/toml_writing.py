"""A lesson as a TOML file that a person can edit."""

from pathlib import Path

import tomlkit

from tutor.domain.lesson import Lesson
from tutor.errors import LessonError

__all__ = ["write_lesson"]


def write_lesson(lesson: Lesson, path: Path) -> None:
    """Write a new file; raises LessonError where there is one already or none can be made."""
    document = tomlkit.document()
    for name in ("id", "level", "topic", "title_spanish", "title_english"):
        document[name] = str(getattr(lesson, name))
    if lesson.regions:
        document["region"] = [str(region) for region in lesson.regions]
    for name in ("scene", "tutor_name", "tutor_role", "tutor_manner", "opening"):
        document[name] = getattr(lesson, name)
    for name in ("questions", "target_words", "target_phrases"):
        texts = tomlkit.array()
        texts.extend(getattr(lesson, name))
        document[name] = texts.multiline(multiline=name != "target_words")
    document["grammar"] = lesson.grammar
    document["farewell"] = lesson.farewell
    rescue = tomlkit.aot()
    for phrase in lesson.rescue:
        table = tomlkit.table()
        table.update({"spanish": phrase.spanish, "english": phrase.english})
        rescue.append(table)
    document["rescue"] = rescue
    courage = lesson.courage
    document["courage"] = {
        "spanish": courage.spanish,
        "english": courage.english,
        "ask": courage.ask,
    }
    _create(path, tomlkit.dumps(document))


def _create(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise LessonError(
            f"There is a lesson of yours in {path} already: choose another ID, or delete that file."
        ) from error
    except OSError as error:
        raise LessonError(
            f"{path} cannot be written ({error.strerror}): make room or give permission."
        ) from error
