#!/usr/bin/env python3
"""Corrections drawn at random, for a person to read.

    python bench/correction_sample.py [--gold DEV.jsonl] [--count 150] [--seed 7]

Each is one line of JSON: the sentence, the change, its kind and both explanations, and what the
teachers wrote. What was made of them is in docs/corrections-sample.md.
"""

import argparse
import json
import random
import sys
from pathlib import Path

from json_lines import rows_of

from tutor import app
from tutor.domain.strictness import Strictness
from tutor.domain.transcript import typed_transcript

_GOLD = Path(__file__).parents[2] / "shared/data/cowsl2h/dev.jsonl"


def main() -> int:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=_GOLD)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    judge = app.tagging_corrector(Strictness.NORMAL)
    found = [
        {
            "sentence": row["source"],
            "said": edit.said,
            "better": edit.better,
            "corrected": correction.better,
            "kind": edit.kind.value,
            "subkind": edit.sub_kind and edit.sub_kind.value,
            "explanation_es": edit.explanation.spanish,
            "explanation_en": edit.explanation.english,
            "probability": round(edit.probability, 2),
            "teachers": row["references"],
        }
        for row in rows_of(options.gold)
        for correction in [judge.corrected(typed_transcript(row["source"]))]
        for edit in correction.edits
    ]
    chance = random.Random(options.seed)  # noqa: S311  # which are read is no secret
    for each in chance.sample(found, min(options.count, len(found))):
        print(json.dumps(each, ensure_ascii=False))
    print(f"{len(found)} corrections in all", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
