"""The tagger as the program reads it: an ONNX file with 8-bit weights, and its lists beside it.

Only the weights are rounded, each row or column of a matrix with a scale of its own; the program
calculates with 32 bits. Rounding what flows between the layers too would cost accuracy.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from torch import Tensor, nn

from training.corrector.labels import Tags
from training.corrector.network import Tagger
from training.corrector.pieces import PAD
from tutor.domain.calibration import Calibration

__all__ = ["export_lists", "export_tagger"]

_SMALLEST = 20_000
"""Weights from which a matrix is rounded."""


class _Shares(nn.Module):
    """The tagger with shares of one instead of scores, and the mask worked out."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self._tagger = tagger

    def forward(self, pieces: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        edits, insertions = self._tagger(pieces, pieces != PAD, first, last)
        return edits.softmax(-1), insertions.softmax(-1)


def export_tagger(tagger: Tagger, path: Path) -> None:
    """Write the ONNX file."""
    places = torch.tensor([[0, 1, 3, 5]])
    example = (torch.tensor([[0, 5, 6, 7, 8, 2]]), places, places)
    axes = {
        "pieces": {0: "sentences", 1: "pieces"},
        "first": {0: "sentences", 1: "places"},
        "last": {0: "sentences", 1: "places"},
        "edits": {0: "sentences", 1: "words"},
        "insertions": {0: "sentences", 1: "gaps"},
    }
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Shares(tagger.float().eval()),
            example,
            str(whole),
            input_names=["pieces", "first", "last"],
            output_names=["edits", "insertions"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        model = onnx.load(str(whole))
    _round_weights(model)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _round_weights(model: onnx.ModelProto) -> None:
    graph = model.graph
    kept, added = [], []
    for weight in graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.ndim != 2 or values.size < _SMALLEST or values.dtype != np.float32:  # noqa: PLR2004
            kept.append(weight)
            continue
        axis = 0 if "word" in weight.name else 1
        rounded, scale = _rounded(values, axis)
        name = weight.name
        kept += [
            numpy_helper.from_array(rounded, f"{name}_rounded"),
            numpy_helper.from_array(scale, f"{name}_scale"),
            numpy_helper.from_array(np.zeros(len(scale), np.int8), f"{name}_zero"),
        ]
        inputs = [f"{name}_rounded", f"{name}_scale", f"{name}_zero"]
        added.append(helper.make_node("DequantizeLinear", inputs, [name], axis=axis))
    del graph.initializer[:]
    graph.initializer.extend(kept)
    nodes = [*added, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _rounded(
    values: NDArray[np.float32], axis: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Eight bits a weight, and the scale of each slice along ``axis``."""
    scale = np.abs(values).max(axis=1 - axis).astype(np.float32) / 127
    scale = np.maximum(scale, 1e-12).astype(np.float32)
    spread = scale[:, None] if axis == 0 else scale[None, :]
    return np.clip(np.round(values / spread), -127, 127).astype(np.int8), scale


def export_lists(path: Path, tags: Tags, verbs: list[str], calibration: Calibration) -> None:
    """Write what the numbers of the network mean."""
    curves: Mapping[str, list[float]] = {
        name: [round(curve.slope, 4), round(curve.offset, 4)]
        for name, curve in (*calibration.curves.items(), ("usual", calibration.usual))
    }
    lists = {
        "edits": tags.edits,
        "insertions": tags.insertions,
        "calibration": curves,
        "verbs": verbs,
    }
    path.write_text(json.dumps(lists, ensure_ascii=False, indent=1) + "\n", "utf-8")
