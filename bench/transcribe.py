"""Our transcriber beside faster-whisper's default call, on human Spanish: word errors and time.

The sound is Debian's ``asterisk-core-sounds-es-g722`` (Mexican Spanish, CC BY-SA 3.0) with the
words of ``asterisk-core-sounds-es``. Both packages are fetched with ``apt-get download`` into the
cache folder. Both transcribers read the same WAV files, with the same model file, in turns, each as
it comes: ours in int8 on half the cores, theirs in float32 on all of them, unless
``--compute-type`` says otherwise. Prompts whose written words hold digits or
stage directions are left out: nobody wrote down how they were spoken.
"""

import argparse
import asyncio
import gzip
import os
import re
import statistics
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import av
import jiwer
from faster_whisper import WhisperModel
from num2words import num2words

from tutor.app import audio_reader, model_store, transcriber
from tutor.config import load_settings
from tutor.domain.audio import SPEECH_RATE_HZ, Utterance

__all__ = ["Prompt", "human_prompts", "main"]

_PACKAGES = ("asterisk-core-sounds-es", "asterisk-core-sounds-es-g722")
_SOUNDS = "usr/share/asterisk/sounds/es_MX_f_Allison"
_WORDS = "usr/share/doc/asterisk-core-sounds-es/core-sounds-es.txt.gz"
_SHORTEST_SECONDS, _LONGEST_SECONDS = 2.0, 28.0

_WORSE_AT_MOST = 0.005
_FASTER_AT_LEAST = 3.5


@dataclass(frozen=True, slots=True)
class Prompt:
    """A recording and the words in it."""

    path: Path
    words: str
    seconds: float


@dataclass(slots=True)
class Score:
    """What one transcriber has written so far, and how long each prompt took it."""

    name: str
    texts: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def error_rate(self, prompts: list[Prompt]) -> float:
        """Wrong, missing and extra words by the words there are."""
        heard = [normalised(text) for text in self.texts]
        return float(jiwer.wer([normalised(prompt.words) for prompt in prompts], heard))


def main() -> int:
    """Print the table; with ``--check`` 1 where the promise does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--limit", type=int, default=0, help="this many, spread over all of them")
    parser.add_argument("--compute-type", default="default", help="theirs, such as int8")
    parser.add_argument("--check", action="store_true", help="fail unless as good and faster")
    options = parser.parse_args()
    settings = load_settings({})
    prompts = _prompts(settings.cache_dir / "bench", options.limit)
    model_folder = model_store(settings).paths(settings.speech.model)[0].parent
    ours, theirs = asyncio.run(_compare(prompts, model_folder, options.compute_type))
    _print_table(prompts, ours, theirs)
    if not options.check:
        return 0
    is_as_good = ours.error_rate(prompts) <= theirs.error_rate(prompts) + _WORSE_AT_MOST
    return 0 if is_as_good and sum(theirs.seconds) >= _FASTER_AT_LEAST * sum(ours.seconds) else 1


async def _compare(
    prompts: list[Prompt], model_folder: Path, compute_type: str
) -> tuple[Score, Score]:
    """Both in turns; who goes first changes with every prompt, so that neither is favoured.

    Theirs has a process of its own: two teams of OpenMP threads in one would slow each other.
    """
    ours, theirs = Score("tutor, int8"), Score(f"faster-whisper, {compute_type}")
    reader, ears = audio_reader(), transcriber(load_settings({}))
    with ProcessPoolExecutor(
        1,
        get_context("spawn"),
        initializer=_load_default,
        initargs=(str(model_folder), compute_type),
    ) as process:
        for number, prompt in enumerate([prompts[0], *prompts]):
            for score in (ours, theirs) if number % 2 else (theirs, ours):
                if score is ours:
                    started = time.perf_counter()
                    audio = await reader.read(prompt.path)
                    heard = await ears.transcribe(Utterance(audio, audio.duration_seconds, 0.0))
                    text, seconds = heard.text, time.perf_counter() - started
                else:
                    text, seconds = process.submit(_run_default, str(prompt.path)).result()
                if number:  # the first run loads and warms up
                    score.texts.append(text)
                    score.seconds.append(seconds)
            sys.stderr.write(f"\r{number} of {len(prompts)}")
    sys.stderr.write("\n")
    return ours, theirs


_default: list[WhisperModel] = []
"""faster-whisper's model, in the process that runs it."""


def _load_default(model_folder: str, compute_type: str) -> None:
    _default.append(
        WhisperModel(
            model_folder, device="cpu", compute_type=compute_type, cpu_threads=os.cpu_count() or 1
        )
    )


def _run_default(path: str) -> tuple[str, float]:
    started = time.perf_counter()
    segments, _ = _default[0].transcribe(path, language="es")
    text = " ".join(segment.text for segment in segments)
    return text, time.perf_counter() - started


def _print_table(prompts: list[Prompt], ours: Score, theirs: Score) -> None:
    sound = sum(prompt.seconds for prompt in prompts)
    print(f"{len(prompts)} prompts, {sound:.0f} s of sound, {os.cpu_count()} cores")
    print(f"{'':26}{'word errors':>12}{'seconds':>10}{'a prompt':>10}{'median':>10}")
    for score in (theirs, ours):
        total = sum(score.seconds)
        print(
            f"{score.name:26}{score.error_rate(prompts):>12.4f}{total:>10.1f}"
            f"{total / len(prompts):>10.2f}{statistics.median(score.seconds):>10.2f}"
        )
    print(
        f"Word errors {ours.error_rate(prompts) - theirs.error_rate(prompts):+.4f}, "
        f"{sum(theirs.seconds) / sum(ours.seconds):.2f} times as fast."
    )


def normalised(text: str) -> str:
    """Lower case without punctuation, numbers in words; accents as they are."""
    lowered = re.sub(r"\d+", lambda match: str(num2words(int(match[0]), lang="es")), text.lower())
    return " ".join(re.sub(r"[^\w\s]", " ", lowered).split())


def human_prompts(folder: Path) -> Iterator[Prompt]:
    """Every recording with words, fetched into ``folder`` on the first run."""
    return _all_prompts(_unpacked(folder), folder / "wav")


def _prompts(folder: Path, limit: int) -> list[Prompt]:
    prompts = [
        prompt
        for prompt in human_prompts(folder)
        if _SHORTEST_SECONDS <= prompt.seconds <= _LONGEST_SECONDS
    ]
    return prompts[:: max(1, len(prompts) // limit)][:limit] if limit else prompts


def _unpacked(folder: Path) -> Path:
    """The folder that both packages are unpacked into; fetched on the first run."""
    root = folder / "root"
    if not (root / _WORDS).is_file() or not (root / _SOUNDS).is_dir():
        root.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["apt-get", "download", *_PACKAGES], cwd=folder, check=True, stdout=sys.stderr
        )
        for package in _PACKAGES:
            for archive in folder.glob(f"{package}_*.deb"):
                subprocess.run(["dpkg-deb", "-x", str(archive), str(root)], check=True)
    return root


def _all_prompts(root: Path, wav_folder: Path) -> Iterator[Prompt]:
    with gzip.open(root / _WORDS, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            name, colon, words = line.partition(":")
            sound = root / _SOUNDS / f"{name.strip()}.g722"
            if line.startswith(";") or not colon or re.search(r"[\d\[(]", words):
                continue
            if words.strip() and sound.is_file():
                path = _as_wav(sound, wav_folder / f"{name.strip().replace('/', '-')}.wav")
                with wave.open(str(path)) as file:
                    seconds = file.getnframes() / file.getframerate()
                yield Prompt(path, words.strip(), seconds)


def _as_wav(sound: Path, path: Path) -> Path:
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        resampler = av.AudioResampler(format="s16", layout="mono", rate=SPEECH_RATE_HZ)
        with av.open(str(sound), format="g722") as container:
            pieces = [
                bytes(piece.planes[0])[: piece.samples * 2]
                for frame in container.decode(audio=0)
                for piece in resampler.resample(frame)
            ]
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, SPEECH_RATE_HZ, 0, "NONE", "not compressed"))
            file.writeframes(b"".join(pieces))
    return path


if __name__ == "__main__":
    sys.exit(main())
