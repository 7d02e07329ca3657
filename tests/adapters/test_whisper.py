import asyncio
import functools
import shutil

import numpy as np
import pytest

from tests.fakes import joined, silence, tone
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.stt.short_window import MAX_SPEECH_SECONDS
from tutor.adapters.stt.whisper import WhisperTranscriber
from tutor.adapters.vad.silero import SileroVoiceDetector
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.language import Language
from tutor.errors import ModelDamagedError, ModelMissingError
from tutor.resources import resource_folder


def always_speech(audio):
    """A voice activity that takes everything for speech."""
    return [0.9] * (len(audio.samples) // 2 // FRAME_SAMPLES)


@functools.cache
def loaded(folder):
    return WhisperTranscriber(folder, SileroVoiceDetector().speech_probabilities)


@functools.cache
def credulous(folder):
    return WhisperTranscriber(folder, always_speech)


@pytest.fixture
def folder(cache_dir, require_models):
    require_models("faster-whisper-base")
    return cache_dir / "faster-whisper-base"


def utterance(audio):
    return Utterance(audio, audio.duration_seconds, 0.0)


def noise(seconds, level=3000):
    samples = np.random.default_rng(1).normal(0, level, round(seconds * SPEECH_RATE_HZ))
    return AudioChunk(samples.astype("<i2").tobytes(), SPEECH_RATE_HZ)


async def recording(name="02.flac"):
    return await SoundFileReader().read(resource_folder("lessons") / "demo" / name)


@pytest.mark.models
async def test_a_learner_is_heard_with_the_mistake(folder):
    transcript = await loaded(folder).transcribe(utterance(await recording()))
    assert transcript.text == "Ayer yo fue al supermercado con mi hermana."
    assert transcript.language is Language.SPANISH


@pytest.mark.models
async def test_times_of_later_pieces_count_from_the_start_of_the_utterance(folder):
    first, gap, second = await recording("02.flac"), silence(4.0), await recording("05.flac")
    transcript = await loaded(folder).transcribe(utterance(joined(first, gap, second)))
    assert [segment.text for segment in transcript.segments] == [
        "Ayer yo fue al supermercado con mi hermana.",
        "El sábado voy a cenar con mis amigos.",
    ]
    assert transcript.segments[1].words[0].start_seconds > first.duration_seconds + 3


@pytest.mark.models
async def test_speech_longer_than_a_window_is_heard_to_its_end(folder):
    sentences = [await recording(f"0{number}.flac") for number in range(1, 7)] * 3
    speech = joined(*sentences)
    assert speech.duration_seconds > MAX_SPEECH_SECONDS
    transcript = await loaded(folder).transcribe(utterance(speech))
    assert len(transcript.segments) > 1
    for said in ("cansado", "hermana", "manzanas", "problema", "cenar", "casa"):
        assert transcript.text.count(said) == 3


@pytest.mark.models
async def test_no_sentence_of_several_is_left_out(folder):
    sentences = [await recording(f"0{number}.flac") for number in (2, 5, 6, 4, 2, 6)]
    transcript = await loaded(folder).transcribe(utterance(joined(*sentences)))
    assert transcript.text.count("supermercado") == 2
    assert transcript.text.count("amigos") == 3
    assert all(word.duration_seconds <= 2.5 for word in transcript.words)


@pytest.mark.models
@pytest.mark.parametrize("sound", [silence(4.0), noise(4.0), noise(4.0, 100), tone(4.0)])
async def test_sound_without_speech_has_no_segments(folder, sound):
    assert (await loaded(folder).transcribe(utterance(sound))).segments == ()


@pytest.mark.models
async def test_two_utterances_at_once_are_heard_as_one_after_the_other(folder):
    both = [utterance(await recording(name)) for name in ("02.flac", "06.flac")]
    heard = await asyncio.gather(*(loaded(folder).transcribe(each) for each in both))
    assert [transcript.words[0].text for transcript in heard] == ["Ayer", "Mis"]


async def test_silence_needs_no_model(tmp_path):
    ears = WhisperTranscriber(tmp_path / "absent", SileroVoiceDetector().speech_probabilities)
    assert (await ears.transcribe(utterance(silence(2.0)))).segments == ()


async def test_a_missing_model_names_the_command_that_fetches_it(tmp_path):
    ears = WhisperTranscriber(tmp_path / "faster-whisper-base", always_speech)
    with pytest.raises(ModelMissingError, match="tutor models fetch faster-whisper-base"):
        await ears.transcribe(utterance(tone(1.0)))
    with pytest.raises(ModelMissingError, match="tutor models fetch faster-whisper-base"):
        await ears.load()


async def test_a_model_of_rubbish_is_damaged(tmp_path):
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (tmp_path / name).write_bytes(b"rubbish" * 99)
    with pytest.raises(ModelDamagedError, match="tutor models fetch"):
        await WhisperTranscriber(tmp_path, always_speech).load()


@pytest.mark.models
@pytest.mark.parametrize("name", ["tokenizer.json", "config.json", "model.bin"])
async def test_a_model_with_a_file_cut_short_is_damaged(folder, tmp_path, name):
    for file in folder.iterdir():
        if file.name == name:
            with file.open("rb") as source:
                (tmp_path / name).write_bytes(source.read(file.stat().st_size // 2))
        else:
            (tmp_path / file.name).symlink_to(file)
    with pytest.raises(ModelDamagedError, match="tutor models fetch"):
        await WhisperTranscriber(tmp_path, always_speech).load()
    shutil.rmtree(tmp_path)


async def test_sound_at_another_rate_is_refused(tmp_path):
    ears = WhisperTranscriber(tmp_path, always_speech)
    with pytest.raises(ValueError, match="16000 Hz"):
        await ears.transcribe(utterance(AudioChunk(bytes(3200), 8_000)))
