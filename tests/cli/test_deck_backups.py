"""``tutor deck backup``, ``restore`` and ``verify``."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.decks import contents_of, rows, store
from tests.records import a_card, a_word


def test_a_backup_brings_back_what_was_deleted_and_keeps_what_was_there(invoke, data_dir, tmp_path):
    store(data_dir, a_card())
    file = tmp_path / "mine.sqlite3"
    assert rows(invoke("deck", "backup", file, "--json"))[0]["file"] == str(file)
    invoke("deck", "delete", "card-1", "--yes")
    store(data_dir, a_word())
    (row,) = rows(invoke("deck", "restore", file, "--json"))
    assert contents_of(data_dir).cards == (a_card(),)
    invoke("deck", "restore", row["kept"])
    assert contents_of(data_dir).cards == (a_word(),)


def test_a_backup_without_a_name_is_listed_among_the_backups(invoke, data_dir):
    store(data_dir, a_card())
    made = invoke("deck", "backup").stdout.strip()
    assert Path(made).is_relative_to(data_dir)
    listed = rows(invoke("deck", "backup", "--list", "--json"))
    assert made in [row["file"] for row in listed]
    assert all(row["bytes"] > 0 for row in listed)


def test_a_backup_does_not_replace_a_file(invoke, data_dir, tmp_path):
    store(data_dir, a_card())
    file = tmp_path / "mine.sqlite3"
    file.write_text("precious", encoding="utf-8")
    result = invoke("deck", "backup", file)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert file.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("content", [None, b"no database" * 100])
def test_what_is_no_backup_is_one_sentence_and_changes_nothing(invoke, data_dir, tmp_path, content):
    store(data_dir, a_card())
    file = tmp_path / "x.sqlite3"
    if content is not None:
        file.write_bytes(content)
    result = invoke("deck", "restore", file)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert contents_of(data_dir).cards == (a_card(),)


def test_a_sound_deck_is_as_it_should_be(invoke, data_dir):
    store(data_dir, a_card(), a_word())
    assert invoke("deck", "verify").stdout == "Everything is as it should be.\n"
    assert rows(invoke("deck", "verify", "--json")) == [{"ok": True, "faults": []}]


def test_what_is_wrong_is_listed_with_what_to_do(invoke, data_dir):
    store(data_dir, a_card())
    with closing(sqlite3.connect(data_dir / "tutor.sqlite3")) as connection:
        connection.execute("DELETE FROM card_terms")
        connection.commit()
    result = invoke("deck", "verify", "--json")
    assert result.exit_code == 1
    assert "card card-1 is not found by its words" in result.stdout
    assert result.stderr.splitlines()[-1].startswith("Not everything is as it should be (1). ")
