"""``tutor deck``."""

import asyncio
import json

from tests.records import a_card, a_session, a_turn
from tutor.app import open_records
from tutor.config import Settings


def store_cards(data_dir, count):
    async def write(journal):
        await journal.start_session(a_session())
        cards = [a_card(f"card-{number}", minute=number) for number in range(1, count + 1)]
        await journal.record_turn(a_turn(1, *(card.id for card in cards)), cards)

    with open_records(Settings(data_dir=data_dir)) as records:
        asyncio.run(write(records.journal))


def test_an_empty_deck_says_what_fills_it(invoke, data_dir):
    result = invoke("deck", "list")
    assert (result.exit_code, result.stdout) == (0, "No cards yet. Run: tutor practice\n")
    assert (data_dir / "tutor.sqlite3").exists()


def test_an_empty_deck_is_no_line_of_json(invoke):
    result = invoke("deck", "list", "--json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No cards yet. Run: tutor practice\n"


def test_a_card_is_one_line_for_people(invoke, data_dir):
    store_cards(data_dir, 1)
    assert invoke("deck", "list").stdout == "yo estoy muy cansado hoy  (soy → estoy)\n"


def test_a_card_is_one_row_of_json_newest_first(invoke, tmp_path):
    store_cards(tmp_path / "mine", 3)
    result = invoke("deck", "list", "--json", "--limit", "2", "--data-dir", tmp_path / "mine")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["card-3", "card-2"]
    assert rows[0] == {
        "id": "card-3",
        "kind": "cloze",
        "sentence": "yo estoy muy cansado hoy",
        "heard": "yo soy muy cansado hoy",
        "said": "soy",
        "better": "estoy",
        "edit_kind": "ser_estar",
        "explanation_es": "El cansancio es un estado.",
        "explanation_en": "Being tired is a state.",
        "lesson": "a1-cafe",
        "created_at": "2026-03-01T12:33:15.000250+00:00",
    }


def test_a_limit_of_nothing_is_wrong_usage(invoke):
    assert invoke("deck", "list", "--limit", "0").exit_code == 2


def test_a_damaged_database_is_one_sentence(invoke, data_dir):
    data_dir.mkdir()
    (data_dir / "tutor.sqlite3").write_bytes(b"no database" * 100)
    result = invoke("deck", "list", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"The database {data_dir / 'tutor.sqlite3'} is damaged: ")
    assert len(result.stderr.splitlines()) == 1
