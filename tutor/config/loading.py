"""Reading settings from the file, the environment and the command line."""

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource

from tutor.config.settings import ENVIRONMENT_PREFIX, GROUPS, Settings, setting_values
from tutor.errors import SettingsError

__all__ = [
    "Origin",
    "config_path",
    "environment_name",
    "known_name",
    "load_settings",
    "origins",
    "refuse_in_file",
    "validated",
]

_NOT_IN_FILE = {
    "data_dir": "Use --data-dir or TUTOR_DATA_DIR",
    "llm.api_key": "Run: tutor config set llm.api_key KEY",
}
"""What the file must not hold, and what to do instead."""


class Origin(StrEnum):
    """Where the value of a setting comes from."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    FLAG = "flag"


_UNSET = {Origin.ENVIRONMENT: "Unset the variable. "}
"""What comes before setting the value elsewhere."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A value somebody has set, not validated yet."""

    value: object
    origin: Origin
    place: str
    """What to call the file, variable or flag in a message."""


def load_settings(flags: Mapping[str, object]) -> Settings:
    """The settings in force; ``flags`` by dotted name win over everything else.

    Raises SettingsError for a malformed file, an unknown name or an unusable value.
    """
    return _build(_given(flags))


def origins(flags: Mapping[str, object]) -> dict[str, Origin]:
    """The origin of every setting by dotted name; the keyring is not asked."""
    given = _given(flags)
    return {
        name: given[name].origin if name in given else Origin.DEFAULT
        for name in setting_values(Settings())
    }


def config_path(flags: Mapping[str, object]) -> Path:
    """``config.toml`` in the data folder that flags and environment choose."""
    given = _from_environment() | _from_flags(flags)
    chosen = {name: value for name, value in given.items() if name == "data_dir"}
    return _build(chosen).data_dir / "config.toml"


def validated(name: str, value: object) -> object:
    """The value as the setting ``name`` holds it; raises SettingsError."""
    given = {known_name(name): _Given(value, Origin.FLAG, "The command line")}
    return setting_values(_build(given))[name]


def environment_name(name: str) -> str:
    """The variable of a setting: ``llm.base_url`` is ``TUTOR_LLM_BASE_URL``."""
    return ENVIRONMENT_PREFIX + name.replace(".", "_").upper()


def known_name(name: str, place: str = "") -> str:
    """``name`` itself when it is a setting's; otherwise raises SettingsError with a near one."""
    names = tuple(setting_values(Settings()))
    if name in names:
        return name
    where = f"{place}: " if place else ""
    if name in GROUPS:
        raise SettingsError(f"{where}{name!r} is a group of settings. Run: tutor config list")
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    none = f"{where}no" if place else "No"
    raise SettingsError(f"{none} setting is called {name!r}. {hint}Run: tutor config list")


def refuse_in_file(name: str, path: Path) -> None:
    """Raise SettingsError where ``name`` is a setting that the file must not hold."""
    if name in _NOT_IN_FILE:
        raise SettingsError(f"{path} is not the place for {name}. {_NOT_IN_FILE[name]}")


def _given(flags: Mapping[str, object]) -> dict[str, _Given]:
    return _from_file(config_path(flags)) | _from_environment() | _from_flags(flags)


def _from_flags(flags: Mapping[str, object]) -> dict[str, _Given]:
    return {
        known_name(name): _Given(value, Origin.FLAG, "The command line")
        for name, value in flags.items()
    }


def _from_environment() -> dict[str, _Given]:
    for group in GROUPS:
        if os.environ.get(variable := environment_name(group)):
            raise SettingsError(
                f"{variable} names a group of settings. Unset it, and run: tutor config list"
            )
    values = EnvSettingsSource(Settings)()
    given = {}
    for name, value in _flat(values).items():
        variable = environment_name(name)
        given[known_name(name, variable)] = _Given(value, Origin.ENVIRONMENT, variable)
    return given


def _from_file(path: Path) -> dict[str, _Given]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(
            f"Cannot read {path} ({(error.strerror or str(error)).lower()}): make it readable,"
            " or choose another folder with --data-dir."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} is not TOML: {error}. Mend or delete it, then run: tutor config set NAME VALUE"
        ) from error
    given = {}
    for name, value in _flat(values).items():
        refuse_in_file(name, path)
        given[known_name(name, str(path))] = _Given(value, Origin.FILE, str(path))
    return given


def _flat(nested: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in nested.items():
        if name in GROUPS and isinstance(value, Mapping):
            flat |= {f"{name}.{leaf}": item for leaf, item in value.items()}
        else:
            flat[name] = value
    return flat


def _build(given: Mapping[str, _Given]) -> Settings:
    """Settings of values whose names are all known."""
    nested: dict[str, object] = {}
    groups: dict[str, dict[str, object]] = {}
    for name, item in given.items():
        group, _, leaf = name.rpartition(".")
        if group:
            groups.setdefault(group, {})[leaf] = item.value
        else:
            nested[name] = item.value
    try:
        return Settings.model_validate(nested | groups)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        # A setting has at most two names; what follows them is a place within its value.
        name = ".".join(str(part) for part in first["loc"][:2])
        reason = first["msg"][:1].lower() + first["msg"][1:]
        raise SettingsError(
            f"{given[name].place} gives {name} an unusable value: {reason}. "
            f"{_UNSET.get(given[name].origin, '')}Run: tutor config set {name} VALUE"
        ) from error
