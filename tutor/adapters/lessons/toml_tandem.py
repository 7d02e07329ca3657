"""The mistakes of the English half of an exchange, from a TOML file."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tutor.adapters.lessons.toml_bank import read_bank
from tutor.domain.tandem import EnglishMistake, mistake_flaws
from tutor.errors import LessonError

__all__ = ["read_mistakes"]

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Texts = Annotated[tuple[_Text, ...], Field(min_length=1)]


class _Mistake(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    wrong: _Text
    right: _Text
    keys: _Texts
    why: _Texts


class _Mistakes(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    mistakes: tuple[_Mistake, ...]


def read_mistakes(path: Path) -> tuple[EnglishMistake, ...]:
    """All of them; raises LessonError naming the file and the fault."""
    bank = read_bank(path, _Mistakes).mistakes
    mistakes = tuple(EnglishMistake(one.wrong, one.right, one.keys, one.why) for one in bank)
    for mistake in mistakes:
        for flaw in mistake_flaws(mistake):
            raise LessonError(f"{path}: '{mistake.wrong}': {flaw}. Mend it there.")
    return mistakes
