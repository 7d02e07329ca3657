"""Looks for weights of the endpointing decision on the tuning half of what was heard.

``python bench/endpointing.py --half tuning --facts FILE`` hears it, this reads the file: a random
walk over the weights towards the fewest turns cut off and the least delay, beside fixed silences.
It prints the weights, rounded by hand into ``tutor/domain/endpointing.py`` (the judge, both shares)
and ``tutor/domain/unfinished.py`` (word and mark), and what they give, on the judging half too.
"""

import argparse
import math
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from json_lines import rows_of

from tutor.domain.endpointing import LONGEST_SECONDS
from tutor.domain.unfinished import odds_of_end, words_of

__all__ = ["main"]

Vector: TypeAlias = npt.NDArray[np.float64]

_FRAME_SECONDS = 0.032
_JUDGED_SECONDS, _WORDED_SECONDS = 0.284, 0.624
_FIXED_SECONDS = (0.5, 0.8, 1.2, 2.0)
_IMPORTANCE = (0.5, 1.0, 1.0, 1.0)
_GOOD_ENOUGH = 0.3
_START = (0.6, 1.5, 0.6, 0.8, 0.0, 0.9, 0.9)
_STEPS = np.array([0.15, 0.4, 0.15, 0.25, 0.3, 0.2, 0.2])
_LOWEST = np.array([0.0, -9.0, 0.0, 0.0, -9.0, 0.2, 0.2])
_HIGHEST = np.array([9.0, 9.0, 9.0, 9.0, 9.0, 2.5, 2.0])
_HALF = 0.5
_NAMES = ("judge", "judge neutral", "word", "mark", "words neutral", "log least", "log most")


@dataclass(frozen=True, slots=True)
class Pauses:
    """All pauses of some turns, a row each."""

    turns: int
    turn: npt.NDArray[np.int64]
    is_end: npt.NDArray[np.bool_]
    seconds: Vector
    judge: Vector
    word: Vector
    mark: Vector
    """1 for a full stop, -1 for none, 0 for no words."""


def main() -> int:
    """Print the weights and what they give."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("facts", type=Path)
    parser.add_argument("--steps", type=int, default=400)
    options = parser.parse_args()
    rows = rows_of(options.facts)
    halves = [[r for r in rows if zlib.crc32(r["name"].encode()) % 2 == half] for half in (0, 1)]
    tuning, judging = (_pauses(half) for half in halves)
    weights = _walk(tuning, options.steps)
    print(", ".join(f"{n} {w:.2f}" for n, w in zip(_NAMES, weights, strict=True)))
    for name, pauses in (("tuning", tuning), ("judging", judging)):
        if pauses.turns:
            shares = _shares(pauses, weights.tolist())
            print(name, pauses.turns, "; ".join(f"{c:.2f} {d:.2f}" for c, d in shares))
    return 0


def _pauses(rows: Sequence[dict[str, Any]]) -> Pauses:
    table = []
    for number, row in enumerate(rows):
        for at, pause in enumerate(row["pauses"]):
            text = (pause["text"] or "").rstrip()
            words = words_of(text)
            word = max(-6.0, min(4.0, odds_of_end(words))) if words else 0.0
            mark = (1.0 if text.endswith((".", "?", "!")) else -1.0) if words else 0.0
            is_end = at == len(row["pauses"]) - 1
            judged = _log_odds(pause["completeness"])
            table.append((number, is_end, pause["frames"] * _FRAME_SECONDS, judged, word, mark))
    columns = np.array(table, dtype=np.float64).reshape(-1, 6).T
    return Pauses(len(rows), columns[0].astype(np.int64), columns[1] == 1, *columns[2:])


def _log_odds(probability: float) -> float:
    bounded = min(0.98, max(0.02, probability))
    return math.log(bounded / (1 - bounded))


def _reached(pauses: Pauses, weights: Sequence[float], patience: float) -> Vector:
    """When each pause would end its turn, if it lasted so long."""
    judge, judge_neutral, word, mark, neutral, least, most = weights
    heard = judge * (judge_neutral - pauses.judge)
    read = np.where(pauses.mark == 0, 0.0, neutral - word * pauses.word - mark * pauses.mark)

    def needed(odds: Vector) -> Vector:
        lean = np.tanh(odds / 2)
        seconds: Vector = patience * np.exp(np.where(lean < 0, least, most) * lean)
        bounded: Vector = np.minimum(seconds, max(patience, LONGEST_SECONDS))
        return bounded

    early, late = needed(heard), needed(heard + read)
    reached = np.where(
        early < _WORDED_SECONDS,
        np.maximum(early, _JUDGED_SECONDS),
        np.maximum(late, _WORDED_SECONDS),
    )
    if patience < _JUDGED_SECONDS:
        reached = np.full_like(reached, patience)
    frames: Vector = np.ceil(reached / _FRAME_SECONDS - 1e-6) * _FRAME_SECONDS
    return frames


def _point(pauses: Pauses, weights: Sequence[float], patience: float) -> tuple[float, float]:
    """The share of turns cut off, and the mean delay of the others."""
    reached = _reached(pauses, weights, patience)
    is_cut = np.zeros(pauses.turns, dtype=bool)
    is_cut[pauses.turn[~pauses.is_end & (reached < pauses.seconds - 1e-9)]] = True
    delays = reached[pauses.is_end][~is_cut[pauses.turn[pauses.is_end]]]
    return float(is_cut.mean()), float(delays.mean()) if delays.size else patience


def _shares(pauses: Pauses, weights: Sequence[float]) -> list[tuple[float, float]]:
    """For each fixed silence: our cut-offs at its delay, our delay at its cut-offs; as shares."""
    ours = [_point(pauses, weights, float(patience)) for patience in np.geomspace(0.2, 4, 28)]
    by_delay = sorted((delay, cut) for cut, delay in ours)
    by_cut = sorted(ours)
    shares = []
    for seconds in _FIXED_SECONDS:
        cut, delay = _point(pauses, (0.0,) * len(_NAMES), seconds)
        our_cut = np.interp(delay, [d for d, _ in by_delay], [c for _, c in by_delay])
        our_delay = np.interp(cut, [c for c, _ in by_cut], [d for _, d in by_cut])
        shares.append((float(our_cut) / max(cut, 1e-9), float(our_delay) / delay))
    return shares


def _walk(pauses: Pauses, steps: int) -> Vector:
    def badness(weights: Vector) -> float:
        return sum(
            importance * (max(cut, _GOOD_ENOUGH) + max(delay, _GOOD_ENOUGH))
            for importance, (cut, delay) in zip(
                _IMPORTANCE, _shares(pauses, weights.tolist()), strict=True
            )
        )

    chance = np.random.default_rng(0)
    best = np.array(_START)
    least = badness(best)
    for _ in range(steps):
        size = len(_STEPS)
        step = _STEPS * chance.choice([0.3, 1, 2]) * chance.normal(size=size)
        tried = best + step * (chance.random(size) < _HALF)
        if np.all(tried >= _LOWEST) and np.all(tried <= _HIGHEST):
            bad = badness(tried)
            if bad < least:
                best, least = tried, bad
    return best


if __name__ == "__main__":
    sys.exit(main())
