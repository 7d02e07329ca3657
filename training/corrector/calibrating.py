"""How far a tagger's confidence can be believed, learned from sentences that it never saw."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.corrector.corpus import Pair, Words
from training.corrector.labels import word_steps
from tutor.domain.calibration import Calibration, Curve, group_of, logit
from tutor.domain.proposal import Proposal

__all__ = ["Judged", "calibrate", "judged"]

_FEWEST = 25
"""Changes of a group from which it gets a curve of its own."""
_PULL = 4.0
"""How hard a group's curve is held to that of all."""
_ROUNDS = 60
_LONGEST_STEP = 0.5
"""Newton's method leaps too far where the curve is flat."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposed change, and whether a teacher made it too."""

    said: Words
    change: Proposal
    is_right: bool


def judged(pair: Pair, changes: Iterable[Proposal]) -> list[Judged]:
    """The changes of one sentence beside its teachers' corrections."""
    options = [_changes(pair.said, better) for better in pair.better]
    return [
        Judged(
            pair.said,
            change,
            any((change.start, change.end, change.words) in option for option in options),
        )
        for change in changes
    ]


def _changes(said: Words, better: Words) -> set[tuple[int, int, Words]]:
    """Every change of one word or gap, and of two neighbours that changed places."""
    steps = word_steps(said, better)
    found: set[tuple[int, int, Words]] = set()
    for index, put in enumerate(steps.inserted):
        if put:
            found.add((index, index, put))
        if index == len(said):
            break
        became = steps.became[index]
        if became != said[index]:
            found.add((index, index + 1, () if became is None else (became,)))
            if became and steps.inserted[index + 1]:
                found.add((index, index + 1, (became, *steps.inserted[index + 1])))
            if became and put:
                found.add((index, index + 1, (*put, became)))
        swapped = said[index : index + 2][::-1]
        if len(swapped) > 1 and _moved(
            steps.became[index : index + 2], swapped, steps.inserted[index : index + 3]
        ):
            found.add((index, index + 2, swapped))
    return found


def _moved(became: Sequence[str | None], swapped: Words, inserted: Sequence[Words]) -> bool:
    two, one = swapped
    first = became[0] is None and became[1] == two and inserted[2] == (one,)
    return first or (inserted[0] == (two,) and became[0] == one and became[1] is None)


def calibrate(everything: Sequence[Judged]) -> Calibration:
    """A curve for all changes, and one for each group that has enough of them."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in everything:
        groups[group_of(one.said, one.change)].append(one)
    usual = _fit(everything, Curve(1.0, 0.0), pull=0.01)
    return Calibration(
        {
            name: _fit(some, usual, _PULL)
            for name, some in sorted(groups.items())
            if len(some) >= _FEWEST
        },
        usual,
    )


def _fit(some: Sequence[Judged], towards: Curve, pull: float) -> Curve:
    """Newton's method on the logistic loss, with a quadratic pull towards another curve."""
    x = np.array([[logit(one.change.probability), 1.0] for one in some])
    y = np.array([float(one.is_right) for one in some])
    start = np.array([towards.slope, towards.offset])
    weights: NDArray[np.float64] = start.copy()
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (p - y) + pull * (weights - start)
        curvature = (x * (p * (1 - p))[:, None]).T @ x + (pull + 1e-6) * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step * min(1.0, _LONGEST_STEP / max(float(np.linalg.norm(step)), 1e-12))
    return Curve(float(max(weights[0], 0.05)), float(weights[1]))
