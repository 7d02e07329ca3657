"""``tutor correct``: text in, the better text and the reasons out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.choices import chosen
from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from tutor.domain.correction import Correction, Edit

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
    strictness: Annotated[
        str,
        typer.Option(
            metavar="gentle|normal|strict",
            show_default="as configured",
            help="How sure the tutor must be.",
        ),
    ] = "",
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how sure each is, and what was left alone.")
    ] = False,
) -> None:
    """Correct Spanish text, line by line; a whole essay can be piped through.

    A line is plain text, or JSON with "id" and "text". Blank lines are skipped. Nothing leaves
    this machine, and no language model is needed.
    """
    shell.run(_correct_all(shell, _lines(file), strictness, explain=explain))


async def _correct_all(
    shell: Shell, lines: Iterable[_Line], strictness: str, *, explain: bool
) -> None:
    from tutor.app import corrector
    from tutor.cli.rendering_json import correction_rows, doubt_rows, edit_row
    from tutor.domain.strictness import Strictness
    from tutor.domain.transcript import typed_transcript

    judge = corrector(shell.settings(), chosen(Strictness, "--strictness", strictness))
    for line in lines:
        correction = await judge.correct(typed_transcript(line.text))
        if not shell.json:
            _show(shell, correction, explain=explain)
            continue
        shell.emit(
            {
                "id": line.id,
                "text": line.text,
                "corrected": correction.written,
                "corrections": correction_rows(correction),
                "tips": [edit_row(tip) for tip in correction.tips],
                "doubts": doubt_rows(correction),
            }
        )


def _show(shell: Shell, correction: "Correction", *, explain: bool) -> None:
    shell.say(correction.said)
    if not correction.edits:
        shell.say("  ✓")
    else:
        shell.say(f"  → {correction.better}")
        for edit in correction.edits:
            _show_edit(shell, edit, explain=explain)
    for tip in correction.tips if explain else ():
        shell.say("    tip:")
        _show_edit(shell, tip, explain=True)
    for doubt in correction.doubts if explain else ():
        shell.say(f"    not sure: {doubt.said or '∅'} → {doubt.better or '∅'}")
        shell.say(f"      {doubt.probability:.0%} likely")


def _show_edit(shell: Shell, edit: "Edit", *, explain: bool) -> None:
    shell.say(f"    {edit.said or '∅'} → {edit.better or '∅'}")
    if explain:
        name = edit.sub_kind.value if edit.sub_kind else edit.kind.value
        shell.say(f"      {edit.kind.value} · {name} · {edit.probability:.0%} likely")
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
