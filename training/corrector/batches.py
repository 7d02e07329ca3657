"""Labelled sentences as tensors, with somebody's name where the corpus has none."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.corrector.corpus import Words
from training.corrector.labels import Labelled
from training.corrector.network import Batch
from training.corrector.pieces import PAD
from tutor.adapters.corrector.pieces import WordPieces
from tutor.domain.hidden_names import kind_hidden

__all__ = ["batches", "inputs", "named", "targets"]

_SKIP = -100
_WINDOW = 4_000
"""Sentences that are sorted by length together."""


def named(words: Words, rng: random.Random) -> Words:
    """The words with the names that the corpus hides; one name a word and sentence."""
    if not any("*" in word for word in words):
        return words
    chosen: dict[str, str] = {}
    for word in words:
        if "*" in word:
            chosen.setdefault(word, rng.choice(kind_hidden(word)))
    return tuple(chosen.get(word, word) for word in words)


def batches(
    sentences: Sequence[Labelled], words_at_once: int, rng: random.Random
) -> Iterator[list[Labelled]]:
    """All sentences in random order, in groups of like length."""
    order = list(sentences)
    rng.shuffle(order)
    for start in range(0, len(order), _WINDOW):
        window = sorted(order[start : start + _WINDOW], key=lambda one: len(one.words))
        groups: list[list[Labelled]] = [[]]
        for one in window:
            if groups[-1] and (len(groups[-1]) + 1) * (len(one.words) + 2) > words_at_once:
                groups.append([])
            groups[-1].append(one)
        rng.shuffle(groups)
        yield from (group for group in groups if group)


def inputs(sentences: Sequence[Words], pieces: WordPieces) -> Batch:
    """Sentences without hidden names as a batch."""
    placed = [pieces.places(words) for words in sentences]
    longest = max(len(numbers) for numbers, _, _ in placed)
    most = max(len(first) for _, first, _ in placed)
    numbers = np.full((len(placed), longest), PAD, np.int64)
    first, last = (np.zeros((len(placed), most), np.int64) for _ in range(2))
    for row, (ids, begins, ends) in enumerate(placed):
        numbers[row, : len(ids)] = ids
        first[row, : len(begins)] = begins
        last[row, : len(ends)] = ends
    tensor = torch.from_numpy(numbers)
    return Batch(tensor, tensor != PAD, torch.from_numpy(first), torch.from_numpy(last))


def targets(group: Sequence[Labelled]) -> tuple[Tensor, Tensor, Tensor]:
    """Edit tags ``[B, N]``, insertions ``[B, N + 1]`` and keep weights ``[B, 1]``."""
    most = max(len(one.words) for one in group)
    edits = _padded([one.edits for one in group], most)
    insertions = _padded([one.insertions for one in group], most + 1)
    weights = torch.tensor([[one.keep_weight] for one in group])
    return torch.from_numpy(edits), torch.from_numpy(insertions), weights


def _padded(rows: Sequence[tuple[int, ...]], length: int) -> NDArray[np.int64]:
    table = np.full((len(rows), length), _SKIP, np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
