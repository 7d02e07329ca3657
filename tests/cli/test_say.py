import json
import wave

import pytest


def test_a_voice_that_is_not_here_names_the_command_that_fetches_it(invoke, tmp_path) -> None:
    result = invoke("say", "Hola.", "--voice", "ef_dora", "--out", tmp_path / "x.wav")
    assert result.exit_code == 1
    assert "tutor voices fetch ef_dora" in result.stderr
    assert not (tmp_path / "x.wav").exists()


def test_a_voice_asked_for_a_language_it_does_not_speak_names_the_list(invoke, tmp_path) -> None:
    result = invoke("say", "Hello.", "--voice", "ef_dora", "--lang", "en", "--out", tmp_path / "x")
    assert result.exit_code == 1
    assert "tutor voices list" in result.stderr


def test_what_is_not_a_voice_cannot_speak(invoke, tmp_path) -> None:
    result = invoke("say", "Hola.", "--voice", "faster-whisper-base", "--out", tmp_path / "x.wav")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_an_unknown_language_is_wrong_usage(invoke) -> None:
    assert invoke("say", "Hallo.", "--lang", "de").exit_code == 2


@pytest.mark.models
def test_a_text_becomes_a_sound_file(invoke, require_models, tmp_path) -> None:
    require_models("ef_dora")
    path = tmp_path / "x.wav"
    result = invoke("say", "Hola.", "--voice", "ef_dora", "--out", path, "--json")

    (row,) = map(json.loads, result.stdout.splitlines())
    assert row | {"seconds": 0} == {
        "text": "Hola.",
        "lang": "es",
        "voice": "ef_dora",
        "seconds": 0,
        "file": str(path),
    }
    with wave.open(str(path)) as file:
        assert file.getframerate() == 24_000
        assert file.getnframes() / 24_000 == pytest.approx(row["seconds"], abs=0.001)


@pytest.mark.models
def test_a_file_that_cannot_be_written_is_said_in_one_sentence(
    invoke, require_models, tmp_path
) -> None:
    require_models("ef_dora")
    result = invoke(
        "say", "Hola.", "--voice", "ef_dora", "--out", tmp_path / "no" / "folder" / "x.wav"
    )
    assert result.exit_code == 1
    assert "--out" in result.stderr


@pytest.mark.models
def test_a_long_text_is_said_to_its_end(invoke, require_models, tmp_path) -> None:
    require_models("en_US-joe-medium")
    path = tmp_path / "x.wav"
    seconds = []
    for count in (4, 12):
        text = "The market is closed on Sundays in our small town. " * count
        result = invoke("say", text, "--lang", "en", "--out", path, "--json")
        seconds.append(json.loads(result.stdout)["seconds"])
    assert seconds[1] == pytest.approx(3 * seconds[0], rel=0.2)
