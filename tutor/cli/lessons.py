"""``tutor lessons``: what there is to talk about."""

from collections import Counter
from collections.abc import Sequence
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
        typer.Argument(
            metavar="[FILE]…",
            help="Lesson or vocabulary files; all of them where none is named.",
        ),
    ] = None,
) -> None:
    """Check that lessons are complete and work by themselves, and every word of the vocabulary."""
    from tutor.app import is_words_file, lesson_files, words_files

    settings = shell.settings()
    lessons = files or lesson_files(settings)
    words = words_files(settings)
    if files:
        words = tuple(path for path in files if is_words_file(path))
        lessons = tuple(path for path in files if path not in words)
    problems = _check_lessons(shell, lessons) + _check_words(shell, words)
    if problems:
        raise LessonError(f"{problems} of the files cannot be used; mend what is said above.")


def _check_lessons(shell: Shell, paths: Sequence[Path]) -> int:
    """How many lessons have a problem."""
    from tutor.app import check_lesson_file

    problems = 0
    for path in paths:
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
    return problems


def _check_words(shell: Shell, paths: Sequence[Path]) -> int:
    """How many files of vocabulary have a problem."""
    from tutor.app import check_words_files

    checked = check_words_files(paths)
    levels: Counter[str] = Counter()
    for file in checked:
        levels.update(entry.level for entry in file.entries)
        for word, fault in file.faults:
            _show_fault(shell, file.path, word, fault)
        if shell.json and not file.faults:
            shell.emit(
                {
                    "file": str(file.path),
                    "ok": True,
                    "problem": "",
                    "level": file.entries[0].level,
                    "entries": len(file.entries),
                }
            )
    if not shell.json:
        for level, count in sorted(levels.items()):
            shell.say(f"Words at {level}: {count}")
    return sum(1 for file in checked if file.faults)


def _show_fault(shell: Shell, path: Path, word: str, fault: str) -> None:
    problem = f"{path}: {word}: {fault}" if word else f"{path}: {fault}"
    if shell.json:
        shell.emit({"file": str(path), "ok": False, "entry": word, "problem": problem})
    else:
        shell.say(problem)


command(app, "list")(list_lessons)
command(app, "show")(show_lesson)
command(app, "check")(check_lessons)
