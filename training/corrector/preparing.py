"""Everything that is counted before teaching begins: tags, pieces, errors, and who is held out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from wordfreq import top_n_list

from training.corrector.backbone import read_backbone
from training.corrector.batches import inputs
from training.corrector.corpus import Annotated, Pair, Words, annotated, pairs, split_by_learner
from training.corrector.labels import Labeller, Steps, Tags, count_tags, word_steps
from training.corrector.network import Tagger, new_tagger
from training.corrector.noise import Noise
from training.corrector.pieces import pruned_tokenizer
from training.corrector.spanish import spanish_forms
from tutor.adapters.corrector.pieces import WordPieces
from tutor.domain.hidden_names import NAMES
from tutor.domain.word_forms import WordForms

__all__ = ["Prepared", "first_tagger", "prepare"]

_HELD_OUT = 1_500
_SPLIT_SEED = 1
_COMMON_WORDS = 30_000
_SAMPLE = 512


@dataclass(frozen=True, slots=True)
class Prepared:
    """What teaching, calibrating and exporting need."""

    forms: WordForms
    tags: Tags
    labeller: Labeller
    noise: Noise
    pieces: WordPieces
    tokenizer: str
    """JSON."""
    rows: list[int]
    """The backbone's embedding rows that are kept."""
    learned: list[Pair]
    held_out: list[Pair]
    marked: list[Annotated]


def prepare(corpus: Path, tokenizer: Path) -> Prepared:
    """Read the corpus and count it."""
    everything = pairs(corpus / "train.jsonl")
    learned, held_out = split_by_learner(everything, _HELD_OUT, _SPLIT_SEED)
    marked = annotated(corpus / "kinds_train.jsonl", {pair.said for pair in everything})
    forms = spanish_forms()
    steps = [
        (pair.said, better, word_steps(pair.said, better))
        for pair in learned
        for better in pair.better
    ]
    tags = count_tags(Labeller(forms), ((said, step) for said, _, step in steps))
    noise = _noise(forms, steps)
    words = {word for pair in learned for one in (pair.said, *pair.better) for word in one}
    names = {name for some in NAMES.values() for name in some}
    spelled = sorted(words | names | set(top_n_list("es", _COMMON_WORDS)))
    document, rows = pruned_tokenizer(tokenizer, (word for word in spelled if "*" not in word))
    return Prepared(
        forms, tags, Labeller(forms, tags), noise, WordPieces(document),
        document, rows, learned, held_out, marked,
    )  # fmt: skip


def _noise(forms: WordForms, steps: Sequence[tuple[Words, Words, Steps]]) -> Noise:
    noise = Noise(forms, Counter(word for _, better, _ in steps for word in better))
    for said, better, step in steps:
        noise.learn(said, better, step)
    return noise


def first_tagger(prepared: Prepared, backbone: Path, layers: int) -> Tagger:
    """A tagger that says what is usual, its encoder's output brought to one scale.

    Without both it sinks to one answer for every sentence in its first steps.
    """
    tags = prepared.tags
    tagger = new_tagger(
        read_backbone(backbone), prepared.rows, len(tags.edits), len(tags.insertions), layers
    )
    sample = [pair.said for pair in prepared.learned[:: len(prepared.learned) // _SAMPLE]]
    usual = [prepared.labeller.label(pair.said, pair.better[0]) for pair in prepared.learned[::4]]
    with torch.no_grad():
        batch = inputs(sample, prepared.pieces)
        output = tagger.eval().encode(batch.pieces, batch.mask)[batch.mask]
        tagger.mean.copy_(output.mean(0))
        tagger.deviation.copy_(output.std(0))
        for layer, numbers in (
            (tagger.edit, [one.edits for one in usual]),
            (tagger.insert, [one.insertions for one in usual]),
        ):
            counts = torch.full((layer.out_features,), 0.3)
            seen = Counter(number for row in numbers for number in row)
            for number, count in seen.items():
                counts[number] += count
            layer.bias.copy_((counts / counts.sum()).log())
            layer.weight.mul_(0.3)
    return tagger
