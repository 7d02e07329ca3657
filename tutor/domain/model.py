"""Models and voices as the catalogue knows them."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.language import Language

__all__ = ["FetchProgress", "FetchStage", "Model", "ModelFile", "ModelKind"]


class ModelKind(StrEnum):
    """What a model is for."""

    SPEECH = "speech"
    LANGUAGE = "language"
    VOICE = "voice"
    TURN = "turn"
    """Hears whether somebody has finished."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model; its hash says what it is."""

    path: str
    """Relative to the cache folder, with forward slashes; shared by models that share it."""
    sha256: str
    size_bytes: int | None
    """None where only the hash has been published."""


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the catalogue."""

    name: str
    kind: ModelKind
    engine: str
    """What runs it: ``faster-whisper``, ``llama.cpp``, ``piper``, ``kokoro`` or ``onnxruntime``."""
    languages: tuple[Language, ...]
    licence: str
    files: tuple[ModelFile, ...]
    locale: str = ""
    """Where a voice is from, such as ``es_MX``; empty for what is not a voice."""
    hub_only: bool = False
    """Whether it can be fetched only where the model hub answers."""

    @property
    def size_bytes(self) -> int:
        """All files of known size together."""
        return sum(file.size_bytes or 0 for file in self.files)


class FetchStage(StrEnum):
    """What the fetching of a model is doing."""

    CHECKING = "checking"
    """Reading what is already there."""
    WAITING = "waiting"
    """Another process is fetching into the same folder."""
    FETCHING = "fetching"


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far the fetching of one model has come."""

    model: str
    stage: FetchStage
    source: str
    """Where the bytes come from at the moment, for people; empty unless fetching."""
    done_bytes: int
    total_bytes: int
    """Of the files that are to be fetched."""
