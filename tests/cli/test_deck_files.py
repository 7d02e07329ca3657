"""``tutor deck export`` and ``import``."""

import zipfile
from dataclasses import replace

import pytest

from tests.cli.decks import contents_of, rows, store
from tests.records import AT, a_card, a_word, an_answer, learned
from tutor.domain.review import Review
from tutor.domain.schedule import new_schedule


@pytest.fixture
def cards(data_dir):
    """An answered mistake and a new word in the deck."""
    card = learned(a_card(), AT)
    review = Review(an_answer(), new_schedule(AT), card.faces[0].schedule)
    store(data_dir, card, a_word(minute=1), reviews=[review])
    return contents_of(data_dir)


def test_everything_leaves_as_json_and_comes_back_into_an_empty_deck(invoke, cards, tmp_path):
    first, second, other = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "other"
    assert rows(invoke("deck", "export", first, "--json")) == [
        {"file": str(first), "format": "json", "cards": 2, "reviews": 1, "sounds": 0}
    ]
    assert rows(invoke("deck", "import", first, "--data-dir", other, "--json")) == [
        {"file": str(first), "format": "json", "cards": 2, "added": 2, "left_out": 0}
    ]
    assert contents_of(other) == cards
    invoke("deck", "export", second, "--data-dir", other)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.usefixtures("cards")
def test_what_is_there_already_is_left_out_and_counted(invoke, data_dir, tmp_path):
    file = tmp_path / "deck.json"
    invoke("deck", "export", file)
    invoke("deck", "delete", "--yes", "word-1")
    result = invoke("deck", "import", file)
    assert result.stdout == "1 cards added, 1 left out\n"
    assert len(contents_of(data_dir).cards) == 2


def test_cards_leave_as_a_table_and_come_back(invoke, cards, tmp_path):
    file, other = tmp_path / "deck.csv", tmp_path / "other"
    assert invoke("deck", "export", file).stdout == f"{file}  2 cards, 0 answers\n"
    assert rows(invoke("deck", "import", file, "--data-dir", other, "--json"))[0]["added"] == 2
    assert contents_of(other) == replace(cards, reviews=())


@pytest.mark.usefixtures("cards")
def test_a_package_for_anki_needs_no_voice_without_sounds(invoke, tmp_path):
    file = tmp_path / "deck"
    result = invoke("deck", "export", "--format", "apkg", "--no-audio", file, "--json")
    assert rows(result)[0]["format"] == "apkg"
    assert "collection.anki2" in zipfile.ZipFile(file).namelist()


@pytest.mark.models
@pytest.mark.usefixtures("cards")
def test_a_package_for_anki_holds_the_tutors_voice(invoke, require_models, tmp_path):
    require_models("ef_dora")
    file = tmp_path / "deck.apkg"
    result = invoke("deck", "export", file, "--json", env={"TUTOR_VOICE_SPANISH": "ef_dora"})
    assert rows(result)[0]["sounds"] == 2
    assert "Speaking (0 done) … yo estoy muy cansado hoy" in result.stderr
    sizes = [info.file_size for info in zipfile.ZipFile(file).infolist() if info.filename in "01"]
    assert min(sizes) > 2000


@pytest.mark.usefixtures("cards")
def test_without_the_voice_the_sentence_says_how_to_go_without(invoke, tmp_path, monkeypatch):
    for name, value in (("HF_HUB_OFFLINE", "1"), ("PIP_NO_INDEX", "1"),
                        ("npm_config_offline", "true")):  # fmt: skip
        monkeypatch.setenv(name, value)
    result = invoke("deck", "export", tmp_path / "deck.apkg")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].endswith("Or export without sounds: --no-audio")
    assert not (tmp_path / "deck.apkg").exists()


def test_a_file_whose_name_says_nothing_asks_for_the_format(invoke, tmp_path):
    result = invoke("deck", "export", tmp_path / "deck.xlsx")
    assert result.exit_code == 2
    assert "--format" in result.stderr


@pytest.mark.parametrize("file_format", ["json", "csv", "apkg"])
def test_a_folder_that_is_not_there_is_one_sentence(invoke, cards, tmp_path, file_format):
    file = tmp_path / "nowhere" / f"deck.{file_format}"
    result = invoke("deck", "export", "--no-audio", file)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert f"'{file}' cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("front", "word"), [(("--front", "es"), "cat"), (("--front", "en"), "el gato"), ((), "cat")]
)
def test_words_come_from_anki_with_either_side_first(invoke, data_dir, tmp_path, front, word):
    file = tmp_path / "notes.txt"
    file.write_text("#separator:tab\n#html:true\ncat\tel gato\ndog\tel perro\nalone\t\n")
    result = invoke("deck", "import", file, *front, "--json")
    assert rows(result)[0] == {
        "file": str(file), "format": "anki-text", "cards": 2, "added": 2, "left_out": 1,
    }  # fmt: skip
    assert word in {card.better for card in contents_of(data_dir).cards}
    again = rows(invoke("deck", "import", file, *front, "--json"))
    assert (again[0]["added"], again[0]["left_out"]) == (0, 3)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("x.json", b"{", "'x.json' is not JSON (line 1: "),
        ("x.csv", b"word,translation\ngato,cat\n", "'x.csv' has no column 'id'"),
        ("x.txt", b"one side\n", "'x.txt' holds no note with two sides"),
        ("x.apkg", b"PK\x03\x04\xff", "x.apkg' is not UTF-8 text"),
        ("x.doc", b"hola", "x.doc' is no deck: give what 'tutor deck export' wrote"),
        ("x.json", b"", "'x.json' is not JSON"),
    ],
)
def test_what_is_no_deck_is_one_sentence(invoke, tmp_path, name, content, complaint):
    file = tmp_path / name
    file.write_bytes(content)
    result = invoke("deck", "import", file)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert complaint in result.stderr


def test_a_card_that_cannot_be_read_keeps_all_out(invoke, cards, data_dir, tmp_path):
    file, other = tmp_path / "deck.json", tmp_path / "other"
    invoke("deck", "export", file)
    broken = file.read_text(encoding="utf-8").replace('"vocabulary"', '"poem"')
    file.write_text(broken, encoding="utf-8")
    result = invoke("deck", "import", file, "--data-dir", other)
    assert "'deck.json': card 2, field 'kind' cannot be read" in result.stderr
    assert contents_of(other).cards == ()
    assert contents_of(data_dir) == cards
