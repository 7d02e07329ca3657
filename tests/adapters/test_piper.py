import json

import pytest

from tutor.adapters.tts.piper import PiperSynthesizer, read_config
from tutor.domain.language import Language, Pace
from tutor.errors import ModelDamagedError

CONFIG = {
    "audio": {"sample_rate": 22050},
    "espeak": {"voice": "es-419"},
    "num_symbols": 1,
    "num_speakers": 1,
    "phoneme_id_map": {"_": [0]},
}


async def test_a_damaged_model_is_reported_with_the_command_that_finds_it(tmp_path) -> None:
    model, config = tmp_path / "es_XX-x.onnx", tmp_path / "es_XX-x.onnx.json"
    model.write_bytes(b"not a model")
    config.write_text(json.dumps(CONFIG))

    with pytest.raises(ModelDamagedError, match=r"'es_XX-x'.*tutor models verify"):
        await PiperSynthesizer(model, config, Language.SPANISH).synthesize("Hola.", Pace.NORMAL)


@pytest.mark.parametrize("written", ["espeak", "PhonemeType.ESPEAK", "ESPEAK", None])
def test_espeak_is_recognised_however_the_file_writes_it(tmp_path, written) -> None:
    config = tmp_path / "voice.onnx.json"
    extra = {} if written is None else {"phoneme_type": written}
    config.write_text(json.dumps(CONFIG | extra))

    assert read_config(config).phoneme_type == "espeak"
