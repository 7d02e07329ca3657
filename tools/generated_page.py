"""A page that is generated: written, or judged whether it is current."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["PageError", "generate"]


class PageError(Exception):
    """The page would not be true."""


def generate(path: Path, page: Callable[[], str], description: str | None) -> int:
    """Write the page, or with ``--check`` fail where it would change; the exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if out of date")
    options = parser.parse_args()
    try:
        wanted = page()
    except PageError as error:
        print(error, file=sys.stderr)
        return 1
    return _write_or_check(path, wanted, check=options.check)


def _write_or_check(path: Path, wanted: str, *, check: bool) -> int:
    if not check:
        path.write_text(wanted, encoding="utf-8")
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{path.name} is out of date. Run: make docs", file=sys.stderr)
    return 1
