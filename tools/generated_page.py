"""A page that is generated: written, or judged whether it is current."""

import sys
from pathlib import Path

__all__ = ["write_or_check"]


def write_or_check(path: Path, wanted: str, *, check: bool) -> int:
    """Write a page, or with ``check`` only compare it; the exit code."""
    if not check:
        path.write_text(wanted, encoding="utf-8")
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{path.name} is out of date. Run: make docs", file=sys.stderr)
    return 1
