"""Whatever moment of a review the program is killed at, what was answered is answered."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import count
from random import Random
from typing import Any

import pytest

from tests.cli.decks import contents_of, store
from tests.e2e.intact_deck import assert_kept_once, assert_replayed, is_sound
from tests.e2e.killable_reviews import RIGHT
from tests.e2e.live_tutor import live_tutor
from tests.records import a_card, a_word

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

ROUNDS = 200
MANY, FEW = 150, 40
LONGEST_DELAY_SECONDS = 0.012
"""Longer than it takes to store an answer."""


class Reviews:
    """Each call reviews in a process of its own, for its printed rows; see killable_reviews."""

    def __init__(self, process):
        self._process = process

    def __call__(self, name, *, day=0, lines=None, dies_before=None, kill_when=None):
        """``kill_when`` is asked at every row, and kills when it says yes."""
        order = {"name": name, "day": day, "lines": lines, "dies_before": dies_before}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        printed: list[dict[str, Any]] = []
        for line in self._process.stdout:
            row = json.loads(line)
            if row["event"] == "gone":
                return printed, row["exit_code"]
            printed.append(row)
            if kill_when is not None and kill_when(row):
                os.kill(printed[0]["process"], signal.SIGKILL)
                kill_when = None
        raise AssertionError("nobody reviews any more")


@pytest.fixture
def reviews(data_dir, request):
    """Reviews in ``data_dir`` of as many words, and as many sentences, as the parameter says."""
    numbers = range(request.param)
    words = [a_word(f"word-{n}", f"palabra{n}", f"meaning{n}", minute=n) for n in numbers]
    store(data_dir, *words, *(a_card(f"card-{n}", minute=n) for n in numbers))
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.killable_reviews", data_dir],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=request.config.rootpath,
    ) as process:
        yield Reviews(process)


def at_random(chance):
    """Says yes once: after some rows, or after a row that comes before storing, and a moment."""
    wanted = chance.choice(["thinking", None])
    rows_left = chance.randint(1, 8 if wanted else 40)
    delay_seconds = chance.uniform(0, LONGEST_DELAY_SECONDS)

    def is_now(row):
        nonlocal rows_left
        rows_left -= row["event"] == wanted or wanted is None
        if rows_left:
            return False
        until = time.perf_counter() + delay_seconds
        while time.perf_counter() < until:
            pass
        return True

    return is_now


@pytest.mark.parametrize("reviews", [MANY], indirect=True)
def test_a_review_killed_at_200_moments_has_every_answer_once(reviews, data_dir):
    chance = Random(3)  # nothing secret
    printed = []
    for number in range(ROUNDS):
        rows, exit_code = reviews(f"round{number}", day=number, kill_when=at_random(chance))
        assert (exit_code, rows[-1]["event"] == "review_ended") == (-signal.SIGKILL, False)
        printed += rows
        if number % 20 == 0:
            assert is_sound(data_dir)

    assert is_sound(data_dir)
    contents = contents_of(data_dir)
    assert len(contents.cards) == 2 * MANY
    assert_kept_once(contents, printed)
    assert_replayed(contents)
    counted = Counter(row["event"] for row in printed)
    assert min(counted[kind] for kind in ("answer", "regraded", "undone")) >= ROUNDS / 10
    # Of each review at most its last deed is stored without having been told.
    told = counted["answer"] + counted["regraded"]
    assert told <= len(contents.reviews) <= told + ROUNDS
    taken_back = sum(bool(row["card_id"]) for row in printed if row["event"] == "undone")
    taken_back += counted["regraded"]
    undone = sum(review.is_undone for review in contents.reviews)
    assert taken_back <= undone <= taken_back + ROUNDS


@pytest.mark.parametrize("reviews", [FEW], indirect=True)
def test_killed_between_any_two_steps_an_answer_is_whole_or_not_at_all(reviews, data_dir):
    printed = []
    untold = Counter[int]()
    lines = ["zapato", "+", RIGHT]
    standing = [0, 1, 1, 2]  # an overruled answer does not stand any more
    for number in count(1):
        name = f"step{number}"
        rows, exit_code = reviews(name, day=number, lines=lines, dies_before=number)
        printed += rows
        told = sum(row["event"] in {"answer", "regraded"} for row in rows)
        contents = contents_of(data_dir)
        stored = [r.is_undone for r in contents.reviews if r.answer.id.startswith(f"{name}-")]
        untold[len(stored) - told] += 1
        assert stored.count(False) == standing[len(stored)]
        if exit_code == 0:
            break
        assert exit_code == -signal.SIGKILL
    assert told == len(lines)
    assert is_sound(data_dir)
    assert_kept_once(contents, printed)
    assert_replayed(contents)
    assert untold.keys() == {0, 1}
    assert untold[0] > untold[1] >= 3


def test_an_answer_that_the_program_printed_survives_sigkill(tmp_path, data_dir):
    store(data_dir, a_card("card-1"), a_card("card-2", minute=1))
    with live_tutor(tmp_path, "review", "--text", "--json", "--mute") as tutor:
        tutor.type("estoy")
        answer = tutor.until("answer")
        tutor.kill()
    assert is_sound(data_dir)
    (review,) = contents_of(data_dir).reviews
    assert (review.answer.card_id, review.answer.text) == (answer["card_id"], "estoy")
    assert review.after.due.isoformat() == answer["due"]
    assert_replayed(contents_of(data_dir))
