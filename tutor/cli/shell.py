"""What every command shares: its common options, its two streams, its exit codes."""

import functools
import inspect
import json
import os
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Concatenate, ParamSpec, TypeVar

import typer
from typer.core import TyperCommand

from tutor.errors import TutorError

if TYPE_CHECKING:
    from tutor.config import Settings

__all__ = ["Shell", "command"]

P = ParamSpec("P")
T = TypeVar("T")

_Json = Annotated[bool, typer.Option("--json", help="Print JSON lines on standard output.")]
_DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        show_default=False,
        help="Folder for everything that is yours (or TUTOR_DATA_DIR).",
    ),
]
_Debug = Annotated[
    bool, typer.Option("--debug", envvar="TUTOR_DEBUG", help="Show the traceback of an error.")
]


@dataclass(frozen=True, slots=True)
class Shell:
    """One invocation: its common options and where its output goes."""

    json: bool
    data_dir: Path | None
    debug: bool

    def settings(self, **flags: object) -> "Settings":
        """The settings with this invocation's flags on top; raises SettingsError.

        ``flags`` are dotted names of settings with ``.`` written ``__``; None is left out.
        """
        from tutor.config import load_settings

        return load_settings(self.flags(**flags))

    def flags(self, **flags: object) -> dict[str, object]:
        """The settings that this invocation gives, by dotted name."""
        given = {name.replace("__", "."): value for name, value in flags.items()}
        given["data_dir"] = self.data_dir
        return {name: value for name, value in given.items() if value is not None}

    def run(self, work: Coroutine[object, object, T]) -> T:
        """Do asynchronous work to its end."""
        import asyncio

        return asyncio.run(work)

    def say(self, text: str = "") -> None:
        """Print a line for people: on standard output, or on standard error beside JSON."""
        typer.echo(text, err=self.json)

    def warn(self, text: str) -> None:
        """Print a line for people on standard error."""
        typer.echo(text, err=True)

    def emit(self, row: Mapping[str, object]) -> None:
        """Print one JSON line on standard output, at once."""
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def command(
    app: typer.Typer, name: str, *, many: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Shell, P], None]], Callable[Concatenate[Shell, P], None]]:
    """Register a function whose first argument is its Shell as the command ``name``.

    The command gains ``--json``, ``--data-dir`` and ``--debug``; an error of ours becomes one
    sentence on standard error and exit code 1. ``many`` names the options that take every word
    up to the next option, as in ``--audio A.wav B.wav``.
    """
    parser = type("Command", (_SpreadingCommand,), {"many": many})

    def register(
        function: Callable[Concatenate[Shell, P], None],
    ) -> Callable[Concatenate[Shell, P], None]:
        @functools.wraps(function)
        def run(*, json: bool, data_dir: Path | None, debug: bool, **arguments: object) -> None:
            shell = Shell(json, data_dir, debug)
            try:
                function(shell, **arguments)  # type: ignore[arg-type, call-arg]  # Typer fills P by name
            except TutorError as error:
                if debug:
                    raise
                typer.echo(str(error), err=True)
                raise typer.Exit(1) from error
            except BrokenPipeError:
                raise  # whoever read this has seen enough, which Typer takes care of
            except OSError as error:
                if debug:
                    raise
                _drop_output()
                typer.echo(_refusal(error), err=True)
                raise typer.Exit(1) from error

        _add_common_options(run, function)
        app.command(name, cls=parser)(run)
        return function

    return register


def _drop_output() -> None:
    """Throw away what could not be printed, or the end of the process would try it again."""
    with suppress(OSError, ValueError):  # ValueError: it is no real file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _refusal(error: OSError) -> str:
    reason = error.strerror or str(error)
    where = f": {error.filename}" if error.filename else ""
    return (
        f"The system refuses to go on ({reason}{where}): make room or give permission,"
        " or run this again with --debug to see where."
    )


class _SpreadingCommand(TyperCommand):
    """Repeats an option of ``many`` before each of its further words."""

    many: ClassVar[tuple[str, ...]] = ()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  # Click's own Context, which Typer does not export
        return super().parse_args(ctx, list(self._spread(args)))

    def _spread(self, args: list[str]) -> Iterator[str]:
        open_option, has_word = "", False
        for word in args:
            if word.startswith("-") and len(word) > 1:
                open_option, has_word = (word if word in self.many else ""), False
            elif open_option and has_word:
                yield open_option
            else:
                has_word = True
            yield word


def _add_common_options(run: Callable[..., None], function: Callable[..., None]) -> None:
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    keyword = inspect.Parameter.KEYWORD_ONLY
    common = [
        inspect.Parameter("json", keyword, default=False, annotation=_Json),
        inspect.Parameter("data_dir", keyword, default=None, annotation=_DataDir),
        inspect.Parameter("debug", keyword, default=False, annotation=_Debug),
    ]
    parameters = [parameter.replace(kind=keyword) for parameter in own] + common
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    del run.__wrapped__  # type: ignore[attr-defined]  # Typer would read its signature instead
