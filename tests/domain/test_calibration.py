"""How far a confidence is believed."""

import math

from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.calibration import Calibration, Curve, group_of, logit
from tutor.domain.proposal import Proposal

SHARES = st.floats(0.001, 0.999)
CURVES = st.builds(Curve, st.floats(0.1, 3.0), st.floats(-3.0, 3.0))


@given(CURVES, SHARES, SHARES)
def test_who_is_surer_is_believed_no_less(curve, one, two):
    low, high = sorted((one, two))
    assert 0 < curve.at(low) <= curve.at(high) < 1


@given(SHARES)
def test_the_plain_curve_believes_what_it_is_told(share):
    assert math.isclose(Curve(1.0, 0.0).at(share), share, rel_tol=1e-9)
    assert math.isfinite(logit(0.0))
    assert math.isfinite(logit(1.0))


def test_changes_are_grouped_by_what_they_do():
    def group(said, tag):
        return group_of(tuple(said.split()), Proposal(0, 1, (), tag, 0.5))

    assert group("yo", "delete") == "pronoun"
    assert group("muy", "delete") == "delete"
    assert group("hablo", "verb:infinitive:none:0") == "infinitive"
    assert group("hablo", "verb:indicative:present:3") == "verb"
    assert group("por", "word:para") == "word"


def test_a_group_without_a_curve_is_believed_as_usual():
    calibration = Calibration({"word": Curve(1.0, 1.0)}, usual=Curve(1.0, -1.0))
    words = ("por",)
    own = calibration.probability(words, Proposal(0, 1, ("para",), "word:para", 0.5))
    usual = calibration.probability(words, Proposal(0, 1, ("x",), "spelling", 0.5))
    assert usual < 0.5 < own
