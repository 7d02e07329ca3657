"""``tutor config``: settings, and where each comes from."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell, command

if TYPE_CHECKING:
    from tutor.config import Origin

__all__ = ["app"]

app = typer.Typer(
    help="Show and change settings.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_KEY = "llm.api_key"
_SECRET = frozenset({_KEY, "database.url"})
"""What holds a password and is not shown as it was typed."""
_HIDDEN = "********"

_Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A setting, such as llm.base_url.", show_default=False)
]
_Value = Annotated[
    str, typer.Argument(metavar="VALUE", help="Its new value; '' for none.", show_default=False)
]


@command(app, "list")
def list_settings(shell: Shell) -> None:
    """List every setting with its value and where that comes from."""
    values, origins = _in_force(shell)
    widths = [
        max(len(str(cell)) for cell in column) for column in zip(*values.items(), strict=True)
    ]
    for name, value in values.items():
        if shell.json:
            shell.emit({"name": name, "value": value, "origin": origins[name]})
        else:
            shell.say(f"{name:<{widths[0]}}  {value!s:<{widths[1]}}  {origins[name]}")


@command(app, "get")
def get_setting(shell: Shell, name: _Name) -> None:
    """Print the value of one setting."""
    from tutor.config import known_name

    values, origins = _in_force(shell)
    known_name(name)
    if shell.json:
        shell.emit({"name": name, "value": values[name], "origin": origins[name]})
    else:
        shell.say(str(values[name]))


@command(app, "set")
def set_setting(shell: Shell, name: _Name, value: _Value) -> None:
    """Change one setting: in the file config.toml, or in the keyring for llm.api_key."""
    from tutor.config import (
        Origin,
        environment_name,
        origins,
        store_language_model_key,
        write_setting,
    )

    if name == _KEY:
        store_language_model_key(value)
        place = "the keyring"
    else:
        place = str(write_setting(name, value, shell.flags()))
    if shell.json:
        shown = _HIDDEN if name in _SECRET else value
        shell.emit({"name": name, "value": shown, "place": place})
    shell.say(f"{name} is now in {place}.")
    if origins(shell.flags())[name] is Origin.ENVIRONMENT:
        shell.warn(f"{environment_name(name)} is set and wins over it.")


def _in_force(shell: Shell) -> "tuple[Mapping[str, object], Mapping[str, Origin]]":
    """Every setting as JSON can hold it, and its origin; the key is never shown."""
    from tutor.config import Origin, language_model_key, origins, setting_values

    settings = shell.settings()
    values = {
        name: value if isinstance(value, str | int | float) else str(value)
        for name, value in setting_values(settings).items()
    }
    sources = dict(origins(shell.flags()))
    key = language_model_key(settings)
    values[_KEY] = _HIDDEN if key else ""
    if key and sources[_KEY] is Origin.DEFAULT:
        sources[_KEY] = Origin.KEYRING
    return values, sources
