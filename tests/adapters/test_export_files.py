"""Files that are written whole or not at all."""

import errno

import pytest

from tutor.adapters.export.files import read_text, replacing, write_text
from tutor.errors import DeckFileError


def test_a_file_takes_the_place_of_what_was_there(tmp_path):
    path = tmp_path / "deck.json"
    path.write_text("old", encoding="utf-8")
    write_text(path, "¡nuevo!")
    assert read_text(path) == "¡nuevo!"
    assert list(tmp_path.iterdir()) == [path]


def test_a_byte_order_mark_is_not_text(tmp_path):
    path = tmp_path / "deck.json"
    path.write_bytes(b"\xef\xbb\xbf{}")
    assert read_text(path) == "{}"


def test_what_goes_wrong_half_way_leaves_what_was_there(tmp_path):
    path = tmp_path / "deck.json"
    path.write_text("old", encoding="utf-8")

    def fail_half_way():
        with replacing(path) as new:
            new.write_text("half of", encoding="utf-8")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_one_sentence(tmp_path):
    with (
        pytest.raises(DeckFileError, match=r"deck' cannot be written \(.*\): make room"),
        replacing(tmp_path / "deck"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["nowhere/deck.json", "."])
def test_where_nothing_can_be_written_is_one_sentence(tmp_path, name):
    with pytest.raises(DeckFileError, match="cannot be written"):
        write_text(tmp_path / name, "x")


def test_what_cannot_be_read_is_one_sentence(tmp_path):
    (tmp_path / "latin1.csv").write_bytes("está".encode("latin-1"))
    with pytest.raises(DeckFileError, match="There is no file"):
        read_text(tmp_path / "nothing.json")
    with pytest.raises(DeckFileError, match="is a folder"):
        read_text(tmp_path)
    with pytest.raises(DeckFileError, match="is not UTF-8 text: save it as UTF-8"):
        read_text(tmp_path / "latin1.csv")
