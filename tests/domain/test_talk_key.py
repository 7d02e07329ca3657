from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.talk_key import REPEAT_SECONDS, Talk, TalkKeyJudge

SPACE, ENTER = ord(" "), ord("\r")
LATER = 100.0


def talk_after(*taps, key=SPACE, until=None):
    """Whether the learner talks after these moments of typing, and some time."""
    judge = TalkKeyJudge()
    for at in taps:
        judge.typed(key, at)
    if until is not None:
        judge.wait(until)
    return judge.talk


def held(since, seconds, *, first=0.5, every=0.033):
    """When a key types that is held so long."""
    moments = [since]
    moment = since + first
    while moment < since + seconds:
        moments.append(moment)
        moment += every
    return moments


def test_a_tap_begins_and_the_next_one_ends():
    assert talk_after(1.0, until=LATER) is Talk.ON
    assert talk_after(1.0, 4.0) is Talk.OVER


def test_a_held_key_talks_until_it_is_let_go_of():
    moments = held(1.0, 3.0)
    assert talk_after(*moments) is Talk.ON
    assert talk_after(*moments, until=moments[-1] + REPEAT_SECONDS) is Talk.OVER


def test_the_late_first_repeat_of_a_held_key_does_not_end_the_talk():
    assert talk_after(1.0, 1.5) is Talk.ON
    assert talk_after(1.0, 1.66, 1.7) is Talk.ON


def test_a_second_tap_soon_after_the_first_ends_the_talk_a_little_later():
    assert talk_after(1.0, 1.5, until=1.5 + REPEAT_SECONDS) is Talk.OVER


def test_holding_the_key_that_ends_the_talk_does_not_begin_another():
    moments = held(5.0, 2.0)
    assert talk_after(1.0, *moments) is Talk.OVER
    assert talk_after(1.0, *moments, until=LATER) is Talk.OVER
    assert talk_after(1.0, *moments, LATER) is Talk.ON


def test_after_a_key_was_held_a_tap_begins_again_at_once():
    moments = held(1.0, 3.0)
    assert talk_after(*moments, moments[-1] + REPEAT_SECONDS + 0.01) is Talk.ON


def test_another_key_is_never_a_repeat():
    judge = TalkKeyJudge()
    assert judge.typed(SPACE, 1.0) is Talk.ON
    assert judge.typed(ENTER, 1.0) is Talk.OVER
    assert judge.typed(SPACE, 1.0) is Talk.ON


def test_repeats_that_come_all_at_once_are_a_held_key():
    assert talk_after(1.0, 2.0, 2.0, 2.0, 2.0, until=LATER) is Talk.OVER
    assert talk_after(1.0, 1.4, 1.4, 1.4, 1.6) is Talk.ON


@given(
    since=st.floats(0, 100),
    seconds=st.floats(0.9, 20),
    first=st.floats(0.2, 0.7),
    every=st.floats(0.02, 0.2),
)
def test_any_keyboard_that_is_held_makes_one_talk(since, seconds, first, every):
    judge = TalkKeyJudge()
    moments = held(since, seconds, first=first, every=every)
    assert {judge.typed(SPACE, at) for at in moments} == {Talk.ON}
    if len(moments) > 2:
        assert judge.deadline is not None
        assert judge.wait(judge.deadline) is Talk.OVER


@given(st.lists(st.floats(0.81, 10), min_size=1, max_size=20))
def test_slow_taps_take_turns_at_beginning_and_ending(gaps):
    judge = TalkKeyJudge()
    at = 0.0
    for number, gap in enumerate(gaps):
        at += gap
        assert judge.typed(SPACE, at) is (Talk.OVER if number % 2 else Talk.ON)


@given(st.lists(st.tuples(st.floats(0, 2), st.sampled_from([SPACE, ENTER])), max_size=40))
def test_whatever_is_typed_something_is_known_once_nothing_is(typed):
    judge = TalkKeyJudge()
    at = 0.0
    for gap, key in typed:
        at += gap
        judge.typed(key, at)
    judge.wait(at + REPEAT_SECONDS + 0.01)
    assert judge.deadline is None
