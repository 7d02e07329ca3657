"""Sound as the bytes of a WAV file."""

import io
import wave

from tutor.domain.audio import AudioChunk

__all__ = ["wav_bytes"]


def wav_bytes(audio: AudioChunk) -> bytes:
    """A whole file: mono, 16 bits a sample."""
    content = io.BytesIO()
    with wave.open(content, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(audio.sample_rate_hz)
        writer.writeframes(audio.samples)
    return content.getvalue()
