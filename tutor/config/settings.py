"""Everything that can be set, with its default."""

from pathlib import Path
from typing import Annotated

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from tutor.config.database_url import DatabaseUrl, HiddenUrl
from tutor.domain.lesson import Level
from tutor.domain.strictness import Strictness

__all__ = ["ENVIRONMENT_PREFIX", "GROUPS", "Settings", "setting_values"]

ENVIRONMENT_PREFIX = "TUTOR_"


def _absolute(folder: Path) -> Path:
    return folder.expanduser().absolute()


_Folder = Annotated[Path, AfterValidator(_absolute)]


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
    headphones: bool = Field(
        default=False, description="You wear headphones, so you may talk over the tutor."
    )


class TurnSettings(_Group):
    """When a turn is over, and when the next one may begin."""

    decay_seconds: float = Field(
        default=0.4,
        ge=0,
        description="How long the tutor's last word hangs in the room; more with Bluetooth.",
    )
    patience_seconds: float = Field(
        default=0.0,
        ge=0,
        description="Silence that ends a turn in doubt; 0: by level, learned from pauses.",
    )
    max_utterance_seconds: float = Field(default=60.0, gt=0)


class CorrectionSettings(_Group):
    """How much is corrected, and how much of it aloud."""

    strictness: Strictness = Strictness.NORMAL
    spoken_per_turn: int = Field(default=2, ge=0)


def _steps(value: object) -> object:
    """``1, 10`` as it is typed or stands in the environment."""
    return value.strip("[]() ").replace(",", " ").split() if isinstance(value, str) else value


_Minutes = Annotated[float, Field(gt=0)]
_Steps = Annotated[tuple[_Minutes, ...], NoDecode, BeforeValidator(_steps)]


def _known_zone(name: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        return name and ZoneInfo(name).key
    except (KeyError, OSError, ValueError) as error:
        raise ValueError("there is no time zone of that name, such as Europe/Madrid") from error


class ReviewSettings(_Group):
    """How much is reviewed, and when it comes back."""

    desired_retention: float = Field(
        default=0.9, ge=0.7, le=0.99, description="The chance of remembering a card when it is due."
    )
    new_per_day: int = Field(default=20, ge=0)
    due_per_day: int = Field(default=200, ge=0)
    learning_minutes: _Steps = (1.0, 10.0)
    relearning_minutes: _Steps = (10.0,)
    leech_lapses: int = Field(default=8, ge=1)
    day_begins_at: int = Field(default=4, ge=0, le=23, description="The hour.")
    time_zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="", description="Such as Europe/Madrid; empty: the computer's."
    )


class LearnerSettings(_Group):
    """Who learns."""

    level: Level = Field(
        default=Level.A2, description="A1 to B2; see tutor level, or find out by tutor placement."
    )


class DatabaseSettings(_Group):
    """Where the records are; an empty ``url`` means a file in the data folder."""

    url: DatabaseUrl = HiddenUrl("")
    learner: str = Field(
        default="learner",
        min_length=1,
        max_length=200,
        description="Whose records; one database can hold those of several learners.",
    )


class Settings(BaseSettings):
    """Everything that can be set; constructing one reads neither file nor environment."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        env_prefix=ENVIRONMENT_PREFIX,
        env_nested_delimiter="_",
        env_nested_max_split=1,
        env_ignore_empty=True,
    )

    data_dir: _Folder = Field(
        default_factory=lambda: user_data_path("voice-tutor", appauthor=False)
    )
    cache_dir: _Folder = Field(
        default_factory=lambda: user_cache_path("voice-tutor", appauthor=False)
    )
    speech: SpeechSettings = SpeechSettings()
    voice: VoiceSettings = VoiceSettings()
    llm: LanguageModelSettings = LanguageModelSettings()
    audio: AudioSettings = AudioSettings()
    turn: TurnSettings = TurnSettings()
    corrections: CorrectionSettings = CorrectionSettings()
    review: ReviewSettings = ReviewSettings()
    database: DatabaseSettings = DatabaseSettings()
    learner: LearnerSettings = LearnerSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what the constructor is given: ``load_settings`` asks the other sources."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)


GROUPS = tuple(
    name
    for name, field in Settings.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
)
"""The settings that are tables of settings."""


def setting_values(settings: Settings) -> dict[str, object]:
    """Every setting by dotted name, in the order of declaration."""
    values: dict[str, object] = {}
    for name in Settings.model_fields:
        value = getattr(settings, name)
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            values |= {f"{name}.{leaf}": getattr(value, leaf) for leaf in fields}
        else:
            values[name] = value
    return values
