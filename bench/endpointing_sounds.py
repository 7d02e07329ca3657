"""Real utterances with pauses put between their words, filled with the recording's own room."""

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from tutor.domain.audio import SPEECH_RATE_HZ, AudioChunk
from tutor.domain.transcript import Word

__all__ = ["Sound", "paused", "untouched"]

Samples: TypeAlias = npt.NDArray[np.int16]

SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.4, 2.5
_LEAD_SECONDS, _TAIL_SECONDS = 0.3, 6.0
_ROOM_SECONDS = 0.2
_FADE_SECONDS = 0.01
_SNAP_SECONDS = 0.08
_ENERGY_SECONDS = 0.02
_QUIET = 0.05
"""A room louder than this share of the speech is no room, but speech."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What a microphone would bring: an utterance, and the room before and after it."""

    name: str
    audio: AudioChunk
    pause_seconds: float = 0.0
    """Of the pause put in; 0 where nothing was changed."""


def untouched(name: str, audio: AudioChunk) -> Sound:
    """The recording in its room."""
    samples = _samples(audio)
    return Sound(name, _in_room(samples, _room(samples, name)))


def paused(name: str, audio: AudioChunk, words: Sequence[Word], seed: int) -> Sound | None:
    """The recording with one pause between two words; None where there is no such place.

    ``words`` carry the times at which the transcriber heard them in ``audio``.
    """
    places = [
        (before.end_seconds + after.start_seconds) / 2
        for before, after in zip(words, words[1:], strict=False)
    ]
    if not places:
        return None
    chance = random.Random(f"{name} {seed}")  # noqa: S311 - a draw that can be repeated
    samples = _samples(audio)
    place = _quietest(samples, chance.choice(places))
    seconds = chance.uniform(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS)
    room = _room(samples, name)
    pause = _filled(room, round(seconds * SPEECH_RATE_HZ))
    whole = np.concatenate((_faded(samples[:place]), pause, _faded(samples[place:][::-1])[::-1]))
    return Sound(name, _in_room(whole, room), seconds)


def _samples(audio: AudioChunk) -> Samples:
    return np.frombuffer(audio.samples, dtype="<i2").astype(np.int16)


def _loudness(samples: Samples, seconds: float) -> npt.NDArray[np.float64]:
    """Root mean square around each hundredth of a second."""
    width, step = round(seconds * SPEECH_RATE_HZ), SPEECH_RATE_HZ // 100
    sums = np.concatenate(([0.0], np.cumsum(samples.astype(np.float64) ** 2)))
    starts = np.arange(0, max(1, samples.size - width + 1), step)
    ends = np.minimum(starts + width, samples.size)
    means: npt.NDArray[np.float64] = np.sqrt((sums[ends] - sums[starts]) / np.maximum(1, ends - starts))
    return means


def _quietest(samples: Samples, seconds: float) -> int:
    """The sample near ``seconds`` where a cut is heard least."""
    first = max(0, round((seconds - _SNAP_SECONDS) * SPEECH_RATE_HZ))
    last = round((seconds + _SNAP_SECONDS) * SPEECH_RATE_HZ)
    loudness = _loudness(samples[first:last], _ENERGY_SECONDS)
    middle = round(_ENERGY_SECONDS * SPEECH_RATE_HZ / 2)
    return first + int(np.argmin(loudness)) * SPEECH_RATE_HZ // 100 + middle


def _room(samples: Samples, name: str) -> Samples:
    """The quietest moment of the recording; soft noise where it has none."""
    loudness = _loudness(samples, _ROOM_SECONDS)
    speech = float(np.percentile(loudness, 90))
    at = int(np.argmin(loudness))
    width = round(_ROOM_SECONDS * SPEECH_RATE_HZ)
    start = at * SPEECH_RATE_HZ // 100
    if loudness[at] <= _QUIET * speech and samples.size >= width:
        return samples[start : start + width]
    noise = np.random.default_rng(zlib.crc32(name.encode())).normal(0, speech / 1000, width)
    return np.round(noise).astype(np.int16)


def _filled(room: Samples, count: int) -> Samples:
    """The room for as long as is wanted, forwards and backwards so that no seam is heard."""
    both = np.concatenate((room, room[::-1]))
    return np.resize(both, count)


def _faded(samples: Samples) -> Samples:
    """Softened at the end, so that the cut does not click."""
    count = min(samples.size, round(_FADE_SECONDS * SPEECH_RATE_HZ))
    faded = samples.astype(np.float64)
    faded[samples.size - count :] *= np.linspace(1, 0, count)
    return faded.astype(np.int16)


def _in_room(samples: Samples, room: Samples) -> AudioChunk:
    lead = _filled(room, round(_LEAD_SECONDS * SPEECH_RATE_HZ))
    tail = _filled(room, round(_TAIL_SECONDS * SPEECH_RATE_HZ))
    whole = np.concatenate((lead, samples, tail)).astype("<i2")
    return AudioChunk(whole.tobytes(), SPEECH_RATE_HZ)
