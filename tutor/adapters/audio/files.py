"""Sound files of any common format, read by FFmpeg's libraries inside PyAV.

PyAV alone reads what soundfile reads and also m4a, webm and opus, resamples as it goes, and comes
with faster-whisper.
"""

import asyncio
import itertools
from collections.abc import Iterator
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.container import InputContainer

from tutor.domain.audio import SPEECH_RATE_HZ, AudioChunk
from tutor.errors import AudioFileError

__all__ = ["SoundFileReader"]

_GIVE_SOUND = "Give a sound file such as WAV, FLAC, MP3, OGG or M4A."
_BYTES_PER_SAMPLE = 2


class SoundFileReader:
    """Reads a file whole, in a thread of its own."""

    async def read(self, path: Path) -> AudioChunk:
        """The whole file as mono at ``SPEECH_RATE_HZ``; raises AudioFileError."""
        return await asyncio.to_thread(_read, path)


def _read(path: Path) -> AudioChunk:
    _check(path)
    try:
        with av.open(str(path), metadata_errors="ignore") as container:
            samples = b"".join(_pieces(container, path))
    except (av.FFmpegError, OSError, ValueError) as error:
        raise AudioFileError(f"'{path}' is not a sound that can be read. {_GIVE_SOUND}") from error
    if not samples:
        raise AudioFileError(f"'{path}' holds no sound. {_GIVE_SOUND}")
    return AudioChunk(samples, SPEECH_RATE_HZ)


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            raise AudioFileError(f"'{path}' is a folder. {_GIVE_SOUND}")
        with path.open("rb") as file:
            if not file.read(1):
                raise AudioFileError(f"'{path}' is empty. {_GIVE_SOUND}")
    except FileNotFoundError as error:
        raise AudioFileError(f"There is no file '{path}'. Check its name and folder.") from error
    except OSError as error:
        raise AudioFileError(f"'{path}' may not be read. Check its permissions.") from error


def _pieces(container: InputContainer, path: Path) -> Iterator[bytes]:
    """Signed 16-bit mono at ``SPEECH_RATE_HZ``, a few hundredths of a second at a time."""
    if not container.streams.audio:
        raise AudioFileError(f"'{path}' has no sound in it. {_GIVE_SOUND}")
    resampler = AudioResampler(format="s16", layout="mono", rate=SPEECH_RATE_HZ)
    for frame in itertools.chain(_frames(container), (None,)):
        for resampled in resampler.resample(frame):
            yield bytes(resampled.planes[0])[: resampled.samples * _BYTES_PER_SAMPLE]


def _frames(container: InputContainer) -> Iterator[AudioFrame]:
    """The frames that can be decoded; damage in the midst of a file costs only its own frames."""
    for packet in container.demux(container.streams.audio[0]):
        try:
            for frame in packet.decode():
                frame.pts = None  # gaps in the time stamps are not silence
                yield frame
        except av.InvalidDataError:
            continue
