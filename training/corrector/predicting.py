"""What a tagger says of sentences, as the program would hear it."""

import random
from collections.abc import Sequence

import torch
from torch import Tensor

from training.corrector.batches import inputs, named
from training.corrector.corpus import Words
from training.corrector.labels import Tags
from training.corrector.network import Tagger
from tutor.adapters.corrector.pieces import WordPieces
from tutor.domain.proposal import TagProbabilities

__all__ = ["tag_probabilities"]

_LIKELIEST = 8
_AT_ONCE = 64


@torch.no_grad()
def tag_probabilities(
    taggers: Sequence[Tagger], sentences: Sequence[Words], pieces: WordPieces, tags: Tags
) -> list[TagProbabilities]:
    """The mean of what several taggers say."""
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    found: dict[int, TagProbabilities] = {}
    for start in range(0, len(order), _AT_ONCE):
        group = order[start : start + _AT_ONCE]
        batch = inputs([named(sentences[index], random.Random(0)) for index in group], pieces)
        sums: list[Tensor] = []
        for tagger in taggers:
            outputs = tagger.eval()(batch.pieces, batch.mask, batch.first, batch.last)
            shares = [output.float().softmax(-1) / len(taggers) for output in outputs]
            sums = [a + b for a, b in zip(sums, shares, strict=True)] if sums else shares
        for row, index in enumerate(group):
            length = len(sentences[index])
            found[index] = TagProbabilities(
                _likeliest(sums[0][row, :length], tags.edits),
                _likeliest(sums[1][row, : length + 1], tags.insertions),
            )
    return [found[index] for index in range(len(sentences))]


def _likeliest(shares: Tensor, names: Sequence[str]) -> tuple[dict[str, float], ...]:
    best, numbers = shares.topk(_LIKELIEST, -1)
    return tuple(
        {names[number]: share for number, share in zip(row_numbers, row, strict=True)}
        for row_numbers, row in zip(numbers.tolist(), best.tolist(), strict=True)
    )
