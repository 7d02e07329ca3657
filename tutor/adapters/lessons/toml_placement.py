"""The prompts of a placement from TOML files; the file's name is the level."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tutor.adapters.lessons.toml_bank import read_bank
from tutor.domain.lesson import Level
from tutor.domain.placement import Prompt, PromptKind

__all__ = ["read_prompts"]

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Words = Annotated[tuple[_Text, ...], Field(min_length=1)]


class _Open(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[_Text, StringConstraints(pattern=r"\?$|\.$")]
    keys: _Words


class _Say(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: _Text
    keys: Annotated[tuple[_Words, ...], Field(min_length=1)]


class _Prompts(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    open: tuple[_Open, ...]
    say: tuple[_Say, ...]

    def to_domain(self, level: Level) -> tuple[Prompt, ...]:
        asked = (Prompt(level, PromptKind.OPEN, one.text, (one.keys,)) for one in self.open)
        said = (Prompt(level, PromptKind.SAY, one.text, one.keys) for one in self.say)
        return (*asked, *said)


def read_prompts(folder: Path, level: Level) -> tuple[Prompt, ...]:
    """Those of a level; raises LessonError naming the file and the fault."""
    return read_bank(folder / f"{level.lower()}.toml", _Prompts).to_domain(level)
