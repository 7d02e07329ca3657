"""``tutor review`` and ``tutor quiz``: asked, typed, graded, taken back."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.decks import contents_of, rows, store
from tests.cli.typed_lines import typed
from tests.e2e.live_tutor import live_tutor
from tests.records import AT, a_card, a_word, learned
from tutor.domain.card import Direction
from tutor.domain.schedule import Rating

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def review(invoke):
    """``review("estoy", "?")`` types these lines to a review that nobody hears."""

    def run(*lines, wishes=("--json",), command="review"):
        with typed(*lines):
            return invoke(command, "--text", "--mute", *wishes)

    return run


@pytest.fixture
def quiz(review):
    """The same of a quiz whose questions are always the same ten."""

    def run(*lines, wishes=()):
        return review(*lines, wishes=("--json", "--seed", "4", *wishes), command="quiz")

    return run


@pytest.fixture
def three(data_dir):
    """Three sentences to complete, never asked, in the order in which they are asked."""
    store(data_dir, *(a_card(f"card-{number}", minute=number) for number in (1, 2, 3)))


def events(result, kind):
    return [row for row in rows(result) if row["event"] == kind]


def asked_kinds(result):
    return [row["event"] for row in rows(result) if row["event"] not in {"listening", "thinking"}]


def waits(data_dir):
    """By answer that stands, in their order, how long its card waits."""
    reviews = [review for review in contents_of(data_dir).reviews if not review.is_undone]
    return [review.after.due - review.answer.at for review in reviews]


def schedules(data_dir):
    """Every face exactly as it is stored."""
    with closing(sqlite3.connect(data_dir / "tutor.sqlite3")) as database:
        return database.execute("SELECT * FROM faces ORDER BY key").fetchall()


# Answering


@pytest.mark.usefixtures("three")
def test_right_slipped_and_wrong_answers_wait_as_fsrs_says(review, data_dir):
    answers = events(review("estoy", "?", "estoy", "soy"), "answer")
    assert [(row["card_id"], row["grade"], row["rating"]) for row in answers] == [
        ("card-1", "exact", "good"),
        ("card-2", "slip", "hard"),
        ("card-3", "wrong", "again"),
    ]
    assert waits(data_dir) == [10 * MINUTE, 5.5 * MINUTE, MINUTE]
    kept = contents_of(data_dir).reviews
    assert [row["due"] for row in answers] == [review.after.due.isoformat() for review in kept]
    assert [card.faces[0].schedule.due.isoformat() for card in contents_of(data_dir).cards] == [
        row["due"] for row in answers
    ]


@pytest.mark.parametrize(("answer", "wait"), [("estoy", 32 * DAY), ("soy", 10 * MINUTE)])
def test_what_was_learned_waits_as_fsrs_says(review, data_dir, answer, wait):
    due = datetime.now(UTC) - timedelta(hours=1)
    store(data_dir, learned(a_card(), due, stability=10.0))
    review(answer, wishes=("--json", "--limit", "1"))
    assert waits(data_dir) == [wait]


@pytest.mark.usefixtures("three")
def test_an_answer_is_one_row_with_everything_about_it(review):
    result = review("yo soy muy cansado hoy", wishes=("--json", "--limit", "1"))
    assert asked_kinds(result) == [
        "review_started",
        "asked",
        *["speaking"] * 2,
        "answer",
        *["speaking"] * 3,
        "review_ended",
    ]
    assert rows(result)[0] == {"event": "review_started", "new": 3, "learning": 0, "review": 0}
    (answer,) = events(result, "answer")
    assert datetime.fromisoformat(answer.pop("due")).utcoffset() == timedelta(0)
    assert answer == {
        "event": "answer",
        "number": 1,
        "kind": "cloze",
        "question": "yo ___ muy cansado hoy  (no «soy»)",
        "card_id": "card-1",
        "heard": "yo soy muy cansado hoy",
        "expected": "estoy",
        "right": "yo estoy muy cansado hoy",
        "grade": "wrong",
        "rating": "again",
        "leech": False,
    }
    assert events(result, "review_ended") == [
        {
            "event": "review_ended",
            "answered": 1,
            "exact": 0,
            "slips": 0,
            "wrong": 1,
            "missed": ["yo estoy muy cansado hoy"],
            "left": 3,
            "unusable": 0,
        }
    ]


@pytest.mark.usefixtures("three")
def test_people_read_the_verdict_the_right_answer_and_why(review):
    result = review("soy", wishes=("--limit", "1"))
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "1  yo ___ muy cansado hoy  (no «soy»)" in lines
    assert any(line.startswith("✗ not yet  yo estoy muy cansado hoy  · again") for line in lines)
    assert "Being tired is a state." in lines
    assert "1 answered · 0 right · 0 almost · 1 not yet · 3 left" in lines


def test_a_word_is_asked_in_one_direction_a_day(review, data_dir):
    store(data_dir, a_word())
    result = review("napkin", wishes=("--json", "--limit", "5"))
    directions = {review.answer.direction for review in contents_of(data_dir).reviews}
    assert directions == {Direction.TO_ENGLISH}
    assert {row["kind"] for row in events(result, "asked")} == {"to_english"}


@pytest.mark.usefixtures("three")
def test_enough_is_enough_after_the_limit(review, data_dir):
    result = review("estoy", "estoy", "estoy", wishes=("--json", "--limit", "2"))
    assert len(events(result, "answer")) == len(contents_of(data_dir).reviews) == 2
    assert events(result, "review_ended")[0]["left"] == 3


@pytest.mark.usefixtures("three")
def test_a_full_stop_ends_a_review(review, data_dir):
    result = review("estoy", ".", "estoy")
    assert (result.exit_code, len(contents_of(data_dir).reviews)) == (0, 1)
    assert events(result, "review_ended")[0]["answered"] == 1


# Overruling and taking back


@pytest.mark.usefixtures("three")
def test_a_plus_overrules_the_last_answer(review, data_dir):
    result = review("soy", "+")
    (regraded,) = events(result, "regraded")
    assert (regraded["card_id"], regraded["rating"]) == ("card-1", "good")
    first, second = contents_of(data_dir).reviews
    standing = second if first.is_undone else first
    assert {first.is_undone, second.is_undone} == {True, False}
    assert (standing.answer.rating, standing.answer.text) == (Rating.GOOD, "soy")
    assert waits(data_dir) == [10 * MINUTE]
    assert events(result, "review_ended")[0]["exact"] == 1


@pytest.mark.usefixtures("three")
def test_a_slash_takes_the_last_answer_back_and_asks_again(review, data_dir):
    before = schedules(data_dir)
    result = review("soy", "/")
    assert [row["card_id"] for row in events(result, "undone")] == ["card-1"]
    assert schedules(data_dir) == before
    shown = [row["event"] for row in rows(result) if row["event"] in {"undone", "asked"}]
    assert shown == ["asked", "asked", "undone", "asked"]
    assert events(result, "review_ended")[0]["answered"] == 0


@pytest.mark.usefixtures("three")
def test_undo_restores_every_schedule_byte_for_byte(review, invoke, data_dir):
    review("estoy", "soy", ".")
    before = schedules(data_dir)
    review("soy", "+", ".")
    assert schedules(data_dir) != before
    result = invoke("review", "--undo")
    assert (result.exit_code, result.stdout) == (
        0,
        "Taken back: «soy». The card is due again.\n",
    )
    assert schedules(data_dir) == before


@pytest.mark.usefixtures("three")
def test_undo_goes_back_to_the_beginning_and_no_further(review, invoke, data_dir):
    before = schedules(data_dir)
    review("estoy", "soy", ".")
    undone = [rows(invoke("review", "--undo", "--json"))[0] for _ in range(3)]
    assert [row["card_id"] for row in undone] == ["card-2", "card-1", None]
    assert undone[1]["due"] == a_card(minute=1).created_at.isoformat()
    assert schedules(data_dir) == before
    assert len(contents_of(data_dir).reviews) == 2


def test_a_leech_is_told_and_undo_wakes_it(review, invoke, data_dir):
    due = datetime.now(UTC) - timedelta(hours=1)
    store(data_dir, learned(a_card(), due, lapses=7))
    before = schedules(data_dir)
    (answer,) = events(review("soy"), "answer")
    assert answer["leech"] is True
    assert rows(invoke("deck", "list", "--json"))[0]["status"] == "leech"
    invoke("review", "--undo")
    assert rows(invoke("deck", "list", "--json"))[0]["status"] == "active"
    assert schedules(data_dir) == before


# Nothing to ask


@pytest.mark.parametrize("cards", [(), (learned(a_card(), AT.replace(year=2999)),)])
def test_where_nothing_is_due_the_next_step_is_named(review, data_dir, cards):
    store(data_dir, *cards)
    sentence = "Nothing is due now. Make new cards with: tutor practice, or: tutor quiz\n"
    result = review(wishes=())
    assert (result.exit_code, result.stdout.endswith(sentence)) == (0, True)
    result = review(wishes=("--json",))
    assert (asked_kinds(result), result.stderr) == (["review_started", "review_ended"], sentence)


@pytest.mark.usefixtures("three")
def test_what_is_due_but_not_wanted_is_not_denied(review):
    assert "Nothing is due" not in review(wishes=("--minutes", "0")).stdout
    assert "Nothing is due" not in review(".", wishes=()).stdout


# Wrong usage


@pytest.mark.parametrize(
    "wishes",
    [
        ("quiz", "--level", "C9"),
        ("quiz", "--band", "rare"),
        ("quiz", "--kind", "cloze"),
        ("quiz", "--count", "0"),
        ("quiz", "--text", "--audio", "a.wav"),
        ("review", "--text", "--audio", "a.wav"),
        ("review", "--text", "--push-to-talk"),
        ("review", "--limit", "0"),
    ],
)
def test_a_wish_that_means_nothing_is_wrong_usage(invoke, data_dir, wishes):
    result = invoke(*wishes)
    assert (result.exit_code, result.stdout) == (2, "")
    assert wishes[1] in result.stderr
    assert not data_dir.exists()


@pytest.mark.parametrize(
    ("wishes", "step"),
    [
        (("--mistakes",), "tutor practice"),
        (("--lesson", "no-such"), "tutor lessons list"),
        (("--theme", "no-such"), "tutor quiz --level A1"),
    ],
)
def test_a_quiz_over_nothing_is_one_sentence_with_the_next_step(quiz, wishes, step):
    result = quiz(wishes=wishes)
    assert (result.exit_code, result.stdout) == (1, "")
    assert step in result.stderr
    assert len(result.stderr.splitlines()) == 1


# Quizzes


def test_the_same_seed_asks_the_same(quiz, review):
    shown = [row["question"] for row in events(quiz(*"x" * 10), "asked")]
    assert len(shown) == 10
    assert [row["question"] for row in events(quiz(*"y" * 10), "asked")] == shown
    other = review(*"x" * 10, wishes=("--json", "--seed", "5"), command="quiz")
    assert [row["question"] for row in events(other, "asked")] != shown


def test_what_was_missed_is_in_the_deck_and_nothing_else(quiz, data_dir):
    wishes = ("--kind", "to-spanish", "--count", "3")
    expected = [row["expected"] for row in events(quiz("x", "y", "z", wishes=wishes), "answer")]
    assert sorted(card.better for card in contents_of(data_dir).cards) == sorted(expected)
    known, *missed = expected
    again = quiz(known, "y", "z", wishes=(*wishes, "--data-dir", data_dir / "b"))
    (ended,) = events(again, "review_ended")
    assert (ended["answered"], ended["exact"], ended["wrong"]) == (3, 1, 2)
    assert {card.better for card in contents_of(data_dir / "b").cards} == set(missed)


def test_an_overruled_word_is_not_in_the_deck(quiz, data_dir):
    result = quiz("x", "+", ".", wishes=("--count", "2"))
    assert [row["rating"] for row in events(result, "regraded")] == ["good"]
    assert contents_of(data_dir).cards == ()


def test_a_missed_word_is_reviewed_next(quiz, review):
    (missed,) = events(quiz("x", ".", wishes=("--kind", "to-english")), "answer")
    (asked,) = events(review("."), "asked")
    assert (asked["kind"], asked["question"]) == ("to_english", missed["question"])


@pytest.mark.parametrize("kind", ["to-english", "to-spanish", "listening", "say-it"])
def test_a_quiz_of_one_kind_asks_only_that(quiz, kind):
    asked = events(quiz(*"x" * 4, wishes=("--kind", kind, "--count", "4")), "asked")
    assert [row["kind"] for row in asked] == [kind.replace("-", "_")] * 4


@pytest.fixture
def own(data_dir):
    """A mistake and two words of the learner's own; one of the words is learned."""
    due = datetime.now(UTC) + 10 * DAY
    store(data_dir, a_card(), a_word(minute=1), learned(a_word("word-2", "mesa", "table", 2), due))


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("wishes", "kinds"),
    [
        ((), ["cloze", "to_english", "to_english", "to_spanish", "to_spanish"]),
        (("--kind", "to-spanish"), ["to_spanish", "to_spanish"]),
        (("--kind", "listening"), ["listening", "listening"]),
    ],
)
def test_a_quiz_of_ones_own_mistakes_asks_what_the_deck_holds(quiz, wishes, kinds):
    asked = events(quiz(*"xxxxx", wishes=("--mistakes", *wishes)), "asked")
    assert sorted(row["kind"] for row in asked) == kinds


@pytest.mark.usefixtures("own")
def test_missing_ones_own_mistake_is_making_it_again(quiz, data_dir):
    wishes = ("--mistakes", "--kind", "to-english")
    answers = events(quiz("x", "x", wishes=wishes), "answer")
    assert sorted(row["card_id"] for row in answers) == ["word-1", "word-2"]
    cards = {card.id: card for card in contents_of(data_dir).cards}
    assert [cards[name].repetitions for name in ("card-1", "word-1", "word-2")] == [0, 1, 1]
    assert [face.lapses for face in cards["word-2"].faces] == [1, 1]


# Ctrl-C


@pytest.mark.usefixtures("three")
def test_ctrl_c_keeps_every_answer(tmp_path, data_dir):
    with live_tutor(tmp_path, "review", "--text", "--json", "--mute") as tutor:
        tutor.type("estoy")
        first = tutor.until("answer")
        tutor.type("soy")
        second = tutor.until("answer")
        code, last = tutor.interrupt()
    assert (code, last["event"], last["answered"]) == (130, "review_ended", 2)
    kept = contents_of(data_dir).reviews
    assert [(review.answer.card_id, review.answer.text) for review in kept] == [
        (first["card_id"], "estoy"),
        (second["card_id"], "soy"),
    ]
