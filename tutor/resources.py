"""Data that ships with the program: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

__all__ = ["resource_folder"]

_PACKAGE = Path(__file__).parent


def resource_folder(name: str) -> Path:
    """The folder ``lessons`` or ``voices``."""
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
