import json

import pytest

from tutor.adapters.tts.kokoro import KokoroSynthesizer, stretches
from tutor.domain.language import Language, Pace
from tutor.errors import ModelDamagedError


async def test_a_damaged_model_is_reported_with_the_command_that_finds_it(tmp_path) -> None:
    model, vocab, style = (tmp_path / name for name in ("k.onnx", "vocab.json", "ef_x.bin"))
    model.write_bytes(b"not a model")
    vocab.write_text(json.dumps({"vocab": {"a": 1}}))
    style.write_bytes(bytes(510 * 256 * 4))
    voice = KokoroSynthesizer(model, vocab, style, Language.SPANISH)

    with pytest.raises(ModelDamagedError, match=r"'ef_x'.*tutor models verify"):
        await voice.synthesize("Hola.", Pace.NORMAL)


async def test_a_style_of_the_wrong_size_is_a_damaged_model(tmp_path) -> None:
    vocab, style = tmp_path / "vocab.json", tmp_path / "ef_x.bin"
    vocab.write_text(json.dumps({"vocab": {"a": 1}}))
    style.write_bytes(bytes(100))
    voice = KokoroSynthesizer(tmp_path / "k.onnx", vocab, style, Language.SPANISH)

    with pytest.raises(ModelDamagedError, match="tutor models verify"):
        await voice.synthesize("Hola.", Pace.NORMAL)


async def test_a_style_of_numbers_that_are_none_is_a_damaged_model(tmp_path) -> None:
    vocab, style = tmp_path / "vocab.json", tmp_path / "ef_x.bin"
    vocab.write_text(json.dumps({"vocab": {"a": 1}}))
    style.write_bytes(b"\xff" * (510 * 256 * 4))
    voice = KokoroSynthesizer(tmp_path / "k.onnx", vocab, style, Language.SPANISH)

    with pytest.raises(ModelDamagedError) as raised:
        await voice.synthesize("Hola.", Pace.NORMAL)
    assert "no style" in str(raised.value.__cause__)


def test_a_text_that_fits_is_one_stretch() -> None:
    assert stretches(" ola. ", 10) == ["ola."]


def test_a_long_text_is_cut_behind_punctuation() -> None:
    assert stretches("una, dos tres, kuatro", 17) == ["una, dos tres,", "kuatro"]


def test_without_punctuation_a_long_text_is_cut_at_a_space() -> None:
    assert stretches("una dos tres", 9) == ["una dos", "tres"]


def test_without_a_space_a_long_text_is_cut_anywhere() -> None:
    assert stretches("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
