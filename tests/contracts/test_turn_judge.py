import pytest

from tests.fakes import FakeTurnJudge, joined, silence, tone
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.vad.smart_turn import SmartTurnJudge
from tutor.domain.audio import SPEECH_RATE_HZ
from tutor.ports import TurnJudge
from tutor.resources import resource_folder


@pytest.fixture(params=["fake", pytest.param("smart_turn", marks=pytest.mark.models)])
def judge(request, cache_dir, require_models):
    if request.param == "fake":
        fake: TurnJudge = FakeTurnJudge()
        return fake
    require_models("smart-turn")
    real: TurnJudge = SmartTurnJudge(cache_dir / "smart-turn" / "smart-turn-v3.2-cpu.onnx")
    return real


@pytest.fixture
async def speech():
    return await SoundFileReader().read(resource_folder("lessons") / "demo" / "02.flac")


@pytest.mark.parametrize("seconds", [0.0, 0.01, 1.0, 7.99, 8.0, 20.0])
def test_a_turn_of_any_length_is_judged(judge, seconds):
    assert 0 <= judge.completeness(tone(seconds)) <= 1


async def test_a_whole_sentence_sounds_complete(judge, speech):
    assert judge.completeness(speech) > 0.5


async def test_only_the_last_eight_seconds_count(judge, speech):
    recent = joined(silence(8), speech)
    older = joined(tone(5), recent)
    assert judge.completeness(older) == judge.completeness(recent)
    assert recent.sample_rate_hz == SPEECH_RATE_HZ


async def test_the_same_sound_is_judged_the_same_twice(judge, speech):
    assert judge.completeness(speech) == judge.completeness(speech)
