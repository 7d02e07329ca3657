"""Saying lines aloud, the next one made while the last one sounds."""

import asyncio
from collections.abc import AsyncIterable, Callable, Mapping
from dataclasses import dataclass
from functools import partial

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.interrupting import said_part
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.splicing import silence, spliced
from tutor.domain.spoken_text import fragments
from tutor.errors import SynthesisError
from tutor.ports import Player, Synthesizer
from tutor.session.overhearing import Overhearer

__all__ = ["Narration", "Narrator"]

_LOOK_AHEAD = 3
"""Lines made before they are played: a short one must not leave a long one unready."""

_GAP_SECONDS = 0.06
"""Between a fragment of one voice and the next: about a short pause inside a phrase."""


@dataclass(frozen=True, slots=True)
class Narration:
    """What has become of the lines that were to be said."""

    said: tuple[SpokenLine, ...]
    """What was heard, in order; the last one may be only a part of its line."""
    is_interrupted: bool = False
    """Whether the learner took the floor before the last line was over."""
    begun: tuple[AudioChunk, ...] = ()
    """What the learner had begun to say; the microphone's next frames follow it without a gap."""


class Narrator:
    """Speaks for the tutor: a voice for each language, and the player they share."""

    def __init__(
        self,
        voices: Mapping[Language, Synthesizer],
        player: Player,
        overhearer: Overhearer | None = None,
    ) -> None:
        """Without an ``overhearer`` the tutor cannot be interrupted."""
        self._voices = voices
        self._player = player
        self._overhearer = overhearer

    async def speak(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Pace,
        *,
        on_line: Callable[[SpokenLine], None],
        on_problem: Callable[[SynthesisError], None],
    ) -> Narration:
        """Say every line in order, and return when the last has sounded, or the learner speaks.

        ``on_line`` is called as each line starts to sound, so its first call is the first
        audio. A line that its voice fails on is left out and reported to ``on_problem``.
        An error of ``lines`` is raised once the lines before it have been said; an error of the
        player or the microphone (AudioDeviceError) at once. Cancelling stops the voices and the
        sound.
        """
        progress = _Progress(on_line)
        saying = asyncio.create_task(self._say(lines, pace, progress, on_problem))
        if self._overhearer is None:
            jobs: set[asyncio.Task[None]] = {saying}
        else:
            jobs = {saying, asyncio.create_task(self._overhearer.interrupted(self._player))}
        try:
            done, _ = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
            for job in done:
                job.result()
            is_interrupted = saying not in done
            heard_seconds = await self._player.pause() if is_interrupted else 0.0
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)
            await self._player.resume()
        begun = () if self._overhearer is None else self._overhearer.begun()
        return Narration(progress.said(heard_seconds), is_interrupted, begun)

    async def _say(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Pace,
        progress: "_Progress",
        on_problem: Callable[[SynthesisError], None],
    ) -> None:
        ready: asyncio.Queue[Speech | None] = asyncio.Queue()
        room = asyncio.Semaphore(_LOOK_AHEAD)

        async def synthesize() -> None:
            try:
                async for line in lines:
                    await room.acquire()
                    try:
                        ready.put_nowait(await self.speech(line, pace))
                    except SynthesisError as error:
                        room.release()
                        on_problem(error)
            finally:
                ready.put_nowait(None)

        synthesis = asyncio.create_task(synthesize())
        try:
            while (speech := await ready.get()) is not None:
                room.release()
                await self._player.play(speech, partial(progress.begin, speech))
                progress.end()
            await synthesis
        finally:
            synthesis.cancel()
            await asyncio.gather(synthesis, return_exceptions=True)

    async def speech(self, line: SpokenLine, pace: Pace) -> Speech:
        """A line as sound, its fragments each in the voice of its language.

        A fragment in a language without a voice is said by the line's own. Raises
        SynthesisError.
        """
        sounds = [
            await self._voice(part.language, line.language).synthesize(part.text, pace)
            for part in fragments(line)
        ]
        if not sounds:
            sounds = [silence(_GAP_SECONDS, VOICE_RATE_HZ)]
        return Speech(line, spliced(sounds, _GAP_SECONDS))

    def _voice(self, language: Language, fallback: Language) -> Synthesizer:
        return self._voices.get(language) or self._voices[fallback]


class _Progress:
    """Which lines have been heard so far."""

    def __init__(self, on_line: Callable[[SpokenLine], None]) -> None:
        self._on_line = on_line
        self._whole: list[SpokenLine] = []
        self._sounding: Speech | None = None

    def begin(self, speech: Speech) -> None:
        self._sounding = speech
        self._on_line(speech.line)

    def end(self) -> None:
        if self._sounding is not None:
            self._whole.append(self._sounding.line)
        self._sounding = None

    def said(self, heard_seconds: float) -> tuple[SpokenLine, ...]:
        """What was heard when so much of the line that sounds had been."""
        if self._sounding is None:
            return tuple(self._whole)
        line, audio = self._sounding.line, self._sounding.audio
        part = said_part(line.text, heard_seconds / audio.duration_seconds)
        return (*self._whole, SpokenLine(line.language, part)) if part else tuple(self._whole)
