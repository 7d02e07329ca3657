"""What starting up costs: ``tutor --help`` beside ``import typer``, run by turns.

A machine's speed drifts; the ratio of the two medians does not. Both run from byte code, as they do
wherever Python may write it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ENVIRONMENT = {name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"}

LIMIT = 1.5
"""How many times ``import typer`` the help may take."""

HELP = (str(Path(sys.executable).with_name("tutor")), "--help")
TYPER = (sys.executable, "-c", "import typer")


def seconds(command: Sequence[str]) -> float:
    """How long one run of ``command`` takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - start


def main() -> int:
    """Measure, print, and with ``--check`` judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="runs of each (default: 15)")
    parser.add_argument("--check", action="store_true", help=f"fail above {LIMIT}")
    options = parser.parse_args()
    for command in (HELP, TYPER):
        seconds(command)  # the first run of each also writes byte code
    pairs = [(seconds(HELP), seconds(TYPER)) for _ in range(options.runs)]
    help_seconds, typer_seconds = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = help_seconds / typer_seconds
    print(f"tutor --help   {help_seconds * 1000:6.0f} ms  (median of {options.runs})")
    print(f"import typer   {typer_seconds * 1000:6.0f} ms  (median of {options.runs})")
    print(f"ratio          {ratio:6.2f}     (at most {LIMIT})")
    return int(options.check and ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
