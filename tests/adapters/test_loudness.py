from array import array

import numpy as np
import pytest

from tutor.adapters.tts.loudness import finished


def tone(seconds: float, level: float):
    times = np.arange(round(seconds * 24_000)) / 24_000
    return (level * np.sin(2 * np.pi * 220 * times)).astype(np.float32)


def root_mean_square(samples: bytes) -> float:
    return float(np.sqrt(np.mean(np.square(np.frombuffer(samples, "<i2") / 32768))))


def test_quiet_and_loud_voices_become_equally_loud() -> None:
    quiet, loud = finished(tone(1, 0.02)), finished(tone(1, 0.9))
    assert root_mean_square(quiet.samples) == pytest.approx(
        root_mean_square(loud.samples), rel=0.02
    )


def test_a_sharp_peak_is_not_clipped() -> None:
    samples = tone(1, 0.001)
    samples[100] = 30.0
    assert max(abs(sample) for sample in array("h", finished(samples).samples)) < 32767


def test_long_silence_at_the_edges_is_shortened() -> None:
    silent = np.zeros(24_000, np.float32)
    chunk = finished(np.concatenate([silent, tone(1, 0.5), silent]))
    assert chunk.duration_seconds == pytest.approx(1 + 0.05 + 0.125, abs=0.01)


def test_silence_is_empty() -> None:
    assert finished(np.zeros(100, np.float32)).samples == b""
    assert finished(np.zeros(0, np.float32)).samples == b""
