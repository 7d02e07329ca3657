"""The recorded learner of ``tutor demo``."""

import tomllib
from pathlib import Path

import pytest
import soundfile

from tutor.app import audio_reader, transcriber
from tutor.config import Settings
from tutor.domain.audio import Utterance

FOLDER = Path(__file__).parents[2] / "lessons" / "demo"
DEMO = tomllib.loads((FOLDER / "demo.toml").read_text("utf-8"))
UTTERANCES = DEMO["utterances"]


def test_its_lesson_exists() -> None:
    assert (FOLDER.parent / "es" / f"{DEMO['lesson']}.toml").is_file()


def test_at_least_five_utterances_and_one_of_them_without_a_mistake() -> None:
    assert len(UTTERANCES) >= 5
    assert any(utterance["said"] == utterance["better"] for utterance in UTTERANCES)


def test_every_recording_is_listed() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.flac")) == [
        utterance["file"] for utterance in UTTERANCES
    ]


@pytest.mark.parametrize("utterance", UTTERANCES, ids=lambda utterance: utterance["file"])
def test_a_recording_is_small_mono_and_unclipped(utterance) -> None:
    path = FOLDER / utterance["file"]
    samples, rate = soundfile.read(path)
    assert rate == 16_000
    assert samples.ndim == 1
    assert abs(samples).max() < 1
    assert path.stat().st_size < 100_000


@pytest.mark.models
@pytest.mark.parametrize("utterance", UTTERANCES, ids=lambda utterance: utterance["file"])
async def test_a_mistake_is_heard_as_it_was_made(require_models, cache_dir, utterance) -> None:
    require_models("faster-whisper-base")
    audio = await audio_reader().read(FOLDER / utterance["file"])
    transcript = await transcriber(Settings(cache_dir=cache_dir)).transcribe(
        Utterance(audio, audio.duration_seconds, 0.0)
    )
    assert _bare(transcript.text) == _bare(utterance["said"])


def _bare(text: str) -> str:
    return "".join(mark for mark in text.lower() if mark.isalpha() or mark == " ")
