"""The trained tagger: for each word of a sentence what to do with it, in some milliseconds."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tutor.adapters.corrector.pieces import WordPieces
from tutor.domain.calibration import Calibration, Curve
from tutor.domain.hidden_names import named
from tutor.domain.proposal import TagProbabilities

__all__ = ["OnnxTagger"]

_LIKELIEST = 8
"""Tags that are kept of each place."""


class OnnxTagger:
    """A network and its lists, in one folder: ``tagger.onnx``, ``tagger.json``, ``tokenizer.json``.

    Made by ``training/corrector``; ``verbs`` and ``calibration`` belong to its tags.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        lists = json.loads((folder / "tagger.json").read_text("utf-8"))
        self._edits: Sequence[str] = lists["edits"]
        self._insertions: Sequence[str] = lists["insertions"]
        self.verbs: Sequence[str] = lists["verbs"]
        self.calibration = _calibration(lists["calibration"])
        self._pieces = WordPieces((folder / "tokenizer.json").read_text("utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def tags(self, words: Sequence[str]) -> TagProbabilities:
        """The likeliest tags of a sentence of lower-case words, at most about 80 of them."""
        places = self._pieces.places(named(words))
        names = ("pieces", "first", "last")
        feed = {name: np.array([row], np.int64) for name, row in zip(names, places, strict=True)}
        edits, insertions = self._session.run(None, feed)
        return TagProbabilities(
            _likeliest(edits[0], self._edits), _likeliest(insertions[0], self._insertions)
        )


def _likeliest(
    shares: NDArray[np.float32], names: Sequence[str]
) -> tuple[Mapping[str, float], ...]:
    kept = min(_LIKELIEST, len(names))
    best = np.argpartition(-shares, kept - 1, axis=-1)[:, :kept] if len(shares) else shares
    return tuple(
        {names[number]: float(row[number]) for number in numbers.tolist()}
        for row, numbers in zip(shares, best, strict=True)
    )


def _calibration(stored: Mapping[str, Sequence[float]]) -> Calibration:
    curves = {name: Curve(*values) for name, values in stored.items()}
    usual = curves.pop("usual")
    return Calibration(curves, usual)
