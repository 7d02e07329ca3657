"""What happens in a review or a quiz, as a person reads it and as scripts do."""

from dataclasses import asdict
from datetime import datetime
from typing import assert_never

from rich.console import Console
from rich.text import Text

from tutor.cli.rendering_json import line_row
from tutor.cli.spinner import Spinner
from tutor.domain.grading import Grade
from tutor.domain.question import Question
from tutor.domain.voice_command import KEYS
from tutor.session.events import Listening, NothingHeard, Problem, Speaking, Thinking
from tutor.session.review_events import (
    Asked,
    Graded,
    HintGiven,
    QuizStarted,
    Regraded,
    ReviewEnded,
    ReviewEvent,
    ReviewStarted,
    Undone,
)

__all__ = ["ReviewRenderer", "review_row"]

Row = dict[str, object]

_VERDICTS = {
    Grade.EXACT: ("✓ right", "green"),
    Grade.SLIP: ("≈ almost", "yellow"),
    Grade.WRONG: ("✗ not yet", "red"),
}


class ReviewRenderer:
    """Prints a review or a quiz; a spinner shows who holds the floor."""

    def __init__(self, console: Console, problems: Console, *, is_typed_here: bool = False) -> None:
        """As for TerminalRenderer."""
        self._console = console
        self._problems = problems
        self._is_typed_here = is_typed_here
        self._spinner = Spinner(console)

    def __call__(self, event: ReviewEvent) -> None:  # noqa: C901, PLR0912  # a flat match
        """Show one event."""
        match event:
            case ReviewStarted(counts):
                self._console.rule("Repaso · Review")
                self._print(
                    f"{counts.new} new · {counts.learning} learning · {counts.review} to review",
                    "dim",
                )
                self._show_keys()
            case QuizStarted(questions):
                self._console.rule("Examen · Quiz")
                self._print(f"{questions} questions", "dim")
                self._show_keys()
            case Asked():
                self._print(f"\n {event.number:>3}  {event.question.shown}", "bold")
            case Listening():
                self._listen()
            case Thinking():
                self._hold("[yellow]● Thinking[/]")
            case NothingHeard():
                self._print("      No words were heard. Speak a little closer.", "dim")
            case HintGiven():
                self._print(f"      {event.hint}", "cyan")
            case Graded():
                self._show_grade(event)
            case Regraded():
                self._print(f"      {event.number} counts as: {event.rating}", "cyan")
            case Undone():
                taken = "The last answer is taken back." if event.card_id else "Nothing to undo."
                self._print(f"      {taken}", "cyan")
            case Speaking():
                self._hold("[blue]● Speaking[/]")
            case Problem():
                self.close()
                self._problems.print(Text(event.message, style="yellow"), soft_wrap=True)
            case ReviewEnded():
                self._show_end(event)
            case _:
                assert_never(event)

    def close(self) -> None:
        """Stop the spinner."""
        self._spinner.stop()

    def _listen(self) -> None:
        if self._is_typed_here:
            self.close()
            self._console.print("      > ", end="")
        else:
            self._hold("[green]● Listening[/] [dim](otra vez · más despacio · pista · no sé)[/]")

    def _hold(self, label: str) -> None:
        if not self._is_typed_here:
            self._spinner.show(label)

    def _print(self, text: str, style: str) -> None:
        self._console.print(Text(text, style=style))

    def _show_keys(self) -> None:
        if self._is_typed_here:
            keys = "  ".join(f"{key} {command.value}" for key, command in KEYS.items())
            self._print(f"Instead of an answer: {keys}", "dim")

    def _show_grade(self, event: Graded) -> None:
        if not self._is_typed_here and event.heard:
            self._print(f"      {event.heard}", "")
        verdict, style = _VERDICTS[event.grade]
        text = Text(f"      {verdict}", style=style)
        if event.grade is not Grade.EXACT:
            text.append(f"  {event.question.right}", style="not dim bold")
        if event.due is not None:
            text.append(f"  · again {_when(event.due)}", style="dim")
        self._console.print(text)
        why = event.question.explanation
        if event.grade is Grade.WRONG and why is not None and why.spanish:
            self._print(f"      {why.spanish}", "cyan")
            self._print(f"      {why.english}", "dim")
        if event.is_leech:
            self._print(
                "      Forgotten again and again: this card rests now. Change it or wake it with:"
                f" tutor deck resume {event.card_id}",
                "yellow",
            )

    def _show_end(self, event: ReviewEnded) -> None:
        self.close()
        self._console.rule()
        summary = (
            f"{event.answered} answered · {event.exact} right · {event.slips} almost ·"
            f" {event.wrong} not yet"
        )
        self._print(summary + (f" · {event.left} left" if event.left else ""), "bold")
        for missed in event.missed:
            self._print(f"  {missed}", "")


def _when(due: datetime) -> str:
    local = due.astimezone()
    days = (local.date() - datetime.now(local.tzinfo).date()).days
    if days > 0:
        return "tomorrow" if days == 1 else f"in {days} days"
    return f"at {local:%H:%M}"


def review_row(event: ReviewEvent) -> Row:  # noqa: C901, PLR0911, PLR0912  # a flat match
    """Any event as a JSON row; ``event`` names its kind."""
    match event:
        case ReviewStarted():
            return {"event": "review_started", **asdict(event.counts)}
        case QuizStarted():
            return {"event": "quiz_started", "questions": event.questions}
        case Asked():
            return {"event": "asked", **_question_row(event.number, event.question)}
        case Listening():
            return {"event": "listening"}
        case Thinking():
            return {"event": "thinking"}
        case NothingHeard():
            return {"event": "nothing_heard", "file": event.name}
        case HintGiven():
            return {"event": "hint", "hint": event.hint}
        case Graded():
            return _graded_row(event)
        case Regraded():
            return {
                "event": "regraded",
                "number": event.number,
                "card_id": event.card_id,
                "rating": event.rating.value,
                "due": _moment(event.due),
            }
        case Undone():
            return {"event": "undone", "card_id": event.card_id, "due": _moment(event.due)}
        case Speaking():
            return {"event": "speaking", **line_row(event.line)}
        case Problem():
            return {"event": "problem", "message": event.message}
        case ReviewEnded():
            return {"event": "review_ended", **asdict(event)}
        case _:
            assert_never(event)


def _graded_row(event: Graded) -> Row:
    question = event.question
    return {
        "event": "answer",
        **_question_row(event.number, question),
        "card_id": event.card_id,
        "heard": event.heard,
        "expected": question.target.words,
        "right": question.right,
        "grade": event.grade.value,
        "rating": event.rating.value,
        "due": _moment(event.due),
        "leech": event.is_leech,
    }


def _question_row(number: int, question: Question) -> Row:
    return {"number": number, "kind": question.kind.value, "question": question.shown}


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
