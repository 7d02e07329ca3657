"""Sound small enough for a deck of flashcards."""

import io

import numpy as np
import soundfile

from tutor.domain.audio import AudioChunk

__all__ = ["encoded", "sound_ending"]

_FORMAT = "MP3" if "MP3" in soundfile.available_formats() else "WAV"


def sound_ending() -> str:
    """How the name of a sound file ends: ``mp3``, or ``wav`` where libsndfile writes no MP3."""
    return _FORMAT.lower()


def encoded(audio: AudioChunk) -> bytes:
    """A whole file."""
    content = io.BytesIO()
    samples = np.frombuffer(audio.samples, dtype="<i2")
    soundfile.write(content, samples, audio.sample_rate_hz, format=_FORMAT)
    return content.getvalue()
