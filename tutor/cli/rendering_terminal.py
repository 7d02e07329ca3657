"""Events as a person reads them in a terminal."""

from typing import assert_never

from rich.console import Console
from rich.text import Text

from tutor.cli.spinner import Spinner
from tutor.domain.correction import Correction
from tutor.domain.language import Language, SpokenLine
from tutor.domain.record import Timings
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import Transcript
from tutor.session.events import (
    Attempted,
    Corrected,
    Event,
    Heard,
    Listening,
    NothingHeard,
    Problem,
    SessionEnded,
    SessionStarted,
    Speaking,
    Thinking,
    TurnFinished,
    Wished,
)

__all__ = ["TerminalRenderer", "correction_text"]

_DOUBTFUL = 0.5
"""A word heard with less probability than this is marked."""
_BETWEEN_TIPS = 5
"""Turns from one tip to the next."""


class TerminalRenderer:
    """Prints a session; a spinner shows who holds the floor where there is a terminal."""

    def __init__(self, console: Console, problems: Console, *, is_typed_here: bool = False) -> None:
        """``problems`` is where failures are told: standard error.

        ``is_typed_here``: the learner types into the same terminal, which shows it by itself.
        """
        self._console = console
        self._problems = problems
        self._is_typed_here = is_typed_here
        self._spinner = Spinner(console)
        self._turns_without_tip = _BETWEEN_TIPS

    def __call__(self, event: Event) -> None:  # noqa: C901, PLR0912  # a case for each kind
        """Show one event."""
        match event:
            case SessionStarted():
                self._show_start(event)
            case Listening():
                self._listen()
            case Thinking():
                self._spinner.show("[yellow]● Thinking[/]")
            case NothingHeard():
                self._line("dim", _nothing_heard(event.name))
            case Heard():
                self._show_heard(event.transcript)
            case Corrected():
                self._show_correction(event.correction)
            case Speaking():
                self._show_spoken(event.line)
            case Wished():
                wish = f"{event.command.value.replace('_', ' ')} {event.topic}".rstrip()
                self._line("dim", f" Wish   {wish}")
            case Attempted():
                self._line("dim", " Mended" if event.is_mended else " Not quite")
            case TurnFinished():
                self._show_timings(event.turn.timings)
            case Problem():
                self._show_problem(event.message)
            case SessionEnded():
                self._show_end(event)
            case _:
                assert_never(event)

    def close(self) -> None:
        """Stop the spinner."""
        self._spinner.stop()

    def _listen(self) -> None:
        """Show that it is the learner's turn; a spinner would wipe out what is typed."""
        if self._is_typed_here:
            self.close()
            self._console.print(Text("\n You    ", style="bold"), end="")
        else:
            self._spinner.show("[green]● Listening[/] [dim](Ctrl-C ends the session)[/]")

    def _show_problem(self, message: str) -> None:
        """Unwrapped, so that the command in it can be copied."""
        self.close()
        self._problems.print(Text(message, style="yellow"), soft_wrap=True)

    def _line(self, style: str, text: str) -> None:
        self._console.print(Text(text, style=style))

    def _show_start(self, event: SessionStarted) -> None:
        lesson = event.lesson
        self._console.rule(f"{lesson.title_spanish} · {lesson.title_english} · {lesson.level}")
        self._line("dim", f"Your words go to: {event.destination}.")

    def _show_heard(self, transcript: Transcript) -> None:
        if self._is_typed_here:
            return
        text = Text("\n You    ", style="bold")
        for word in transcript.words:
            doubtful = word.probability < _DOUBTFUL
            text.append(word.text, style="underline yellow" if doubtful else "not bold")
            text.append("(?) " if doubtful else " ", style="not bold")
        self._console.print(text)

    def _show_correction(self, correction: Correction) -> None:
        self._turns_without_tip += 1
        if not correction.edits:
            self._show_hint(correction)
            return
        self._console.print(Text(" Better ", style="bold").append(correction_text(correction)))
        for edit in correction.edits:
            self._line("", f"        {edit.said or '∅'} → {edit.better or '∅'}")
            self._line("cyan", f"          {edit.explanation.spanish}")
            self._line("dim", f"          {edit.explanation.english}")

    def _show_hint(self, correction: Correction) -> None:
        """What is not a mistake, or not surely one: shown, never spoken; tips only now and then."""
        judged = [doubt for doubt in correction.doubts if not doubt.is_of_hearing]
        for doubt in judged[:1]:
            choice = f"{doubt.said or '∅'} → {doubt.better or '∅'}"
            self._line("dim", f" Maybe  {choice} ({doubt.probability:.0%} likely)")
        if correction.tips and not judged and self._turns_without_tip > _BETWEEN_TIPS:
            self._turns_without_tip = 0
            self._line("dim", f" Tip    {correction.tips[0].explanation.english}")

    def _show_spoken(self, line: SpokenLine) -> None:
        self._spinner.show("[blue]● Speaking[/]")
        style = "dim" if line.language is Language.ENGLISH else "blue"
        self._console.print(
            Text(" Tutor  ", style="bold").append(line.text, style=f"not bold {style}")
        )

    def _show_timings(self, timings: Timings) -> None:
        self._line(
            "dim",
            f"        answered after {timings.first_audio_seconds:.1f} s: endpoint"
            f" {timings.endpoint_seconds:.1f}, transcript {timings.transcribe_seconds:.1f},"
            f" correction {timings.correct_seconds:.1f}",
        )

    def _show_end(self, event: SessionEnded) -> None:
        self.close()
        if self._is_typed_here:
            self._console.print()
        self._console.rule()
        self._line(
            "bold",
            f"{event.speech_seconds / 60:.1f} minutes spoken · {event.words} words ·"
            f" {event.corrections} corrections · {event.cards} new cards",
        )


def _nothing_heard(name: str) -> str:
    if name:
        return f"No words were heard in {name}."
    return "No words were heard. Speak a little closer, or run: tutor doctor"


def correction_text(correction: Correction) -> Text:
    """A word diff: what was said struck through in red, what is better in green."""
    said = [token.text for token in tokenize(correction.said)]
    text = Text(style="not bold")
    position = 0
    for edit in correction.edits:
        text.append("".join(f"{word} " for word in said[position : edit.start]))
        text.append(edit.said, style="red strike")
        text.append(" " if edit.said and edit.better else "")
        text.append(edit.better, style="green underline")
        text.append(" ")
        position = edit.end
    return text.append(" ".join(said[position:]))
