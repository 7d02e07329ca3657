"""``tutor doctor``: what works here, and what to do about the rest."""

import sys
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from tutor.config import Settings
    from tutor.domain.finding import Finding

__all__ = ["doctor"]

_MARKS = {"good": "✓", "advice": "!", "problem": "✗"}
"""By the value of a finding's State, which is not imported at start-up."""
_LISTENING_SECONDS = 4.0
_METER_WIDTH = 40
_METER_RANGE_DB = 60


def doctor(
    shell: Shell,
    quick: Annotated[
        bool, typer.Option("--quick", help="Do not record, play or run any model.")
    ] = False,
) -> None:
    """Look at everything a session needs, and say what to do about what is missing."""
    problems = shell.run(_examine(shell, shell.settings(), quick=quick))
    if problems:
        raise typer.Exit(1)
    shell.say("Everything that was looked at works.")


async def _examine(shell: Shell, settings: "Settings", *, quick: bool) -> int:
    """Show each finding as soon as it is known; how many are problems."""
    problems = 0
    async with aclosing(_findings(shell, settings, quick=quick)) as findings:
        async for finding in findings:
            problems += finding.state.value == "problem"
            _show(shell, finding)
    return problems


async def _findings(
    shell: Shell, settings: "Settings", *, quick: bool
) -> "AsyncGenerator[Finding, None]":
    from tutor.app import checkup

    for finding in checkup.machine_findings(settings):
        yield finding
    can_record = False
    for finding in checkup.sound():
        can_record |= finding.topic == "microphone" and finding.state.value == "good"
        yield finding
    if quick:
        return
    if can_record:
        with _meter(shell) as report:
            level = await checkup.level(settings, _LISTENING_SECONDS, report)
        yield level
        yield await checkup.echo(settings)
    async with aclosing(checkup.stages(settings)) as stages:
        async for finding in stages:
            yield finding


@contextmanager
def _meter(shell: Shell) -> Iterator[Callable[[float], None]]:
    """A bar as long as the microphone is loud; nothing away from a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    shell.warn(f"Please speak for {_LISTENING_SECONDS:.0f} seconds …")

    def report(level_dbfs: float) -> None:
        filled = round(_METER_WIDTH * max(0.0, 1 + level_dbfs / _METER_RANGE_DB))
        sys.stderr.write(
            f"\r  {'█' * filled}{'·' * (_METER_WIDTH - filled)} {level_dbfs:4.0f} dBFS"
        )
        sys.stderr.flush()

    try:
        yield report
    finally:
        sys.stderr.write("\n")


def _show(shell: Shell, finding: "Finding") -> None:
    if shell.json:
        shell.emit(
            {
                "topic": finding.topic,
                "state": finding.state.value,
                "text": finding.text,
                "remedy": finding.remedy,
            }
        )
        return
    shell.say(f"{_MARKS[finding.state]} {finding.topic:<12} {finding.text}")
    if finding.remedy:
        shell.say(f"{'':15}{finding.remedy}")
