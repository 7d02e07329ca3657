"""From a tagger's confidence to the share of such changes that teachers made too."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from tutor.domain.edit_tags import DELETE
from tutor.domain.proposal import Proposal
from tutor.domain.spanish_words import SUBJECT_PRONOUNS

__all__ = ["Calibration", "Curve", "group_of", "logit"]

_NEAREST = 1e-6
"""Confidences closer to 0 or 1 are taken for this close."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over the logit of a confidence."""

    slope: float
    offset: float

    def at(self, confidence: float) -> float:
        """The probability for a confidence, 0 to 1."""
        return 1 / (1 + math.exp(-(self.slope * logit(confidence) + self.offset)))


@dataclass(frozen=True, slots=True)
class Calibration:
    """A curve for each group of changes; see ``group_of``."""

    curves: Mapping[str, Curve]
    usual: Curve
    """For groups without one."""

    def probability(self, said: tuple[str, ...], change: Proposal) -> float:
        """How likely a teacher would make this change of a sentence's words too."""
        curve = self.curves.get(group_of(said, change), self.usual)
        return curve.at(change.probability)


def logit(share: float) -> float:
    """The logarithm of the odds."""
    inside = min(max(share, _NEAREST), 1 - _NEAREST)
    return math.log(inside / (1 - inside))


def group_of(said: tuple[str, ...], change: Proposal) -> str:
    """What changes of one sort have in common: their tag's name, with two exceptions."""
    name, _, _ = change.tag.partition(":")
    if name == DELETE and said[change.start] in SUBJECT_PRONOUNS:
        return "pronoun"
    if name == "verb" and ":infinitive" in change.tag:
        return "infinitive"
    return name
