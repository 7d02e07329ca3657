"""What is known about the machine's sound: devices, and how loud it is."""

import math
from array import array
from dataclasses import dataclass

from tutor.domain.audio import AudioChunk

__all__ = ["SILENCE_DBFS", "SoundCheck", "SoundDevice", "SoundSystem", "level_dbfs", "peak_dbfs"]

SILENCE_DBFS = -96.0
"""The level of sound without a single bit set, in decibels below full scale."""

_FULL_SCALE = 32_768
_AUDIBLE_DECIBELS = 10.0


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """One device as PortAudio lists it."""

    index: int
    """The number that ``audio.input`` and ``audio.output`` take."""
    name: str
    input_channels: int
    output_channels: int
    rate_hz: int
    """Its native rate."""
    is_default_input: bool
    is_default_output: bool


@dataclass(frozen=True, slots=True)
class SoundSystem:
    """PortAudio and its devices."""

    library: str
    """Name and version."""
    devices: tuple[SoundDevice, ...]

    @property
    def inputs(self) -> tuple[SoundDevice, ...]:
        """The devices that record."""
        return tuple(device for device in self.devices if device.input_channels)

    @property
    def outputs(self) -> tuple[SoundDevice, ...]:
        """The devices that play."""
        return tuple(device for device in self.devices if device.output_channels)


@dataclass(frozen=True, slots=True)
class SoundCheck:
    """A tone was played: its level at the microphone before and meanwhile."""

    before_dbfs: float
    meanwhile_dbfs: float

    @property
    def is_heard(self) -> bool:
        """Whether the tone reached the microphone; with headphones it does not."""
        return self.meanwhile_dbfs - self.before_dbfs >= _AUDIBLE_DECIBELS


def peak_dbfs(audio: AudioChunk) -> float:
    """The loudest sample; 0 is as loud as can be, ``SILENCE_DBFS`` is none."""
    samples = array("h", audio.samples)
    return _decibels(max(map(abs, samples), default=0))


def level_dbfs(audio: AudioChunk, pitch_hz: float) -> float:
    """The peak of a pure tone of that pitch within the sound, by the Goertzel algorithm."""
    samples = array("h", audio.samples)
    turn = 2 * math.pi * pitch_hz / audio.sample_rate_hz
    coefficient = 2 * math.cos(turn)
    last = before_last = 0.0
    for sample in samples:
        last, before_last = sample + coefficient * last - before_last, last
    power = last**2 + before_last**2 - coefficient * last * before_last
    return _decibels(2 * math.sqrt(max(power, 0.0)) / len(samples) if samples else 0)


def _decibels(amplitude: float) -> float:
    if amplitude <= 0:
        return SILENCE_DBFS
    return max(SILENCE_DBFS, 20 * math.log10(amplitude / _FULL_SCALE))
