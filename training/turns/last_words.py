"""How much each word sounds like the last one: counted in learners' sentences, written as a module.

``python -m training.turns.last_words --corpus FOLDER > tutor/domain/last_words.py``. For each word,
and for each ending of two letters, the table holds the log odds that a stretch of a sentence that
ends in it is the whole sentence, where every sentence counts once as a whole and once as cut off
(each of its other words equally likely to be where). Half steps are exact enough.
"""

import argparse
import json
import math
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["main"]

_WORD = re.compile(r"[^\W\d_]+")
_PRIOR = 6.0
"""How many sentences' worth a word's ending counts beside the word."""
_FEWEST = 8.0
_STEPS = 2
_STRONGEST = 4.0
_TELLING = 0.7
"""A word nearer to its ending's log odds is left out."""


def main() -> int:
    """Print the module."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="holds train.jsonl")
    sentences = list(_sentences(parser.parse_args().corpus / "train.jsonl"))
    ends, middles = _counts(sentences)
    by_ending = _by_ending(ends, middles)
    by_word = {
        word: odds
        for word, odds in _by_word(ends, middles, by_ending).items()
        if word.islower() and abs(odds - by_ending.get(word[-2:], 0.0)) > _TELLING
    }
    sys.stdout.write(_module(by_word, by_ending))
    return 0


def _sentences(path: Path) -> Iterable[list[str]]:
    """As a teacher has corrected them; placeholders of names are left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = (row["references"] or [row["source"]])[0]
            words = _WORD.findall(re.sub(r"\*\w+\*", " ", text))
            if len(words) > 1 and not text.rstrip(" .!?").endswith("*"):
                yield [words[0].lower(), *words[1:]]


def _counts(sentences: Iterable[list[str]]) -> tuple[Counter[str], Counter[str]]:
    ends, middles = Counter[str](), Counter[str]()
    for words in sentences:
        ends[words[-1]] += 1
        for word in words[:-1]:
            middles[word] += 1 / (len(words) - 1)  # type: ignore[assignment]
    return ends, middles


def _by_ending(ends: Mapping[str, float], middles: Mapping[str, float]) -> dict[str, float]:
    last, other = Counter[str](), Counter[str]()
    for counts, summed in ((ends, last), (middles, other)):
        for word, count in counts.items():
            summed[word[-2:]] += count  # type: ignore[assignment]
    return {
        ending: math.log((last[ending] + 3) / (other[ending] + 3))
        for ending in last | other
        if len(ending) > 1 and ending.islower() and last[ending] + other[ending] >= _FEWEST
    }


def _by_word(
    ends: Mapping[str, float], middles: Mapping[str, float], by_ending: Mapping[str, float]
) -> dict[str, float]:
    odds = {}
    for word in {*ends, *middles}:
        end, middle = ends.get(word, 0.0), middles.get(word, 0.0)
        if end + middle >= _FEWEST:
            share = 1 / (1 + math.exp(-by_ending.get(word[-2:], 0.0)))
            odds[word] = math.log((end + _PRIOR * share) / (middle + _PRIOR * (1 - share)))
    return odds


def _module(by_word: Mapping[str, float], by_ending: Mapping[str, float]) -> str:
    return (
        '"""How much a word sounds like the last one; made by training/turns/last_words.py."""\n\n'
        '__all__ = ["LAST_WORD_ODDS", "LAST_LETTERS_ODDS"]\n\n'
        f"{_table('_WORDS', by_word)}\n"
        f"{_table('_ENDINGS', by_ending)}\n"
        "LAST_WORD_ODDS = {word: odds for odds, words in _WORDS for word in words.split()}\n"
        '"""Log odds that a word is the last of its sentence, where they are not its ending\'s."""\n\n'
        "LAST_LETTERS_ODDS = {letters: odds for odds, words in _ENDINGS for letters in words.split()}\n"
        '"""The same by the last two letters."""\n'
    )


def _table(name: str, odds: Mapping[str, float]) -> str:
    grouped: dict[float, list[str]] = {}
    for word, value in sorted(odds.items()):
        bounded = max(-_STRONGEST, min(_STRONGEST, value))
        grouped.setdefault(round(_STEPS * bounded) / _STEPS + 0.0, []).append(word)
    lines = [f"{name} = ("]
    for value, words in sorted(grouped.items()):
        wrapped = textwrap.wrap(" ".join(words), 88)
        lines += [
            "    (",
            f"        {value},",
            *(f'        "{line} "' for line in wrapped[:-1]),
            f'        "{wrapped[-1]}",',
            "    ),",
        ]
    return "\n".join([*lines, ")", ""])


if __name__ == "__main__":
    sys.exit(main())
