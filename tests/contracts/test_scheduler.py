"""What every Scheduler does, and the days that FSRS gives."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.fakes import FakeScheduler
from tests.records import AT
from tutor.adapters.srs.fsrs import FsrsScheduler
from tutor.domain.schedule import Phase, Rating, Schedule, new_schedule
from tutor.ports import Scheduler

SCHEDULERS: dict[str, Callable[[], Scheduler]] = {
    "fake": FakeScheduler,
    "fsrs": FsrsScheduler,
    "fsrs without steps": lambda: FsrsScheduler(0.9, (), ()),
    "fsrs with many steps": lambda: FsrsScheduler(0.8, (60, 300, 3600), (60, 600)),
}
RATINGS = {"a": Rating.AGAIN, "h": Rating.HARD, "g": Rating.GOOD, "e": Rating.EASY}
MINUTE, DAY = 60, 86400


@pytest.fixture(params=SCHEDULERS)
def scheduler(request):
    return SCHEDULERS[request.param]()


def course(scheduler, ratings):
    """The schedules after each answer, given whenever the last one was due."""
    schedule = new_schedule(AT)
    for letter in ratings:
        schedule = scheduler.review(schedule, RATINGS[letter], schedule.due)
        yield schedule


def intervals(scheduler, ratings):
    """Seconds from each answer to the next."""
    return [
        (schedule.due - schedule.last_review).total_seconds()
        for schedule in course(scheduler, ratings)
    ]


# Every scheduler


def test_a_new_card_is_being_learned_after_it_was_not_known(scheduler):
    schedule = scheduler.review(new_schedule(AT), Rating.AGAIN, AT)
    assert schedule.phase is not Phase.NEW
    assert schedule.due > AT


def test_what_is_known_again_and_again_is_asked_ever_more_rarely(scheduler):
    for letters in ("ggggggg", "eeee"):
        learned = [s for s in course(scheduler, letters) if s.phase is Phase.REVIEW]
        waits = [schedule.due - schedule.last_review for schedule in learned]
        assert waits == sorted(set(waits))


@pytest.mark.parametrize("name", SCHEDULERS)
@given(strategies.schedules, strategies.moments)
def test_the_better_the_answer_the_later_it_is_asked(name, schedule, now):
    scheduler = SCHEDULERS[name]()
    dues = [scheduler.review(schedule, rating, now).due for rating in Rating]
    if schedule.phase is Phase.REVIEW:  # with steps *hard* may come before *good* by minutes
        assert dues == sorted(dues)
    assert dues[0] <= min(dues[2:])


@pytest.mark.parametrize("name", SCHEDULERS)
@given(strategies.schedules, st.sampled_from(Rating), strategies.moments)
def test_any_answer_gives_one_sound_schedule(name, schedule, rating, now):
    scheduler = SCHEDULERS[name]()
    after = scheduler.review(schedule, rating, now)
    assert after == scheduler.review(schedule, rating, now)
    assert after.last_review is not None
    assert after.due > after.last_review
    assert after.due.utcoffset() == timedelta(0)
    assert after.phase is not Phase.NEW
    assert (after.step is None) == (after.phase is Phase.REVIEW)
    assert after.stability is not None
    assert after.stability > 0
    assert after.difficulty is not None
    assert 1 <= after.difficulty <= 10


@given(st.text(alphabet="ahge", max_size=30))
def test_a_thousand_years_of_answers_stay_within_the_calendar(letters):
    for schedule in course(FsrsScheduler(), letters):
        assert schedule.due < datetime(9999, 1, 1, tzinfo=UTC)


# The days that FSRS gives, written down from py-fsrs 6.3 with its default parameters


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ("ggggggg", [10 * MINUTE, 2, 11, 46, 163, 498, 1348]),
        ("aaggggg", [MINUTE, MINUTE, 10 * MINUTE, 1, 1, 2, 4]),
        ("hhhhh", [330, 330, 330, 330, 330]),
        ("eeeee", [8, 66, 397, 1875, 7265]),
        ("ggggaggg", [10 * MINUTE, 2, 11, 46, 10 * MINUTE, 3, 8, 19]),
        ("gghgeaahg", [600, 2, 8, 26, 122, 600, 600, 900, 1]),
        ("ggaag", [600, 2, 600, 600, 1]),
        ("hggh", [330, 600, 1, 3]),
        ("ag", [MINUTE, 10 * MINUTE]),
    ],
)
def test_an_answer_moves_the_day_as_fsrs_says(ratings, expected):
    given_intervals = intervals(FsrsScheduler(), ratings)
    phases = [schedule.phase for schedule in course(FsrsScheduler(), ratings)]
    # Learned is written in days, the steps of learning in seconds.
    assert given_intervals == [
        number * DAY if phase is Phase.REVIEW else number
        for number, phase in zip(expected, phases, strict=True)
    ]


def test_the_memory_behind_the_days_is_that_of_fsrs():
    *_, schedule = course(FsrsScheduler(), "ggggag")
    reviewed_at = AT + timedelta(days=2 + 11 + 46, minutes=20)
    assert schedule.stability == pytest.approx(2.9338, abs=1e-4)
    assert schedule.difficulty == pytest.approx(7.3756, abs=1e-4)
    assert (schedule.last_review, schedule.due) == (reviewed_at, reviewed_at + timedelta(days=3))
    assert (schedule.phase, schedule.step) == (Phase.REVIEW, None)


@pytest.mark.parametrize(
    ("retention", "expected"), [(0.8, [600, 8, 76]), (0.9, [600, 2, 11]), (0.95, [600, 1, 3])]
)
def test_wanting_to_remember_more_means_asking_sooner(retention, expected):
    seconds = intervals(FsrsScheduler(retention), "ggg")
    assert [seconds[0], *(wait / DAY for wait in seconds[1:])] == expected


def test_the_steps_of_learning_are_those_that_were_given():
    scheduler = FsrsScheduler(0.9, (30, 90, 1800), (120,))
    assert intervals(scheduler, "gggga") == [90, 1800, 2 * DAY, 11 * DAY, 120]
    assert intervals(FsrsScheduler(0.9, (), ()), "ga") == [2 * DAY, DAY]


def test_answering_late_counts_as_knowing_it_better():
    *_, learned = course(FsrsScheduler(), "ggg")
    on_time = FsrsScheduler().review(learned, Rating.GOOD, learned.due)
    late = FsrsScheduler().review(learned, Rating.GOOD, learned.due + timedelta(days=30))
    assert (late.stability or 0) > (on_time.stability or 0)


def test_a_learned_card_without_a_memory_is_taken_as_new():
    bare = Schedule(due=AT, phase=Phase.REVIEW)
    assert FsrsScheduler().review(bare, Rating.GOOD, AT) == FsrsScheduler().review(
        new_schedule(AT), Rating.GOOD, AT
    )


def test_a_moment_in_another_zone_is_the_same_moment():
    abroad = AT.astimezone(datetime.now(UTC).astimezone().tzinfo)
    assert FsrsScheduler().review(new_schedule(AT), Rating.GOOD, abroad) == FsrsScheduler().review(
        new_schedule(AT), Rating.GOOD, AT
    )


def test_scheduling_never_waits():
    scheduler, schedule = FsrsScheduler(), new_schedule(AT)
    started = time.thread_time(), time.monotonic()
    for number in range(1000):
        scheduler.review(replace(schedule, due=AT + timedelta(number)), Rating.GOOD, AT)
    worked, passed = time.thread_time() - started[0], time.monotonic() - started[1]
    assert passed < 1.0 or passed < 10 * worked
