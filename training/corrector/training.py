"""Teaching the tagger: rounds of real and made-up errors, resumable after every round."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  # its name everywhere

from training.corrector.batches import batches, inputs, named, targets
from training.corrector.corpus import Annotated, Pair, Words
from training.corrector.labels import Labelled, Labeller
from training.corrector.network import Tagger
from training.corrector.noise import Noise
from tutor.adapters.corrector.pieces import WordPieces

__all__ = ["Lesson", "Recipe", "Round", "teach"]


@dataclass(frozen=True, slots=True)
class Round:
    """How many sentences of each sort one round holds."""

    real: int
    annotated: int
    invented: int
    strength: float = 1.0
    """How often errors are made up, beside how often learners make them."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is taught, in which order, and how fast."""

    rounds: tuple[Round, ...]
    encoder_rate: float = 1.2e-4
    head_rate: float = 1e-3
    words_at_once: int = 1_300
    warm_up: int = 300
    dropout: float = 0.1
    annotated_keep_weight: float = 0.3
    unknown_weight: float = 0.5
    averaged_over: float = 400.0
    """Steps over which the weights are averaged."""
    seed: int = 0


T = TypeVar("T")


class Lesson:
    """The sentences of a round, made anew each time."""

    def __init__(
        self, pairs: Sequence[Pair], marked: Sequence[Annotated], noise: Noise, labeller: Labeller
    ) -> None:
        self._labeller = labeller
        self._noise = noise
        self._real = [
            tuple(labeller.label(pair.said, better) for better in pair.better)
            for pair in pairs
            if pair.said
        ]
        self._marked = marked
        self._right = sorted({better for pair in pairs for better in pair.better if better})

    def sentences(self, of: Round, keep_weight: float, rng: random.Random) -> list[Labelled]:
        """Real sentences with one of their corrections, marked ones, and right ones made wrong."""
        real = [rng.choice(options) for options in _draw(self._real, of.real, rng)]
        marked = [
            self._labeller.label(one.said, one.better, keep_weight)
            for one in _draw(self._marked, of.annotated, rng)
        ]
        invented = [
            self._invented(words, of.strength, rng)
            for words in _draw(self._right, of.invented, rng)
        ]
        return [*real, *marked, *(one for one in invented if one.words)]

    def _invented(self, words: Words, strength: float, rng: random.Random) -> Labelled:
        noisy = self._noise.corrupt(words, rng, strength)
        return self._labeller.number(noisy.said, *self._labeller.name(noisy.said, noisy.steps))


def _draw(everything: Sequence[T], count: int, rng: random.Random) -> Iterator[T]:
    """``count`` of them, none twice before all have come."""
    while count > 0:
        taken = rng.sample(everything, min(count, len(everything)))
        yield from taken
        count -= len(taken)


class _Pupil:
    """A tagger that calculates in 16 bits, its weights in 32 beside it, and their average."""

    def __init__(self, tagger: Tagger, recipe: Recipe) -> None:
        self.tagger = tagger.bfloat16()
        self._parameters = list(tagger.parameters())
        self._masters = [p.detach().float().clone().requires_grad_() for p in self._parameters]
        self.average = [p.detach().clone() for p in self._masters]
        names = [name for name, _ in tagger.named_parameters()]
        heads = [name.startswith(("edit", "insert")) for name in names]
        self._groups = (
            ([p for p, head in zip(self._masters, heads, strict=True) if not head], 1),
            ([p for p, head in zip(self._masters, heads, strict=True) if head], 2),
        )
        rates = {1: recipe.encoder_rate, 2: recipe.head_rate}
        self.optimizer = torch.optim.AdamW(
            [{"params": ps, "lr": rates[n], "base": rates[n]} for ps, n in self._groups],
            weight_decay=0.01,
            betas=(0.9, 0.98),
            fused=True,
        )

    def learn(self, loss: Tensor, share: float, averaging: float) -> None:
        loss.backward()
        for master, parameter in zip(self._masters, self._parameters, strict=True):
            master.grad = None if parameter.grad is None else parameter.grad.float()
            parameter.grad = None
        nn.utils.clip_grad_norm_(self._masters, 1.0)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * share
        self.optimizer.step()
        with torch.no_grad():
            torch._foreach_copy_(self._parameters, self._masters)
            torch._foreach_lerp_(self.average, [p.detach() for p in self._masters], averaging)

    def state(self) -> dict[str, object]:
        return {
            "masters": [p.detach() for p in self._masters],
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
        }

    def restore(self, state: dict[str, object]) -> None:
        with torch.no_grad():
            torch._foreach_copy_(self._masters, state["masters"])
            torch._foreach_copy_(self.average, state["average"])
            torch._foreach_copy_(self._parameters, self._masters)
        self.optimizer.load_state_dict(state["optimizer"])

    def averaged(self) -> dict[str, Tensor]:
        """The averaged weights under the tagger's names."""
        names = [name for name, _ in self.tagger.named_parameters()]
        kept = {name: value.float() for name, value in self.tagger.named_buffers()}
        return {**dict(zip(names, (p.clone() for p in self.average), strict=True)), **kept}


def teach(
    tagger: Tagger, lesson: Lesson, pieces: WordPieces, recipe: Recipe, folder: Path
) -> dict[str, Tensor]:
    """Teach from where ``folder`` left off; the averaged weights."""
    folder.mkdir(parents=True, exist_ok=True)
    pupil = _Pupil(tagger, recipe)
    saved = folder / "state.pt"
    done, step = 0, 0
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        pupil.restore(state)
        done, step = state["done"], state["step"]
    course = _Course(pupil, pieces, recipe, _steps(recipe))
    for number, of in enumerate(recipe.rounds[done:], start=done):
        rng = random.Random(recipe.seed * 1_000 + number)
        torch.manual_seed(recipe.seed * 1_000 + number)
        sentences = lesson.sentences(of, recipe.annotated_keep_weight, rng)
        step = course.round(sentences, rng, step)
        torch.save({**pupil.state(), "done": number + 1, "step": step}, saved)
        torch.save(pupil.averaged(), folder / "averaged.pt")
    return pupil.averaged()


def _steps(recipe: Recipe) -> float:
    """About how many steps a whole course takes; 14 words are a usual sentence."""
    sentences = sum(of.real + of.annotated + of.invented for of in recipe.rounds)
    return sentences * 16.5 / recipe.words_at_once


@dataclass(frozen=True, slots=True)
class _Course:
    pupil: _Pupil
    pieces: WordPieces
    recipe: Recipe
    total: float
    """Steps, about."""

    def round(self, sentences: Sequence[Labelled], rng: random.Random, step: int) -> int:
        """Teach these sentences once; how many steps were done by then."""
        tagger, recipe = self.pupil.tagger, self.recipe
        tagger.train()
        started, losses = time.monotonic(), []
        for group in batches(sentences, recipe.words_at_once, rng):
            loss = _loss(tagger, group, self.pieces, recipe, rng)
            share = min(step / recipe.warm_up, max(0.02, 1 - step / self.total))
            averaging = max(1 / (step / 4 + 1), 1 / recipe.averaged_over)
            self.pupil.learn(loss, share, averaging)
            step += 1
            losses.append(loss.item())
            if len(losses) % 100 == 0:
                recent = sum(losses[-100:]) / 100
                seconds = (time.monotonic() - started) / len(losses)
                shown = {"step": step, "loss": round(recent, 4), "seconds": round(seconds, 3)}
                print(json.dumps(shown), flush=True)
        return step


def _loss(
    tagger: Tagger,
    group: Sequence[Labelled],
    pieces: WordPieces,
    recipe: Recipe,
    rng: random.Random,
) -> Tensor:
    batch = inputs([named(one.words, rng) for one in group], pieces)
    edits, insertions, weights = targets(group)
    edit, insert = tagger(batch.pieces, batch.mask, batch.first, batch.last, recipe.dropout)
    return _weighted(edit, edits, weights, recipe, unknown=2) + _weighted(
        insert, insertions, weights, recipe, unknown=1
    )


def _weighted(scores: Tensor, wanted: Tensor, keep: Tensor, recipe: Recipe, unknown: int) -> Tensor:
    """Cross-entropy a place, places left as they are weighted by how sure that is."""
    loss = F.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), reduction="none")
    weights = torch.where(wanted == 0, keep, torch.ones_like(keep))
    weights = torch.where(wanted == unknown, recipe.unknown_weight, weights)
    weights = weights * (wanted >= 0)
    return (loss * weights.flatten()).sum() / weights.sum()
