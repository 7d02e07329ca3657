"""The composition root: the only file that names adapters.

Every function imports what it wires when it is called, so that starting up costs nothing.
"""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.config import Settings, language_model_key
from tutor.domain.endpointing import EndpointingSettings
from tutor.domain.language import Language
from tutor.domain.model_choice import ModelChoice, ModelWishes, choose_models
from tutor.domain.sound_device import SoundSystem
from tutor.errors import AudioError
from tutor.ports import (
    AudioReader,
    ChatModel,
    Corrector,
    Deck,
    Journal,
    LessonShelf,
    Listener,
    Microphone,
    ModelStore,
    Partner,
    Player,
    Synthesizer,
    Transcriber,
    VoiceDetector,
)

if TYPE_CHECKING:
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf

__all__ = [
    "LanguageModels",
    "Records",
    "audio_reader",
    "check_lesson_file",
    "chosen_models",
    "conversation_partner",
    "corrector",
    "hands_free_listener",
    "language_models",
    "lesson_files",
    "lesson_shelf",
    "microphone",
    "model_store",
    "open_records",
    "player",
    "push_to_talk_listener",
    "recorded_listener",
    "sound_system",
    "synthesizer_for",
    "transcriber",
    "typed_listener",
    "voice_detector",
    "voices",
]

_EMBEDDED_PATIENCE_SECONDS = 120.0
"""A busy machine reads its first prompt slowly; there is no network to be lost."""


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


def synthesizer_for(settings: Settings, voice_name: str) -> Synthesizer:
    """A voice of the catalogue; raises ModelMissingError naming how to get it."""
    from tutor.adapters.tts.engines import synthesizer

    store = model_store(settings)
    return synthesizer(store.model(voice_name), store.paths(voice_name))


def voices(settings: Settings) -> Mapping[Language, Synthesizer]:
    """The tutor's voice in each language; raises ModelMissingError."""
    choice = chosen_models(settings)
    return {
        Language.SPANISH: synthesizer_for(settings, choice.spanish_voice),
        Language.ENGLISH: synthesizer_for(settings, choice.english_voice),
    }


def sound_system() -> SoundSystem:
    """PortAudio and its devices; raises AudioLibraryError."""
    from tutor.adapters.audio.devices import sound_system

    return sound_system()


def microphone(settings: Settings) -> Microphone:
    """The configured microphone, opened when it is first listened to."""
    from tutor.adapters.audio.microphone import SoundDeviceMicrophone

    return SoundDeviceMicrophone(settings.audio.input)


def player(settings: Settings, *, out: Path | None = None, mute: bool = False) -> Player:
    """Where the tutor's speech goes: the speaker, the folder ``out``, both or neither.

    With ``out``, a machine without a speaker only writes. Without it, raises AudioError there.
    """
    from tutor.adapters.audio.player import SoundDevicePlayer
    from tutor.adapters.audio.silent import SilentPlayer
    from tutor.adapters.audio.tee import TeePlayer
    from tutor.adapters.audio.wav_folder import WavFolderPlayer

    if mute:
        return SilentPlayer() if out is None else WavFolderPlayer(out)
    speaker = SoundDevicePlayer(settings.audio.output)
    try:
        speaker.check()
    except AudioError:
        if out is None:
            raise
        return WavFolderPlayer(out)
    return speaker if out is None else TeePlayer(WavFolderPlayer(out), speaker)


def hands_free_listener(settings: Settings) -> Listener:
    """The microphone, until the learner falls silent."""
    from tutor.session.listening import HandsFreeListener

    return HandsFreeListener(microphone(settings), voice_detector(), _endpointing(settings))


def push_to_talk_listener(settings: Settings) -> Listener:
    """The microphone, between two presses of a key."""
    from tutor.adapters.terminal.talk_key import TerminalTalkKey
    from tutor.session.listening import PushToTalkListener

    return PushToTalkListener(
        microphone(settings), voice_detector(), TerminalTalkKey(), _endpointing(settings)
    )


def recorded_listener(settings: Settings, paths: Iterable[Path]) -> Listener:
    """Sound files, each one utterance."""
    from tutor.session.listening import RecordedListener

    return RecordedListener(audio_reader(), voice_detector(), paths, _endpointing(settings))


def typed_listener() -> Listener:
    """Typed lines, each one turn."""
    from tutor.adapters.terminal.line_reader import TerminalLineReader
    from tutor.session.listening import TypedListener

    return TypedListener(TerminalLineReader())


def _endpointing(settings: Settings) -> EndpointingSettings:
    return EndpointingSettings(
        patience_seconds=settings.turn.patience_seconds,
        max_utterance_seconds=settings.turn.max_utterance_seconds,
    )


def lesson_shelf(settings: Settings) -> LessonShelf:
    """The lessons that ship with the program, and the learner's own over them."""
    return _lesson_shelf(settings)


def _lesson_shelf(settings: Settings) -> "TomlLessonShelf":
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf
    from tutor.resources import resource_folder

    return TomlLessonShelf([resource_folder("lessons") / "es", settings.data_dir / "lessons"])


def lesson_files(settings: Settings) -> tuple[Path, ...]:
    """The file of each lesson on the shelf."""
    return _lesson_shelf(settings).files()


def check_lesson_file(path: Path) -> None:
    """Raise LessonError naming the file, the field and the fault, if there is one."""
    from tutor.adapters.lessons.toml_shelf import read_lesson

    read_lesson(path)


@dataclass(frozen=True, slots=True)
class LanguageModels:
    """The language model, once for each of its two jobs, so that each keeps its prompt cached."""

    corrector_chat: ChatModel
    partner_chat: ChatModel
    destination: str
    """Where the learner's words are sent: ``this machine`` or a server's address."""


@asynccontextmanager
async def language_models(settings: Settings) -> AsyncIterator[LanguageModels]:
    """The configured server, or else the chosen model run inside this process.

    Raises ModelMissingError or ModelDamagedError; a server is not asked before its first job.
    """
    if settings.llm.base_url:
        async with _remote_models(settings) as models:
            yield models
    else:
        async with _embedded_models(settings) as models:
            yield models


@asynccontextmanager
async def _remote_models(settings: Settings) -> AsyncIterator[LanguageModels]:
    from tutor.adapters.llm.address import destination_of
    from tutor.adapters.llm.chat import OpenAiChat

    llm = settings.llm
    async with OpenAiChat(
        llm.base_url,
        llm.model,
        language_model_key(settings),
        timeout_seconds=llm.timeout_seconds,
    ) as chat:
        yield LanguageModels(chat, chat, destination_of(llm.base_url))


@asynccontextmanager
async def _embedded_models(settings: Settings) -> AsyncIterator[LanguageModels]:
    from tutor.adapters.llm.chat import OpenAiChat
    from tutor.adapters.llm.embedded import EmbeddedServer

    model_name = chosen_models(settings).language_model
    path = model_store(settings).paths(model_name)[0]
    patience_seconds = max(settings.llm.timeout_seconds, _EMBEDDED_PATIENCE_SECONDS)
    async with (
        EmbeddedServer(path, threads=settings.llm.threads) as server,
        AsyncExitStack() as open_chats,
    ):
        corrector, partner = [
            await open_chats.enter_async_context(
                OpenAiChat(
                    server.base_url,
                    model_name,
                    server.api_key,
                    timeout_seconds=patience_seconds,
                    extra_body={"id_slot": slot, "cache_prompt": True},
                )
            )
            for slot in range(2)
        ]
        yield LanguageModels(corrector, partner, "this machine")


def corrector(models: LanguageModels) -> Corrector:
    """What says what was wrong."""
    from tutor.adapters.corrector.language_model import LanguageModelCorrector
    from tutor.adapters.corrector.lexicon import WordfreqLexicon

    return LanguageModelCorrector(models.corrector_chat, WordfreqLexicon())


def conversation_partner(models: LanguageModels) -> Partner:
    """The conversation partner that the language model plays."""
    from tutor.adapters.llm.partner import LanguageModelPartner

    return LanguageModelPartner(models.partner_chat)
