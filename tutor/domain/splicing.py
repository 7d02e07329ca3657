"""Joining sounds into one, as if said in one breath."""

import sys
from array import array
from collections.abc import Sequence

from tutor.domain.audio import AudioChunk

__all__ = ["silence", "spliced", "trimmed"]

_AUDIBLE = 327
"""Samples above -40 dB of full scale are sound."""

_MARGIN_SECONDS = 0.015
"""Kept around the sound, so that soft consonants are not cut."""


def silence(seconds: float, sample_rate_hz: int) -> AudioChunk:
    """Nothing to hear."""
    return AudioChunk(bytes(2 * round(seconds * sample_rate_hz)), sample_rate_hz)


def trimmed(chunk: AudioChunk) -> AudioChunk:
    """The chunk without the silence at its edges; empty when it is silent throughout."""
    samples = array("h", chunk.samples)
    if sys.byteorder == "big":
        samples.byteswap()
    last = next((place for place in reversed(range(len(samples))) if _audible(samples[place])), -1)
    first = next((place for place in range(last + 1) if _audible(samples[place])), 0)
    if last < 0:
        return AudioChunk(b"", chunk.sample_rate_hz)
    return chunk.between(
        first / chunk.sample_rate_hz - _MARGIN_SECONDS,
        (last + 1) / chunk.sample_rate_hz + _MARGIN_SECONDS,
    )


def spliced(chunks: Sequence[AudioChunk], gap_seconds: float) -> AudioChunk:
    """The sounds one after the other, the silences at their edges replaced by equal gaps.

    All share one sample rate. A single sound is left as it is.
    """
    if len(chunks) == 1:
        return chunks[0]
    rates = {chunk.sample_rate_hz for chunk in chunks}
    if len(rates) != 1:
        raise ValueError("only sounds of one sample rate can be spliced")
    (rate,) = rates
    gap = silence(gap_seconds, rate).samples
    return AudioChunk(gap.join(trimmed(chunk).samples for chunk in chunks), rate)


def _audible(sample: int) -> bool:
    return abs(sample) > _AUDIBLE
