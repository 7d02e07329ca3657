"""Write ``docs/cli.md`` from the program itself; with ``--check`` only judge whether it is current.

Rendered from names, options and help texts alone, so that neither the terminal nor Typer's way of
showing them changes the page.
"""

import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from generated_page import PageError, generate
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from tutor.cli.main import app

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
TYPERS_OWN = ("install_completion", "show_completion")
BAR_IN_CODE = "\\|"
"""Neither a bar nor an entity: the one ends a cell, the other is shown as it stands in code."""
COMMON = ("`--json`", "`--data-dir DATA_DIR`", "`--debug`")
INTRODUCTION = """\
# The command line

Generated from the program by `make docs`; the help texts are the source.

Every command takes `--help`, and each one that does something takes:
"""
ENDING = """
Exit codes: 0 done, 1 a problem that the message explains, 2 wrong usage, 130 interrupted.
With `--json`, standard output holds JSON lines only; what is meant for people goes to standard
error.
"""

Command = TyperCommand | TyperGroup


class UndocumentedError(PageError):
    """A command or one of its parameters has no help text."""


def page() -> str:
    """The whole page; raises UndocumentedError."""
    commands = list(walk(get_command(app), "tutor"))
    common = {row for path, command in commands for row in rows(path, command) if row[0] in COMMON}
    ordered = sorted(common, key=lambda row: COMMON.index(row[0]))
    sections = [INTRODUCTION + "\n" + table(ordered) + ENDING]
    return "\n".join(sections + [section(path, command) for path, command in commands])


def walk(command: object, path: str) -> Iterator[tuple[str, Command]]:
    """A command's full name and itself, then those of its own commands, by name."""
    if not isinstance(command, Command) or not command.help:
        raise UndocumentedError(f"'{path}' has no help text.")
    yield path, command
    if isinstance(command, TyperGroup):
        for name, child in sorted(command.commands.items()):
            yield from walk(child, f"{path} {name}")


def section(path: str, command: Command) -> str:
    """One command as Markdown."""
    arguments = [p for p in command.params if isinstance(p, TyperArgument)]
    words = [path, *(placeholder(p) if p.required else f"[{placeholder(p)}]" for p in arguments)]
    if isinstance(command, TyperGroup):
        words.append("COMMAND")
    own = [row for row in rows(path, command) if row[0] not in COMMON]
    text = f"## {path}\n\n{command.help}\n\n    {' '.join(words)}\n"
    return f"{text}\n{table(own)}" if own else text


def rows(path: str, command: Command) -> list[tuple[str, str]]:
    """Each argument and option as it is written, and its help."""
    found = []
    for parameter in command.params:
        if not isinstance(parameter, TyperArgument | TyperOption):
            continue
        if parameter.hidden or parameter.name in TYPERS_OWN:
            continue
        if not parameter.help:
            raise UndocumentedError(f"'{path}' does not explain '{parameter.name}'.")
        found.append((f"`{spelling(parameter)}`", parameter.help + default(parameter)))
    return found


def spelling(parameter: TyperArgument | TyperOption) -> str:
    """A parameter as it is typed."""
    if isinstance(parameter, TyperArgument):
        return placeholder(parameter)
    names = " / ".join([*parameter.opts, *parameter.secondary_opts])
    return names if parameter.is_flag else f"{names} {placeholder(parameter)}"


def placeholder(parameter: TyperArgument | TyperOption) -> str:
    """The word that stands for a parameter's value."""
    word = (parameter.metavar or (parameter.name or "").upper()).strip("[].")
    return f"{word}..." if parameter.nargs < 0 else word


def default(parameter: TyperArgument | TyperOption) -> str:
    """What holds when nothing is given, as the end of a help text; nothing for flags."""
    value = parameter.default
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        return ""
    return f" Default: {value}."


def table(entries: list[tuple[str, str]]) -> str:
    """Two columns of Markdown."""
    lines = [
        f"| {name.replace('|', BAR_IN_CODE)} | {text.replace('|', '&#124;')} |"
        for name, text in entries
    ]
    return "\n".join(["| | |", "|---|---|", *lines]) + "\n"


if __name__ == "__main__":
    sys.exit(generate(PAGE, page, __doc__))
