import functools

import pytest

from tests.fakes import FakeTranscriber, silence
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.stt.whisper import WhisperTranscriber
from tutor.adapters.vad.silero import SileroVoiceDetector
from tutor.domain.audio import SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.transcript import Segment, Transcript, Word
from tutor.ports import Transcriber
from tutor.resources import resource_folder

HEARD = Transcript((Segment((Word("Hola,", 0.1, 0.5, 0.9), Word("soy", 0.5, 0.8, 0.8))),))


@functools.cache
def whisper(folder):
    return WhisperTranscriber(folder, SileroVoiceDetector().speech_probabilities)


@pytest.fixture(params=["fake", pytest.param("whisper", marks=pytest.mark.models)])
def hears(request, cache_dir, require_models):
    """Calling it with what should be heard gives a Transcriber."""

    def transcriber(heard: Transcript) -> Transcriber:
        if request.param == "fake":
            return FakeTranscriber(heard)
        require_models("faster-whisper-base")
        hearing: Transcriber = whisper(cache_dir / "faster-whisper-base")
        return hearing

    return transcriber


@pytest.fixture
async def speech():
    audio = await SoundFileReader().read(resource_folder("lessons") / "demo" / "01.flac")
    return Utterance(audio, audio.duration_seconds, 0.0)


async def test_words_come_in_order_within_the_utterance(hears, speech):
    transcript = await hears(HEARD).transcribe(speech)
    times = [time for word in transcript.words for time in (word.start_seconds, word.end_seconds)]
    assert times
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= speech.audio.duration_seconds + 0.05


async def test_a_word_has_letters_no_space_around_it_and_a_probability(hears, speech):
    for word in (await hears(HEARD).transcribe(speech)).words:
        assert word.text == word.text.strip()
        assert any(letter.isalnum() for letter in word.text)
        assert 0 < word.probability <= 1


async def test_silence_is_a_transcript_without_segments(hears):
    transcript = await hears(Transcript(())).transcribe(Utterance(silence(3.0), 0.0, 0.0))
    assert transcript.segments == ()


async def test_no_sound_at_all_is_a_transcript_without_segments(hears):
    nothing = Utterance(AudioChunk(b"", SPEECH_RATE_HZ), 0.0, 0.0)
    assert (await hears(Transcript(())).transcribe(nothing)).segments == ()
