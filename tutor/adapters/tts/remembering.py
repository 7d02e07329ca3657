"""A voice that does not make the same sound twice."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk
from tutor.domain.language import Pace
from tutor.ports import Synthesizer

__all__ = ["RememberingVoice"]

_MOST_BYTES = 4 << 20
"""Of sound in memory: a minute and a half, what is said again within a turn or two."""
_SAMPLE_BYTES = 2


class RememberingVoice:
    """Keeps what was said last in memory, and lines that are said again and again on disk.

    Only ``standing`` texts reach the disk: what quotes the learner is theirs, and the folder is
    not. A file that cannot be read or written is done without.
    """

    def __init__(
        self,
        voice: Synthesizer,
        folder: Path,
        standing: AbstractSet[str] = frozenset(),
        *,
        most_bytes: int = _MOST_BYTES,
    ) -> None:
        """``folder`` holds this voice's sounds and no other's."""
        self._voice = voice
        self._folder = folder
        self._standing = standing
        self._most_bytes = most_bytes
        self._sounds = OrderedDict[tuple[str, Pace], AudioChunk]()
        self._bytes = 0

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        """See Synthesizer.synthesize."""
        known = self._sounds.get((text, pace))
        if known is not None:
            self._sounds.move_to_end((text, pace))
            return known
        if text not in self._standing:
            sound = await self._voice.synthesize(text, pace)
        else:
            path = self._folder / f"{_digest(text, pace)}.pcm"
            kept = await asyncio.to_thread(_read, path)
            sound = kept or await self._voice.synthesize(text, pace)
            if kept is None:
                await asyncio.to_thread(_write, path, sound)
        self._remember((text, pace), sound)
        return sound

    def _remember(self, key: tuple[str, Pace], sound: AudioChunk) -> None:
        before = self._sounds.pop(key, None)
        self._bytes += len(sound.samples) - (len(before.samples) if before else 0)
        self._sounds[key] = sound
        while self._bytes > self._most_bytes and len(self._sounds) > 1:
            _, oldest = self._sounds.popitem(last=False)
            self._bytes -= len(oldest.samples)


def _digest(text: str, pace: Pace) -> str:
    return hashlib.sha256(f"{pace}\n{text}".encode()).hexdigest()[:32]


def _read(path: Path) -> AudioChunk | None:
    try:
        samples = path.read_bytes()
    except OSError:
        return None
    is_whole = samples and len(samples) % _SAMPLE_BYTES == 0
    return AudioChunk(samples, VOICE_RATE_HZ) if is_whole else None


def _write(path: Path, sound: AudioChunk) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{uuid4().hex}.part")
        try:
            part.write_bytes(sound.samples)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
