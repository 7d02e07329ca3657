"""Practice where no language model is to be had: the lesson talks alone."""

import pytest

from tests.e2e.reading import events_of, turns_of
from tutor.adapters.lessons.recorded_learner import read_recorded_learner
from tutor.app import lesson_shelf
from tutor.config import Settings
from tutor.resources import resource_folder

TYPED = ("practice", "a1-cafe", "--text", "--mute", "--json")
SENTENCES = "Hola, un café, por favor.\nAyer yo fue al mercado.\n"
ONE_SENTENCE = "The lesson talks alone, without a language model:"


def spoken(result):
    return [event["text"] for event in events_of(result.stdout) if event["event"] == "speaking"]


def is_the_lesson_alone(result):
    """Opening, questions in their order, the correction, and the courage task at the end."""
    lesson = lesson_shelf(Settings()).lesson("a1-cafe")
    assert result.returncode == 0, result.stderr
    turns = turns_of(result.stdout)
    asked = [turn["spoken"][-1]["text"] for turn in turns]
    assert asked == list(lesson.questions[: len(turns)])
    assert [row["better"] for row in turns[1]["corrections"]] == ["fui"]
    assert spoken(result)[0] == lesson.opening
    assert spoken(result)[-1] == lesson.goodbye


def test_without_a_language_model_by_choice_nothing_is_fetched_or_missed(run_tutor):
    result = run_tutor(*TYPED, "--no-model", input=SENTENCES)
    is_the_lesson_alone(result)
    assert result.stderr == ""


def test_a_language_model_that_cannot_be_fetched_is_said_in_one_sentence_and_done_without(
    run_tutor, tmp_path
):
    (tmp_path / "file").touch()
    nowhere = {"TUTOR_CACHE_DIR": str(tmp_path / "file" / "cache")}
    result = run_tutor(*TYPED, "--yes", input=SENTENCES, env=nowhere)
    is_the_lesson_alone(result)
    assert result.stderr.count(ONE_SENTENCE) == 1
    assert result.stderr.splitlines()[-1].startswith(ONE_SENTENCE)


def test_what_else_is_missing_still_ends_the_program(run_tutor, tmp_path):
    (tmp_path / "file").touch()
    nowhere = {"TUTOR_CACHE_DIR": str(tmp_path / "file" / "cache")}
    result = run_tutor("practice", "--text", "--json", "--yes", env=nowhere)
    assert result.returncode == 1
    assert ONE_SENTENCE not in result.stderr


def test_a_language_server_that_is_not_there_is_told_of_once(run_tutor, unused_tcp_port):
    server = {"TUTOR_LLM_BASE_URL": f"http://127.0.0.1:{unused_tcp_port}/v1"}
    result = run_tutor(*TYPED, input=SENTENCES, env=server)
    is_the_lesson_alone(result)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.models
@pytest.mark.parametrize("lesson_id", ["b1-renting"])
def test_ten_recorded_turns_are_a_sensible_session_without_a_language_model(
    require_models, run_tutor, lesson_id
):
    require_models("faster-whisper-base", "ef_dora", "en_US-joe-medium")
    learner = read_recorded_learner(resource_folder("lessons") / "demo")
    recordings = (list(learner.recordings) * 2)[:10]
    result = run_tutor(
        "practice", lesson_id, "--no-model", "--mute", "--json", "--audio", *recordings, timeout=900
    )
    assert result.returncode == 0, result.stderr
    lesson = lesson_shelf(Settings()).lesson(lesson_id)
    turns = turns_of(result.stdout)
    assert len(turns) == 10
    asked = [turn["spoken"][-1]["text"] for turn in turns]
    assert len(set(asked)) == 10
    assert asked[: len(lesson.questions)] == list(lesson.questions[:10])
    assert sum(len(turn["corrections"]) for turn in turns) >= 3
    assert spoken(result)[0] == lesson.opening
    assert spoken(result)[-1] == lesson.goodbye
    assert lesson.courage.spanish in spoken(result)[-1]
