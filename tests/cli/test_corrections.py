"""``tutor corrections``."""

import json

from tests.cli.test_deck import store_cards


def test_no_corrections_say_what_makes_some(invoke):
    result = invoke("corrections")
    assert (result.exit_code, result.stdout) == (0, "No corrections yet. Run: tutor practice\n")


def test_a_correction_shows_both_sentences_and_both_explanations(invoke, data_dir):
    store_cards(data_dir, 1)
    lines = [line.strip() for line in invoke("corrections").stdout.splitlines()]
    assert lines[0].endswith("yo soy muy cansado hoy")
    assert lines[1] == "→  yo estoy muy cansado hoy  (soy → estoy)"
    assert lines[2:4] == ["El cansancio es un estado.", "Being tired is a state."]


def test_corrections_are_rows_of_json_newest_first(invoke, data_dir):
    store_cards(data_dir, 3)
    rows = [json.loads(line) for line in invoke("corrections", "--json").stdout.splitlines()]
    assert [row["card_id"] for row in rows] == ["card-3", "card-2", "card-1"]
    assert rows[0] == {
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
    }


def test_a_limit_keeps_the_newest_corrections(invoke, data_dir):
    store_cards(data_dir, 3)
    assert len(invoke("corrections", "--json", "--limit", "1").stdout.splitlines()) == 1
