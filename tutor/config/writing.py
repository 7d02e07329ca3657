"""Writing one setting into the file, leaving the rest of it as it is."""

import os
import tempfile
from collections.abc import Mapping, MutableMapping
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from tutor.config.database_url import HiddenUrl
from tutor.config.loading import config_path, refuse_in_file, validated
from tutor.errors import SettingsError

__all__ = ["write_setting"]


def write_setting(name: str, value: str, flags: Mapping[str, object]) -> Path:
    """Validate and store one setting; the file it is now in. Raises SettingsError.

    Comments and order stay; other settings are not judged, so that a file with two mistakes
    can be mended one by one.
    """
    path = config_path(flags)
    refuse_in_file(name, path)
    usable = validated(name, value)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        _replace(path, _with_setting(text, name, _as_toml(usable)))
    except OSError as error:
        raise SettingsError(
            f"Cannot write {path} ({(error.strerror or str(error)).lower()}): make the folder"
            f" {path.parent} writable, or choose another with --data-dir."
        ) from error
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} is not TOML: {error}. "
            f"Mend or delete it, then run: tutor config set {name} VALUE"
        ) from error
    return path


def _as_toml(value: object) -> object:
    """A value as the file holds it: an address with its password."""
    if isinstance(value, HiddenUrl):
        return value.get_secret_value()
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Path) else value


def _with_setting(text: str, name: str, value: object) -> str:
    document = tomlkit.parse(text)
    table: MutableMapping[str, object] = document
    group, _, leaf = name.rpartition(".")
    if group:
        if not isinstance(document.get(group), MutableMapping):
            document[group] = tomlkit.table()
        table = document[group]
    table[leaf] = value
    return tomlkit.dumps(document)


def _replace(path: Path, text: str) -> None:
    """Write a whole new file and move it into place, so that no half of one is ever read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".config-", suffix=".toml", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
