"""The composition root: the only file that names adapters.

Every function imports what it wires when it is called, so that starting up costs nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from tutor.domain.language import Language
from tutor.config import Settings
from tutor.domain.model_choice import ModelChoice, ModelWishes, choose_models
from tutor.ports import (
    AudioReader,
    Deck,
    Journal,
    ModelStore,
    Synthesizer,
    Transcriber,
    VoiceDetector,
)

__all__ = [
    "Records",
    "audio_reader",
    "chosen_models",
    "model_store",
    "open_records",
    "synthesizer_for",
    "transcriber",
    "voice_detector",
    "voice_names",
    "voices",
]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is the learner's, on one database."""

    journal: Journal
    deck: Deck


def chosen_models(settings: Settings) -> ModelChoice:
    """What a session with these settings uses; asks for the hub only where something is missing."""
    from tutor.adapters.models.memory import memory_bytes

    store = model_store(settings)
    wishes = ModelWishes(
        speech=settings.speech.model,
        language_model=settings.llm.model,
        spanish_voice=settings.voice.spanish,
        english_voice=settings.voice.english,
        has_server=bool(settings.llm.base_url),
    )
    on_disk = [model.name for model in store.models() if store.is_present(model.name)]
    choose = partial(choose_models, store.models(), on_disk, wishes, memory_bytes=memory_bytes())
    offline = choose(hub_reachable=False)
    return choose(hub_reachable=store.hub_reachable()) if offline.missing else offline


def model_store(settings: Settings) -> ModelStore:
    """The catalogue, and the cache folder its files are kept in."""
    from tutor.adapters.models.store import CachedModelStore

    return CachedModelStore(settings.cache_dir)


@contextmanager
def open_records(settings: Settings) -> Iterator[Records]:
    """The learner's records, made in the data folder where missing; raises StoreError."""
    from tutor.adapters.store.store import open_store

    with open_store(settings.data_dir) as store:
        yield Records(journal=store.journal, deck=store.deck)


def audio_reader() -> AudioReader:
    """Sound files of any common format."""
    from tutor.adapters.audio.files import SoundFileReader

    return SoundFileReader()


def voice_detector() -> VoiceDetector:
    """What tells speech from other sound; a new one for each stream of frames."""
    from tutor.adapters.vad.silero import SileroVoiceDetector

    return SileroVoiceDetector()


def transcriber(settings: Settings) -> Transcriber:
    """The chosen speech model, loaded at its first utterance; raises ModelMissingError."""
    from tutor.adapters.stt.whisper import WhisperTranscriber
    from tutor.adapters.vad.silero import SileroVoiceDetector

    model_file = model_store(settings).paths(settings.speech.model)[0]
    return WhisperTranscriber(model_file.parent, SileroVoiceDetector().speech_probabilities)


def voice_names(settings: Settings) -> Mapping[Language, str]:
    """The voice of each language: the one set, else one that is there, else one to fetch."""
    from tutor.domain.model_choice import ModelWishes, choose_models

    store = model_store(settings)
    catalogue = store.models()
    choice = choose_models(
        catalogue,
        [model.name for model in catalogue if store.is_present(model.name)],
        ModelWishes(
            speech=settings.speech.model,
            spanish_voice=settings.voice.spanish,
            english_voice=settings.voice.english,
        ),
        hub_reachable=False,
        memory_bytes=0,
    )
    return {Language.SPANISH: choice.spanish_voice, Language.ENGLISH: choice.english_voice}


def synthesizer_for(settings: Settings, voice_name: str) -> Synthesizer:
    """A voice of the catalogue; raises ModelMissingError naming how to get it."""
    from tutor.adapters.tts.engines import synthesizer

    store = model_store(settings)
    return synthesizer(store.model(voice_name), store.paths(voice_name))


def voices(settings: Settings) -> Mapping[Language, Synthesizer]:
    """The tutor's voice in each language; raises ModelMissingError."""
    names = voice_names(settings)
    return {language: synthesizer_for(settings, name) for language, name in names.items()}
