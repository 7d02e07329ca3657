"""The recorded learner of the demonstration."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import LessonError

__all__ = ["RecordedLearner", "read_recorded_learner"]


@dataclass(frozen=True, slots=True)
class RecordedLearner:
    """Recordings, each one utterance, and the lesson they belong to."""

    lesson_id: str
    recordings: tuple[Path, ...]


def read_recorded_learner(folder: Path) -> RecordedLearner:
    """What ``demo.toml`` in the folder names; raises LessonError where it is incomplete."""
    try:
        content = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
        recordings = tuple(folder / utterance["file"] for utterance in content["utterances"])
        return RecordedLearner(content["lesson"], recordings)
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise LessonError(
            f"The demonstration in {folder} is incomplete ({error}). Install voice-tutor again."
        ) from error
