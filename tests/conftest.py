"""Every test runs away from the real home; what needs real models says how to get them."""

import os
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest
from platformdirs import user_cache_path
from typer.testing import CliRunner

from tutor.app import model_store
from tutor.cli.main import app
from tutor.config import Settings

REAL_CACHE = Path(
    os.environ.get("TUTOR_CACHE_DIR") or user_cache_path("voice-tutor", appauthor=False)
).absolute()
NOTHING_MAY_BE_SKIPPED = os.environ.get("TUTOR_REQUIRE_MODELS", "0") not in {"", "0"}

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # read at its import

# A deadline would make a busy machine fail what is right.
hypothesis.settings.register_profile("tutor", deadline=None)
hypothesis.settings.load_profile("tutor")


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path_factory, monkeypatch):
    """A home, data folder and cache of the test's own, and no keyring."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("TUTOR_")]:
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("TUTOR_DATA_DIR", str(home / "data"))
    monkeypatch.setenv("TUTOR_CACHE_DIR", str(home / "cache"))
    monkeypatch.setenv("PYTHONUTF8", "1")


@pytest.fixture
def data_dir(_away_from_home):
    """The learner's folder of this test; not made yet."""
    return Path(os.environ["TUTOR_DATA_DIR"])


@pytest.fixture
def cache_dir(_away_from_home, monkeypatch):
    """The real cache of models, which this test and what it starts then use; only to be read."""
    monkeypatch.setenv("TUTOR_CACHE_DIR", str(REAL_CACHE))
    return REAL_CACHE


@pytest.fixture
def require_models(cache_dir):
    """Call with names of the catalogue: skips, naming the command, where one is not there."""

    def require(*names):
        store = model_store(Settings(cache_dir=cache_dir))
        missing = [name for name in names if not store.is_present(name)]
        if missing:
            pytest.skip(f"run: tutor models fetch {' '.join(missing)}")

    return require


@pytest.fixture
def run_tutor(_away_from_home, tmp_path):
    """``run_tutor("demo", "--json")`` is a process, run by ``program`` where one is given."""

    def run(*arguments, input="", env=None, timeout=300, program=()):
        return subprocess.run(
            [*program, sys.executable, "-m", "tutor", *map(str, arguments)],
            input=input,
            env={**os.environ, **(env or {})},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture
def invoke(_away_from_home):
    """``invoke("config", "list")`` runs the program in this process; a traceback is a failure."""

    def run(*arguments, input=None, env=None):
        return CliRunner().invoke(
            app,
            [str(argument) for argument in arguments],
            input=input,
            env=env,
            catch_exceptions=False,
        )

    return run


def pytest_collection_modifyitems(items):
    """Whatever needs the models or sound runs in one process, one after the other."""
    for item in items:
        if any(item.get_closest_marker(name) for name in ("models", "soundcard")):
            item.add_marker(pytest.mark.xdist_group("models and sound"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With ``TUTOR_REQUIRE_MODELS=1`` a test of models or sound that is skipped has failed."""
    report = yield
    needs = [name for name in ("models", "soundcard") if item.get_closest_marker(name)]
    if NOTHING_MAY_BE_SKIPPED and needs and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} may not be skipped here: {call.excinfo.value}"
    return report
