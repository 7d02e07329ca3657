"""What starting the program may cost; ``bench/startup.py`` measures it."""

import subprocess
import sys

import pytest

HEAVY = (
    "alembic",
    "asyncio",
    "faster_whisper",
    "keyring",
    "numpy",
    "onnxruntime",
    "openai",
    "piper",
    "pydantic",
    "rich",
    "simplemma",
    "sounddevice",
    "sqlalchemy",
    "tutor.app",
    "tutor.config",
    "tutor.ports",
    "tutor.session",
    "wordfreq",
    "xllamacpp",
)


@pytest.fixture(scope="module")
def imported_for_help():
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "from tutor.cli.main import app\n"
        "app(['--help'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stderr.split()


@pytest.mark.parametrize("module", HEAVY)
def test_the_help_is_shown_without_importing(module, imported_for_help):
    assert module not in imported_for_help
