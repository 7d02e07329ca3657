"""``tutor corrections --deep``."""

import asyncio
import json

import pytest

from tests.adapters.chat_server import CHAT_PATH, sse
from tests.cli.decks import rows, store, store_session
from tests.records import a_card, a_session
from tutor.app import open_records
from tutor.config import Settings

COMMENT = "You often say «muy» where a livelier word is at hand."
ROW = {
    "event": "comment",
    "sentence": "yo soy muy cansado hoy",
    "comment": COMMENT,
    "by": "language model",
}


@pytest.fixture
def model_saying(httpserver):
    """A function from an answer to the environment of a server which gives that to everything."""

    def start(answer):
        httpserver.expect_request(CHAT_PATH).respond_with_data(
            sse(answer), content_type="text/event-stream"
        )
        return {"TUTOR_LLM_BASE_URL": httpserver.url_for("/v1"), "TUTOR_LLM_MODEL": "m"}

    return start


@pytest.fixture
def spoken(data_dir):
    """Two sessions, in each of which one thing was said."""
    store_session(data_dir, "session-1", a_card("card-1"))
    store_session(data_dir, "session-2", a_card("card-2", 5))


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(
    ("session", "card"),
    [((), "card-2"), (("--session", "last"), "card-2"), (("--session", "session-1"), "card-1")],
)
def test_comments_are_rows_behind_the_corrections_of_the_session(
    invoke, model_saying, session, card
):
    result = invoke("corrections", *session, "--deep", "--json", env=model_saying(f"1: {COMMENT}"))
    correction, comment = rows(result)
    assert correction["card_id"] == card
    assert comment == ROW


@pytest.mark.usefixtures("spoken")
def test_people_are_told_whose_opinion_it_is_and_where_their_words_go(invoke, model_saying):
    env = model_saying(f"1: {COMMENT}")
    lines = invoke("corrections", "--session", "last", "--deep", env=env).stdout.splitlines()
    assert lines[-5:] == [
        "Asking the language model. Your words go to: this machine.",
        "What the language model thinks of your style. It is an opinion and may be wrong.",
        "",
        "  yo soy muy cansado hoy",
        f"    {COMMENT}",
    ]


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("answer", ["none", "1: You often say «bastante», which is fine."])
def test_an_answer_that_cannot_be_shown_is_no_failure(invoke, model_saying, answer):
    result = invoke("corrections", "--deep", env=model_saying(answer))
    assert result.exit_code == 0
    assert "opinion" not in result.stdout
    assert result.stderr == (
        "The language model has nothing to say about that session that can be shown."
        " Run: tutor practice\n"
    )


def test_a_session_in_which_nothing_was_said_is_not_asked_about(invoke, data_dir):
    with open_records(Settings(data_dir=data_dir)) as records:
        asyncio.run(records.journal.start_session(a_session()))
    result = invoke("corrections", "--deep", "--json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == (
        "Too little was said in that session to speak of style. Run: tutor practice"
    )


def test_without_a_session_there_is_nothing_to_comment(invoke, data_dir):
    store(data_dir, a_card())
    result = invoke("corrections", "--session", "last", "--deep")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no session to look at yet. Run: tutor practice\n"


@pytest.mark.usefixtures("spoken")
def test_an_unknown_session_is_named(invoke):
    result = invoke("corrections", "--session", "session-9", "--deep")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Nothing was said in a session 'session-9'. Look at the last one:"
        " tutor corrections --session last --deep\n"
    )


@pytest.mark.usefixtures("spoken")
def test_a_server_that_is_down_is_said_to_be_and_the_corrections_stand(invoke):
    env = {"TUTOR_LLM_BASE_URL": "http://127.0.0.1:1/v1", "TUTOR_LLM_MODEL": "m"}
    result = invoke("corrections", "--deep", "--json", env=env)
    assert result.exit_code == 1
    assert [json.loads(line)["card_id"] for line in result.stdout.splitlines()] == ["card-2"]
    assert "at 127.0.0.1:1 cannot be reached" in result.stderr.splitlines()[-1]


@pytest.mark.usefixtures("spoken")
def test_a_model_that_is_not_there_names_the_command_that_fetches_it(invoke):
    name = "Qwen2.5-Coder-1.5B-Instruct"
    result = invoke("corrections", "--deep", env={"TUTOR_LLM_MODEL": name, "HF_HUB_OFFLINE": "1"})
    assert result.exit_code == 1
    assert f"tutor models fetch {name}" in result.stderr
