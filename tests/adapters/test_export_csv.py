"""The cards as a table."""

import csv
import io

import pytest
from hypothesis import given

from tests.records import AT, a_card, a_word, learned
from tests.strategies import deck_contents
from tutor.adapters.export.csv_file import deck_as_csv, deck_from_csv, is_our_csv
from tutor.domain.deck_query import DeckContents
from tutor.errors import DeckFileError


def table_of(*cards):
    return deck_as_csv(DeckContents(cards))


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")))


def rewritten(text, separator=",", **changes):
    """The table as a spreadsheet would save it, with cells of its first card changed."""
    rows = rows_of(text)
    rows[0] |= changes
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, rows[0].keys(), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue()


@given(deck_contents)
def test_every_card_is_read_back_as_it_was(contents):
    text = deck_as_csv(contents)
    assert is_our_csv(text)
    assert deck_from_csv(text, "deck.csv").cards == contents.cards


@given(deck_contents)
def test_no_cell_begins_as_a_formula_does(contents):
    for row in rows_of(deck_as_csv(contents)):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_card_is_one_row_with_everything_a_person_looks_for():
    word = learned(a_word(translation="napkin"), AT)
    (row,) = rows_of(table_of(a_word(translations=("napkin", "serviette"), faces=word.faces)))
    assert row["id"] == "word-1"
    assert row["kind"] == "vocabulary"
    assert row["better"] == "servilleta"
    assert row["translations"] == "napkin; serviette"
    assert row["direction"] == "to_english; to_spanish"
    assert row["due"] == f"{AT.isoformat()}; {AT.isoformat()}"
    assert row["edit_kind"] == ""
    assert row["step"] == "none; none"


def test_the_table_begins_with_the_mark_that_tells_excel_its_encoding():
    assert table_of().startswith("\ufeffid,kind,sentence,")


def test_a_formula_is_written_as_text_and_read_back_as_it_was():
    card = a_card(sentence='=HYPERLINK("http://x")', said="'-1")
    text = table_of(card)
    (row,) = rows_of(text)
    assert row["sentence"] == '\'=HYPERLINK("http://x")'
    assert deck_from_csv(text, "deck.csv").cards == (card,)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_saved_by_a_spreadsheet_of_another_country_is_read(separator):
    card = a_card()
    text = rewritten(table_of(card), separator)
    assert is_our_csv(text)
    assert deck_from_csv(text, "deck.csv").cards == (card,)


def test_what_was_changed_in_a_spreadsheet_is_read():
    text = rewritten(table_of(a_word()), translations="napkin ;serviette;", status="suspended")
    (card,) = deck_from_csv(text, "deck.csv").cards
    assert card.translations == ("napkin", "serviette")
    assert card.status == "suspended"


def test_empty_lines_at_the_end_are_nothing():
    assert len(deck_from_csv(table_of(a_card()) + ",,\r\n\r\n", "deck.csv").cards) == 1


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("due", "tomorrow", r"'deck\.csv': line 2, field 'due' cannot be read"),
        ("created_at", "", r"'deck\.csv': line 2, field 'created_at' cannot be read"),
        ("edit_kind", "bad", r"'deck\.csv': line 2, field 'edit_kind' cannot be read"),
        ("direction", "cloze; cloze", r"line 2, column 'due' has 1 values where there are 2"),
        ("translations", "[x", r"line 2, column 'translations' begins with '\[' but is no JSON"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_by_line_and_column(column, value, sentence):
    text = rewritten(table_of(a_card(), a_card("card-2", 1)), **{column: value})
    with pytest.raises(DeckFileError, match=sentence):
        deck_from_csv(text, "deck.csv")


def test_a_missing_column_is_named():
    text = table_of(a_card()).replace(",lesson,", ",unit,")
    with pytest.raises(DeckFileError, match="has no column 'lesson'"):
        deck_from_csv(text, "deck.csv")


def test_a_row_with_too_many_cells_is_named():
    text = table_of(a_card()).rstrip("\r\n") + ",one more\r\n"
    with pytest.raises(DeckFileError, match="line 2 has 26 cells where there are 25 columns"):
        deck_from_csv(text, "deck.csv")


def test_an_endless_cell_is_one_sentence():
    text = table_of(a_card(sentence="a" * 200_000))
    with pytest.raises(DeckFileError, match="line 2 is no row of a table"):
        deck_from_csv(text, "deck.csv")


def test_other_tables_are_not_ours():
    assert not is_our_csv("word,translation\ngato,cat\n")
    assert not is_our_csv("")
