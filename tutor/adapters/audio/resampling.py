"""Changing the rate of a sound and the number of its channels, with soxr."""

import numpy as np
import soxr

__all__ = ["MonoResampler", "resampled"]


class MonoResampler:
    """Makes mono sound of one rate from blocks of a device's sound as they come."""

    def __init__(self, *, channels: int, from_hz: int, to_hz: int) -> None:
        self._channels = channels
        self._stream = (
            None if from_hz == to_hz else soxr.ResampleStream(from_hz, to_hz, 1, dtype="int16")
        )

    def feed(self, block: bytes) -> bytes:
        """What can be said so far: 16-bit samples, channels interleaved, in; mono out."""
        samples = np.frombuffer(block, dtype="<i2")
        if self._channels > 1:
            mixed = samples.reshape(-1, self._channels).mean(axis=1, dtype=np.float32)
            samples = np.rint(mixed).astype("<i2")
        if self._stream is None:
            return samples.tobytes()
        return bytes(self._stream.resample_chunk(samples).tobytes())


def resampled(samples: bytes, *, from_hz: int, to_hz: int, channels: int) -> bytes:
    """A whole mono sound at another rate, the same on every channel."""
    mono = np.frombuffer(samples, dtype="<i2")
    if from_hz != to_hz and len(mono):
        mono = soxr.resample(mono, from_hz, to_hz)
    return np.repeat(mono, channels).tobytes()
