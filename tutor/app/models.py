"""Models and voices: the catalogue, the choice, and what runs them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import partial

from tutor.config import Settings
from tutor.domain.language import Language
from tutor.domain.model_choice import TURN_JUDGE, ModelChoice, ModelWishes, choose_models
from tutor.errors import ModelError
from tutor.ports import ModelStore, Synthesizer, Transcriber, TurnJudge

__all__ = [
    "chosen_models",
    "model_store",
    "synthesizer_for",
    "transcriber",
    "turn_judge",
    "voices",
]


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


def transcriber(settings: Settings) -> Transcriber:
    """The chosen speech model, loaded at its first utterance; raises ModelMissingError."""
    from tutor.adapters.stt.whisper import WhisperTranscriber
    from tutor.adapters.vad.silero import SileroVoiceDetector

    model_file = model_store(settings).paths(settings.speech.model)[0]
    return WhisperTranscriber(model_file.parent, SileroVoiceDetector().speech_probabilities)


def turn_judge(settings: Settings) -> TurnJudge | None:
    """What hears whether a learner has finished; None where it is missing or damaged."""
    from tutor.adapters.vad.smart_turn import SmartTurnJudge

    try:
        return SmartTurnJudge(model_store(settings).paths(TURN_JUDGE)[0])
    except ModelError:
        return None


def synthesizer_for(settings: Settings, voice_name: str) -> Synthesizer:
    """A voice of the catalogue; raises ModelMissingError naming how to get it."""
    from tutor.adapters.tts.engines import synthesizer

    store = model_store(settings)
    return synthesizer(store.model(voice_name), store.paths(voice_name))


def voices(
    settings: Settings, standing: AbstractSet[str] = frozenset()
) -> Mapping[Language, Synthesizer]:
    """The tutor's voice in each language; raises ModelMissingError.

    The sound of ``standing`` lines is kept for later sessions.
    """
    from tutor.adapters.tts.remembering import RememberingVoice

    choice = chosen_models(settings)
    named = {Language.SPANISH: choice.spanish_voice, Language.ENGLISH: choice.english_voice}
    return {
        language: RememberingVoice(
            synthesizer_for(settings, name), settings.cache_dir / "spoken" / name, standing
        )
        for language, name in named.items()
    }
