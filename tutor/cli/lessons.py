"""``tutor lessons``: what there is to talk about."""

from pathlib import Path
from typing import Annotated

import typer

from tutor.cli.shell import Shell, command
from tutor.errors import LessonError

__all__ = ["app"]

app = typer.Typer(help="See the lessons, and check your own.", no_args_is_help=True)


def list_lessons(shell: Shell) -> None:
    """List the lessons by level."""
    from tutor.app import lesson_shelf

    for lesson in lesson_shelf(shell.settings()).lessons():
        if shell.json:
            shell.emit(
                {
                    "id": lesson.id,
                    "level": lesson.level,
                    "title_spanish": lesson.title_spanish,
                    "title_english": lesson.title_english,
                    "questions": len(lesson.questions),
                }
            )
        else:
            shell.say(
                f"{lesson.level}  {lesson.id:<16}  {lesson.title_spanish} ({lesson.title_english})"
            )


def show_lesson(
    shell: Shell,
    lesson_id: Annotated[str, typer.Argument(metavar="ID", help="Such as a2-my-week.")],
) -> None:
    """Show one lesson: its scene, its words and its questions."""
    from dataclasses import asdict

    from tutor.app import lesson_shelf

    lesson = lesson_shelf(shell.settings()).lesson(lesson_id)
    if shell.json:
        shell.emit(asdict(lesson))
        return
    shell.say(f"{lesson.title_spanish} ({lesson.title_english}), {lesson.level}")
    shell.say(lesson.scene)
    shell.say()
    shell.say(f"{lesson.tutor_name}: {lesson.opening}")
    for question in lesson.questions:
        shell.say(f"  {question}")
    shell.say(f"{lesson.tutor_name}: {lesson.farewell}")
    shell.say()
    shell.say(f"Words: {', '.join(lesson.target_words)}")


def check_lessons(
    shell: Shell,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]…", help="Lesson files; all lessons where none is named."),
    ] = None,
) -> None:
    """Check that lessons are complete and work by themselves."""
    from tutor.app import check_lesson_file, lesson_files

    problems = 0
    for path in files or lesson_files(shell.settings()):
        try:
            check_lesson_file(path)
            problem = ""
        except LessonError as error:
            problem = str(error)
            problems += 1
        if shell.json:
            shell.emit({"file": str(path), "ok": not problem, "problem": problem})
        else:
            shell.say(problem or f"{path}: good")
    if problems:
        raise LessonError(f"{problems} of the lessons cannot be used; mend what is said above.")


command(app, "list")(list_lessons)
command(app, "show")(show_lesson)
command(app, "check")(check_lessons)
