import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.endpointing import (
    SPREAD,
    Endpoint,
    Endpointer,
    EndpointingSettings,
    Evidence,
    SpeechGate,
    needed_silence,
)

SETTINGS = EndpointingSettings(
    patience_seconds=1.0, draft_seconds=0.2, max_utterance_seconds=10.0, min_speech_seconds=0.1
)
FINISHED = Evidence(completeness=0.98, unfinished=0.05)
OPEN = Evidence(completeness=0.05, unfinished=0.95)
shares = st.floats(0, 1)
perhaps = st.none() | shares
patiences = st.floats(0.2, 5)

stretches = st.lists(st.tuples(st.booleans(), st.integers(1, 120)), max_size=20)
"""Runs of speech or silence, in hundredths of a second."""


def feed(endpointer, seconds, *, is_speech, frame_seconds=0.01, **known):
    answers = [
        endpointer.feed(frame_seconds, is_speech=is_speech, **known)
        for _ in range(round(seconds / frame_seconds))
    ]
    return answers[-1]


def spoken(seconds, **settings):
    endpointer = Endpointer(EndpointingSettings(**settings) if settings else SETTINGS)
    feed(endpointer, seconds, is_speech=True)
    return endpointer


def test_silence_is_waited_through():
    assert feed(Endpointer(SETTINGS), 100, is_speech=False) is Endpoint.WAITING


def test_speech_is_speaking():
    assert feed(Endpointer(SETTINGS), 0.5, is_speech=True) is Endpoint.SPEAKING


def test_a_short_silence_is_a_pause():
    assert feed(spoken(0.5), 0.19, is_speech=False) is Endpoint.PAUSING


def test_a_longer_silence_is_worth_working_ahead():
    assert feed(spoken(0.5), 0.2, is_speech=False) is Endpoint.LINGERING
    assert feed(spoken(0.5), 0.9, is_speech=False) is Endpoint.LINGERING


def test_who_sounds_finished_is_not_waited_for_as_long():
    assert feed(spoken(0.5), 0.6, is_speech=False, evidence=FINISHED) is Endpoint.REACHED
    assert feed(spoken(0.5), 0.6, is_speech=False) is Endpoint.LINGERING


def test_who_sounds_unfinished_is_waited_for_longer():
    assert feed(spoken(0.5), 1.6, is_speech=False, evidence=OPEN) is Endpoint.LINGERING
    assert feed(spoken(0.5), 3.0, is_speech=False, evidence=OPEN) is Endpoint.REACHED


def test_what_is_known_may_come_in_the_middle_of_a_pause():
    endpointer = spoken(0.5)
    assert feed(endpointer, 0.7, is_speech=False) is Endpoint.LINGERING
    assert endpointer.feed(0.01, is_speech=False, evidence=FINISHED) is Endpoint.REACHED


def test_patience_can_be_lengthened_while_the_utterance_lasts():
    endpointer = spoken(0.5)
    feed(endpointer, 0.9, is_speech=False)
    endpointer.patience_seconds = 2.0
    assert feed(endpointer, 1.0, is_speech=False) is Endpoint.LINGERING
    assert feed(endpointer, 0.2, is_speech=False) is Endpoint.REACHED


@given(patiences)
def test_without_anything_known_patience_is_the_silence_that_is_needed(patience):
    assert needed_silence(Evidence(), patience) == pytest.approx(patience)


@given(perhaps, perhaps, patiences)
def test_the_wait_is_bounded_whatever_is_known(completeness, unfinished, patience):
    needed = needed_silence(Evidence(completeness, unfinished), patience)
    assert patience / SPREAD - 1e-9 <= needed <= patience * SPREAD + 1e-9


@given(perhaps, shares, shares, patiences)
def test_words_that_want_more_never_shorten_the_wait(completeness, one, other, patience):
    less, more = sorted((one, other))
    assert needed_silence(Evidence(completeness, less), patience) <= needed_silence(
        Evidence(completeness, more), patience
    )


@given(perhaps, shares, shares, patiences)
def test_a_voice_that_sounds_less_complete_never_shortens_the_wait(
    unfinished, one, other, patience
):
    less, more = sorted((one, other))
    assert needed_silence(Evidence(more, unfinished), patience) <= needed_silence(
        Evidence(less, unfinished), patience
    )


@given(perhaps, perhaps, patiences, patiences)
def test_more_patience_never_shortens_the_wait(completeness, unfinished, one, other):
    less, more = sorted((one, other))
    evidence = Evidence(completeness, unfinished)
    assert needed_silence(evidence, less) <= needed_silence(evidence, more)


def test_silence_after_speech_ends_the_utterance():
    assert feed(spoken(0.5), 1.0, is_speech=False) is Endpoint.REACHED


def test_speech_after_a_pause_continues_the_utterance():
    endpointer = spoken(0.5)
    feed(endpointer, 0.9, is_speech=False)
    assert feed(endpointer, 0.2, is_speech=True) is Endpoint.SPEAKING
    assert feed(endpointer, 0.9, is_speech=False) is Endpoint.LINGERING


def test_a_click_is_not_an_utterance():
    endpointer = spoken(0.05)
    assert feed(endpointer, 5, is_speech=False) is Endpoint.WAITING
    assert endpointer.first_speech_seconds is None


def test_two_clicks_are_not_an_utterance():
    endpointer = spoken(0.06)
    feed(endpointer, 0.01, is_speech=False)
    assert feed(endpointer, 0.06, is_speech=True) is Endpoint.WAITING


def test_speech_without_end_is_ended_at_the_maximum():
    assert feed(spoken(9.5), 0.4, is_speech=True) is Endpoint.SPEAKING
    assert feed(spoken(9.5), 0.5, is_speech=True) is Endpoint.TOO_LONG


def test_waiting_does_not_count_towards_the_maximum():
    endpointer = Endpointer(SETTINGS)
    feed(endpointer, 30, is_speech=False)
    assert feed(endpointer, 9, is_speech=True) is Endpoint.SPEAKING


def test_an_utterance_that_is_over_stays_over():
    endpointer = spoken(0.5)
    feed(endpointer, 1.0, is_speech=False)
    assert feed(endpointer, 1.0, is_speech=True) is Endpoint.REACHED
    assert endpointer.last_speech_seconds == pytest.approx(0.5)


def test_the_speech_is_placed_in_the_sound():
    endpointer = Endpointer(SETTINGS)
    feed(endpointer, 2, is_speech=False)
    feed(endpointer, 3, is_speech=True)
    feed(endpointer, 1, is_speech=False)
    assert endpointer.first_speech_seconds == pytest.approx(2)
    assert endpointer.last_speech_seconds == pytest.approx(5)
    assert endpointer.heard_seconds == pytest.approx(6)


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("patience_seconds", 0),
        ("draft_seconds", 0),
        ("max_utterance_seconds", 0),
        ("min_speech_seconds", -1),
        ("pre_roll_seconds", -1),
    ],
)
def test_settings_without_sense_are_refused(name, seconds):
    with pytest.raises(ValueError, match=name):
        EndpointingSettings(**{name: seconds})


@given(st.floats(0.05, 5), st.integers(1, 200))
def test_nothing_is_ever_reached_before_any_speech(patience, frames):
    endpointer = Endpointer(EndpointingSettings(patience_seconds=patience))
    assert {endpointer.feed(0.03, is_speech=False) for _ in range(frames)} == {Endpoint.WAITING}


@given(
    patience=st.floats(0.1, 3),
    frame=st.floats(0.005, 0.1),
    speech_frames=st.integers(30, 100),
)
def test_the_end_comes_within_patience_and_one_frame(patience, frame, speech_frames):
    endpointer = Endpointer(EndpointingSettings(patience_seconds=patience))
    for _ in range(speech_frames):
        endpointer.feed(frame, is_speech=True)
    silent_seconds = 0.0
    while endpointer.feed(frame, is_speech=False) is not Endpoint.REACHED:
        silent_seconds += frame
        assert silent_seconds < patience
    assert silent_seconds + frame <= patience + frame


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 90)), min_size=1, max_size=30))
def test_silence_shorter_than_patience_never_ends_an_utterance(turns):
    endpointer = spoken(0.2, patience_seconds=1.0, max_utterance_seconds=1e6)
    for speech_hundredths, silence_hundredths in turns:
        for _ in range(speech_hundredths):
            assert endpointer.feed(0.01, is_speech=True) is Endpoint.SPEAKING
        for _ in range(silence_hundredths):
            answer = endpointer.feed(0.01, is_speech=False)
            assert answer in (Endpoint.PAUSING, Endpoint.LINGERING)


@given(stretches, st.integers(1, 10))
def test_the_size_of_the_frames_changes_nothing(stretches, parts):
    whole = Endpointer(SETTINGS)
    split = Endpointer(SETTINGS)
    for is_speech, hundredths in stretches:
        for _ in range(hundredths):
            coarse = whole.feed(0.01, is_speech=is_speech)
            fine = [split.feed(0.01 / parts, is_speech=is_speech) for _ in range(parts)][-1]
            assert coarse is fine
    assert whole.first_speech_seconds == pytest.approx(split.first_speech_seconds)
    assert whole.last_speech_seconds == pytest.approx(split.last_speech_seconds)


@given(stretches)
def test_no_utterance_is_longer_than_the_maximum_and_one_frame(stretches):
    endpointer = Endpointer(EndpointingSettings(max_utterance_seconds=2.0))
    for is_speech, hundredths in stretches:
        for _ in range(hundredths):
            if endpointer.feed(0.01, is_speech=is_speech).is_over:
                break
    if endpointer.first_speech_seconds is not None:
        lasted = endpointer.last_speech_seconds - endpointer.first_speech_seconds
        assert 0 <= lasted <= 2.0 + 0.01 + 1e-6


def test_a_gate_opens_high_and_closes_low():
    gate = SpeechGate(start=0.5, stop=0.35)
    probabilities = [0.4, 0.5, 0.4, 0.35, 0.34, 0.4]
    assert [gate.is_speech(probability) for probability in probabilities] == [
        False, True, True, True, False, False,
    ]  # fmt: skip


@given(st.lists(st.floats(0, 1)))
def test_a_gate_of_one_threshold_has_no_memory(probabilities):
    gate = SpeechGate(start=0.5, stop=0.5)
    assert [gate.is_speech(p) for p in probabilities] == [p >= 0.5 for p in probabilities]


def test_a_gate_that_closes_above_its_opening_is_refused():
    with pytest.raises(ValueError, match="stop <= start"):
        SpeechGate(start=0.3, stop=0.5)
