"""Settings: frozen, with the origin of every value.

Defaults, then the file ``config.toml`` in the data folder, then the environment
(``TUTOR_LLM_BASE_URL`` is ``llm.base_url``), then flags.
"""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr

__all__ = ["Settings", "load_settings"]


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpeechSettings(_Group):
    """Listening."""

    model: str = "faster-whisper-base"


class VoiceSettings(_Group):
    """Speaking; empty names mean the best voice that is there."""

    spanish: str = ""
    english: str = ""


class LanguageModelSettings(_Group):
    """The language model; an empty ``base_url`` means the embedded one."""

    base_url: str = ""
    model: str = ""
    api_key: SecretStr = SecretStr("")
    timeout_seconds: float = Field(default=30.0, gt=0)
    threads: int = Field(default=0, ge=0, description="0 means as many as there are cores.")


class AudioSettings(_Group):
    """Devices, by name or number; empty means the system's own choice."""

    input: str = ""
    output: str = ""


class TurnSettings(_Group):
    """When a turn is over."""

    patience_seconds: float = Field(default=1.2, gt=0)
    max_utterance_seconds: float = Field(default=60.0, gt=0)


class CorrectionSettings(_Group):
    """How much is corrected aloud."""

    spoken_per_turn: int = Field(default=2, ge=0)


class Settings(_Group):
    """Everything that can be set."""

    data_dir: Path = Field(default_factory=lambda: user_data_path("voice-tutor", appauthor=False))
    cache_dir: Path = Field(default_factory=lambda: user_cache_path("voice-tutor", appauthor=False))
    speech: SpeechSettings = SpeechSettings()
    voice: VoiceSettings = VoiceSettings()
    llm: LanguageModelSettings = LanguageModelSettings()
    audio: AudioSettings = AudioSettings()
    turn: TurnSettings = TurnSettings()
    corrections: CorrectionSettings = CorrectionSettings()


def load_settings(flags: dict[str, object]) -> Settings:
    """The settings in force; ``flags`` by dotted name win over everything else."""
    raise NotImplementedError
