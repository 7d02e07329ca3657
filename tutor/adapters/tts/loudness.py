"""What every voice's sound goes through last."""

import numpy as np
import numpy.typing as npt

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk

__all__ = ["finished"]

_LOUDNESS = 0.08
"""Root mean square of what is audible, so that two voices in one sentence are equally loud."""

_PEAK = 0.95
_AUDIBLE = 0.01
_LEAD, _TAIL = VOICE_RATE_HZ // 20, VOICE_RATE_HZ // 8
"""Silence kept before and after the speech: 50 and 125 ms."""


def finished(samples: npt.NDArray[np.float32]) -> AudioChunk:
    """Samples at ``VOICE_RATE_HZ`` as a chunk: evenly loud, unclipped, briefly silent around."""
    magnitude = np.abs(samples)
    audible = np.flatnonzero(magnitude > _AUDIBLE * max(float(magnitude.max(initial=0)), 1e-6))
    if not audible.size:
        return AudioChunk(b"", VOICE_RATE_HZ)
    start = max(0, int(audible[0]) - _LEAD)
    speech = samples[start : int(audible[-1]) + 1 + _TAIL]
    loudness = float(np.sqrt(np.mean(np.square(samples[audible], dtype=np.float64))))
    gain = min(_LOUDNESS / loudness, _PEAK / float(magnitude.max()))
    pcm = np.round(speech * (gain * np.iinfo(np.int16).max)).astype("<i2")
    return AudioChunk(pcm.tobytes(), VOICE_RATE_HZ)
