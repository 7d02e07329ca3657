"""What the program says and keeps when its surroundings misbehave; no model is needed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.e2e.live_tutor import live_tutor
from tests.e2e.misbehaving_server import MISBEHAVIOURS, misbehaving_server
from tests.e2e.reading import events_of, turns_of

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
TYPED = ("practice", "--text", "--mute", "--json")
MISTAKE = "Ayer yo fue al mercado"
INTERRUPTED = 130


@pytest.fixture
def language_server(monkeypatch):
    """A server that misbehaves on demand is configured."""
    with misbehaving_server() as address:
        monkeypatch.setenv("TUTOR_LLM_BASE_URL", address)
        monkeypatch.setenv("TUTOR_LLM_MODEL", "any")
        monkeypatch.setenv("TUTOR_LLM_TIMEOUT_SECONDS", "2")
        yield address


def stored_in(data_dir):
    """The sentences in the database, which has to be whole."""
    with closing(sqlite3.connect(data_dir / "tutor.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [heard for (heard,) in database.execute("SELECT heard FROM turns ORDER BY key")]


def says_what_to_do(result, code, *words):
    """One sentence on standard error, no traceback, and the exit code."""
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    last = result.stderr.strip().splitlines()[-1]
    assert all(word in last for word in words), result.stderr


def test_no_misbehaviour_of_the_language_server_ends_a_session(
    language_server, run_tutor, data_dir
):
    sentences = [f"{MISTAKE}.", *(f"{MISTAKE} con {word}." for word in MISBEHAVIOURS)]
    sentences.append(f"{MISTAKE} otra vez.")
    result = run_tutor(*TYPED, input="".join(f"{sentence}\n" for sentence in sentences))
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr

    turns = turns_of(result.stdout)
    for turn in turns:
        assert [row["better"] for row in turn["corrections"]] == ["fui"]
    for turn in turns[1:-1]:
        assert turn["reply"].endswith("?")
        assert " ".join(line["text"] for line in turn["spoken"]).endswith(turn["reply"])
    assert stored_in(data_dir) == sentences

    problems = [event["message"] for event in events_of(result.stdout) if "message" in event]
    assert len(problems) >= len(MISBEHAVIOURS)
    assert all("tutor config" in problem or "again" in problem for problem in problems)
    assert result.stderr.splitlines() == problems


def test_a_language_server_that_is_not_there_leaves_the_lesson_talking(run_tutor, unused_tcp_port):
    server = {"TUTOR_LLM_BASE_URL": f"http://127.0.0.1:{unused_tcp_port}/v1"}
    result = run_tutor(*TYPED, input=f"{MISTAKE}.\n", env=server)
    says_what_to_do(result, 0, "tutor config set llm.base_url")
    (turn,) = turns_of(result.stdout)
    assert turn["reply"].endswith("?")
    assert [row["better"] for row in turn["corrections"]] == ["fui"]
    assert run_tutor("correct", input=f"{MISTAKE}\n", env=server).returncode == 0


@POSIX
@pytest.mark.parametrize(
    ("typed", "moment"),
    [("", "listening"), (f"{MISTAKE} con silencio.", "heard"), (f"{MISTAKE}.", "corrected")],
)
def test_ctrl_c_keeps_the_turn_so_far(language_server, tmp_path, data_dir, typed, moment):
    with live_tutor(tmp_path, *TYPED) as tutor:
        if typed:
            tutor.type(typed)
        tutor.until(moment)
        code, last = tutor.interrupt()
    assert (code, last["event"]) == (INTERRUPTED, "session_ended")
    assert stored_in(data_dir) == ([typed] if typed else [])


@POSIX
@pytest.mark.parametrize("module", ["tutor.cli.main", "tutor.app.practice"])
def test_ctrl_c_while_the_program_is_being_imported_shows_no_traceback(tmp_path, module):
    interrupting = tmp_path / "sitecustomize.py"
    interrupting.write_text(
        "import os, signal, sys\n"
        "class CtrlC:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, CtrlC())\n"
    )
    result = subprocess.run(
        [sys.executable, "-m", "tutor", *TYPED],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stderr) == (INTERRUPTED, "")


@POSIX
def test_closed_streams_are_empty_ones(language_server, run_tutor):
    shell = ("sh", "-c", 'exec "$@" <&- >&-', "sh")
    result = run_tutor("correct", "--json", program=shell)
    assert (result.returncode, result.stderr) == (0, "")
    result = run_tutor("lessons", "list", "--json", program=shell)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110  # at import
@pytest.mark.parametrize("command", [("lessons", "list"), ("config", "list", "--json"), TYPED])
def test_output_onto_a_full_disk_is_one_sentence(language_server, run_tutor, command):
    full = ("sh", "-c", 'exec "$@" >/dev/full', "sh")
    says_what_to_do(run_tutor(*command, program=full), 1, "make room", "--debug")


@POSIX
def test_a_reader_that_has_seen_enough_ends_the_program_in_silence(run_tutor):
    head = ("sh", "-c", '"$@" | head -n 1', "sh")
    result = run_tutor("config", "list", program=head)
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""


def test_a_data_folder_that_is_a_file_is_one_sentence(run_tutor, tmp_path):
    (tmp_path / "file").touch()
    result = run_tutor(*TYPED, "--data-dir", tmp_path / "file")
    says_what_to_do(result, 1, str(tmp_path / "file"), "--data-dir")


def test_a_damaged_database_is_named_before_anything_is_said(language_server, run_tutor, data_dir):
    data_dir.mkdir(parents=True)
    (data_dir / "tutor.sqlite3").write_bytes(b"no database " * 100)
    result = run_tutor(*TYPED)
    says_what_to_do(result, 1, "tutor.sqlite3", "is damaged")
    assert result.stdout == ""
