"""``tutor corrections``."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cli.decks import contents_of, rows, store, store_session
from tests.records import AT, a_card, a_word, an_answer
from tutor.domain.card import CardStatus
from tutor.domain.correction import EditKind
from tutor.domain.review import Review
from tutor.domain.schedule import new_schedule


def ids(result):
    return [row["card_id"] for row in rows(result)]


@pytest.fixture
def three(data_dir):
    store(data_dir, *(a_card(f"card-{number}", minute=number) for number in range(1, 4)))


def test_no_corrections_say_what_makes_some(invoke):
    result = invoke("corrections")
    assert (result.exit_code, result.stdout) == (0, "No corrections yet. Run: tutor practice\n")


def test_a_correction_shows_both_sentences_and_both_explanations(invoke, data_dir):
    store(data_dir, a_card())
    lines = [line.strip() for line in invoke("corrections").stdout.splitlines()]
    assert lines[0].endswith("yo soy muy cansado hoy")
    assert lines[1] == "→  yo estoy muy cansado hoy  (soy → estoy)"
    assert lines[2:4] == ["El cansancio es un estado.", "Being tired is a state."]


@pytest.mark.usefixtures("three")
def test_corrections_are_rows_of_json_newest_first(invoke):
    result = invoke("corrections", "--json")
    assert ids(result) == ["card-3", "card-2", "card-1"]
    row = rows(result)[0]
    assert (
        row.items()
        >= {
            "card_id": "card-3",
            "heard": "yo soy muy cansado hoy",
            "sentence": "yo estoy muy cansado hoy",
            "said": "soy",
            "better": "estoy",
            "kind": "ser_estar",
            "explanation_es": "El cansancio es un estado.",
            "explanation_en": "Being tired is a state.",
            "lesson": "a1-cafe",
            "created_at": "2026-03-01T12:33:15.000250+00:00",
            "status": "active",
            "repetitions": 0,
        }.items()
    )


@pytest.mark.usefixtures("three")
def test_a_limit_keeps_the_newest_corrections(invoke):
    assert ids(invoke("corrections", "--json", "--limit", "1")) == ["card-3"]
    assert ids(invoke("corrections", "list", "--json", "--limit", "1")) == ["card-3"]


def test_words_that_nobody_corrected_are_no_corrections(invoke, data_dir):
    store(data_dir, a_word(), a_card())
    assert ids(invoke("corrections", "--json")) == ["card-1"]


@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        (("--kind", "gender_agreement"), ["gender"]),
        (("--lesson", "b1-viaje"), ["gender"]),
        (("--since", "2026-05-01"), ["gender"]),
        (("--until", "2026-05-01"), ["gender", "ser"]),
        (("--until", "2026-04-30"), ["ser"]),
        (("--text", "cansado"), ["ser"]),
        (("--text", "la casa", "--kind", "gender_agreement"), ["gender"]),
        (("--kind", "gustar"), []),
    ],
)
def test_a_list_is_of_those_that_were_asked_for(invoke, data_dir, wishes, found):
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC)
    gender: dict[str, Any] = {
        "edit_kind": EditKind.GENDER_AGREEMENT,
        "lesson_id": "b1-viaje",
        "heard": "la casa bonito",
        "said": "bonito",
    }
    store(
        data_dir,
        a_card("ser"),
        a_card("gender", created_at=noon, sentence="la casa bonita", better="bonita", **gender),
    )
    assert ids(invoke("corrections", "--json", *wishes)) == found


def test_a_list_of_nothing_says_how_to_see_everything(invoke, data_dir):
    store(data_dir, a_card())
    result = invoke("corrections", "--kind", "gustar")
    assert result.stdout == "No corrections like that. See them all: tutor corrections\n"


def test_corrections_of_one_session_and_of_the_last(invoke, data_dir):
    assert ids(invoke("corrections", "--json", "--session", "last")) == []
    store_session(data_dir, "session-1", a_card("card-1"))
    store_session(data_dir, "session-2", a_card("card-2", 5))
    assert ids(invoke("corrections", "--json", "--session", "last")) == ["card-2"]
    assert ids(invoke("corrections", "--json", "--session", "session-1")) == ["card-1"]


@pytest.mark.parametrize("words", [("--since", "soon"), ("--kind", "bad"), ("shwo", "card-1")])
def test_what_cannot_be_meant_is_wrong_usage(invoke, words):
    assert invoke("corrections", *words).exit_code == 2


def test_one_is_shown_with_its_history(invoke, data_dir):
    card = a_card(more_sentences=("Estoy cansado.",), repetitions=1)
    review = Review(an_answer(), new_schedule(AT), new_schedule(AT))
    store(data_dir, card, reviews=[review])
    lines = invoke("corrections", "show", "card").stdout.splitlines()
    assert "   again →  Estoy cansado." in lines
    assert lines[-1].startswith("2026-03-01  good  in review")
    (row,) = rows(invoke("corrections", "show", "card-1", "--json"))
    assert row["card_id"] == "card-1"
    assert [review["rating"] for review in row["reviews"]] == ["good"]


def test_a_correction_is_marked_wrong_and_that_is_taken_back(invoke, data_dir):
    store(data_dir, a_card())
    (row,) = rows(invoke("corrections", "wrong", "card", "--json"))
    assert row["status"] == "wrong"
    assert contents_of(data_dir).cards[0].status is CardStatus.WRONG
    assert rows(invoke("deck", "list", "--due", "--json")) == []
    assert invoke("corrections", "right", "card-1").stdout.endswith("Right: it is active.\n")
    assert contents_of(data_dir).cards == (a_card(),)


@pytest.mark.parametrize("name", ["show", "wrong", "right"])
def test_a_word_is_no_correction(invoke, data_dir, name):
    store(data_dir, a_word())
    result = invoke("corrections", name, "word-1")
    assert result.exit_code == 1
    assert result.stderr == (
        "The card word-1 is no correction. Show it with: tutor deck show word-1\n"
    )


@pytest.fixture
def counted(data_dir):
    """Two of being, one of them wrong and both lately; two of gender, one long ago."""
    now = datetime.now(UTC)
    cards = {
        "a": (EditKind.SER_ESTAR, 1), "b": (EditKind.SER_ESTAR, 2),
        "c": (EditKind.GENDER_AGREEMENT, 40), "d": (EditKind.GENDER_AGREEMENT, 400),
    }  # fmt: skip
    made = [
        a_card(card_id, edit_kind=kind, created_at=now - timedelta(days=days))
        for card_id, (kind, days) in cards.items()
    ]
    store(data_dir, replace(made[0], status=CardStatus.WRONG), *made[1:])


@pytest.mark.usefixtures("counted")
def test_statistics_count_by_kind_with_the_trend_and_the_precision(invoke):
    counted = {row.pop("kind"): row for row in rows(invoke("corrections", "stats", "--json"))}
    assert counted == {
        "ser_estar": {"total": 2, "recent": 2, "before": 0, "trend": "up", "wrong": 1,
                      "precision": 0.5},
        "gender_agreement": {"total": 2, "recent": 0, "before": 1, "trend": "down", "wrong": 0,
                             "precision": 1.0},
        "all": {"total": 4, "recent": 2, "before": 1, "trend": "up", "wrong": 1,
                "precision": 0.75},
    }  # fmt: skip


@pytest.mark.usefixtures("counted")
def test_statistics_are_a_table_for_people(invoke):
    lines = invoke("corrections", "stats").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["gender_agreement", "ser_estar", "all"]
    assert lines[1].split()[1:] == ["2", "0", "1", "↓", "0"]
    assert lines[-1] == "You marked 1 of 4 corrections as wrong: 75.0% were right."


def test_statistics_of_nothing_say_what_makes_some(invoke):
    assert invoke("corrections", "stats").stdout == "No corrections yet. Run: tutor practice\n"
