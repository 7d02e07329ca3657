"""Whether the tutor is as quick and as small after twenty minutes of talk as after five.

``tutor practice --audio`` as its own process over recordings in sequence, one utterance each, with
the real models and no sound card. The session is not held in real time: a minute is the share of
the turns that twenty minutes of talk hold. After each turn the memory of the process is read, as
Linux tells it in ``/proc``, and the time that the turn took.

Without ``--recordings`` the learner is made of ``turn_learner.toml`` and of what the lessons teach
to say. ``--check`` exits 1 where memory grows by more than 5 % after the fifth minute, or where the
median turn of the last quarter takes more than 1.25 times that of the second.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spoken_learners import said_aloud, speaking

from tutor import app
from tutor.config import Settings, load_settings
from tutor.domain.language import Language
from tutor.domain.voice_command import IN_PRACTICE, recognised

_HERE = Path(__file__).parent
_LEARNER_VOICES = ("em_alex", "af_heart")
_LESSON = "a2-my-week"
_MINUTES = 20
_SETTLED_MINUTES = 5
_GROWTH_AT_MOST = 1.05
_SLOWER_AT_MOST = 1.25


@dataclass(frozen=True, slots=True)
class _Turn:
    """What was measured of one."""

    seconds: float
    speech_seconds: float
    resident_mib: float
    """Of the tutor's process, when the turn was over."""
    problems: int


def _turns_to_say(settings: Settings, count: int) -> list[str]:
    """Two sentences each, some with mistakes; none that is a wish, such as *hasta luego*."""
    wrong = tomllib.loads((_HERE / "turn_learner.toml").read_text("utf-8"))["sentences"]
    taught = [
        phrase
        for lesson in app.lesson_shelf(settings).lessons()
        for phrase in lesson.target_phrases
        if not phrase.endswith("?") and recognised(phrase, IN_PRACTICE) is None
    ]
    said = []
    for number in range(count):
        first = wrong[number // 2 % len(wrong)] if number % 2 else taught[number % len(taught)]
        said.append(f"{first} {taught[-1 - number % len(taught)]}")
    return said


async def _recorded(settings: Settings, count: int, folder: Path) -> list[Path]:
    voices = [speaking(settings, name, Language.SPANISH) for name in _LEARNER_VOICES]
    paths = []
    for number, text in enumerate(_turns_to_say(settings, count)):
        sound = await said_aloud(voices[number % len(voices)], text)
        paths.append(folder / f"{number:03}.wav")
        paths[-1].write_bytes(app.wav_bytes(sound))
    return paths


def _resident_mib(process: "subprocess.Popen[str]") -> float:
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _session(recordings: Sequence[Path], out: Path, arguments: Sequence[str]) -> list[_Turn]:
    """Hold it; a turn for each recording that was understood."""
    command = [
        sys.executable, "-m", "tutor", "practice", _LESSON, "--json", "--mute", *arguments,
        *(part for path in recordings for part in ("--audio", str(path))),
    ]  # fmt: skip
    turns: list[_Turn] = []
    problems = 0
    with tempfile.TemporaryFile("w+") as complaints:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            env={**os.environ, "TUTOR_DATA_DIR": str(out)},
        )
        for line in process.stdout or ():
            event = json.loads(line)
            problems += event["event"] == "problem"
            if event["event"] == "turn":
                timings = event["timings"]
                turns.append(
                    _Turn(
                        timings["turn_seconds"] - timings["endpoint_seconds"],
                        timings["speech_seconds"],
                        _resident_mib(process),
                        problems,
                    )
                )
        if process.wait():
            complaints.seek(0)
            sys.exit(complaints.read())
    return turns


def _minute(turns: Sequence[_Turn], number: int) -> Sequence[_Turn]:
    """The turns of a minute, counted from 1."""
    return turns[len(turns) * (number - 1) // _MINUTES : len(turns) * number // _MINUTES]


def _table(turns: Sequence[_Turn]) -> None:
    print("minute  turns  median turn  slowest  resident memory")
    for number in range(1, _MINUTES + 1):
        block = _minute(turns, number)
        if block:
            times = [turn.seconds for turn in block]
            print(
                f"{number:6}  {len(block):5}  {statistics.median(times):9.2f} s "
                f"{max(times):6.2f} s  {block[-1].resident_mib:11.0f} MiB"
            )


def _verdict(turns: Sequence[_Turn]) -> bool:
    """Print what grew; whether it grew no more than it may."""
    settled = max(turn.resident_mib for turn in _minute(turns, _SETTLED_MINUTES))
    later = turns[len(turns) * _SETTLED_MINUTES // _MINUTES :]
    growth = max(turn.resident_mib for turn in later) / settled
    quarter = len(turns) // 4
    second = statistics.median(turn.seconds for turn in turns[quarter : 2 * quarter])
    last = statistics.median(turn.seconds for turn in turns[-quarter:])
    speech = sum(turn.speech_seconds for turn in turns)
    print(f"{len(turns)} turns, {speech / 60:.1f} minutes of them the learner's speech")
    print(f"problems told: {turns[-1].problems}")
    print(
        f"memory after minute {_SETTLED_MINUTES}: at most {growth:.3f} times what it was then"
        f" (at most {_GROWTH_AT_MOST})"
    )
    print(
        f"median turn: last quarter {last:.2f} s, second quarter {second:.2f} s,"
        f" {last / second:.2f} times (at most {_SLOWER_AT_MOST})"
    )
    return growth <= _GROWTH_AT_MOST and last / second <= _SLOWER_AT_MOST


def main() -> int:
    """Measure, print, and with ``--check`` judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--recordings", type=Path, help="a folder; each file is one turn")
    parser.add_argument("--turns", type=int, default=100, help="at most (default: 100)")
    parser.add_argument("--no-model", action="store_true", help="the lesson talks alone")
    parser.add_argument("--check", action="store_true", help="exit 1 where something grows")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if options.recordings:
            kinds = {".wav", ".flac", ".mp3", ".ogg"}
            found = sorted(p for p in options.recordings.iterdir() if p.suffix in kinds)
            recordings = found[: options.turns]
        else:
            recordings = asyncio.run(_recorded(load_settings({}), options.turns, folder))
        arguments = ["--out", str(folder / "out"), *(["--no-model"] if options.no_model else [])]
        turns = _session(recordings, folder / "data", arguments)
    _table(turns)
    is_met = _verdict(turns)
    return int(options.check and not is_met)


if __name__ == "__main__":
    sys.exit(main())
