import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.struggling import Going, TurnSigns, Verdict, is_lost

WELL = TurnSigns(words=8)


def verdict_after(*turns, going=None):
    going = going or Going()
    for turn in turns:
        going = going.after(turn)
    return going.verdict


@pytest.mark.parametrize(
    "said",
    [
        "No entiendo.", "no sé", "No sé qué decir.", "I don't understand.", "No te entiendo",
        "Es muy difícil para mí.", "Hablas muy rápido.", "I don't know", "No lo sé.",
    ],
)  # fmt: skip
def test_a_learner_who_is_lost_says_so_in_many_words(said):
    assert is_lost(said)


@pytest.mark.parametrize(
    "said",
    [
        "No sé nadar.", "No sé si voy a ir.", "Entiendo todo.", "Mi hijo no sabe leer.",
        "Conduce muy rápido por la ciudad.", "Es difícil aparcar aquí.",
    ],
)  # fmt: skip
def test_other_sentences_with_those_words_do_not(said):
    assert not is_lost(said)


def test_who_speaks_well_is_left_alone():
    assert verdict_after(*[WELL] * 10) is Verdict.FINE


def test_who_says_they_are_lost_is_helped_at_once_and_then_the_subject_changes():
    lost = TurnSigns(words=2, is_lost=True)
    assert verdict_after(lost) is Verdict.SLOW_DOWN
    assert verdict_after(lost, going=Going().helped()) is Verdict.CHANGE_SUBJECT


def test_trouble_has_to_add_up_over_some_turns():
    hard = TurnSigns(words=6, mistakes=3, doubts=1)
    assert verdict_after(hard) is Verdict.FINE
    assert verdict_after(hard, hard) is Verdict.SLOW_DOWN
    assert verdict_after(hard, WELL, WELL, WELL, hard) is Verdict.FINE


@pytest.mark.parametrize(
    "turn",
    [
        TurnSigns(words=2, silence_seconds=20.0),
        TurnSigns(words=5, mistakes=3, is_english=True),
        TurnSigns(words=1, is_english=True),
    ],
)
def test_silence_english_and_mistakes_all_count(turn):
    assert verdict_after(turn, turn) is Verdict.SLOW_DOWN or turn.weight < 1.5
    assert verdict_after(turn, turn, turn) is Verdict.SLOW_DOWN


signs = st.builds(
    TurnSigns,
    words=st.integers(0, 30),
    mistakes=st.integers(0, 10),
    doubts=st.integers(0, 3),
    silence_seconds=st.floats(0, 60),
    is_lost=st.booleans(),
    is_english=st.booleans(),
)


@given(st.lists(signs, max_size=8), signs)
def test_more_trouble_never_makes_it_fine(turns, turn):
    before = verdict_after(*turns, turn)
    worse = TurnSigns(turn.words, turn.mistakes + 30, turn.doubts + 1, 60.0, turn.is_lost, True)
    if before is not Verdict.FINE:
        assert verdict_after(*turns, worse) is not Verdict.FINE
