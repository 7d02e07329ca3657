"""Files of one JSON object a line."""

import json
from pathlib import Path
from typing import Any

__all__ = ["rows_of"]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a file; blank lines are skipped."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
