"""One command for each step of making the corrector, and ``all`` for all of them in order."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import torch

from training.corrector.calibrating import calibrate, judged
from training.corrector.corpus import Pair, pairs
from training.corrector.evaluating import table
from training.corrector.exporting import export_lists, export_tagger
from training.corrector.fetching import BACKBONE, TOKENIZER, fetch
from training.corrector.network import Tagger
from training.corrector.predicting import tag_probabilities
from training.corrector.preparing import Prepared, first_tagger, prepare
from training.corrector.recipe import LAYERS, RECIPE
from training.corrector.spanish import infinitives
from training.corrector.training import Lesson, teach
from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.calibration import Calibration
from tutor.domain.proposal import Proposal, proposals

_LEAST = 0.02
"""Confidence from which a change is calibrated; below it none is ever told."""
_TRAINED = Path(__file__).parents[2] / "tutor/adapters/corrector/trained"


@dataclass(frozen=True)
class _Making:
    corpus: Path
    work: Path
    out: Path

    @cached_property
    def prepared(self) -> Prepared:
        return prepare(self.corpus, self.work / TOKENIZER)

    @cached_property
    def tagger(self) -> Tagger:
        """As it was taught."""
        tags, rows = self.prepared.tags, self.prepared.rows
        tagger = Tagger(len(rows), len(tags.edits), len(tags.insertions), LAYERS)
        tagger.load_state_dict(torch.load(self.work / "averaged.pt", weights_only=True))
        return tagger.eval()

    @cached_property
    def calibration(self) -> Calibration:
        held = self.prepared.held_out
        return calibrate(
            [
                one
                for pair, changes in zip(held, self.proposed(held), strict=True)
                for one in judged(pair, changes)
                if one.change.probability >= _LEAST
            ]
        )

    def proposed(self, some: list[Pair]) -> list[tuple[Proposal, ...]]:
        """What the tagger would change in each sentence."""
        ready = self.prepared
        said = [pair.said for pair in some]
        found = tag_probabilities([self.tagger], said, ready.pieces, ready.tags)
        return [
            proposals(words, tags, ready.forms) for words, tags in zip(said, found, strict=True)
        ]

    def fetch(self) -> None:
        """Get the pretrained encoder."""
        fetch(self.work)

    def prepare(self) -> None:
        """Count tags and errors, and say how many."""
        ready = self.prepared
        print(
            f"{len(ready.learned)} sentences to learn from, {len(ready.held_out)} held out, "
            f"{len(ready.marked)} annotated; {len(ready.tags.edits)} edit tags, "
            f"{len(ready.tags.insertions)} insertions, {len(ready.rows)} pieces"
        )

    def train(self) -> None:
        """Teach; goes on where it was stopped."""
        ready = self.prepared
        tagger = first_tagger(ready, self.work / BACKBONE, LAYERS)
        lesson = Lesson(ready.learned, ready.marked, ready.noise, ready.labeller)
        teach(tagger, lesson, ready.pieces, RECIPE, self.work)

    def calibrate(self) -> None:
        """Say how far the tagger's confidence can be believed."""
        for name, curve in (("usual", self.calibration.usual), *self.calibration.curves.items()):
            print(f"{name:14} slope {curve.slope:6.2f}  offset {curve.offset:6.2f}")

    def export(self) -> None:
        """Write what the program reads."""
        self.out.mkdir(parents=True, exist_ok=True)
        export_tagger(self.tagger, self.out / "tagger.onnx")
        verbs = infinitives(WordfreqLexicon().frequencies())
        export_lists(self.out / "tagger.json", self.prepared.tags, verbs, self.calibration)
        (self.out / "tokenizer.json").write_text(self.prepared.tokenizer, "utf-8")

    def evaluate(self) -> None:
        """Score the tagger alone, before it is rounded, on the held-out sentences and on dev."""
        for name, some in (
            ("held out", self.prepared.held_out),
            ("dev", pairs(self.corpus / "dev.jsonl")),
        ):
            print(f"{name}, {len(some)} sentences")
            print(table(some, self.proposed(some), self.calibration))


def main() -> None:
    """Run one step, or all."""
    steps: dict[str, Callable[[_Making], None]] = {
        step.__name__: step
        for step in (
            _Making.fetch,
            _Making.prepare,
            _Making.train,
            _Making.calibrate,
            _Making.export,
            _Making.evaluate,
        )
    }
    parser = argparse.ArgumentParser(prog="python -m training.corrector", description=__doc__)
    parser.add_argument("step", choices=[*steps, "all"])
    parser.add_argument("--corpus", type=Path, required=True, help="train.jsonl and the others")
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / "work")
    parser.add_argument("--out", type=Path, default=_TRAINED, help="where the program looks")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    making = _Making(options.corpus, options.work, options.out)
    for name, step in steps.items():
        if options.step in {name, "all"}:
            step(making)


if __name__ == "__main__":
    main()
