"""What the bench of endpointing counts."""

import numpy as np
import pytest
from endpointing_shares import share_intervals, shares

CUT_OFF = np.nan
FIXED = np.array([1.0, 1.0, CUT_OFF, CUT_OFF])
HASTY = np.array([0.25, 0.25, CUT_OFF, CUT_OFF])
PATIENT = np.array([1.0, 1.0, 1.0, CUT_OFF])


def test_ours_is_read_off_at_the_same_delay_and_at_the_same_cut_offs():
    found = shares(FIXED, [HASTY, PATIENT])
    assert found.cut_off == pytest.approx(0.25)
    assert found.of_cut_off == pytest.approx(0.5)
    assert found.delay_seconds == pytest.approx(0.25)
    assert found.of_delay == pytest.approx(0.25)


def test_a_rule_beside_itself_is_no_better_whatever_is_drawn():
    within = share_intervals(["a", "b", "a", "b"], FIXED, [FIXED])
    assert within["of_delay"] == (1.0, 1.0)


def test_all_turns_of_a_recording_are_drawn_together():
    within = share_intervals(["a", "b", "a", "b"], FIXED, [HASTY, PATIENT])
    low, high = within["of_cut_off"]
    assert 0.0 <= low <= 0.5 <= high <= 1.0
