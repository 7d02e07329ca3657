"""``tutor lessons check``: what is wrong with lessons and words."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell
from tutor.errors import LessonError

if TYPE_CHECKING:
    from tutor.config import Settings

__all__ = ["check_lessons"]


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
    """Check the parts and the Spanish of lessons, and every word of the vocabulary.

    Unknown words, wrong agreement and missing parts are errors; words and sentences beyond the
    level, words of another region and target words that no quiz asks are warnings.
    """
    from tutor.app import is_words_file, lesson_files, words_files

    settings = shell.settings()
    lessons = files or lesson_files(settings)
    words = words_files(settings)
    if files:
        words = tuple(path for path in files if is_words_file(path))
        lessons = tuple(path for path in files if path not in words)
    problems = _check_lessons(shell, settings, lessons) + _check_words(shell, words)
    if problems:
        raise LessonError(f"{problems} of the files cannot be used; mend what is said above.")


def _check_lessons(shell: Shell, settings: "Settings", paths: Sequence[Path]) -> int:
    """How many lessons have a problem."""
    from tutor.app import check_lesson_files

    problems = 0
    for file in check_lesson_files(settings, paths):
        problems += bool(file.errors)
        if shell.json:
            shell.emit(
                {
                    "file": str(file.path),
                    "ok": not file.errors,
                    "problem": next(iter(file.errors), ""),
                    "errors": file.errors,
                    "warnings": file.warnings,
                }
            )
            continue
        for error in file.errors:
            shell.say(error if error.startswith(str(file.path)) else f"{file.path}: {error}")
        if not file.errors:
            shell.say(f"{file.path}: good")
        for warning in file.warnings:
            shell.say(f"  warning: {warning}")
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
