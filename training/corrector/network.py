"""The tagger: an encoder, and for each word what to do with it and what to put before it."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  # its name everywhere

from training.corrector.backbone import Backbone

__all__ = ["Batch", "Tagger", "new_tagger"]

_FAR = -30_000.0
"""Added to the score of padding before a softmax; still a number in 16 bits."""


@dataclass(frozen=True, slots=True)
class Batch:
    """``B`` sentences of at most ``P`` pieces and ``N`` words.

    ``pieces`` int64 ``[B, P]`` and ``mask`` bool ``[B, P]``; ``first`` and ``last`` int64
    ``[B, N + 2]``: where each word's first and last piece stand, between those of the sentence's
    beginning and end.
    """

    pieces: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor


class _Dropout:
    """Masks cut from one long row of chance: drawing each anew costs a sixth of a step."""

    def __init__(self, size: int = 1 << 23) -> None:
        self._size = size
        self._rate = -1.0
        self._row = torch.empty(0)

    def __call__(self, x: Tensor, rate: float) -> Tensor:
        if rate != self._rate or self._row.dtype != x.dtype:
            kept = torch.rand(self._size) >= rate
            self._row, self._rate = (kept / (1 - rate)).to(x.dtype), rate
        start = int(torch.randint(self._size - x.numel(), ()))
        return x * self._row[start : start + x.numel()].view(x.shape)


_dropped = _Dropout()


class _Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, epsilon)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, epsilon)

    def forward(self, x: Tensor, bias: Tensor, dropout: float) -> Tensor:
        x = self.attention_norm(x + self._drop(self._attend(x, bias), dropout))
        return self.output_norm(x + self._drop(self.narrow(F.gelu(self.widen(x))), dropout))

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        # Plain products: on a CPU they take a third of the time of scaled_dot_product_attention.
        batch, length, width = x.shape
        head = width // self.heads
        parts = self.query_key_value(x).view(batch, length, 3, self.heads, head)
        query, key, value = (
            part.reshape(batch * self.heads, length, head) for part in parts.permute(2, 0, 3, 1, 4)
        )
        scores = torch.bmm(query, key.transpose(1, 2)).view(batch, self.heads, length, length)
        weights = (scores * (1 / math.sqrt(head)) + bias).softmax(-1)
        mixed = torch.bmm(weights.view(batch * self.heads, length, length), value)
        mixed = mixed.view(batch, self.heads, length, head)
        return self.attended(mixed.transpose(1, 2).reshape(batch, length, width))

    def _drop(self, x: Tensor, dropout: float) -> Tensor:
        return _dropped(x, dropout) if self.training and dropout else x


class Tagger(nn.Module):
    """Scores of edit tags ``[B, N, E]`` for each word and of insertions ``[B, N + 1, I]``."""

    def __init__(
        self, vocabulary: int, edits: int, insertions: int, backbone_layers: int = 12
    ) -> None:
        super().__init__()
        width, heads, inner, epsilon = 384, 12, 1536, 1e-12
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(128, width)
        self.embedding_norm = nn.LayerNorm(width, epsilon)
        self.layers = nn.ModuleList(
            _Layer(width, heads, inner, epsilon) for _ in range(backbone_layers)
        )
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("deviation", torch.ones(width))
        self.edit_hidden = nn.Linear(2 * width, width)
        self.edit = nn.Linear(width, edits)
        self.insert_hidden = nn.Linear(2 * width, width)
        self.insert = nn.Linear(width, insertions)

    def encode(self, pieces: Tensor, mask: Tensor, dropout: float = 0.0) -> Tensor:
        """The encoder's output ``[B, P, 384]``."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.embedding_norm(self.word(pieces) + self.position(places))
        bias = (~mask).to(x.dtype)[:, None, None, :] * _FAR
        for layer in self.layers:
            x = layer(x, bias, dropout)
        return x

    def forward(
        self, pieces: Tensor, mask: Tensor, first: Tensor, last: Tensor, dropout: float = 0.0
    ) -> tuple[Tensor, Tensor]:
        """The scores; see Batch for the shapes of what goes in."""
        x = (self.encode(pieces, mask, dropout) - self.mean) / self.deviation
        width = x.shape[-1]
        begins = torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, width))
        ends = torch.gather(x, 1, last.unsqueeze(-1).expand(-1, -1, width))
        words = torch.cat([begins, ends], -1)[:, 1:-1]
        gaps = torch.cat([ends[:, :-1], begins[:, 1:]], -1)
        edit = self.edit(self._drop(F.gelu(self.edit_hidden(words)), dropout))
        insert = self.insert(self._drop(F.gelu(self.insert_hidden(gaps)), dropout))
        return edit, insert

    def _drop(self, x: Tensor, dropout: float) -> Tensor:
        return _dropped(x, dropout) if self.training and dropout else x


def new_tagger(
    backbone: Backbone, rows: list[int], edits: int, insertions: int, layers: int
) -> Tagger:
    """A tagger with the backbone's weights, its embedding kept for the pieces of ``rows`` only."""
    tagger = Tagger(len(rows), edits, insertions, layers)
    width, inner = backbone.shape.width, backbone.shape.inner

    def vector(name: str) -> Tensor:
        return torch.from_numpy(backbone.vector(name))

    def matrix(name: str, inputs: int) -> Tensor:
        return torch.from_numpy(backbone.matrix(name, inputs))

    with torch.no_grad():
        tagger.word.weight.copy_(torch.from_numpy(backbone.matrix("emb.word", width, rows)))
        positions = vector("emb.pos").view(-1, width) + vector("emb.type").view(-1, width)[:1]
        tagger.position.weight.copy_(positions[: tagger.position.num_embeddings])
        tagger.embedding_norm.weight.copy_(vector("emb.ln.w"))
        tagger.embedding_norm.bias.copy_(vector("emb.ln.b"))
        for number, layer in enumerate(tagger.layers):
            name = f"l{number}."
            joined = [matrix(f"{name}{part}.w", width) for part in "qkv"]
            layer.query_key_value.weight.copy_(torch.cat(joined))
            layer.query_key_value.bias.copy_(torch.cat([vector(f"{name}{p}.b") for p in "qkv"]))
            layer.attended.weight.copy_(matrix(f"{name}ao.w", width))
            layer.attended.bias.copy_(vector(f"{name}ao.b"))
            layer.attention_norm.weight.copy_(vector(f"{name}aln.w"))
            layer.attention_norm.bias.copy_(vector(f"{name}aln.b"))
            layer.widen.weight.copy_(matrix(f"{name}fi.w", width))
            layer.widen.bias.copy_(vector(f"{name}fi.b"))
            layer.narrow.weight.copy_(matrix(f"{name}fo.w", inner))
            layer.narrow.bias.copy_(vector(f"{name}fo.b"))
            layer.output_norm.weight.copy_(vector(f"{name}oln.w"))
            layer.output_norm.bias.copy_(vector(f"{name}oln.b"))
    return tagger
