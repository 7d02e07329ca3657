"""``tutor lessons new``: a lesson of the learner's own."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.choices import chosen
from tutor.cli.shell import Shell
from tutor.errors import LessonError

if TYPE_CHECKING:
    from tutor.config import Settings
    from tutor.domain.lesson_making import LessonWish, WrittenLesson

__all__ = ["new_lesson"]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60
_LONGEST_TOPIC = 80
_A_TEXT = "un texto"


def new_lesson(
    shell: Shell,
    lesson_id: Annotated[
        str, typer.Argument(metavar="ID", help="A name for it, such as a2-mudanza.")
    ],
    topic: Annotated[
        str, typer.Option("--topic", help='What to talk about, in Spanish: "mi mudanza".')
    ] = "",
    level: Annotated[str, typer.Option("--level", help="A1, A2, B1 or B2.")] = "A2",
    from_text: Annotated[
        Path | None,
        typer.Option("--from-text", metavar="FILE", help="A text to talk about."),
    ] = None,
) -> None:
    """Have the language model write a lesson on your topic; every line of it is checked.

    It is kept with your own data, where you can edit it.
    """
    from tutor.app import make_lesson, own_lesson_file

    settings = shell.settings()
    wish = _wish(lesson_id, topic, level, from_text)
    path = own_lesson_file(settings, lesson_id)

    def on_start(destination: str) -> None:
        shell.warn(f"Asking the language model. Your words go to: {destination}.")

    def on_part(name: str) -> None:
        shell.warn(f"  {name.replace('_', ' ')} …")

    written = shell.run(make_lesson(settings, wish, on_start, on_part))
    _tell(shell, settings, written, path)


def _wish(lesson_id: str, topic: str, level: str, source: Path | None) -> "LessonWish":
    from tutor.domain.lesson import Level
    from tutor.domain.lesson_making import LessonWish

    if not _ID.fullmatch(lesson_id) or len(lesson_id) > _LONGEST_ID:
        raise typer.BadParameter(
            f"'{lesson_id}' is not made of a-z, 0-9 and hyphens.", param_hint="ID"
        )
    about = " ".join(topic.split()).rstrip(".")
    if not about and source is None:
        raise typer.BadParameter("Name one, or give --from-text.", param_hint="--topic")
    if len(about) > _LONGEST_TOPIC:
        raise typer.BadParameter("Say it in a few words.", param_hint="--topic")
    chosen_level = chosen(Level, "--level", level, str.upper) or Level.A2
    return LessonWish(lesson_id, chosen_level, about or _A_TEXT, _text(source))


def _text(source: Path | None) -> str:
    if source is None:
        return ""
    try:
        text = " ".join(source.read_text(encoding="utf-8").split())
    except (OSError, UnicodeDecodeError) as error:
        raise LessonError(f"{source} cannot be read as text: give a file in UTF-8.") from error
    if not text:
        raise LessonError(f"There is nothing in {source}: give a file with a text in Spanish.")
    return text


def _tell(shell: Shell, settings: "Settings", written: "WrittenLesson", path: Path) -> None:
    """What has come of it; raises LessonError where nothing of it is the model's."""
    from tutor.app import check_lesson_files

    lesson = written.lesson
    (checked,) = check_lesson_files(settings, [path])
    if shell.json:
        shell.emit(
            {
                "event": "lesson",
                "id": lesson.id,
                "level": lesson.level,
                "file": str(path),
                "written": written.written,
                "general": written.general,
                "errors": checked.errors,
                "warnings": checked.warnings,
            }
        )
    general = ", ".join(name.replace("_", " ") for name in written.general)
    if not written.written:
        raise LessonError(
            f"The language model gave nothing usable, so {path} holds general lines on your topic:"
            f" edit it, then run: tutor lessons check {path}"
        )
    shell.say(f"{lesson.title_spanish} ({lesson.title_english}), {lesson.level}: {path}")
    if general:
        shell.say(f"The language model gave nothing usable for these, so edit them: {general}.")
    for fault in (*checked.errors, *checked.warnings):
        shell.say(f"  to look at: {fault}")
    shell.say(f"A program wrote it: read it first (tutor lessons show {lesson.id}).")
    shell.say(f"Practise it: tutor practice {lesson.id}")
