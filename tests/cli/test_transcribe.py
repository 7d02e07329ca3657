import json

import pytest

from tutor.resources import resource_folder

pytestmark = pytest.mark.models


@pytest.fixture(autouse=True)
def _speech_model(require_models):
    require_models("faster-whisper-base")


@pytest.fixture
def recordings():
    return [resource_folder("lessons") / "demo" / name for name in ("02.flac", "06.flac")]


def test_each_file_is_a_json_line_in_order(invoke, recordings):
    result = invoke("transcribe", "--json", *recordings)
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["file"] for row in rows] == [str(path) for path in recordings]
    for row in rows:
        assert row["text"] == " ".join(word["text"] for word in row["words"])
        assert row["words"][-1]["end"] <= row["seconds"] + 0.1
        assert row["language"] == "es"
        assert row["transcribe_seconds"] > 0


def test_people_read_the_file_and_its_words(invoke, recordings):
    result = invoke("transcribe", recordings[0])
    assert result.stdout == f"{recordings[0]}: Ayer yo fue al supermercado con mi hermana.\n"


def test_a_file_that_fails_is_named_and_the_others_go_on(invoke, recordings, tmp_path):
    empty = tmp_path / "empty.wav"
    empty.touch()
    result = invoke("transcribe", "--json", empty, recordings[0], tmp_path)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert f"'{empty}' is empty" in result.stderr
    assert f"'{tmp_path}' is a folder" in result.stderr


def test_a_missing_model_names_the_command_that_fetches_it(invoke, recordings, tmp_path):
    result = invoke("transcribe", recordings[0], env={"TUTOR_CACHE_DIR": str(tmp_path)})
    assert result.exit_code == 1
    assert "tutor models fetch faster-whisper-base" in result.stderr
