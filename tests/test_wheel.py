"""What is installed is all that the program needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return set(archive.namelist())


def files(folder):
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in found
        if "__pycache__" not in path.parts
    }


def test_the_whole_package_is_in_the_wheel(wheel):
    assert {f"tutor/{name}" for name in files("tutor")} <= wheel


@pytest.mark.parametrize("data", ["lessons", "voices"])
def test_data_beside_the_package_is_in_the_wheel(data, wheel):
    assert files(data)
    assert {f"tutor/data/{data}/{name}" for name in files(data)} <= wheel


def test_type_checkers_are_told_that_the_package_is_typed(wheel):
    assert "tutor/py.typed" in wheel


def test_the_tests_are_not_installed(wheel):
    assert not [name for name in wheel if name.startswith("tests/")]
