"""``tutor deck``: looking at cards and changing them."""

from dataclasses import replace

import pytest

from tests.cli.decks import contents_of, rows, store
from tests.records import AT, a_card, a_word, an_answer, learned
from tutor.domain.card import CardStatus, say_it_card
from tutor.domain.review import Review
from tutor.domain.schedule import new_schedule

FAR = AT.replace(year=2999)


@pytest.fixture
def three(data_dir):
    """A mistake, a suspended word and a word to say, from the oldest to the newest."""
    store(
        data_dir,
        learned(a_card(), FAR),
        a_word(minute=1, status=CardStatus.SUSPENDED),
        replace(
            say_it_card("tren", "El tren llega.", card_id="say-1", lesson_id="", now=AT),
            created_at=AT.replace(year=2027),
        ),
    )


def ids(result):
    return [row["id"] for row in rows(result)]


def test_an_empty_deck_says_what_fills_it(invoke, data_dir):
    result = invoke("deck", "list")
    assert (result.exit_code, result.stdout) == (0, "No cards yet. Run: tutor practice\n")
    assert (data_dir / "tutor.sqlite3").exists()


def test_an_empty_deck_is_no_line_of_json(invoke):
    result = invoke("deck", "list", "--json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No cards yet. Run: tutor practice\n"


@pytest.mark.usefixtures("three")
def test_a_card_is_one_line_for_people(invoke):
    assert invoke("deck", "list").stdout.splitlines() == [
        "say-1     new         say: tren",
        "word-1    new         servilleta = napkin  [suspended]",
        "card-1    2999-03-01  yo estoy muy cansado hoy  (soy → estoy)",
    ]


def test_a_card_is_one_row_of_json_newest_first(invoke, tmp_path):
    cards = [a_card(f"card-{number}", minute=number) for number in range(1, 4)]
    store(tmp_path / "mine", *cards)
    result = invoke("deck", "list", "--json", "--limit", "2", "--data-dir", tmp_path / "mine")
    assert ids(result) == ["card-3", "card-2"]
    assert rows(result)[0] == {
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
        "translations": [],
        "more_sentences": [],
        "repetitions": 0,
        "status": "active",
        "faces": [
            {
                "direction": "cloze",
                "due": "2026-03-01T12:33:15.000250+00:00",
                "phase": "new",
                "stability": None,
                "difficulty": None,
                "last_review": None,
                "reviews": 0,
                "lapses": 0,
            }
        ],
    }


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        (("--kind", "cloze"), ["card-1"]),
        (("--kind", "say_it"), ["say-1"]),
        (("--status", "suspended"), ["word-1"]),
        (("--text", "cans"), ["card-1"]),
        (("--text", "napkin"), ["word-1"]),
        (("--limit", "1"), ["say-1"]),
        (("--due",), ["say-1"]),
        (("--kind", "cloze", "--due"), []),
    ],
)
def test_a_list_is_of_those_that_were_asked_for(invoke, wishes, found):
    assert ids(invoke("deck", "list", "--json", *wishes)) == found


@pytest.mark.usefixtures("three")
def test_a_list_of_nothing_says_how_to_see_everything(invoke):
    result = invoke("deck", "list", "--text", "gato")
    assert result.stdout == "No cards like that. See them all: tutor deck list\n"


def test_a_limit_of_nothing_is_wrong_usage(invoke):
    assert invoke("deck", "list", "--limit", "0").exit_code == 2


def test_a_damaged_database_is_one_sentence(invoke, data_dir):
    data_dir.mkdir()
    (data_dir / "tutor.sqlite3").write_bytes(b"no database" * 100)
    result = invoke("deck", "list", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"The database {data_dir / 'tutor.sqlite3'} is damaged: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.fixture
def answered(data_dir):
    """A learned card, answered once."""
    card = learned(a_card(repetitions=2, more_sentences=("Estoy cansado.",)), FAR, lapses=1)
    answer = replace(an_answer(), text="estoy")
    store(data_dir, card, reviews=[Review(answer, new_schedule(AT), card.faces[0].schedule)])


@pytest.mark.usefixtures("answered")
def test_one_card_is_shown_with_every_answer(invoke):
    assert invoke("deck", "show", "card").stdout.splitlines() == [
        "2026-03-01  yo soy muy cansado hoy",
        "         →  yo estoy muy cansado hoy  (soy → estoy)",
        "            El cansancio es un estado.",
        "            Being tired is a state.",
        "   again →  Estoy cansado.",
        "",
        "card-1  cloze, made again 2 times",
        "            cloze: due 2999-03-01, review, 3 answers, forgotten 1 times",
        "2026-03-01  good  in review: estoy  → due 2999-03-01",
    ]


@pytest.mark.usefixtures("answered")
def test_one_card_is_one_row_of_json_with_its_answers(invoke):
    (row,) = rows(invoke("deck", "show", "card-1", "--json"))
    assert row["id"] == "card-1"
    assert row["reviews"] == [
        {
            "at": AT.isoformat(),
            "direction": "cloze",
            "rating": "good",
            "grade": None,
            "text": "estoy",
            "source": "review",
            "due": FAR.isoformat(),
            "undone": False,
        }
    ]


@pytest.mark.parametrize("arguments", [("show", "x"), ("suspend", "card-1", "x"), ("edit", "x")])
def test_an_unknown_card_is_one_sentence_and_nothing_changes(invoke, data_dir, arguments):
    store(data_dir, a_card())
    more = ("--better", "y") if arguments[0] == "edit" else ()
    result = invoke("deck", *arguments, *more)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert contents_of(data_dir).cards == (a_card(),)


def test_a_card_is_edited_and_is_asked_when_it_was(invoke, data_dir):
    card = learned(a_word(word="gat"), FAR)
    store(data_dir, card)
    wishes = ("--better", "gato", "--translation", "cat", "--translation", "tomcat",
              "--sentence", "El gato duerme.", "--explanation-es", "Un animal.",
              "--explanation-en", "An animal.")  # fmt: skip
    (row,) = rows(invoke("deck", "edit", "word", *wishes, "--json"))
    assert row["better"] == "gato"
    (changed,) = contents_of(data_dir).cards
    assert changed.translations == ("cat", "tomcat")
    assert changed.sentence == "El gato duerme."
    assert changed.explanation.english == "An animal."
    assert changed.faces == card.faces
    assert changed.identity == a_word(word="gato").identity


def test_a_word_that_another_card_has_is_refused(invoke, data_dir):
    store(data_dir, a_word("a", "gato"), a_word("b", "gat"))
    result = invoke("deck", "edit", "b", "--better", "gato")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_editing_nothing_is_wrong_usage(invoke, data_dir):
    store(data_dir, a_card())
    assert invoke("deck", "edit", "card-1").exit_code == 2


def test_cards_are_suspended_and_resumed(invoke, data_dir):
    store(data_dir, a_card(), a_word(status=CardStatus.LEECH))
    result = invoke("deck", "suspend", "card-1")
    assert result.stdout.endswith("[suspended]\n")
    states = {row["id"]: row["status"] for row in rows(invoke("deck", "list", "--json"))}
    assert states == {"card-1": "suspended", "word-1": "leech"}
    resumed = rows(invoke("deck", "resume", "card-1", "word-1", "card-1", "--json"))
    assert [row["status"] for row in resumed] == ["active", "active"]


def test_cards_are_deleted_after_a_yes(invoke, data_dir):
    store(data_dir, a_card(), a_card("card-2", 1), a_card("card-3", 2))
    assert rows(invoke("deck", "delete", "card-1", "card-3", "--yes", "--json")) == [
        {"id": "card-1", "deleted": True},
        {"id": "card-3", "deleted": True},
    ]
    assert [card.id for card in contents_of(data_dir).cards] == ["card-2"]


def test_away_from_a_terminal_nothing_is_deleted_without_a_yes(invoke, data_dir):
    store(data_dir, a_card())
    result = invoke("deck", "delete", "card-1")
    assert result.exit_code == 2
    assert "say --yes" in result.stderr
    assert len(contents_of(data_dir).cards) == 1
