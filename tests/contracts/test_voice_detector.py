import pytest

from tests.fakes import FakeVoiceDetector, silence
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.vad.silero import SileroVoiceDetector
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk
from tutor.ports import VoiceDetector
from tutor.resources import resource_folder

FRAME_BYTES = FRAME_SAMPLES * 2


@pytest.fixture(params=[FakeVoiceDetector, SileroVoiceDetector], ids=["fake", "silero"])
def detector(request):
    detector: VoiceDetector = request.param()
    return detector


@pytest.fixture
async def speech():
    return await SoundFileReader().read(resource_folder("lessons") / "demo" / "01.flac")


def probabilities(detector, chunk):
    starts = range(0, len(chunk.samples) - FRAME_BYTES + 1, FRAME_BYTES)
    return [
        detector.speech_probability(
            AudioChunk(chunk.samples[start : start + FRAME_BYTES], SPEECH_RATE_HZ)
        )
        for start in starts
    ]


def test_silence_is_not_speech(detector):
    assert max(probabilities(detector, silence(1.0))) < 0.3


async def test_speech_is_speech(detector, speech):
    heard = probabilities(detector, speech)
    assert sum(probability > 0.5 for probability in heard) > len(heard) / 3


async def test_a_probability_is_between_nought_and_one(detector, speech):
    assert all(0 <= probability <= 1 for probability in probabilities(detector, speech))


async def test_after_a_reset_the_same_sound_gives_the_same_answer(detector, speech):
    first = probabilities(detector, speech)
    detector.reset()
    assert probabilities(detector, speech) == first
