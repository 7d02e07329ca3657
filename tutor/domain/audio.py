"""Sound as values."""

from dataclasses import dataclass, replace

from tutor.domain.language import SpokenLine

__all__ = ["FRAME_SAMPLES", "SPEECH_RATE_HZ", "VOICE_RATE_HZ", "AudioChunk", "Speech", "Utterance"]

SPEECH_RATE_HZ = 16_000
"""The rate at which everything that listens works."""

VOICE_RATE_HZ = 24_000
"""The rate at which every voice speaks, so that two voices can share a sentence."""

FRAME_SAMPLES = 512
"""Samples in one frame of a microphone at ``SPEECH_RATE_HZ``: 32 ms."""

_BYTES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """A stretch of mono sound."""

    samples: bytes
    """Signed 16-bit little-endian mono PCM."""
    sample_rate_hz: int

    def __post_init__(self) -> None:
        if len(self.samples) % _BYTES_PER_SAMPLE:
            raise ValueError("16-bit samples need an even number of bytes")
        if self.sample_rate_hz <= 0:
            raise ValueError("sample_rate_hz must be positive")

    @property
    def duration_seconds(self) -> float:
        """Length in seconds."""
        return len(self.samples) / _BYTES_PER_SAMPLE / self.sample_rate_hz

    def between(self, start_seconds: float, end_seconds: float) -> "AudioChunk":
        """The part from start to end, both clamped to the chunk."""
        first = max(0, round(start_seconds * self.sample_rate_hz)) * _BYTES_PER_SAMPLE
        last = max(0, round(end_seconds * self.sample_rate_hz)) * _BYTES_PER_SAMPLE
        return AudioChunk(self.samples[first:last], self.sample_rate_hz)


@dataclass(frozen=True, slots=True)
class Utterance:
    """The learner's sound between two endpoints."""

    audio: AudioChunk
    """At ``SPEECH_RATE_HZ``, with the pre-roll before the first speech."""
    speech_seconds: float
    """From the first to the last speech in ``audio``; 0 where there was none."""
    endpoint_seconds: float
    """From the last speech to the decision that the utterance was over."""
    name: str = ""
    """The file it came from; empty for a microphone."""

    def after(self, seconds: float) -> "Utterance":
        """What of it comes behind a moment of its audio."""
        audio = self.audio.between(seconds, self.audio.duration_seconds)
        spoken_seconds = min(self.speech_seconds, audio.duration_seconds)
        return replace(self, audio=audio, speech_seconds=spoken_seconds)


@dataclass(frozen=True, slots=True)
class Speech:
    """A line as it sounds, or a part of one."""

    line: SpokenLine
    audio: AudioChunk
    """At ``VOICE_RATE_HZ``."""
    text: str = ""
    """What of the line it says."""
    continues: bool = False
    """Whether it is the rest of the line of the speech before."""
