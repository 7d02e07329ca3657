"""Whether a file is the one the catalogue means."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from tutor.domain.model import ModelFile

__all__ = ["has_its_size", "is_intact"]

_CHUNK_BYTES = 1 << 20


def has_its_size(path: Path, file: ModelFile) -> bool:
    """Whether there is a file of the right size; of any size where none is known."""
    if not path.is_file():
        return False
    return file.size_bytes in {None, path.stat().st_size}


def _to_nobody(_: int) -> None:
    return


def is_intact(path: Path, file: ModelFile, report: Callable[[int], None] = _to_nobody) -> bool:
    """Whether size and sha256 are the catalogue's; ``report`` is told the bytes read so far."""
    if not has_its_size(path, file):
        return False
    digest = hashlib.sha256()
    done = 0
    with path.open("rb") as content:
        while chunk := content.read(_CHUNK_BYTES):
            digest.update(chunk)
            done += len(chunk)
            report(done)
    return digest.hexdigest() == file.sha256
