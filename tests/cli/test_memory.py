"""``tutor memory`` and ``tutor level``."""

import asyncio

import pytest

from tests.cli.decks import rows
from tests.contracts.test_memory import a_fact, an_ending
from tests.records import a_session
from tutor.app import open_records
from tutor.config import Settings
from tutor.domain.level_evidence import LevelEvidence


def tell(data_dir, *facts):
    async def write(memory):
        for fact in facts:
            await memory.tell(fact)

    with open_records(Settings(data_dir=data_dir)) as records:
        asyncio.run(write(records.memory))


@pytest.fixture
def two(data_dir):
    tell(data_dir, a_fact("aaa"), a_fact("bbb", "Vivo en Leeds.", minute=1, number=2))


def test_where_nothing_is_remembered_it_says_how_something_comes_there(invoke):
    result = invoke("memory", "list")
    assert result.exit_code == 0
    assert "tutor practice" in result.stdout


@pytest.mark.usefixtures("two")
def test_facts_are_listed_with_what_was_said(invoke):
    lines = invoke("memory", "list").stdout.splitlines()
    assert lines[0] == "bbb  2026-03-01  Vives en Leeds.  (you said: Vivo en Leeds)"
    row = rows(invoke("memory", "list", "--json"))[1]
    assert (row["id"], row["kind"], row["text"]) == ("aaa", "family", "Tienes dos hijas.")


@pytest.mark.usefixtures("two")
def test_a_fact_is_edited_by_the_beginning_of_its_id(invoke):
    (row,) = rows(invoke("memory", "edit", "a", "Tienes tres hijas.", "--json"))
    assert row["text"] == "Tienes tres hijas."
    assert invoke("memory", "edit", "a", " ").exit_code == 1


@pytest.mark.usefixtures("two")
def test_facts_are_forgotten_by_name_or_all_at_once(invoke, data_dir):
    (row,) = rows(invoke("memory", "forget", "aaa", "--json"))
    assert row == {"facts": 1, "turns": 0, "cards": 0, "left_in": []}
    assert [row["id"] for row in rows(invoke("memory", "list", "--json"))] == ["bbb"]
    assert invoke("memory", "forget", "--all").exit_code == 0
    assert rows(invoke("memory", "list", "--json")) == []
    content = b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())
    assert b"Leeds" not in content


@pytest.mark.usefixtures("two")
def test_forgetting_has_to_say_what(invoke):
    assert invoke("memory", "forget").exit_code == 2
    assert invoke("memory", "forget", "aaa", "--all").exit_code == 2
    result = invoke("memory", "forget", "zzz")
    assert (result.exit_code, "tutor memory list" in result.stderr) == (1, True)


def end_sessions(data_dir, evidence, count):
    async def write(records):
        for number in range(count):
            name = f"session-{number}"
            await records.journal.start_session(a_session(name))
            ending = an_ending(name, number)
            await records.diary.end_session(
                type(ending)(name, "a1-cafe", "En el café", ending.ended_at, evidence)
            )

    with open_records(Settings(data_dir=data_dir)) as records:
        asyncio.run(write(records))


def test_a_level_is_shown_with_how_much_is_missing(invoke):
    assert "0 of the 3 sessions" in invoke("level").stdout


def test_a_level_is_proposed_with_reasons_and_changed_only_by_the_learner(invoke, data_dir):
    end_sessions(data_dir, LevelEvidence(200, 120.0, 4, 20, (40, 15, 9, 3)), 3)
    (row,) = rows(invoke("level", "--json"))
    assert (row["level"], row["move"], row["proposed"]) == ("A2", "up", "B1")
    assert row["evidence"]["words_per_minute"] == {
        "mean": 100.0,
        "outgrown": 85.0,
        "too_hard": 35.0,
    }
    text = invoke("level").stdout
    assert "tutor level set B1" in text
    assert invoke("level", "set", "b1").exit_code == 0
    (row,) = rows(invoke("level", "--json"))
    assert row["level"] == "B1"


def test_a_level_that_there_is_not_is_refused(invoke):
    assert invoke("level", "set", "C1").exit_code == 1
