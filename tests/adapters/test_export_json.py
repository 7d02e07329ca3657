"""The deck as JSON."""

import asyncio
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.fakes import InMemoryDeck
from tests.records import AT, a_card, a_word, learned
from tests.strategies import deck_contents
from tutor.adapters.export.json_file import deck_as_json, deck_from_json
from tutor.app import open_records
from tutor.config import Settings
from tutor.domain.deck_query import DeckContents
from tutor.errors import DeckFileError


def document(**changes):
    """A deck of two cards as it is written, with fields changed."""
    contents = DeckContents((a_card(), learned(a_word(minute=1), AT)))
    return json.loads(deck_as_json(contents)) | changes


def read(document):
    return deck_from_json(json.dumps(document), "deck.json")


@given(deck_contents)
def test_what_is_written_is_read_back(contents):
    assert deck_from_json(deck_as_json(contents), "deck.json") == contents


@given(deck_contents)
def test_a_deck_that_went_into_an_empty_one_leaves_it_byte_for_byte_the_same(contents):
    async def through_a_deck(text):
        deck = InMemoryDeck()
        await deck.restore(deck_from_json(text, "deck.json"))
        return deck_as_json(await deck.contents())

    text = deck_as_json(contents)
    assert asyncio.run(through_a_deck(text)) == text


@given(deck_contents)
@settings(max_examples=25)
def test_a_deck_that_went_through_a_database_is_byte_for_byte_the_same(contents):
    text = deck_as_json(contents)
    with tempfile.TemporaryDirectory() as folder:
        with open_records(Settings(data_dir=Path(folder))) as records:
            asyncio.run(records.deck.restore(deck_from_json(text, "deck.json")))
        with open_records(Settings(data_dir=Path(folder))) as records:
            assert deck_as_json(asyncio.run(records.deck.contents())) == text


@given(deck_contents)
def test_the_order_in_which_a_deck_gives_its_cards_does_not_matter(contents):
    shuffled = DeckContents(contents.cards[::-1], contents.reviews[::-1])
    assert deck_as_json(shuffled) == deck_as_json(contents)


def test_a_file_says_what_it_is_and_spanish_is_written_as_it_is():
    text = deck_as_json(DeckContents((a_card(sentence="¿Dónde está el baño?"),)))
    assert json.loads(text)["format"] == "voice-tutor deck"
    assert json.loads(text)["version"] == 1
    assert '"sentence": "¿Dónde está el baño?"' in text
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "'deck.json' is not JSON (line 1: Expecting value): was it copied whole?"),
        ('{"format": "voice-tutor deck",\n', "'deck.json' is not JSON (line 2: "),
        ("[]", "'deck.json' is JSON but not a deck of this tutor"),
        ('{"cards": []}', "'deck.json' is JSON but not a deck of this tutor"),
        ("[" * 100_000, "'deck.json' is no deck ("),
        ("9" * 5000, "'deck.json' is no deck ("),
        ('{"format": "voice-tutor deck"}', "'deck.json' has no version"),
        ('{"format": "voice-tutor deck", "version": 1}', "'deck.json' has no list of cards"),
    ],
)
def test_what_is_no_deck_is_one_sentence(text, sentence):
    with pytest.raises(DeckFileError) as caught:
        deck_from_json(text, "deck.json")
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_newer_version_says_how_to_get_a_newer_tutor():
    with pytest.raises(DeckFileError, match=r"version 2 .* Run: pip install --upgrade voice-tutor"):
        read(document(version=2))


def test_a_wrong_value_is_named_by_card_and_field():
    wrong = document()
    wrong["cards"][1]["faces"][0]["phase"] = "asleep"
    with pytest.raises(DeckFileError, match=r"card 2, field 'faces\.0\.phase' cannot be read"):
        read(wrong)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("created_at", "2026-03-01T12:30:15"),
        ("created_at", "0001-01-01T00:00:00+01:00"),
        ("sentence", None),
        ("sentence", "a\0b"),
        ("colour", "red"),
        ("repetitions", 1e400),
    ],
)
def test_a_field_that_cannot_be_is_named(field, value):
    wrong = document()
    wrong["cards"][0][field] = value
    with pytest.raises(DeckFileError, match=f"card 1, field '{field}' cannot be read"):
        read(wrong)


def test_a_missing_field_is_named():
    wrong = document()
    del wrong["cards"][0]["better"]
    with pytest.raises(DeckFileError, match=r"card 1, field 'better' .*\(field required\)"):
        read(wrong)


def test_two_cards_with_one_id_are_named():
    cards = document()["cards"]
    with pytest.raises(DeckFileError, match=r"card 3 has the id of 'deck\.json': card 1"):
        read(document(cards=[*cards, cards[0]]))


def test_a_review_of_no_card_is_named():
    review = {
        "id": "r", "card_id": "nobody", "direction": "cloze", "rating": "good", "grade": None,
        "at": AT.isoformat(), "text": "", "source": "review", "undone": False,
    }  # fmt: skip
    schedule = document()["cards"][0]["faces"][0]
    schedule = {k: v for k, v in schedule.items() if k not in {"direction", "reviews", "lapses"}}
    with pytest.raises(DeckFileError, match="review 1 is of a card that the file does not hold"):
        read(document(reviews=[review | {"before": schedule, "after": schedule}]))
