"""What ours is of a fixed silence, and how far that would wander with other recordings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["Outcomes", "Shares", "share_intervals", "shares"]

Outcomes: TypeAlias = npt.NDArray[np.float64]
"""For each turn the delay in seconds; nan where it was cut off."""

_DRAWS = 1_000
_SEED = 11
_TAIL = 2.5
"""Per cent on either side: 95 lie between."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Ours beside one fixed silence."""

    cut_off: float
    """Ours at its delay."""
    delay_seconds: float
    """Ours at its cut-offs."""
    of_cut_off: float
    """``cut_off`` as a share of the fixed silence's."""
    of_delay: float


def shares(fixed: Outcomes, ours: Sequence[Outcomes]) -> Shares:
    """Read off the curve that ``ours`` makes, each with another patience; at its ends beyond it."""
    fixed_cut_off, fixed_delay = _point(fixed)
    points = [_point(one) for one in ours]
    cut_off = _at(fixed_delay, [(delay, cut) for cut, delay in points])
    delay = _at(fixed_cut_off, points)
    return Shares(
        cut_off,
        delay,
        cut_off / fixed_cut_off if fixed_cut_off else 1.0,
        delay / fixed_delay,
    )


def share_intervals(
    names: Sequence[str], fixed: Outcomes, ours: Sequence[Outcomes]
) -> Mapping[str, tuple[float, float]]:
    """Where 95 of 100 draws lie, of ``of_cut_off`` and ``of_delay``.

    ``names`` says of which recording each turn is: recordings are drawn, with all of their turns.
    """
    of_name: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        of_name.setdefault(name, []).append(place)
    groups = list(of_name.values())
    chance = np.random.default_rng(_SEED)
    draws = []
    for _ in range(_DRAWS):
        drawn = [groups[number] for number in chance.integers(len(groups), size=len(groups))]
        places = np.array([place for group in drawn for place in group])
        draws.append(shares(fixed[places], [one[places] for one in ours]))
    return {
        name: _middle([getattr(draw, name) for draw in draws])
        for name in ("of_cut_off", "of_delay")
    }


def _middle(values: Sequence[float]) -> tuple[float, float]:
    low, high = np.percentile(values, [_TAIL, 100 - _TAIL])
    return float(low), float(high)


def _point(outcomes: Outcomes) -> tuple[float, float]:
    """The share of turns cut off and the mean delay of the others."""
    is_cut_off = np.isnan(outcomes)
    delay = float(np.mean(outcomes[~is_cut_off])) if not is_cut_off.all() else 0.0
    return float(np.mean(is_cut_off)), delay


def _at(place: float, points: Sequence[tuple[float, float]]) -> float:
    ordered = sorted(points)
    return float(np.interp(place, [x for x, _ in ordered], [y for _, y in ordered]))
