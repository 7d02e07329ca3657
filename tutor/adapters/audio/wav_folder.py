"""A folder that keeps what the tutor said."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from tutor.adapters.audio.wav import wav_bytes
from tutor.domain.audio import AudioChunk, Speech
from tutor.errors import AudioFileError

__all__ = ["WavFolderPlayer"]


class WavFolderPlayer:
    """Writes each speech to a file of its own: ``001-es.wav``, ``002-en.wav`` and so on.

    Numbers go on from what is in the folder, so nothing is ever overwritten; the rest of a line
    goes behind its beginning. A speech given up is still written whole.
    """

    def __init__(self, folder: Path) -> None:
        """``folder`` is made when it is first written to."""
        self._folder = folder
        self._number = 0
        self._last: tuple[Path, AudioChunk] | None = None

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """Returns when the file is complete; raises AudioFileError where it cannot be written."""
        on_start()
        await asyncio.to_thread(self._write, speech)

    async def pause(self) -> float:
        """Nothing sounds; a file is always written whole."""
        return 0.0

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """Nothing was to sound."""

    async def close(self) -> None:
        """Nothing is held."""

    def _write(self, speech: Speech) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if speech.continues and self._last is not None:
                path, begun = self._last
                whole = AudioChunk(begun.samples + speech.audio.samples, begun.sample_rate_hz)
                path.write_bytes(wav_bytes(whole))
            else:
                whole = speech.audio
                path = self._write_new(f"{speech.line.language}.wav", wav_bytes(whole))
            self._last = path, whole
        except OSError as error:
            raise AudioFileError(
                f"{self._folder} cannot hold the tutor's speech ({error.strerror})."
                " Name another folder with --out, or leave it out."
            ) from error

    def _write_new(self, ending: str, content: bytes) -> Path:
        """Under the next free number: a speech given up may be taking one just now."""
        while True:
            self._number = max(self._number, _highest_number(self._folder)) + 1
            path = self._folder / f"{self._number:03}-{ending}"
            try:
                _write_new(path, content)
            except FileExistsError:
                continue
            return path


def _highest_number(folder: Path) -> int:
    numbers = (path.name.split("-")[0] for path in folder.glob("*-*.wav"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        try:
            file.write(content)
        except OSError:
            path.unlink()
            raise
