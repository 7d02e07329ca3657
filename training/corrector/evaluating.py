"""What a tagger's changes are worth against the teachers', at several thresholds."""

import sys
from collections.abc import Sequence
from pathlib import Path

from training.corrector.corpus import Pair
from tutor.domain.calibration import Calibration
from tutor.domain.proposal import Proposal, applied, compatible

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from gec_scoring import Score, Sentence, score  # bench/ is no package

__all__ = ["table"]

_THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


def table(
    pairs: Sequence[Pair], proposed: Sequence[Sequence[Proposal]], calibration: Calibration
) -> str:
    """A line for each threshold: all changes, then those that can be heard."""
    head = f"{'':>9} {'precision':>9} {'recall':>7} {'F0.5':>6} {'altered':>8}"
    lines = [head + "   | audible" + head[9:]]
    for least in _THRESHOLDS:
        corrected = {
            pair.id: better
            for pair, changes in zip(pairs, proposed, strict=True)
            if (better := _corrected(pair, changes, calibration, least))
        }
        sentences = [Sentence(pair.id, pair.text, pair.references) for pair in pairs]
        scores = (score(sentences, corrected, audible=audible) for audible in (False, True))
        lines.append(f"{least:9.2f} " + "   |         ".join(map(_figures, scores)))
    return "\n".join(lines)


def _corrected(
    pair: Pair, changes: Sequence[Proposal], calibration: Calibration, least: float
) -> str:
    """The sentence with the changes that are likely enough; empty where there are none."""
    told = compatible(changes, lambda one: calibration.probability(pair.said, one) >= least)
    return " ".join(applied(pair.said, told)) if told else ""


def _figures(result: Score) -> str:
    return (
        f"{result.precision:9.3f} {result.recall:7.3f} {result.f_half:6.3f} {result.altered:8.3f}"
    )
