"""The learner's own sound, kept for them."""

import asyncio
import os
from pathlib import Path

from tutor.adapters.audio.wav import wav_bytes
from tutor.domain.audio import Utterance
from tutor.errors import StoreUnwritableError

__all__ = ["WavArchive"]


class WavArchive:
    """One WAV file a turn, in a folder a session; readable by nobody but the learner."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, session_id: str, turn_number: int, utterance: Utterance) -> None:
        """Returns when the file is complete; raises StoreUnwritableError."""
        path = self._folder / session_id / f"{turn_number:03}.wav"
        await asyncio.to_thread(_write_private, path, wav_bytes(utterance.audio))

    async def forget(self, session_id: str, turn_number: int) -> None:
        """Delete one turn's file, if it was kept; raises StoreUnwritableError."""
        path = self._folder / session_id / f"{turn_number:03}.wav"
        try:
            await asyncio.to_thread(path.unlink, missing_ok=True)
        except OSError as error:
            raise StoreUnwritableError(
                f"{path} cannot be deleted ({error.strerror}): delete it by hand."
            ) from error


def _write_private(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    except OSError as error:
        raise StoreUnwritableError(
            f"{path} cannot be written ({error.strerror})."
            " Make room there, or leave out --keep-audio."
        ) from error
