"""What every Synthesizer promises, run against the fake and against each voice that is here."""

from array import array

import pytest

from tests.fakes import FakeSynthesizer
from tutor.app import synthesizer_for
from tutor.config import Settings
from tutor.domain.audio import VOICE_RATE_HZ
from tutor.domain.language import Pace

SENTENCES = {
    "fake": "Hola.",
    "ef_dora": "Hola, ¿cómo estás hoy?",
    "af_heart": "How are you today?",
    "en_US-joe-medium": "How are you today?",
}


@pytest.fixture(
    params=[
        "fake",
        *(pytest.param(name, marks=pytest.mark.models) for name in SENTENCES if name != "fake"),
    ]
)
def voice_name(request):
    return request.param


@pytest.fixture
def voice(voice_name, request):
    if voice_name == "fake":
        return FakeSynthesizer()
    request.getfixturevalue("require_models")(voice_name)
    return synthesizer_for(Settings(cache_dir=request.getfixturevalue("cache_dir")), voice_name)


async def test_a_sentence_is_audible_unclipped_sound_at_the_voice_rate(voice, voice_name) -> None:
    chunk = await voice.synthesize(SENTENCES[voice_name], Pace.NORMAL)

    samples = array("h", chunk.samples)
    assert chunk.sample_rate_hz == VOICE_RATE_HZ
    assert 0.05 < chunk.duration_seconds < 5
    assert 1000 < max(abs(sample) for sample in samples) < 32767


async def test_slow_speech_is_at_least_a_fifth_longer(voice, voice_name) -> None:
    normal = await voice.synthesize(SENTENCES[voice_name], Pace.NORMAL)
    slow = await voice.synthesize(SENTENCES[voice_name], Pace.SLOW)
    assert slow.duration_seconds >= 1.2 * normal.duration_seconds


@pytest.mark.parametrize("text", ["", "   ", "…", "¡¿?!"])
async def test_nothing_to_say_is_a_short_silence(voice, text) -> None:
    chunk = await voice.synthesize(text, Pace.NORMAL)
    assert chunk.sample_rate_hz == VOICE_RATE_HZ
    assert 0 < chunk.duration_seconds < 0.5
    assert not any(chunk.samples)
