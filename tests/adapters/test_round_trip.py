"""What the voices say is read back by the ears."""

import re
import unicodedata

import jiwer
import pytest
import soxr
from numpy import frombuffer

from tutor.app import synthesizer_for, transcriber
from tutor.config import Settings
from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk, Utterance
from tutor.domain.language import Pace

pytestmark = pytest.mark.models

SPANISH = (
    "Hola, ¿cómo estás hoy?",
    "Se dice: estoy muy cansado.",
    "Con el cansancio usamos estar, porque es un estado.",
    "¿Qué hiciste ayer por la tarde?",
    "Muy bien, fuiste al supermercado con tu hermana.",
    "Se dice: me gustan las manzanas rojas.",
    "La palabra problema es masculina.",
    "¡Qué interesante! ¿Y con quién fuiste?",
    "El sábado voy a cenar con mis amigos.",
    "¿Qué planes tienes para las próximas vacaciones?",
)
ENGLISH = ("Tiredness is a state, so Spanish uses a different verb.", "What did you do yesterday?")


def words(text: str) -> str:
    """As heard: neither case nor punctuation nor accents, which Whisper leaves off at will."""
    bare = "".join(
        mark
        for mark in unicodedata.normalize("NFD", text.lower())
        if not unicodedata.combining(mark)
    )
    return " ".join(re.findall(r"\w+", bare))


async def word_error_rate(settings: Settings, voice_name: str, texts: tuple[str, ...]) -> float:
    voice, ears = synthesizer_for(settings, voice_name), transcriber(settings)
    heard = []
    for text in texts:
        chunk = await voice.synthesize(text, Pace.NORMAL)
        samples = soxr.resample(frombuffer(chunk.samples, "<i2"), VOICE_RATE_HZ, SPEECH_RATE_HZ)
        audio = AudioChunk(samples.tobytes(), SPEECH_RATE_HZ)
        heard.append((await ears.transcribe(Utterance(audio, audio.duration_seconds, 0.0))).text)
    return float(jiwer.wer([words(text) for text in texts], [words(text) for text in heard]))


async def test_the_tutors_spanish_is_understood(require_models, cache_dir) -> None:
    require_models("ef_dora", "faster-whisper-base")
    assert await word_error_rate(Settings(cache_dir=cache_dir), "ef_dora", SPANISH) <= 0.10


@pytest.mark.parametrize("voice_name", ["en_US-joe-medium", "af_heart"])
async def test_the_tutors_english_is_understood(require_models, cache_dir, voice_name) -> None:
    require_models(voice_name, "faster-whisper-base")
    assert await word_error_rate(Settings(cache_dir=cache_dir), voice_name, ENGLISH) <= 0.10
