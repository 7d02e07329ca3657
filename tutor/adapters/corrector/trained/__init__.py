"""The files that ``training/corrector`` made; see the model card beside them."""

from pathlib import Path

__all__ = ["FOLDER"]

FOLDER = Path(__file__).parent
