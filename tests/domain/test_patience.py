import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.lesson import Level
from tutor.domain.patience import Patience

pauses = st.lists(st.floats(0, 60), max_size=40)


def after(pauses, patience):
    for seconds in pauses:
        patience = patience.after_pause(seconds)
    return patience


def test_beginners_are_waited_for_longest():
    waits = [Patience.of(level).seconds for level in Level]
    assert waits == sorted(waits, reverse=True)
    assert len(set(waits)) == len(waits)


def test_who_pauses_long_is_soon_waited_for_longer():
    patience = Patience(1.0)
    assert after([1.5, 1.5], patience).seconds > 1.3


def test_one_short_pause_hardly_changes_anything():
    assert Patience(1.0).after_pause(0.3).seconds == pytest.approx(1.0, abs=0.02)


def test_who_never_pauses_long_is_at_last_waited_for_less():
    assert after([0.3] * 40, Patience(1.0)).seconds == pytest.approx(0.8, abs=0.03)


@given(pauses)
def test_what_is_learned_is_bounded(pauses):
    assert 0.8 <= after(pauses, Patience(1.0)).seconds <= 2.0


@given(pauses, st.floats(0, 5), st.floats(0, 5))
def test_a_longer_pause_never_makes_less_patient_than_a_shorter_one(pauses, one, other):
    patience = after(pauses, Patience(1.2))
    shorter, longer = sorted((one, other))
    assert patience.after_pause(shorter).seconds <= patience.after_pause(longer).seconds


def test_who_asks_for_time_gets_more_than_twice_as_much_in_this_turn():
    asked = Patience(1.0).stretched()
    assert asked.seconds > 2.0
    assert asked.stretched() == asked


def test_after_that_turn_a_little_of_it_stays():
    assert 1.0 < Patience(1.0).stretched().after_turn().seconds < 1.2


def test_a_turn_without_a_request_changes_nothing():
    assert Patience(1.0).after_turn() == Patience(1.0)


def test_no_patience_at_all_is_refused():
    with pytest.raises(ValueError, match="base_seconds"):
        Patience(0)
