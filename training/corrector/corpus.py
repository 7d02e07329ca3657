"""The learners' sentences: as they were written, as teachers corrected them, and as annotated."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor.domain.tokens import tokenize

__all__ = ["Annotated", "Pair", "Words", "annotated", "pairs", "split_by_learner", "words_of"]

Words = tuple[str, ...]
"""A sentence as its lower-case words; ``*FIRST_NAME*`` is one."""

_LEARNER = re.compile(r"^[^.]*\.(?P<learner>.*)-\d+$")
_MOST_DRIFT = 12
"""Characters around an annotation's offset in which its words are looked for."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and what its teachers made of it."""

    id: str
    said: Words
    better: tuple[Words, ...]
    text: str
    references: tuple[str, ...]

    @property
    def learner(self) -> str:
        """Who wrote it; the id itself where none is named."""
        match = _LEARNER.match(self.id)
        return match["learner"] if match else self.id


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence and the same with only the errors of the annotated kinds corrected."""

    said: Words
    better: Words


def words_of(text: str) -> Words:
    """The words of a text, lower case."""
    return tuple(token.text if "*" in token.text else token.norm for token in tokenize(text))


def pairs(path: Path) -> list[Pair]:
    """The sentences of ``train.jsonl`` or ``dev.jsonl``."""
    return [
        Pair(
            row["id"],
            words_of(row["source"]),
            tuple(words_of(reference) for reference in row["references"]),
            row["source"],
            tuple(row["references"]),
        )
        for row in _rows(path)
    ]


def split_by_learner(
    everything: Sequence[Pair], held_out: int, seed: int
) -> tuple[list[Pair], list[Pair]]:
    """Sentences to learn from, and at least ``held_out`` of other learners."""
    by_learner: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in everything:
        by_learner[pair.learner].append(pair)
    learners = sorted(by_learner)
    random.Random(seed).shuffle(learners)
    held: list[Pair] = []
    while learners and len(held) < held_out:
        held += by_learner[learners.pop()]
    return [pair for learner in sorted(learners) for pair in by_learner[learner]], held


def annotated(path: Path, without: Iterable[Words]) -> list[Annotated]:
    """The sentences of ``kinds_train.jsonl`` that are not among those of ``without``."""
    marked: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(path):
        marked[row["sentence"]].append(row)
    known = set(without)
    found: list[Annotated] = []
    for sentence, rows in marked.items():
        said = words_of(sentence)
        if said in known:
            continue
        better = _corrected(sentence, rows)
        if better is not None and words_of(better) != said:
            found.append(Annotated(said, words_of(better)))
    return found


def _corrected(sentence: str, rows: Sequence[dict[str, Any]]) -> str | None:
    """The sentence with every mark applied; None where a mark cannot be placed."""
    at = len(sentence) + 1
    for row in sorted(rows, key=lambda row: (row["start"], row["end"]), reverse=True):
        said, better = row["said"], row["better"]
        start = _place(sentence, said, row["start"])
        if start is None or start + len(said) > at:
            return None
        put = f" {better} " if not said else better
        sentence = sentence[:start] + put + sentence[start + len(said) :]
        at = start
    return " ".join(sentence.split())


def _place(sentence: str, said: str, start: int) -> int | None:
    """Where ``said`` stands nearest to an offset."""
    if not said:
        return start
    for drift in range(_MOST_DRIFT):
        for at in {start - drift, start + drift}:
            if at >= 0 and sentence.startswith(said, at):
                return at
    return None


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
