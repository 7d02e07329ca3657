"""Saying lines aloud, the next one made while the last one sounds."""

import asyncio
from collections.abc import AsyncIterable, Callable, Mapping
from functools import partial

from tutor.domain.audio import VOICE_RATE_HZ, Speech
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.splicing import silence, spliced
from tutor.domain.spoken_text import fragments
from tutor.errors import SynthesisError
from tutor.ports import Player, Synthesizer

__all__ = ["Narrator"]

_LOOK_AHEAD = 3
"""Lines made before they are played: a short one must not leave a long one unready."""

_GAP_SECONDS = 0.06
"""Between a fragment of one voice and the next: about a short pause inside a phrase."""


class Narrator:
    """Speaks for the tutor: a voice for each language, and the player they share."""

    def __init__(self, voices: Mapping[Language, Synthesizer], player: Player) -> None:
        self._voices = voices
        self._player = player

    async def speak(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Pace,
        *,
        on_line: Callable[[SpokenLine], None],
        on_problem: Callable[[SynthesisError], None],
    ) -> None:
        """Say every line in order, and return when the last has sounded.

        ``on_line`` is called as each line starts to sound, so its first call is the first
        audio. A line that its voice fails on is left out and reported to ``on_problem``.
        An error of ``lines`` is raised once the lines before it have been said; an error of the
        player (AudioDeviceError) at once. Cancelling stops the voices and the sound.
        """
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
                await self._player.play(speech, partial(on_line, speech.line))
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

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """Play what ``speech`` has made; see Player.play."""
        await self._player.play(speech, on_start)

    def _voice(self, language: Language, fallback: Language) -> Synthesizer:
        return self._voices.get(language) or self._voices[fallback]
