import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.interrupting import (
    InterruptingSettings,
    InterruptionJudge,
    Reaction,
    said_part,
)

SETTINGS = InterruptingSettings(hush_seconds=0.06, floor_seconds=0.6, settle_seconds=0.4)
FRAME = 0.032


def reactions(*stretches):
    """What comes of stretches of (speech or not, frames)."""
    judge = InterruptionJudge(SETTINGS)
    return [
        judge.feed(FRAME, is_speech=is_speech)
        for is_speech, count in stretches
        for _ in range(count)
    ]


def test_silence_leaves_the_tutor_the_floor():
    assert set(reactions((False, 500))) == {Reaction.QUIET}


def test_two_frames_of_speech_silence_the_tutor():
    assert reactions((False, 10), (True, 2))[-2:] == [Reaction.QUIET, Reaction.HUSH]


def test_a_click_does_not_silence_the_tutor():
    assert set(reactions(*[(True, 1), (False, 1)] * 50)) == {Reaction.QUIET}


def test_after_a_cough_the_tutor_goes_on():
    heard = reactions((True, 10), (False, 13))
    assert heard[-1] is Reaction.GO_ON
    assert Reaction.INTERRUPTED not in heard


def test_somebody_who_speaks_on_takes_the_floor_and_keeps_it():
    heard = reactions((True, 19), (False, 100))
    assert heard[18:] == [Reaction.INTERRUPTED] * 101


def test_a_breath_between_two_words_is_not_the_end_of_them():
    assert reactions((True, 10), (False, 8), (True, 9))[-1] is Reaction.INTERRUPTED


def test_after_a_cough_the_next_one_is_a_new_one():
    cough = [(True, 10), (False, 20)]
    assert reactions(*cough * 5).count(Reaction.GO_ON) == 5


heard_frames = st.lists(st.booleans(), max_size=300)


@given(heard_frames)
def test_the_tutor_goes_on_only_after_it_was_hushed(frames):
    judge = InterruptionJudge(SETTINGS)
    before = Reaction.QUIET
    for is_speech in frames:
        now = judge.feed(FRAME, is_speech=is_speech)
        if now is Reaction.GO_ON:
            assert before is Reaction.HUSH
        if before is Reaction.HUSH:
            assert now is not Reaction.QUIET
        if now in {Reaction.HUSH, Reaction.GO_ON} and before is Reaction.QUIET:
            assert now is Reaction.HUSH
        before = now


@given(heard_frames)
def test_the_floor_is_never_taken_by_less_speech_than_it_needs(frames):
    judge = InterruptionJudge(SETTINGS)
    for number, is_speech in enumerate(frames, start=1):
        if judge.feed(FRAME, is_speech=is_speech) is Reaction.INTERRUPTED:
            assert sum(frames[:number]) * FRAME >= SETTINGS.floor_seconds - 1e-6
            return


@given(heard_frames)
def test_silence_always_gives_the_floor_back_to_one_of_the_two(frames):
    judge = InterruptionJudge(SETTINGS)
    for is_speech in frames:
        judge.feed(FRAME, is_speech=is_speech)
    last = [judge.feed(FRAME, is_speech=False) for _ in range(20)][-1]
    assert last in {Reaction.QUIET, Reaction.INTERRUPTED}


@given(heard_frames, st.integers(19, 60))
def test_long_speech_always_takes_the_floor(frames, count):
    judge = InterruptionJudge(SETTINGS)
    for is_speech in frames:
        judge.feed(FRAME, is_speech=is_speech)
    assert [judge.feed(FRAME, is_speech=True) for _ in range(count)][-1] is Reaction.INTERRUPTED


@pytest.mark.parametrize(
    "wrong", [{"hush_seconds": 0}, {"settle_seconds": -1}, {"floor_seconds": 0.01}]
)
def test_settings_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match="must"):
        InterruptingSettings(**wrong)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, ""),
        (0.1, ""),
        (0.45, "Se dice…"),
        (0.7, "Se dice, hoy…"),
        (1.0, "Se dice, hoy estoy."),
        (3.0, "Se dice, hoy estoy."),
    ],
)
def test_what_was_said_is_told_in_whole_words(share, said):
    assert said_part("Se dice, hoy estoy.", share) == said


@given(st.text(), st.floats(0, 1), st.floats(0, 1))
def test_more_time_never_means_fewer_words(text, one, other):
    less, more = sorted((one, other))
    assert len(said_part(text, less).split()) <= len(said_part(text, more).split())


@given(st.text(min_size=1))
def test_all_of_the_time_means_the_line_as_it_stands(text):
    assert said_part(text, 1.0) == text
