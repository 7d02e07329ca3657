"""``tutor correct``: lines in, corrections out."""

import json

import pytest
from werkzeug import Request, Response

from tests.adapters.chat_server import CHAT_PATH, sse

BETTER = {"Yo soy muy cansado hoy.": "Yo estoy muy cansado hoy."}


@pytest.fixture
def model(httpserver):
    """The environment that points at a server which knows one mistake."""

    def answer(request: Request) -> Response:
        said = request.get_json()["messages"][-1]["content"]
        return Response(sse(BETTER.get(said, said)), content_type="text/event-stream")

    httpserver.expect_request(CHAT_PATH).respond_with_handler(answer)
    return {"TUTOR_LLM_BASE_URL": httpserver.url_for("/v1"), "TUTOR_LLM_MODEL": "m"}


def test_plain_lines_come_back_as_rows_in_order(invoke, model):
    result = invoke(
        "correct", "--json", input="Yo soy muy cansado hoy.\n\nVivo en Lima.\n", env=model
    )
    assert result.exit_code == 0
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["id"] == 1
    assert first["corrected"] == "Yo estoy muy cansado hoy."
    (row,) = first["corrections"]
    assert (row["said"], row["better"], row["kind"]) == ("soy", "estoy", "ser_estar")
    assert row["subkind"] == "estar_state"
    assert row["explanation_es"]
    assert row["explanation_en"]
    assert second == {
        "id": 3, "text": "Vivo en Lima.", "corrected": "Vivo en Lima.", "corrections": []
    }  # fmt: skip


def test_json_lines_keep_their_ids(invoke, model, tmp_path):
    file = tmp_path / "essay.jsonl"
    rows = [{"id": "b", "text": "Vivo en Lima."}, {"id": "a", "text": "Yo soy muy cansado hoy."}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = invoke("correct", file, "--json", env=model)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["id"], len(row["corrections"])) for row in found] == [("b", 0), ("a", 1)]


def test_people_read_the_change_and_both_reasons(invoke, model):
    result = invoke("correct", input="Yo soy muy cansado hoy.\n", env=model)
    assert "soy → estoy" in result.stdout
    assert "estado" in result.stdout
    assert "because it describes a state" in result.stdout


@pytest.mark.parametrize("line", ['{"id": 1}', "{nonsense", '{"text": 3}'])
def test_a_row_without_text_is_wrong_usage(invoke, model, line):
    result = invoke("correct", input=f"{line}\n", env=model)
    assert result.exit_code == 2
    assert "Line 1" in result.stderr


def test_a_file_that_is_not_there_is_wrong_usage(invoke, tmp_path):
    assert invoke("correct", tmp_path / "missing.txt").exit_code == 2


def test_bytes_that_are_not_text_are_wrong_usage(invoke, model, tmp_path):
    file = tmp_path / "photo.txt"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    assert invoke("correct", file, env=model).exit_code == 2


@pytest.mark.models
def test_the_real_model_corrects_a_plain_mistake(run_tutor, require_models):
    require_models("Qwen2.5-Coder-1.5B-Instruct")
    result = run_tutor("correct", "--json", input="Mi hermana es muy alto.\n")
    assert result.returncode == 0
    assert json.loads(result.stdout)["corrected"] == "Mi hermana es muy alta."
