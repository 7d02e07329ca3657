"""Models and voices as the catalogue knows them."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.language import Language

__all__ = ["FetchProgress", "Model", "ModelFile", "ModelKind"]


class ModelKind(StrEnum):
    """What a model is for."""

    SPEECH = "speech"
    LANGUAGE = "language"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model."""

    path: str
    """Relative to the cache folder, with forward slashes; shared by models that share it."""
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the catalogue."""

    name: str
    kind: ModelKind
    engine: str
    """What runs it: ``faster-whisper``, ``llama.cpp``, ``piper`` or ``kokoro``."""
    languages: tuple[Language, ...]
    licence: str
    files: tuple[ModelFile, ...]

    @property
    def size_bytes(self) -> int:
        """All files together."""
        return sum(file.size_bytes for file in self.files)


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far the fetching of one model has come."""

    model: str
    source: str
    done_bytes: int
    total_bytes: int
