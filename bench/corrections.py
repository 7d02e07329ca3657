#!/usr/bin/env python3
"""How right the tutor's corrections are, beside a language model's and a bare tagger's.

    python bench/corrections.py [--gold DEV.jsonl] [--limit N] [--audible] [--kinds KINDS.jsonl]
                                [--without-language-model] [--check]

GOLD has one object a line: {"id", "course", "source", "references": [...]}; KINDS is as
``kind_agreement.py`` reads it. One table: the embedded language model's first line as it stands,
the same under the tutor's rules, the tagger alone, and the tutor at each strictness, with the range
of 95 of 100 redrawn sets of sentences. ``--check`` ends with 1 where the tutor misses its targets.
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

import kind_agreement
from bootstrap import intervals
from correction_tables import agreement, by_course, by_kind, reliability
from gec_scoring import Score, Sentence, outcomes, score
from json_lines import rows_of

from tutor import app
from tutor.config import load_settings
from tutor.domain.chat import ChatMessage
from tutor.domain.correction import Correction
from tutor.domain.proposal import applied, compatible
from tutor.domain.strictness import Strictness
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import typed_transcript
from tutor.ports import ChatModel

_CORPUS = Path(__file__).parents[2] / "shared/data/cowsl2h"
_PROGRESS_EVERY = 20
_BARE = 0.5
"""Probability from which the tagger alone is believed."""
_LOADING = """
import asyncio, time
begun = time.perf_counter()
from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.adapters.corrector.tagging import load_trained
from tutor.adapters.corrector.trained import FOLDER
load_trained(FOLDER, WordfreqLexicon().frequencies)
print(time.perf_counter() - begun)
from tutor.app.correcting import tagging_corrector
from tutor.domain.strictness import Strictness
asyncio.run(tagging_corrector(Strictness.NORMAL).load())
print(time.perf_counter() - begun)
"""


class _Overheard:
    """A ChatModel that keeps what the one behind it answered."""

    def __init__(self, chat: ChatModel) -> None:
        self._chat = chat
        self._answers: list[str] = []

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        """See ChatModel.stream."""
        self._answers.append("")
        pieces = self._chat.stream(
            messages, max_tokens=max_tokens, temperature=temperature, schema=schema
        )
        async with aclosing(pieces):
            async for piece in pieces:
                self._answers[-1] += piece
                yield piece

    def taken(self) -> str:
        """The first lines of the answers since the last call."""
        lines = [answer.strip().partition("\n")[0] for answer in self._answers]
        self._answers.clear()
        return " ".join(lines)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    corrected: Mapping[str, str]
    """By sentence id."""
    seconds: float
    """The median of a sentence."""


async def _language_model(sentences: Sequence[Sentence]) -> list[_Row]:
    """What the model wrote, and what the rules make of it."""
    raw: dict[str, str] = {}
    ruled: dict[str, str] = {}
    seconds: list[float] = []
    async with app.language_models(load_settings({})) as models:
        chat = _Overheard(models.corrector_chat)
        judge = app.language_model_corrector(replace(models, corrector_chat=chat))
        for number, sentence in enumerate(sentences, start=1):
            started = time.monotonic()
            correction = await judge.correct(typed_transcript(sentence.source))
            seconds.append(time.monotonic() - started)
            raw[sentence.id] = chat.taken()
            ruled[sentence.id] = correction.better
            if number % _PROGRESS_EVERY == 0:
                print(f"language model: {number} of {len(sentences)}", file=sys.stderr)
    median = statistics.median(seconds)
    return [_Row("language model", raw, median), _Row("  with rules", ruled, median)]


async def _tutor(
    sentences: Sequence[Sentence], strictness: Strictness
) -> tuple[_Row, dict[str, Correction]]:
    judge = app.tagging_corrector(strictness)
    await judge.load()
    found: dict[str, Correction] = {}
    seconds: list[float] = []
    for sentence in sentences:
        started = time.perf_counter()
        found[sentence.id] = await judge.correct(typed_transcript(sentence.source))
        seconds.append(time.perf_counter() - started)
    corrected = {key: correction.written for key, correction in found.items()}
    return _Row(f"tutor, {strictness}", corrected, statistics.median(seconds)), found


def _bare_tagger(sentences: Sequence[Sentence]) -> _Row:
    """The tagger without the rules."""
    judge = app.tagging_corrector(Strictness.NORMAL)
    corrected: dict[str, str] = {}
    seconds: list[float] = []
    for sentence in sentences:
        started = time.perf_counter()
        changes = judge.proposed(sentence.source)
        seconds.append(time.perf_counter() - started)
        certain = compatible(changes, lambda one: one.probability >= _BARE)
        words = [token.text for token in tokenize(sentence.source)]
        corrected[sentence.id] = " ".join(applied(words, certain))
    return _Row("tagger alone", corrected, statistics.median(seconds))


def _line(row: _Row, sentences: Sequence[Sentence], *, audible: bool) -> str:
    """The scores of a row, each with the range it may lie in."""
    ours = outcomes(sentences, row.corrected, audible=audible)
    total, ranges = sum(ours, Score()), intervals(ours)
    cells = [
        f"{getattr(total, name):.3f} ({ranges[name]})"
        for name in ("precision", "recall", "f_half", "altered")
    ]
    return f"{row.name:16} " + " ".join(f"{cell:>19}" for cell in cells) + f" {row.seconds:8.3f} s"


def _table(rows: Sequence[_Row], sentences: Sequence[Sentence], *, audible: bool) -> str:
    names = ("precision", "recall", "F0.5", "altered")
    head = f"{'':16} " + " ".join(f"{name:>19}" for name in names) + f" {'a sentence':>10}"
    return "\n".join([head, *(_line(row, sentences, audible=audible) for row in rows)])


def _loading_seconds() -> tuple[float, float]:
    """Of the tagger, and with the dictionary; in a new process, what is imported included."""
    shown = subprocess.run(  # our own program
        [sys.executable, "-c", _LOADING], capture_output=True, text=True, check=True
    )
    tagger, everything = map(float, shown.stdout.split())
    return tagger, everything


def _missed_targets(
    sentences: Sequence[Sentence], rows: Mapping[str, _Row], loading_seconds: float
) -> list[str]:
    """What issue 4 asks for and is not so."""
    normal, gentle = rows[Strictness.NORMAL], rows[Strictness.GENTLE]
    everything = score(sentences, normal.corrected)
    heard = score(sentences, normal.corrected, audible=True)
    careful = score(sentences, gentle.corrected, audible=True)
    wanted = {
        "normal: F0.5 at least .53": everything.f_half >= 0.53,  # noqa: PLR2004
        "normal: altered at most .03": everything.altered <= 0.03,  # noqa: PLR2004
        "normal, audible: precision at least .65": heard.precision >= 0.65,  # noqa: PLR2004
        "normal, audible: F0.5 at least .42": heard.f_half >= 0.42,  # noqa: PLR2004
        "normal, audible: altered at most .025": heard.altered <= 0.025,  # noqa: PLR2004
        "gentle, audible: precision at least .75": careful.precision >= 0.75,  # noqa: PLR2004
        "gentle, audible: altered at most .01": careful.altered <= 0.01,  # noqa: PLR2004
        "a sentence under 60 ms": normal.seconds < 0.06,  # noqa: PLR2004
        "loading under 0.5 s": loading_seconds < 0.5,  # noqa: PLR2004
    }
    return [target for target, is_met in wanted.items() if not is_met]


def _sentences(path: Path, limit: int) -> list[Sentence]:
    """The first ``limit`` sentences of a gold file; 0 means all."""
    return [
        Sentence(row["id"], row["source"], tuple(row["references"]), row.get("course", ""))
        for row in rows_of(path)[: limit or None]
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=_CORPUS / "dev.jsonl")
    parser.add_argument("--kinds", type=Path, default=_CORPUS / "kinds_dev.jsonl")
    parser.add_argument("--limit", type=int, default=0, help="only the first N sentences")
    parser.add_argument("--audible", action="store_true", help="only what a listener can act on")
    parser.add_argument("--without-language-model", action="store_true", help="leave its rows out")
    parser.add_argument("--check", action="store_true", help="fail where a target is missed")
    return parser.parse_args()


def main() -> int:
    """Print the tables."""
    options = _options()
    sentences = _sentences(options.gold, options.limit)
    rows = [] if options.without_language_model else asyncio.run(_language_model(sentences))
    rows.append(_bare_tagger(sentences))
    ours = {level: asyncio.run(_tutor(sentences, level)) for level in Strictness}
    rows += [row for row, _ in ours.values()]
    loading_seconds, ready_seconds = _loading_seconds()
    right = sum(set(one.references) == {one.source} for one in sentences)
    print(f"{len(sentences)} sentences, {right} of them right" + " (audible)" * options.audible)
    print(_table(rows, sentences, audible=options.audible))
    print(f"\nloading takes {loading_seconds:.2f} s, with the dictionary {ready_seconds:.2f} s")
    normal, corrections = ours[Strictness.NORMAL]
    facts = app.lexicon().facts
    print(f"\ntutor, normal\n\n{by_kind(sentences, corrections, facts)}")
    print(f"\n{by_course(sentences, normal.corrected)}")
    print(f"\n{reliability(sentences, ours[Strictness.STRICT][1])}")
    if options.kinds.exists():
        judge = app.tagging_corrector(Strictness.NORMAL)
        alike, found = agreement(
            kind_agreement.load(options.kinds),
            lambda text: judge.corrected(typed_transcript(text)),
            facts,
        )
        print(f"\nkinds: {alike} of {found} errors found are named as annotators name them,")
        print(f"{alike / max(found, 1):.1%}")
    missed = _missed_targets(
        sentences, {level: row for level, (row, _) in ours.items()}, loading_seconds
    )
    for target in missed if options.check else ():
        print(f"missed: {target}", file=sys.stderr)
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
