"""Fetching models as a person sees it: how much, may I, and how far it has come."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

from tutor.cli.shell import Shell
from tutor.domain.model import FetchProgress, FetchStage, Model
from tutor.errors import FetchError
from tutor.ports import ModelStore

__all__ = ["agree_to_fetch", "ensure_fetched", "fetch_with_progress", "megabytes"]

_WAITING = "Another tutor is fetching models into the same folder; waiting for it."
_LINE_EVERY = 10
_MEGABYTE = 1_000_000


def ensure_fetched(
    shell: Shell, store: ModelStore, names: Sequence[str], *, yes: bool = False
) -> None:
    """Bring those of the models that are not there, after saying how much it is and asking.

    What is there is not read. Nobody is asked with ``yes`` or away from a terminal.
    Raises FetchError, also after a no.
    """
    lacking = [name for name in names if not store.is_present(name)]
    if lacking:
        agree_to_fetch(shell, store, lacking, yes=yes)
        fetch_with_progress(shell, store, lacking)


def agree_to_fetch(shell: Shell, store: ModelStore, names: Sequence[str], *, yes: bool) -> None:
    """Say what is missing and how much it is, and ask; raises FetchError after a no."""
    lacking = [store.model(name) for name in names if not store.is_present(name)]
    if not lacking:
        return
    _announce(shell, store, lacking)
    at_a_terminal = sys.stdin.isatty() and sys.stderr.isatty()
    if at_a_terminal and not yes and not typer.confirm("Fetch them?", default=True, err=True):
        raise FetchError("Nothing was fetched. When you are ready, run: tutor models fetch")


def fetch_with_progress(shell: Shell, store: ModelStore, names: Sequence[str]) -> None:
    """Bring what these models lack and mend what is damaged; raises FetchError."""
    with _bars() if sys.stderr.isatty() else _lines(shell) as report:
        for name in names:
            shell.run(store.fetch(name, report))


def megabytes(size_bytes: int) -> str:
    """A size for people."""
    if size_bytes < _MEGABYTE:
        return f"{size_bytes:,} bytes"
    return f"{size_bytes / _MEGABYTE:,.0f} MB"


def _announce(shell: Shell, store: ModelStore, models: Sequence[Model]) -> None:
    files = {file.path: file for model in models for file in store.missing(model.name)}
    total = sum(file.size_bytes or 0 for file in files.values())
    shell.warn(f"To be fetched, once: {megabytes(total)}")
    for model in models:
        own = sum(file.size_bytes or 0 for file in store.missing(model.name))
        shell.warn(f"  {model.name} ({model.kind}, {megabytes(own)}, licence {model.licence})")


@contextmanager
def _lines(shell: Shell) -> Iterator[Callable[[FetchProgress], None]]:
    said: set[str] = set()

    def report(progress: FetchProgress) -> None:
        line = _line(progress)
        if line and line not in said:
            said.add(line)
            shell.warn(line)

    yield report


def _line(progress: FetchProgress) -> str:
    match progress.stage:
        case FetchStage.CHECKING:
            return ""
        case FetchStage.WAITING:
            return _WAITING
        case FetchStage.FETCHING:
            percent = 100 * progress.done_bytes // max(1, progress.total_bytes)
            rounded = percent - percent % _LINE_EVERY
            of = f"{rounded} % of {megabytes(progress.total_bytes)}"
            return f"{progress.model}: {of}, from the {progress.source}"


@contextmanager
def _bars() -> Iterator[Callable[[FetchProgress], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    tasks: dict[tuple[str, FetchStage], TaskID] = {}
    with Progress(*columns, console=Console(stderr=True)) as bars:

        def report(progress: FetchProgress) -> None:
            key = (progress.model, progress.stage)
            if key not in tasks:
                tasks[key] = bars.add_task(progress.model, total=None)
            bars.update(
                tasks[key],
                description=_description(progress),
                completed=progress.done_bytes,
                total=progress.total_bytes or None,
            )

        yield report


def _description(progress: FetchProgress) -> str:
    match progress.stage:
        case FetchStage.CHECKING:
            return f"{progress.model}: checking"
        case FetchStage.WAITING:
            return _WAITING
        case FetchStage.FETCHING:
            return f"{progress.model} ({progress.source})"
