"""``tutor lessons``: what there is to talk about."""

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.choices import chosen
from tutor.cli.lesson_checks import check_lessons
from tutor.cli.lesson_making import new_lesson
from tutor.cli.shell import Shell, command

if TYPE_CHECKING:
    from tutor.domain.lesson import Lesson

__all__ = ["app"]

app = typer.Typer(help="See the lessons, check your own, and make one.", no_args_is_help=True)


def list_lessons(
    shell: Shell,
    level: Annotated[str, typer.Option("--level", help="Only A1, A2, B1 or B2.")] = "",
    topic: Annotated[str, typer.Option("--topic", help="Only this topic, such as food.")] = "",
) -> None:
    """List the lessons by level."""
    from tutor.app import lesson_shelf
    from tutor.domain.lesson import Level

    wanted = chosen(Level, "--level", level, str.upper)
    lessons = [
        lesson
        for lesson in lesson_shelf(shell.settings()).lessons()
        if wanted in {None, lesson.level} and topic.lower() in {"", lesson.topic}
    ]
    for lesson in lessons:
        if shell.json:
            shell.emit(
                {
                    "id": lesson.id,
                    "level": lesson.level,
                    "topic": lesson.topic,
                    "regions": lesson.regions,
                    "title_spanish": lesson.title_spanish,
                    "title_english": lesson.title_english,
                    "questions": len(lesson.questions),
                }
            )
        else:
            title = f"{lesson.title_spanish} ({lesson.title_english})"
            shell.say(f"{lesson.level}  {lesson.id:<24}  {lesson.topic:<12}  {title}")
    if not lessons:
        shell.warn("No lesson is like that. See them all: tutor lessons list")


def show_lesson(
    shell: Shell,
    lesson_id: Annotated[str, typer.Argument(metavar="ID", help="Such as a2-my-week.")],
) -> None:
    """Show one lesson: its scene, its questions, what it teaches and its courage task."""
    from dataclasses import asdict

    from tutor.app import lesson_shelf

    lesson = lesson_shelf(shell.settings()).lesson(lesson_id)
    if shell.json:
        shell.emit(asdict(lesson))
        return
    where = f", {', '.join(lesson.regions)}" if lesson.regions else ""
    shell.say(f"{lesson.title_spanish} ({lesson.title_english}), {lesson.level}{where}")
    shell.say(lesson.scene)
    shell.say(f"{lesson.tutor_name}: {lesson.tutor_role} {lesson.tutor_manner}")
    shell.say()
    shell.say(f"{lesson.tutor_name}: {lesson.opening}")
    for question in lesson.questions:
        shell.say(f"  {question}")
    shell.say(f"{lesson.tutor_name}: {lesson.farewell}")
    shell.say()
    _show_what_it_teaches(shell, lesson)
    shell.say()
    shell.say(f"Practise it: tutor practice {lesson.id}")


def _show_what_it_teaches(shell: Shell, lesson: "Lesson") -> None:
    shell.say(f"Words: {', '.join(lesson.target_words)}")
    shell.say("Phrases:")
    for phrase in lesson.target_phrases:
        shell.say(f"  {phrase}")
    shell.say(f"Grammar: {lesson.grammar}")
    shell.say("When you are lost:")
    for rescue in lesson.rescue:
        shell.say(f"  {rescue.spanish} ({rescue.english})")
    shell.say(f"This week: {lesson.courage.spanish}")
    shell.say(f"  ({lesson.courage.english})")


command(app, "list")(list_lessons)
command(app, "show")(show_lesson)
command(app, "check")(check_lessons)
command(app, "new")(new_lesson)
