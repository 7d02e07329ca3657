"""When a turn is taken to be over: a fixed silence beside what the program does.

The speech is human: Debian's ``asterisk-core-sounds-es-g722`` (Mexican Spanish, CC BY-SA 3.0),
those prompts whose written words are a whole sentence, or the WAV files of ``--recordings``.
Each is heard twice: as it is, and with one
pause of 0.4 to 2.5 s between two words, drawn with a fixed seed and filled with the recording's own
quietest moment. Where words begin and end is what the transcriber heard.

Every sound goes through the real voice detector, smart-turn and Whisper; time is that of the
sound, and what smart-turn and Whisper say counts from the moment at which a machine of two cores
would have it. A turn is cut off where it is taken to be over before its last speech. The delay is
that from the last speech to the decision, over the turns that were not cut off.

Half of what 0.5 s of silence delays passes before smart-turn has answered, so that delay cannot be
halved by knowing more; ``--check`` asks for both halves from 0.8 s on.

The weights in ``tutor/domain/endpointing.py`` were chosen on one half of the prompts
(``--half tuning``); the table is of the other half unless told otherwise.
"""

import argparse
import asyncio
import json
import statistics
import sys
import zlib
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from endpointing_shares import Outcomes, share_intervals, shares
from endpointing_sounds import paused, untouched
from endpointing_turns import Ears, HeardTurn, Pause, heard_turn, outcome
from json_lines import rows_of
from transcribe import human_prompts

from tutor.app import audio_reader, model_store, transcriber, turn_judge, voice_detector
from tutor.config import Settings, load_settings
from tutor.domain.audio import Utterance
from tutor.domain.lesson import Level
from tutor.domain.patience import Patience
from tutor.errors import ModelMissingError

__all__ = ["main"]

_FIXED_SECONDS = (0.5, 0.8, 1.2, 2.0)
_OUR_CURVE = (0.25, 0.35, 0.45, 0.55, 0.65, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4, 1.6, 1.8, 2.2, 2.6, 3.2)
_SHORTEST_SECONDS, _LONGEST_SECONDS, _FEWEST_WORDS = 1.2, 15.0, 3
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """What one rule did to a list of turns."""

    name: str
    cut_off: float
    """A share of all turns."""
    paused_cut_off: float
    untouched_cut_off: float
    delay_seconds: float
    """The mean."""
    late_seconds: float
    """The ninth decile."""


def main() -> int:
    """Print the table; with ``--check`` 1 where the promise does not hold."""
    options = _options()
    turns = asyncio.run(_heard(options))
    if options.half != "all" and options.recordings is None:
        turns = [turn for turn in turns if _is_for_tuning(turn.name) is (options.half == "tuning")]
        print(f"Judged on the {options.half} half of the recordings by name; weights: tuning half.")
    fixed = [_score(f"fixed {s:.1f} s", turns, s, fixed=True) for s in _FIXED_SECONDS]
    levels = {Patience.of(level).seconds: level.value for level in Level}
    patiences = sorted({*_OUR_CURVE, *levels})
    ours = [_score(f"ours, {s:.2f} {levels.get(s, '')}", turns, s, fixed=False) for s in patiences]
    _print_table(turns, [*fixed, *ours])
    curve = [_outcomes(turns, s, fixed=False) for s in patiences]
    print("Shares with where 95 of 100 draws of recordings lie:")
    kept = [_compared(turns, s, curve) for s in _FIXED_SECONDS]
    return 0 if all(kept[1:]) or not options.check else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--limit", type=int, default=0, help="this many recordings")
    parser.add_argument("--recordings", type=Path, help="a folder of WAV files instead")
    parser.add_argument("--half", choices=("judging", "tuning", "all"), default="judging")
    parser.add_argument("--seed", type=int, default=0, help="of the pauses")
    parser.add_argument("--facts", type=Path, help="keep what was heard there, and go on from it")
    parser.add_argument("--check", action="store_true", help="fail unless twice as good")
    return parser.parse_args()


async def _heard(options: argparse.Namespace) -> list[HeardTurn]:
    """Every sound as the ears hear it, from the file of facts where it is already there."""
    settings = load_settings({})
    known = [_turn(row) for row in rows_of(options.facts)] if _exists(options.facts) else []
    paths = _recordings(settings, options)
    names = {path.name for path in paths}
    turns = [turn for turn in known if turn.name in names]
    todo = [path for path in paths if path.name not in {turn.name for turn in turns}]
    if not todo:
        return turns
    ears = _ears(settings)
    for number, path in enumerate(todo):
        new = [turn async for turn in _heard_both(ears, path, options.seed)]
        turns += new
        _keep(options.facts, new)
        sys.stderr.write(f"\r{number + 1} of {len(todo)}")
    return turns


async def _heard_both(ears: Ears, path: Path, seed: int) -> AsyncIterator[HeardTurn]:
    audio = await audio_reader().read(path)
    yield await heard_turn(ears, untouched(path.name, audio))
    whole = Utterance(audio, audio.duration_seconds, 0.0)
    words = (await ears.transcriber.transcribe(whole)).words
    sound = paused(path.name, audio, words, seed)
    if sound is not None:
        yield await heard_turn(ears, sound)


def _recordings(settings: Settings, options: argparse.Namespace) -> list[Path]:
    """In an order that does not depend on the alphabet, so that a few are a fair sample."""
    if options.recordings is not None:
        paths = sorted(options.recordings.glob("*.wav"))
    else:
        paths = [
            prompt.path
            for prompt in human_prompts(settings.cache_dir / "bench")
            if _is_whole(prompt.words)
            and _SHORTEST_SECONDS <= prompt.seconds <= _LONGEST_SECONDS
            and (
                options.half == "all"
                or _is_for_tuning(prompt.path.name) is (options.half == "tuning")
            )
        ]
    paths.sort(key=lambda path: zlib.crc32(path.name.encode()))
    return paths[: options.limit] if options.limit else paths


def _is_whole(words: str) -> bool:
    """Whether a prompt is written as a sentence; others are pieces that a machine puts together."""
    return (
        len(words.split()) >= _FEWEST_WORDS
        and words.lstrip("¿¡")[:1].isupper()
        and words.rstrip().endswith((".", "?", "!"))
        and "..." not in words
    )


def _is_for_tuning(name: str) -> bool:
    return zlib.crc32(name.encode()) % 2 == 0


def _ears(settings: Settings) -> Ears:
    judge = turn_judge(settings)
    if judge is None:
        raise ModelMissingError("smart-turn is not there. Run: tutor models fetch smart-turn")
    model_store(settings).paths(settings.speech.model)
    return Ears(voice_detector(), judge, transcriber(settings))


def _exists(path: Path | None) -> bool:
    return path is not None and path.is_file()


def _turn(row: dict[str, Any]) -> HeardTurn:
    return HeardTurn(**{**row, "pauses": tuple(Pause(**pause) for pause in row["pauses"])})


def _keep(path: Path | None, turns: Iterable[HeardTurn]) -> None:
    if path is not None:
        with path.open("a", encoding="utf-8") as lines:
            lines.writelines(json.dumps(asdict(turn), ensure_ascii=False) + "\n" for turn in turns)


def _score(name: str, turns: Sequence[HeardTurn], seconds: float, *, fixed: bool) -> Score:
    outcomes = [(turn, outcome(turn, seconds, fixed=fixed)) for turn in turns]
    delays = [delay for _, delay in outcomes if delay is not None]
    with_pause = [delay is None for turn, delay in outcomes if turn.pause_seconds]
    without = [delay is None for turn, delay in outcomes if not turn.pause_seconds]
    return Score(
        name,
        cut_off=statistics.fmean(delay is None for _, delay in outcomes),
        paused_cut_off=statistics.fmean(with_pause),
        untouched_cut_off=statistics.fmean(without),
        delay_seconds=statistics.fmean(delays) if delays else seconds,
        late_seconds=float(np.quantile(delays, 0.9)) if delays else seconds,
    )


def _print_table(turns: Sequence[HeardTurn], scores: Iterable[Score]) -> None:
    with_pause = sum(bool(turn.pause_seconds) for turn in turns)
    print(f"{len(turns)} turns, {with_pause} of them with a pause put in")
    print(f"{'':22}{'cut off':>9}{'paused':>9}{'untouched':>11}{'delay':>9}{'9 of 10':>9}")
    for score in scores:
        print(
            f"{score.name:22}{score.cut_off:>9.1%}{score.paused_cut_off:>9.1%}"
            f"{score.untouched_cut_off:>11.1%}"
            f"{score.delay_seconds:>7.2f} s{score.late_seconds:>7.2f} s"
        )


def _compared(turns: Sequence[HeardTurn], seconds: float, ours: Sequence[Outcomes]) -> bool:
    """Say what ours does at the same delay and at the same cut-offs; whether both are halved."""
    fixed = _outcomes(turns, seconds, fixed=True)
    found = shares(fixed, ours)
    within = share_intervals([turn.name for turn in turns], fixed, ours)
    is_kept = found.of_cut_off <= _HALF and found.of_delay <= _HALF
    print(
        f"fixed {seconds:.1f} s: at its delay ours cuts off {found.cut_off:.1%},"
        f" {_share(found.of_cut_off, within['of_cut_off'])} of what it does;"
        f" at its cut-offs ours waits {found.delay_seconds:.2f} s,"
        f" {_share(found.of_delay, within['of_delay'])} of that:"
        f" {'kept' if is_kept else 'NOT kept'}"
    )
    return is_kept


def _outcomes(turns: Sequence[HeardTurn], seconds: float, *, fixed: bool) -> Outcomes:
    delays = [outcome(turn, seconds, fixed=fixed) for turn in turns]
    return np.array([np.nan if delay is None else delay for delay in delays])


def _share(share: float, within: tuple[float, float]) -> str:
    return f"{share:.2f} ({within[0]:.2f} to {within[1]:.2f})"


if __name__ == "__main__":
    sys.exit(main())
