"""Stories from TOML files; the file's name is the level."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tutor.adapters.lessons.toml_bank import read_bank
from tutor.domain.lesson import Level
from tutor.domain.story import Story, StoryQuestion, story_flaws
from tutor.errors import LessonError

__all__ = ["read_stories"]

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class _Question(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    ask: _Text
    keys: Annotated[tuple[tuple[_Text, ...], ...], Field(min_length=1)]
    answer: _Text


class _Story(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    title: _Text
    sentences: Annotated[tuple[_Text, ...], Field(min_length=5)]
    question: tuple[_Question, ...]

    def to_domain(self, level: Level) -> Story:
        questions = tuple(StoryQuestion(one.ask, one.keys, one.answer) for one in self.question)
        return Story(level, self.title, self.sentences, questions)


class _Stories(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    story: tuple[_Story, ...]


def read_stories(folder: Path, level: Level) -> tuple[Story, ...]:
    """The stories of a level; raises LessonError naming the file and the fault."""
    path = folder / f"{level.lower()}.toml"
    stories = tuple(one.to_domain(level) for one in read_bank(path, _Stories).story)
    for story in stories:
        for flaw in story_flaws(story):
            raise LessonError(f"{path}: {story.title}: {flaw}. Mend it there.")
    return stories
