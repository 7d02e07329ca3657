"""``tutor lessons new``."""

import json

import pytest

from tests.adapters.chat_server import CHAT_PATH, sse
from tests.adapters.test_lesson_writer import answer

TOPIC = ("lessons", "new", "a2-mudanza", "--topic", "mi mudanza")


@pytest.fixture
def model_saying(httpserver):
    """A function from an answer to the environment of a server which gives that to everything."""

    def start(text):
        httpserver.expect_request(CHAT_PATH).respond_with_data(
            sse(text), content_type="text/event-stream"
        )
        return {"TUTOR_LLM_BASE_URL": httpserver.url_for("/v1"), "TUTOR_LLM_MODEL": "m"}

    return start


def test_a_lesson_is_made_kept_and_ready_to_be_practised(invoke, data_dir, model_saying):
    result = invoke(*TOPIC, env=model_saying(answer()))
    assert result.exit_code == 0
    path = data_dir / "lessons" / "a2-mudanza.toml"
    assert str(path) in result.stdout
    assert "tutor practice a2-mudanza" in result.stdout
    assert "Your words go to: this machine." in result.stderr
    shown = json.loads(invoke("lessons", "show", "a2-mudanza", "--json").stdout)
    assert shown["tutor_name"] == "Pablo"
    assert invoke("lessons", "check", path).exit_code == 0


def test_as_json_it_says_which_parts_are_general(invoke, data_dir, model_saying):
    env = model_saying(answer(opening="Hola."))
    row = json.loads(invoke(*TOPIC, "--json", "--level", "b1", env=env).stdout)
    assert row["file"] == str(data_dir / "lessons" / "a2-mudanza.toml")
    assert (row["level"], row["general"], row["errors"]) == ("B1", ["opening"], [])


def test_where_nothing_is_usable_it_says_so_and_leaves_a_draft(invoke, data_dir, model_saying):
    result = invoke(*TOPIC, env=model_saying("I cannot do that."))
    path = data_dir / "lessons" / "a2-mudanza.toml"
    assert result.exit_code == 1
    assert "gave nothing usable" in result.stderr
    assert f"tutor lessons check {path}" in result.stderr
    assert invoke("lessons", "check", path).exit_code == 0


def test_a_lesson_that_is_there_is_not_written_over(invoke, data_dir, model_saying):
    env = model_saying(answer())
    invoke(*TOPIC, env=env)
    before = (data_dir / "lessons" / "a2-mudanza.toml").read_text(encoding="utf-8")
    result = invoke(*TOPIC, env=env)
    assert result.exit_code == 1
    assert "another ID" in result.stderr
    assert (data_dir / "lessons" / "a2-mudanza.toml").read_text(encoding="utf-8") == before


def test_a_text_may_be_the_topic(invoke, tmp_path, model_saying):
    text = tmp_path / "text.txt"
    text.write_text("La casa de mi abuela es grande.", encoding="utf-8")
    arguments = ("lessons", "new", "a2-casa", "--from-text", text)
    assert invoke(*arguments, env=model_saying(answer())).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (("A2 Mudanza", "--topic", "mi mudanza"), 2, "hyphens"),
        (("a2-x",), 2, "--from-text"),
        (("a2-x", "--topic", "mi mudanza", "--level", "C1"), 2, "A1"),
        (("a2-x", "--topic", "mi " * 60), 2, "few words"),
        (("a2-x", "--topic", "my neighbourhood"), 1, "in Spanish"),
        (("a2-x", "--from-text", "none.txt"), 1, "none.txt"),
    ],
)
def test_a_wish_that_cannot_be_met_says_what_to_do(invoke, data_dir, arguments, code, complaint):
    result = invoke("lessons", "new", *arguments)
    assert result.exit_code == code
    assert complaint in result.stderr
    assert not (data_dir / "lessons").exists()


def test_a_server_that_is_gone_leaves_nothing(invoke, data_dir):
    env = {"TUTOR_LLM_BASE_URL": "http://127.0.0.1:9/v1", "TUTOR_LLM_MODEL": "m"}
    result = invoke(*TOPIC, env=env)
    assert result.exit_code == 1
    assert "cannot be reached" in result.stderr
    assert not (data_dir / "lessons").exists()


@pytest.mark.models
def test_the_embedded_model_makes_a_lesson_that_passes_or_says_what_it_could_not(
    invoke, data_dir, cache_dir, require_models
):
    from tutor.app import chosen_models
    from tutor.config import Settings

    require_models(chosen_models(Settings(cache_dir=cache_dir)).language_model)
    row = json.loads(invoke(*TOPIC, "--json").stdout)
    assert row["errors"] == []
    assert set(row["written"]).isdisjoint(row["general"])
    assert invoke("lessons", "check", data_dir / "lessons" / "a2-mudanza.toml").exit_code == 0
