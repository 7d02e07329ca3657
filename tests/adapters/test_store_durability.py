"""What is stored stays stored, whoever else writes and whenever the process dies."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.fakes import FakeScheduler
from tests.records import AT
from tutor.adapters.store.backups import faults_of_file
from tutor.adapters.store.checks import faults_of_records
from tutor.adapters.store.sqlite_file import DATABASE_NAME
from tutor.adapters.store.store import open_store

WRITER = """
import asyncio, sys
from pathlib import Path
from tests.fakes import FakeScheduler
from tests.fakes import FakeScheduler
from tests.records import a_card, a_session, a_turn
from tutor.adapters.store.store import open_store

folder, session_id, turns = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

async def write(journal):
    await journal.start_session(a_session(session_id))
    for number in range(1, turns + 1):
        names = [f"{session_id}-{number}-{side}" for side in "ab"]
        turn = a_turn(number, *names, session_id=session_id)
        await journal.record_turn(turn, [a_card(name) for name in names])
        print(number, flush=True)

with open_store(folder, FakeScheduler()) as store:
    asyncio.run(write(store.journal))
"""


def start_writer(folder, session_id, turns, root):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, folder, session_id, str(turns)],
        stdout=subprocess.PIPE,
        cwd=root,
        text=True,
    )


@pytest.fixture
def root(request):
    return request.config.rootpath


async def stored_turns(folder, session_id):
    """The numbers of the stored turns; every card of theirs is there, and no other."""
    with open_store(folder, FakeScheduler()) as store:
        turns = await store.journal.turns(session_id)
        cards = {card.id for card in await store.deck.cards()}
    promised = {card_id for turn in turns for card_id in turn.card_ids}
    assert {card_id for card_id in cards if card_id.startswith(f"{session_id}-")} == promised
    return [turn.number for turn in turns]


def integrity(folder):
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        faults = connection.execute("PRAGMA foreign_key_check").fetchall()
        return connection.execute("PRAGMA integrity_check").fetchall(), faults


async def test_turns_whose_recording_returned_survive_sigkill(tmp_path, root):
    folder = tmp_path / "data"
    for last_line in (1, 2, 7, 19, 40):
        session_id = f"session{last_line}"
        with start_writer(folder, session_id, 100_000, root) as writer:
            for line in writer.stdout:
                if int(line) == last_line:
                    writer.kill()
                    break
            promised = [last_line, *map(int, writer.stdout.read().split())][-1]
        numbers = await stored_turns(folder, session_id)
        assert numbers == list(range(1, len(numbers) + 1))
        assert promised <= len(numbers) <= promised + 1
        assert integrity(folder) == ([("ok",)], [])


async def test_processes_that_make_and_write_one_database_at_once_lose_nothing(tmp_path, root):
    folder = tmp_path / "data"
    names = ["ana", "beto", "carla"]
    writers = [start_writer(folder, name, 15, root) for name in names]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    for name in names:
        assert await stored_turns(folder, name) == list(range(1, 16))
    assert integrity(folder) == ([("ok",)], [])


REVIEWER = """
import asyncio, sys
from pathlib import Path
from tests.fakes import FakeScheduler
from tests.records import a_card, an_answer
from tutor.adapters.store.store import open_store
from tutor.domain.review import ReviewLimits

folder, name, answers = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

async def review(store):
    for number in range(answers):
        again = a_card(f"{name}!{number}", identity="a mistake of everybody")
        await store.deck.add([a_card(f"{name}{number}"), again])
        answer = an_answer(f"{name}{number}", f"{name}{number}")
        await store.reviews.answer(answer, ReviewLimits())
        print(answer.id, flush=True)

with open_store(folder, FakeScheduler()) as store:
    asyncio.run(review(store))
"""


def start_reviewer(folder, name, answers, root):
    return subprocess.Popen(
        [sys.executable, "-c", REVIEWER, folder, name, str(answers)],
        stdout=subprocess.PIPE,
        cwd=root,
        text=True,
    )


async def kept_answers(folder):
    """The ids of the answers in a deck that is sound; each card was answered once at most."""
    with open_store(folder, FakeScheduler()) as store:
        contents = await store.deck.contents()
        (statistics,) = await store.deck.statistics(AT)
        assert faults_of_records(store.database) == ()
    assert faults_of_file(folder / DATABASE_NAME) == ()
    assert statistics.total == sum(1 + card.repetitions for card in contents.cards)
    reviews = {card.id: card.faces[0].reviews for card in contents.cards}
    asked = [review.answer.card_id for review in contents.reviews]
    assert {name: number for name, number in reviews.items() if number} == dict.fromkeys(asked, 1)
    return {review.answer.id for review in contents.reviews}


async def test_processes_that_review_one_deck_at_once_lose_nothing(tmp_path, root):
    folder = tmp_path / "data"
    names = ["ana", "beto", "carla"]
    reviewers = [start_reviewer(folder, name, 12, root) for name in names]
    printed = [set(reviewer.communicate()[0].split()) for reviewer in reviewers]
    assert [reviewer.returncode for reviewer in reviewers] == [0, 0, 0]
    assert await kept_answers(folder) == set().union(*printed)
    with open_store(folder, FakeScheduler()) as store:
        cards = await store.deck.cards()
    assert len(cards) == 3 * 12 + 1
    assert sum(card.repetitions for card in cards) == 3 * 12 - 1


async def test_answers_that_were_given_survive_sigkill(tmp_path, root):
    folder = tmp_path / "data"
    promised = set()
    for number, last_line in enumerate((1, 2, 5, 3, 11, 1, 7, 4)):
        name = f"{chr(ord('a') + number)}-"
        with start_reviewer(folder, name, 100_000, root) as reviewer:
            lines = [reviewer.stdout.readline() for _ in range(last_line)]
            reviewer.kill()
            lines += reviewer.stdout.readlines()
        promised |= {line.strip() for line in lines}
        kept = await kept_answers(folder)
        assert promised <= kept
        assert len(kept - promised) <= number + 1
