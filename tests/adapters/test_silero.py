import importlib.util
from pathlib import Path

import numpy as np
import pytest
from faster_whisper.vad import get_vad_model

from tests.fakes import silence
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.vad import silero
from tutor.adapters.vad.silero import SileroVoiceDetector
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk
from tutor.resources import resource_folder

FRAME_BYTES = FRAME_SAMPLES * 2


@pytest.fixture
async def recording():
    """A recorded learner, in whole frames."""
    chunk = await SoundFileReader().read(resource_folder("lessons") / "demo" / "01.flac")
    return AudioChunk(
        chunk.samples[: len(chunk.samples) // FRAME_BYTES * FRAME_BYTES], SPEECH_RATE_HZ
    )


def frame_by_frame(detector, chunk):
    return [
        detector.speech_probability(
            AudioChunk(chunk.samples[start : start + FRAME_BYTES], SPEECH_RATE_HZ)
        )
        for start in range(0, len(chunk.samples), FRAME_BYTES)
    ]


async def test_frame_by_frame_is_what_faster_whisper_finds_in_the_whole(recording):
    samples = np.frombuffer(recording.samples, dtype="<i2").astype(np.float32) / 32768.0
    expected = get_vad_model()(samples.copy())
    assert frame_by_frame(SileroVoiceDetector(), recording) == pytest.approx(
        expected.ravel().tolist(), abs=1e-4
    )


async def test_the_whole_at_once_is_the_same_as_frame_by_frame(recording):
    detector = SileroVoiceDetector()
    several = AudioChunk(recording.samples * 8, SPEECH_RATE_HZ)
    assert several.duration_seconds > 20
    whole = detector.speech_probabilities(several)
    detector.reset()
    assert whole == pytest.approx(frame_by_frame(detector, several), abs=1e-4)


def test_a_last_part_of_a_frame_counts_as_a_frame():
    detector = SileroVoiceDetector()
    assert len(detector.speech_probabilities(AudioChunk(bytes(FRAME_BYTES + 2), 16_000))) == 2
    assert detector.speech_probabilities(AudioChunk(b"", 16_000)) == ()


def test_a_frame_of_another_length_or_rate_is_refused():
    detector = SileroVoiceDetector()
    with pytest.raises(ValueError, match="512 samples"):
        detector.speech_probability(silence(0.1))
    with pytest.raises(ValueError, match="16000 Hz"):
        detector.speech_probability(AudioChunk(bytes(FRAME_BYTES), 8_000))


def test_the_model_is_found_without_importing_faster_whisper():
    source = Path(silero.__file__).read_text(encoding="utf-8")
    assert importlib.util.find_spec("faster_whisper") is not None
    assert "import faster_whisper" not in source
    assert "from faster_whisper" not in source
