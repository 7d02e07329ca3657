"""What is on the disk when the program is killed."""

import sqlite3

import pytest

from tests.e2e.live_tutor import live_tutor
from tests.e2e.reading import events_of
from tests.e2e.test_demo import MODELS

pytestmark = pytest.mark.models


def test_a_turn_that_was_printed_survives_sigkill(require_models, run_tutor, data_dir, tmp_path):
    require_models(*MODELS)
    with live_tutor(tmp_path, "practice", "--text", "--json", "--mute") as tutor:
        tutor.type("Mis amigos tiene una casa muy grande.")
        turn = tutor.until("turn")
        tutor.kill()

    with sqlite3.connect(data_dir / "tutor.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        stored = database.execute("SELECT heard, reply FROM turns").fetchall()
    assert stored == [(turn["heard"], turn["reply"])]
    cards = events_of(run_tutor("deck", "list", "--json").stdout)
    assert [card["id"] for card in cards] == [row["card_id"] for row in turn["corrections"]]
    assert cards
