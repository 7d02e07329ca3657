"""Anki's "Notes in Plain Text" as words to learn."""

import pytest

from tests.records import AT
from tutor.adapters.export.anki_text import deck_from_anki_text, is_anki_text
from tutor.domain.card import CardKind
from tutor.domain.language import Language
from tutor.errors import DeckFileError

TWO_COLUMNS = "#separator:tab\n#html:true\nel gato\tcat\nel perro\tdog\n"
ALL_COLUMNS = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
    "#tags column:6\n"
    "q$1\tBasic\tSpanish\tel gato\tcat\tanimals\n"
    "q$2\tBasic\tSpanish\tel perro\tdog\t\n"
)


def words(text, front=None):
    cards = deck_from_anki_text(text, "anki.txt", front=front, now=AT).contents.cards
    return [(card.better, card.translations) for card in cards]


@pytest.mark.parametrize("text", [TWO_COLUMNS, ALL_COLUMNS])
def test_each_note_becomes_a_new_word_in_both_directions(text):
    assert is_anki_text(text)
    assert words(text) == [("el gato", ("cat",)), ("el perro", ("dog",))]
    card = deck_from_anki_text(text, "anki.txt", front=None, now=AT).contents.cards[0]
    assert card.kind is CardKind.VOCABULARY
    assert len(card.faces) == 2
    assert card.created_at == AT


def test_the_front_can_be_english():
    assert words("#separator:tab\ncat\tel gato\n", Language.ENGLISH) == [("el gato", ("cat",))]


@pytest.mark.parametrize("columns", ["English\tSpanish", "Inglés\tReverso", "Word\tEspañol"])
def test_the_names_of_the_columns_tell_which_side_is_spanish(columns):
    text = f"#separator:tab\n#columns:{columns}\ncat\tel gato\n"
    assert words(text) == [("el gato", ("cat",))]
    assert words(text, Language.SPANISH) == [("cat", ("el gato",))]


def test_markup_and_sounds_are_taken_away():
    text = '#separator:tab\n#html:true\n<b>la&nbsp;casa</b>[sound:casa.mp3]\t"<div>house</div>home"'
    assert words(text) == [("la casa", ("house", "home"))]


def test_without_html_signs_stay_as_they_are():
    assert words("#separator:tab\n#html:false\nmás\t<more>\n") == [("más", ("<more>",))]


def test_several_translations_are_several_but_not_within_brackets():
    text = "#separator:tab\ncansado\ttired, weary / worn out (old, used)\n"
    assert words(text) == [("cansado", ("tired", "weary", "worn out (old, used)"))]


def test_quoted_fields_may_hold_the_separator_and_line_breaks():
    assert words('#separator:Comma\n"uno, dos","one\ntwo ""three"""\n') == [
        ("uno, dos", ("one", 'two "three"'))
    ]


def test_a_plain_table_of_two_columns_without_a_header_is_read():
    assert words("el gato\tcat\n") == [("el gato", ("cat",))]
    assert words("el gato,cat\n") == [("el gato", ("cat",))]


def test_notes_without_two_sides_and_notes_with_gaps_are_left_out():
    text = TWO_COLUMNS + "solo\t\n\tlonely\nuna\nEl {{c1::gato}} duerme\tThe cat sleeps\n"
    assert len(words(text)) == 2
    assert deck_from_anki_text(text, "anki.txt", front=None, now=AT).left_out == 4


def test_the_same_note_is_the_same_card_every_time():
    def ids(text):
        return [
            card.id for card in deck_from_anki_text(text, "a", front=None, now=AT).contents.cards
        ]

    assert ids(ALL_COLUMNS) == ids(ALL_COLUMNS.replace("el gato", "la gata"))
    assert ids(TWO_COLUMNS) == ids(TWO_COLUMNS + "el gato\tcat\n")


@pytest.mark.parametrize("text", ["", "#separator:tab\n", "one side\n"])
def test_a_file_without_notes_says_what_to_export(text):
    with pytest.raises(DeckFileError, match=r"in Anki choose 'Notes in Plain Text \(\.txt\)'"):
        deck_from_anki_text(text, "anki.txt", front=None, now=AT)
