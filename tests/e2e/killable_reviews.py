"""Reviews in processes that can be killed: a warm process forks another for each order.

``python -m tests.e2e.killable_reviews FOLDER`` reads orders from standard input, a line of JSON
each, and prints the events of each review in JSON: first ``began``, and, when the process of the
review is gone, ``gone`` with its exit code, which is negative for a signal.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, event

from tests.fakes import FakeLexicon, FakePlayer, FakeSynthesizer, FakeTranscriber
from tests.records import AT
from tutor.adapters.srs.fsrs import FsrsScheduler
from tutor.adapters.store.store import open_store
from tutor.cli.rendering_review import review_row
from tutor.domain.language import Language
from tutor.domain.question import Question
from tutor.domain.review import ReviewLimits
from tutor.session.asking import ReviewEquipment
from tutor.session.review import ReviewPlan, ReviewSession
from tutor.session.review_events import Asked, Graded, Regraded, ReviewEvent
from tutor.session.speaking import Narrator

__all__ = ["RIGHT"]

RIGHT = "right"
"""In an order: the right answer to whatever is asked."""

_WISHES = ("+", "-", "/", "?")
_WISHES_SHARE, _RIGHT_SHARE = 0.2, 0.75
_LIMITS = ReviewLimits(new_per_day=100_000, reviews_per_day=100_000)


class _Clock:
    """Goes on by a second whenever it is looked at."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def monotonic(self) -> float:
        return 0.0


class _Figures:
    """A NumberSpeller for questions without numbers."""

    def cardinal(self, number: int) -> str:
        return str(number)

    def ordinal(self, number: int) -> str:
        return str(number)


class _Learner:
    """A Listener that types the lines of an order, or without any by chance and without end."""

    def __init__(self, chance: Random, lines: list[str] | None) -> None:
        self.question: Question | None = None
        self._chance = chance
        self._lines = lines

    async def listen(self, drafting: object = None, *, begun: object = ()) -> str | None:
        if self._lines is None:
            line = self._by_chance()
        elif self._lines:
            line = self._lines.pop(0)
        else:
            return None
        if line == RIGHT and self.question is not None:
            return self.question.target.words
        return line

    def wait_longer(self) -> None:
        pass

    async def close(self) -> None:
        pass

    def _by_chance(self) -> str:
        if self._chance.random() < _WISHES_SHARE:
            return self._chance.choice(_WISHES)
        return RIGHT if self._chance.random() < _RIGHT_SHARE else "zapato"


def _review(folder: Path, order: Mapping[str, Any]) -> None:
    numbers = count(1)
    last_id = ""

    def new_id() -> str:
        nonlocal last_id
        last_id = f"{order['name']}-{next(numbers)}"
        return last_id

    def emit(happened: ReviewEvent) -> None:
        if isinstance(happened, Asked):
            learner.question = happened.question
        is_stored = isinstance(happened, Graded | Regraded)
        _print(review_row(happened) | ({"id": last_id} if is_stored else {}))

    learner = _Learner(Random(order["name"]), order["lines"])  # nothing secret
    equipment = ReviewEquipment(
        listener=learner,
        transcriber=FakeTranscriber(),
        narrator=Narrator(dict.fromkeys(Language, FakeSynthesizer()), FakePlayer()),
        lexicon=FakeLexicon(),
        spellers=dict.fromkeys(Language, _Figures()),
        clock=_Clock(AT + timedelta(days=order["day"])),
        new_id=new_id,
    )
    with open_store(folder, FsrsScheduler()) as store:
        plan = ReviewPlan(UTC, _LIMITS)
        asyncio.run(ReviewSession(plan, store.deck, store.reviews, equipment, emit).run())


def _die_before(number: int) -> None:
    """Kill this process before it does that many things to a database, counted from 1."""
    done = count(1)

    def die_in_time(*_: object) -> None:
        if next(done) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def die_before_commit(_: object) -> None:
        die_in_time()

    event.listen(Engine, "before_cursor_execute", die_in_time)
    event.listen(Engine, "commit", die_before_commit)


def _print(row: Mapping[str, object]) -> None:
    # One write, of less than a pipe takes at once: no line is ever cut.
    os.write(1, json.dumps(row).encode() + b"\n")


def _obey(folder: Path, order: Mapping[str, Any]) -> None:
    _print({"event": "began", "process": os.getpid()})
    if order["dies_before"]:
        _die_before(order["dies_before"])
    _review(folder, order)


def _serve(folder: Path) -> None:
    with open_store(folder, FsrsScheduler()):
        pass  # everything is imported now
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _obey(folder, json.loads(line))
            os._exit(0)
        _, status = os.waitpid(process, 0)
        _print({"event": "gone", "exit_code": os.waitstatus_to_exitcode(status)})


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
