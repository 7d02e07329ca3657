"""Fail where a module of the program exceeds 300 lines or the body of a function 40."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "tutor"
MODULE_LINES = 300
FUNCTION_LINES = 40
"""Of the body; see docs/adr/0013-options-are-not-body.md."""


def excesses(path: Path) -> Iterator[str]:
    """What is too long in one file, a line each."""
    text = path.read_text(encoding="utf-8")
    place = path.relative_to(PROGRAM.parent)
    lines = text.count("\n")
    if lines > MODULE_LINES:
        yield f"{place}: {lines} lines, at most {MODULE_LINES}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.body[0].lineno + 1
            if length > FUNCTION_LINES:
                where = f"{place}:{node.lineno}"
                yield f"{where}: {node.name} has {length} lines, at most {FUNCTION_LINES}"


def main() -> int:
    """Print every excess; the exit code is 1 where there is one."""
    found = [line for path in sorted(PROGRAM.rglob("*.py")) for line in excesses(path)]
    for line in found:
        print(line)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
