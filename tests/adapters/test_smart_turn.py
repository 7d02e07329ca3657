import pytest

from tests.fakes import tone
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.vad.smart_turn import SmartTurnJudge
from tutor.app import turn_judge
from tutor.config import Settings
from tutor.errors import ModelDamagedError, ModelMissingError
from tutor.resources import resource_folder


def test_a_missing_model_is_an_error_that_says_how_to_get_it(tmp_path):
    with pytest.raises(ModelMissingError, match="tutor models fetch smart-turn"):
        SmartTurnJudge(tmp_path / "none.onnx")


def test_a_damaged_model_is_an_error_that_says_how_to_mend_it(tmp_path):
    path = tmp_path / "damaged.onnx"
    path.write_bytes(b"no model")
    with pytest.raises(ModelDamagedError, match="tutor models fetch smart-turn"):
        SmartTurnJudge(path)


def test_a_session_goes_on_without_it(tmp_path):
    assert turn_judge(Settings(cache_dir=tmp_path)) is None


def test_a_session_goes_on_with_a_damaged_one(tmp_path):
    path = tmp_path / "smart-turn" / "smart-turn-v3.2-cpu.onnx"
    path.parent.mkdir()
    path.write_bytes(bytes(8_679_182))
    assert turn_judge(Settings(cache_dir=tmp_path)) is None


@pytest.mark.models
async def test_a_sentence_cut_off_sounds_less_complete_than_the_whole(cache_dir, require_models):
    require_models("smart-turn")
    judge = SmartTurnJudge(cache_dir / "smart-turn" / "smart-turn-v3.2-cpu.onnx")
    speech = await SoundFileReader().read(resource_folder("lessons") / "demo" / "04.flac")
    cut_off = speech.between(0, 0.6 * speech.duration_seconds)
    assert judge.completeness(cut_off) < 0.1 < 0.9 < judge.completeness(speech)


@pytest.mark.models
def test_only_one_sample_rate_is_judged(cache_dir, require_models):
    require_models("smart-turn")
    judge = SmartTurnJudge(cache_dir / "smart-turn" / "smart-turn-v3.2-cpu.onnx")
    with pytest.raises(ValueError, match="16000 Hz"):
        judge.completeness(tone(1, rate_hz=8000))
