"""``tutor correct``: text in, the better text and the reasons out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from tutor.domain.correction import Correction

__all__ = ["correct"]


@dataclass(frozen=True, slots=True)
class _Line:
    id: object
    """The row's own id; a plain line's number from 1."""
    text: str


def correct(
    shell: Shell,
    file: Annotated[
        typer.FileText,
        typer.Argument(
            encoding="utf-8", show_default=False, help="Text or JSON lines; - is standard input."
        ),
    ] = "-",  # type: ignore[assignment]  # Typer opens it
) -> None:
    """Correct Spanish text, line by line.

    A line is plain text, or JSON with "id" and "text". Blank lines are skipped.
    """
    shell.run(_correct_all(shell, _lines(file)))


async def _correct_all(shell: Shell, lines: Iterable[_Line]) -> None:
    from tutor.app import corrector, language_models, read_ahead
    from tutor.cli.rendering_json import correction_rows
    from tutor.domain.transcript import typed_transcript

    async with language_models(shell.settings()) as models:
        judge = corrector(models)
        await read_ahead(models)
        for line in lines:
            correction = await judge.correct(typed_transcript(line.text))
            if not shell.json:
                _show(shell, correction)
                continue
            shell.emit(
                {
                    "id": line.id,
                    "text": line.text,
                    "corrected": correction.better if correction.edits else line.text,
                    "corrections": correction_rows(correction),
                }
            )


def _show(shell: Shell, correction: "Correction") -> None:
    shell.say(correction.said)
    if not correction.edits:
        shell.say("  ✓")
        return
    shell.say(f"  → {correction.better}")
    for edit in correction.edits:
        shell.say(f"    {edit.said or '∅'} → {edit.better or '∅'}")
        shell.say(f"      {edit.explanation.spanish}")
        shell.say(f"      {edit.explanation.english}")


def _lines(file: Iterable[str]) -> Iterator[_Line]:
    """The lines that hold text; raises BadParameter for JSON without it."""
    try:
        for number, line in enumerate(file, start=1):
            text = line.strip("\ufeff \t\r\n")
            if text.startswith("{"):
                yield _row(text, number)
            elif text:
                yield _Line(number, text)
    except UnicodeDecodeError as error:
        raise typer.BadParameter("The input is not UTF-8 text.") from error


def _row(line: str, number: int) -> _Line:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise typer.BadParameter(f"Line {number} is not JSON: {error.msg}.") from error
    text = row.get("text")
    if not isinstance(text, str):
        raise typer.BadParameter(f'Line {number} has no "text".')
    return _Line(row.get("id", number), text)
