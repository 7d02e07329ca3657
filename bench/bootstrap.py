"""How far a figure would wander if other sentences had been drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from gec_scoring import Score

__all__ = ["Interval", "intervals"]

_DRAWS = 1_000
_SEED = 11
_TAIL = 2.5
"""Per cent on either side: 95 lie between."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95 of 100 draws lie."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.low:.3f}-{self.high:.3f}"


def intervals(outcomes: Sequence[Score]) -> dict[str, Interval]:
    """Of ``precision``, ``recall``, ``f_half`` and ``altered``, from each sentence's own score."""
    table = np.array(
        [
            (one.right, one.wrong, one.missed, one.faultless, one.altered_faultless)
            for one in outcomes
        ]
    )
    chance = np.random.default_rng(_SEED)
    draws = [
        Score(*map(int, table[chance.integers(len(table), size=len(table))].sum(axis=0)))
        for _ in range(_DRAWS)
    ]
    return {
        name: Interval(*np.percentile([getattr(one, name) for one in draws], [_TAIL, 100 - _TAIL]))
        for name in ("precision", "recall", "f_half", "altered")
    }
