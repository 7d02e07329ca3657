#!/usr/bin/env python3
"""How right corrections are that go through the ears: spoken, transcribed, corrected.

    python bench/spoken_corrections.py --gold DEV.jsonl [--limit 200] [--list] [--check]

GOLD has one object a line: {"id", "source", "references": [...]}. Each source is spoken as the
learner wrote it, the sentences by the voices in turn, and what the transcriber makes of it is
corrected. `survive` is the share of audible mistakes that were heard as they were said. A spoken
correction is `right` where a teacher changes the same words in the same way; `otherwise` where the
words were said but no teacher does so; `misheard` where they were not said. `right ones` are the
sentences in which no teacher changes what a listener can act on, `corrected` those of them in which
something else than a teacher's change is corrected. `--list` prints those
that are not right, and why. `--check` ends with 1 unless 80 % of the spoken corrections are right,
by a teacher or, of words really said, by a verdict in the file of human readings, and at most one
right utterance in 40 is corrected; no reading makes up for the latter.
"""

import argparse
import asyncio
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from gec_scoring import Sentence
from spoken_judging import Judge, Outcome, Told, Verdict, Why
from spoken_learners import VOICES, Ears, gold_sentences, right_sentences, wrong_sentences

from tutor import app
from tutor.config import Settings, load_settings
from tutor.domain.alignment import Alignment, Span
from tutor.domain.diagnosis import diagnose
from tutor.domain.language import Language
from tutor.domain.spoken_correction import spoken_edits
from tutor.domain.spoken_text import spoken
from tutor.domain.strictness import Strictness

__all__ = ["holds", "kinds_table", "read_verdicts", "unread", "voices_table"]

_RIGHT_AT_LEAST = 0.8
_CORRECTED_AT_MOST = 1 / 40
_PROGRESS_EVERY = 10
_COLUMNS = ({Why.RIGHT}, {Why.OTHERWISE, Why.NEARBY}, {Why.MISHEARD})
"""What is shown as right, as otherwise and as misheard."""
_HERE = Path(__file__).parent
_GOLD = _HERE.parents[1] / "shared/data/cowsl2h/dev.jsonl"


def voices_table(outcomes: Sequence[Outcome]) -> list[str]:
    """A line for each voice and one for all."""
    head = ("voice", "spoken", "word errors", "mistakes", "survive", "told", "right", "otherwise",
            "misheard", "right ones", "corrected")  # fmt: skip
    by_voice: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_voice[outcome.voice].append(outcome)
    lines = [_voice_row(name, group) for name, group in (*by_voice.items(), ("all", outcomes))]
    return _aligned([head, *lines])


def _voice_row(name: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    errors = [error for outcome in outcomes for error in outcome.errors]
    told = [one for outcome in outcomes for one in outcome.told]
    faultless = [outcome for outcome in outcomes if outcome.is_faultless]
    words = sum(outcome.words for outcome in outcomes)
    return (
        name,
        str(len(outcomes)),
        _share(sum(outcome.word_errors for outcome in outcomes), words),
        str(len(errors)),
        _share(sum(error.survives for error in errors), len(errors)),
        str(len(told)),
        *(_share(sum(one.why in whys for one in told), len(told)) for whys in _COLUMNS),
        str(len(faultless)),
        str(sum(outcome.is_spoiled for outcome in faultless)),
    )


def kinds_table(outcomes: Iterable[Outcome]) -> list[str]:
    """How many mistakes of each kind survive the ears, and are then corrected aloud and rightly."""
    errors = [error for outcome in outcomes for error in outcome.errors]
    rows = [("kind of mistake", "all", "survive", "corrected")]
    for kind, count in Counter(error.kind for error in errors).most_common():
        own = [error for error in errors if error.kind == kind]
        corrected = sum(error.is_corrected for error in own)
        surviving = sum(error.survives for error in own)
        rows.append((kind, str(count), str(surviving), str(corrected)))
    return _aligned(rows)


def unread(outcomes: Iterable[Outcome]) -> list[str]:
    """Each spoken correction that no teacher made, with its reason and its verdict."""
    lines: list[str] = []
    for outcome in outcomes:
        for told in outcome.told:
            if told.why is not Why.RIGHT:
                lines += _described(outcome, told)
    return lines


def _described(outcome: Outcome, told: Told) -> list[str]:
    change = f"{told.said or '∅'} → {told.better or '∅'}"
    read = f", read as {told.verdict.value}" if told.verdict else ""
    return [
        f"{outcome.sentence.id} ({outcome.voice}): {change}: {told.why.value}{read}",
        f"    said   {outcome.sentence.source}",
        f"    heard  {outcome.heard}",
        *(f"    right  {reference}" for reference in outcome.sentence.references),
    ]


def holds(outcomes: Iterable[Outcome]) -> bool:
    """Whether the promise does; where nothing was corrected it was not kept."""
    outcomes = list(outcomes)
    told = [one for outcome in outcomes for one in outcome.told]
    faultless = [outcome for outcome in outcomes if outcome.is_faultless]
    spoiled = sum(outcome.is_spoiled for outcome in faultless)
    right = sum(one.is_right for one in told)
    return (
        bool(told)
        and right >= _RIGHT_AT_LEAST * len(told)
        and spoiled <= _CORRECTED_AT_MOST * len(faultless)
    )


def read_verdicts(path: Path) -> Mapping[tuple[str, str, str], Verdict]:
    """Human readings by sentence id, ``said`` and ``better``."""
    rows = tomllib.loads(path.read_text("utf-8")).get("verdict", [])
    return {
        (row["id"], row["said"].lower(), row["better"].lower()): Verdict(row["verdict"])
        for row in rows
    }


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _judge(verdicts: Path) -> Judge:
    facts = app.lexicon().facts
    speller = app.number_spellers()[Language.SPANISH]

    def kind_of(alignment: Alignment, span: Span) -> str:
        return diagnose(alignment, span, facts).kind.value

    return Judge(
        partial(spoken, language=Language.SPANISH, speller=speller),
        kind_of,
        read_verdicts(verdicts),
    )


async def _outcomes(
    settings: Settings, sentences: Sequence[Sentence], options: argparse.Namespace
) -> list[Outcome]:
    ears = Ears(settings, options.heard)
    corrector = app.corrector(settings, Strictness(options.strictness))
    judge = _judge(options.verdicts)
    found: list[Outcome] = []
    for number, sentence in enumerate(sentences):
        voice = options.voices[number % len(options.voices)]
        transcript = await ears.hear(sentence, voice)
        correction = await corrector.correct(transcript)
        edits = spoken_edits(correction.edits)
        found.append(judge.outcome(sentence, voice, transcript.text, edits))
        if (number + 1) % _PROGRESS_EVERY == 0:
            print(f"{number + 1} of {len(sentences)}", file=sys.stderr)
    return found


def _print_all(name: str, outcomes: Sequence[Outcome], *, is_list: bool) -> None:
    right = sum(outcome.is_faultless for outcome in outcomes)
    print(f"{name}: {len(outcomes)} sentences, {right} of them right as one hears them\n")
    for lines in (voices_table(outcomes), kinds_table(outcomes), unread(outcomes) * is_list):
        if lines:
            print("\n".join(lines) + "\n")


def main() -> int:
    """Print the tables; with ``--check`` 1 where the promise does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=_GOLD)
    parser.add_argument("--limit", type=int, default=200, help="this many, spread over all of them")
    parser.add_argument("--voices", nargs="+", default=VOICES, help="each speaks in its turn")
    parser.add_argument("--strictness", choices=list(Strictness), default=Strictness.NORMAL)
    parser.add_argument("--heard", type=Path, help="keeps what was heard, for the next run")
    parser.add_argument("--verdicts", type=Path, default=_HERE / "spoken_verdicts.toml")
    parser.add_argument("--also-own", action="store_true", help="also the project's own sentences")
    parser.add_argument("--list", action="store_true", help="also each that is not right, and why")
    parser.add_argument("--check", action="store_true", help="fail unless 80 %% are right")
    options = parser.parse_args()
    settings = load_settings({})
    sets = {options.gold.name: gold_sentences(options.gold, options.limit)}
    if options.also_own:
        sets |= {"with one mistake": wrong_sentences(), "right": right_sentences()}
    heard = {
        name: asyncio.run(_outcomes(settings, sentences, options))
        for name, sentences in sets.items()
    }
    for name, outcomes in heard.items():
        _print_all(name, outcomes, is_list=options.list)
    return 1 if options.check and not holds(heard[options.gold.name]) else 0


if __name__ == "__main__":
    sys.exit(main())
