#!/usr/bin/env python3
"""How right the tutor's corrections are, beside the language model's own answers.

    python bench/corrections.py --gold DEV.jsonl [--limit 200] [--audible] [--check]

GOLD has one object a line: {"id", "source", "references": [...]}. Both rows of the table come from
the same answers of the same model: `raw` is its first line as it stands, `tutor` what
`tutor correct` makes of it. `--check` ends with 1 where the tutor is not the better of the two.
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from gec_scoring import Score, Sentence, score

from tutor import app
from tutor.config import load_settings
from tutor.domain.chat import ChatMessage
from tutor.domain.transcript import typed_transcript
from tutor.ports import ChatModel

_PROGRESS_EVERY = 20


class _Overheard:
    """A ChatModel that keeps what the one behind it answered."""

    def __init__(self, chat: ChatModel) -> None:
        self._chat = chat
        self._answers: list[str] = []

    async def stream(
        self, messages: Sequence[ChatMessage], *, max_tokens: int, temperature: float
    ) -> AsyncGenerator[str, None]:
        """See ChatModel.stream."""
        self._answers.append("")
        pieces = self._chat.stream(messages, max_tokens=max_tokens, temperature=temperature)
        async with aclosing(pieces):
            async for piece in pieces:
                self._answers[-1] += piece
                yield piece

    def taken(self) -> str:
        """The first lines of the answers since the last call."""
        lines = [answer.strip().partition("\n")[0] for answer in self._answers]
        self._answers.clear()
        return " ".join(lines)


async def _correct_all(sentences: Sequence[Sentence]) -> tuple[dict[str, str], dict[str, str]]:
    """What the model wrote and what the tutor makes of it, by sentence id."""
    raw: dict[str, str] = {}
    tutor: dict[str, str] = {}
    seconds: list[float] = []
    async with app.language_models(load_settings({})) as models:
        chat = _Overheard(models.corrector_chat)
        corrector = app.corrector(replace(models, corrector_chat=chat))
        for number, sentence in enumerate(sentences, start=1):
            started = time.monotonic()
            correction = await corrector.correct(typed_transcript(sentence.source))
            seconds.append(time.monotonic() - started)
            raw[sentence.id] = chat.taken()
            tutor[sentence.id] = correction.better
            if number % _PROGRESS_EVERY == 0:
                print(f"{number} of {len(sentences)}", file=sys.stderr)
    if seconds:
        print(f"median {statistics.median(seconds):.2f} s a sentence", file=sys.stderr)
    return raw, tutor


def _row(name: str, result: Score) -> str:
    return (
        f"{name:8} {result.precision:9.3f} {result.recall:9.3f} {result.f_half:9.3f}"
        f" {result.altered:9.3f}"
    )


def _sentences(path: Path, limit: int) -> list[Sentence]:
    """The first ``limit`` sentences of a gold file."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [Sentence(row["id"], row["source"], tuple(row["references"])) for row in rows[:limit]]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=200, help="the first N sentences")
    parser.add_argument("--audible", action="store_true", help="only what a listener can act on")
    parser.add_argument("--check", action="store_true", help="fail unless the tutor is better")
    options = parser.parse_args()
    sentences = _sentences(options.gold, options.limit)
    raw, tutor = asyncio.run(_correct_all(sentences))
    scores = {
        name: score(sentences, corrected, audible=options.audible)
        for name, corrected in (("raw", raw), ("tutor", tutor))
    }
    print(f"{len(sentences)} sentences, {scores['raw'].faultless} of them right")
    print(f"{'':8} {'precision':>9} {'recall':>9} {'F0.5':>9} {'altered':>9}")
    for name, result in scores.items():
        print(_row(name, result))
    better = (
        scores["tutor"].f_half > scores["raw"].f_half
        and scores["tutor"].altered <= scores["raw"].altered
    )
    return 1 if options.check and not better else 0


if __name__ == "__main__":
    sys.exit(main())
