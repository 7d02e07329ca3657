"""Saying lines aloud, the next one made while the last one sounds."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.splicing import silence, spliced
from tutor.domain.spoken_text import fragments, head_and_rest
from tutor.errors import SynthesisError
from tutor.ports import Player, Synthesizer

__all__ = ["Narration", "Narrator"]

_LOOK_AHEAD = 4
"""Parts made before they are played: a short one must not leave a long one unready."""

_GAP_SECONDS = 0.06
"""Between a fragment of one voice and the next: about a short pause inside a phrase."""

_PAUSE_SECONDS = 0.1
"""Between the beginning of a line and the rest of it: as at a comma."""


class Narration:
    """Lines on their way to being sound; nothing of them is heard before ``play``.

    At most ``_LOOK_AHEAD`` lines are made before they are played.
    """

    def __init__(
        self,
        sounds: Callable[[], AsyncGenerator[Speech | SynthesisError, None]],
        player: Player,
    ) -> None:
        self._player = player
        self._ready: asyncio.Queue[Speech | SynthesisError | None] = asyncio.Queue()
        self._room = asyncio.Semaphore(_LOOK_AHEAD)
        self._making = asyncio.create_task(self._make(sounds))

    async def _make(
        self, sounds: Callable[[], AsyncGenerator[Speech | SynthesisError, None]]
    ) -> None:
        try:
            await self._room.acquire()
            async with aclosing(sounds()) as made:
                async for sound in made:
                    self._ready.put_nowait(sound)
                    await self._room.acquire()
        finally:
            self._ready.put_nowait(None)

    async def play(
        self,
        *,
        on_line: Callable[[SpokenLine], None],
        on_problem: Callable[[SynthesisError], None],
    ) -> None:
        """Say every line in order, and return when the last has sounded.

        ``on_line`` is called as each line starts to sound, so its first call is the first
        audio. A line that its voice fails on is left out and reported to ``on_problem``.
        An error of the lines is raised once those before it have been said; an error of the
        player (AudioDeviceError) at once. Cancelling stops the voices and the sound.
        """
        try:
            while (sound := await self._ready.get()) is not None:
                self._room.release()
                if isinstance(sound, SynthesisError):
                    on_problem(sound)
                elif sound.continues:
                    await self._player.play(sound, _nothing)
                else:
                    await self._player.play(sound, partial(on_line, sound.line))
            await self._making
        finally:
            await self.discard()

    async def discard(self) -> None:
        """Make no more of it."""
        self._making.cancel()
        await asyncio.gather(self._making, return_exceptions=True)


class Narrator:
    """Speaks for the tutor: a voice for each language, and the player they share."""

    def __init__(self, voices: Mapping[Language, Synthesizer], player: Player) -> None:
        self._voices = voices
        self._player = player

    def heard_from(self, player: Player) -> "Narrator":
        """The same voices from another player."""
        return Narrator(self._voices, player)

    def prepare(
        self, lines: AsyncIterable[SpokenLine], pace: Pace, *, in_haste: bool = False
    ) -> Narration:
        """Begin to make the sound of these lines; whoever asks must play or discard it.

        ``in_haste``, the first line is made in two parts where it can be, so that only its
        beginning is waited for.
        """
        return Narration(partial(self._sounds, lines, pace, in_haste), self._player)

    async def speak(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Pace,
        *,
        on_line: Callable[[SpokenLine], None],
        on_problem: Callable[[SynthesisError], None],
    ) -> None:
        """Say every line in order; see Narration.play."""
        await self.prepare(lines, pace).play(on_line=on_line, on_problem=on_problem)

    async def _sounds(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Pace,
        in_haste: bool,  # noqa: FBT001  # private, bound by ``prepare``
    ) -> AsyncGenerator[Speech | SynthesisError, None]:
        async for line in lines:
            parts = head_and_rest(line.text) if in_haste else (line.text,)
            in_haste = False
            for number, part in enumerate(parts):
                try:
                    made = await self.speech(replace(line, text=part), pace)
                except SynthesisError as error:
                    yield error
                    break
                yield _rest_of(line, made.audio) if number else Speech(line, made.audio)

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


def _rest_of(line: SpokenLine, audio: AudioChunk) -> Speech:
    pause = silence(_PAUSE_SECONDS, audio.sample_rate_hz)
    whole = AudioChunk(pause.samples + audio.samples, audio.sample_rate_hz)
    return Speech(line, whole, continues=True)


def _nothing() -> None:
    """A line that goes on has begun already."""
