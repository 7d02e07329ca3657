"""Files that are written whole or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from tutor.errors import DeckFileError

__all__ = ["read_text", "replacing", "write_text"]


def write_text(path: Path, text: str) -> None:
    """UTF-8, in the place of what was there; raises DeckFileError."""
    with replacing(path) as new:
        new.write_bytes(text.encode())


def read_text(path: Path) -> str:
    """A whole UTF-8 file, without a byte order mark; raises DeckFileError."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise DeckFileError(f"There is no file '{path}'. Check its name and folder.") from error
    except IsADirectoryError as error:
        raise DeckFileError(f"'{path}' is a folder. Name the file in it.") from error
    except OSError as error:
        raise DeckFileError(
            f"'{path}' may not be read ({error.strerror}). Check its permissions."
        ) from error
    except UnicodeDecodeError as error:
        raise DeckFileError(
            f"'{path}' is not UTF-8 text: save it as UTF-8, or from Anki export it as"
            " 'Notes in Plain Text (.txt)'."
        ) from error


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to be written, which takes its place when nothing went wrong.

    Raises DeckFileError where the system refuses.
    """
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        try:
            new.touch()
            yield new
            with new.open("r+b") as file:
                os.fsync(file.fileno())
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise DeckFileError(
            f"'{path}' cannot be written ({(error.strerror or str(error)).lower()}): make room"
            " or give permission, or name another file."
        ) from error
