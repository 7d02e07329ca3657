import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon
from tutor.domain.lesson import Level
from tutor.domain.level_evidence import LevelEvidence, Move, Reason, evidence_of, proposed_level
from tutor.domain.transcript import typed_transcript

GOOD_A2 = LevelEvidence(200, 120.0, 4, 20, (40, 15, 9, 3))
POOR_B1 = LevelEvidence(100, 150.0, 20, 25, (40, 8, 1, 0))
TYPICAL_A2 = LevelEvidence(150, 150.0, 15, 25, (40, 15, 4, 1))
SHORT = LevelEvidence(20, 10.0, 0, 2, (10, 2, 0, 0))


def test_too_few_sessions_say_nothing():
    proposal = proposed_level(Level.A2, [GOOD_A2, GOOD_A2, SHORT, SHORT])
    assert (proposal.move, proposal.to, proposal.sessions) == (Move.UNKNOWN, Level.A2, 2)


def test_several_good_sessions_speak_for_moving_up_with_their_reasons():
    proposal = proposed_level(Level.A2, [GOOD_A2] * 4)
    assert (proposal.move, proposal.to, proposal.sessions) == (Move.UP, Level.B1, 3)
    assert [reason for reason, *_ in proposal.means] == list(Reason)


def test_several_sessions_that_are_too_hard_speak_for_moving_down():
    proposal = proposed_level(Level.B1, [POOR_B1] * 3)
    assert (proposal.move, proposal.to) == (Move.DOWN, Level.A2)


def test_typical_sessions_speak_for_staying():
    assert proposed_level(Level.A2, [TYPICAL_A2] * 3).move is Move.STAY


def test_who_dares_little_and_so_makes_few_mistakes_does_not_move_up():
    timid = LevelEvidence(80, 100.0, 0, 30, (30, 5, 0, 0))
    assert proposed_level(Level.A2, [timid] * 3).move is Move.STAY


def test_who_types_is_judged_without_a_pace():
    typed = LevelEvidence(200, 0.0, 4, 20, (40, 15, 9, 3))
    proposal = proposed_level(Level.A2, [typed] * 3)
    assert proposal.move is Move.UP
    assert Reason.PACE not in [reason for reason, *_ in proposal.means]


@pytest.mark.parametrize(("level", "evidence"), [(Level.B2, GOOD_A2), (Level.A1, POOR_B1)])
def test_there_is_no_level_beyond_the_last(level, evidence):
    move = proposed_level(level, [evidence] * 3).move
    assert move is not (Move.UP if level is Level.B2 else Move.DOWN)


def test_evidence_counts_words_sentences_mistakes_and_the_time_spoken():
    turns = [(typed_transcript("Vivo en Leeds. Tengo dos hijas."), 1), (typed_transcript("Sí."), 0)]
    evidence = evidence_of(turns, 12.0, FakeLexicon().facts)
    assert (evidence.words, evidence.sentences, evidence.mistakes) == (7, 3, 1)
    assert evidence.words_per_minute == 35.0
    assert evidence.mistakes_per_100_words == pytest.approx(14.29, abs=0.01)


numbers = st.builds(
    LevelEvidence,
    words=st.integers(0, 500),
    speech_seconds=st.floats(0, 600),
    mistakes=st.integers(0, 100),
    sentences=st.integers(0, 100),
    lemmas_by_band=st.tuples(*[st.integers(0, 99)] * 4),
)


@given(st.sampled_from(Level), st.lists(numbers, max_size=6))
def test_a_move_is_of_one_level_and_only_with_evidence(level, sessions):
    proposal = proposed_level(level, sessions)
    distance = list(Level).index(proposal.to) - list(Level).index(level)
    assert distance == {Move.UP: 1, Move.DOWN: -1}.get(proposal.move, 0)
    assert (proposal.move is Move.UNKNOWN) is (proposal.sessions < 3)
