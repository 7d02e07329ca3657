"""Saying lines aloud, the next one made while the last one sounds."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.interrupting import said_part
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.splicing import silence, spliced
from tutor.domain.spoken_text import fragments, head_and_rest
from tutor.errors import SynthesisError
from tutor.ports import Player, Synthesizer
from tutor.session.overhearing import Overhearer

__all__ = ["Narration", "Narrator", "PreparedNarration", "in_order"]

_Sounds: TypeAlias = AsyncGenerator[Speech | SynthesisError, None]

_LOOK_AHEAD = 4
"""Parts made before they are played: a short one must not leave a long one unready."""

_GAP_SECONDS = 0.06
"""Between a fragment of one voice and the next: about a short pause inside a phrase."""

_PAUSE_SECONDS = 0.1
"""Between the beginning of a line and the rest of it: as at a comma."""


@dataclass(frozen=True, slots=True)
class Narration:
    """What has become of the lines that were to be said."""

    said: tuple[SpokenLine, ...]
    """What was heard, in order; the last one may be only a part of its line."""
    is_interrupted: bool = False
    """Whether the learner took the floor before the last line was over."""
    begun: tuple[AudioChunk, ...] = ()
    """What the learner had begun to say; the microphone's next frames follow it without a gap."""


class PreparedNarration:
    """Lines on their way to being sound; nothing of them is heard before ``play``.

    At most ``_LOOK_AHEAD`` parts of them are made before they are played.
    """

    def __init__(
        self, sounds: Callable[[], _Sounds], player: Player, ear: Overhearer | None
    ) -> None:
        self._player = player
        self._ear = ear
        self._ready: asyncio.Queue[Speech | SynthesisError | None] = asyncio.Queue()
        self._room = asyncio.Semaphore(_LOOK_AHEAD)
        self._making = asyncio.create_task(self._make(sounds))

    async def play(
        self,
        *,
        on_line: Callable[[SpokenLine], None],
        on_problem: Callable[[SynthesisError], None],
        begun: Sequence[AudioChunk] = (),
    ) -> Narration:
        """Say every line in order, and return when the last has sounded, or the learner speaks.

        ``begun`` is that of the narration before, where nobody has listened since.

        ``on_line`` is called as each line starts to sound, so its first call is the first
        audio. A line that its voice fails on is left out and reported to ``on_problem``.
        An error of the lines is raised once those before it have been said; an error of the
        player or the microphone (AudioDeviceError) at once. Cancelling stops the voices and the
        sound.
        """
        progress = _Progress(on_line)
        saying = asyncio.create_task(self._say(progress, on_problem))
        jobs: set[asyncio.Task[None]] = {saying}
        if self._ear is not None:
            jobs.add(asyncio.create_task(self._ear.interrupted(self._player, begun)))
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
            await self.discard()
            await self._player.resume()
        heard = () if self._ear is None else self._ear.begun()
        return Narration(progress.said(heard_seconds), is_interrupted, heard)

    async def discard(self) -> None:
        """Make no more of it."""
        self._making.cancel()
        await asyncio.gather(self._making, return_exceptions=True)

    async def _make(self, sounds: Callable[[], _Sounds]) -> None:
        try:
            await self._room.acquire()
            async with aclosing(sounds()) as made:
                async for sound in made:
                    self._ready.put_nowait(sound)
                    await self._room.acquire()
        finally:
            self._ready.put_nowait(None)

    async def _say(
        self, progress: "_Progress", on_problem: Callable[[SynthesisError], None]
    ) -> None:
        while (sound := await self._ready.get()) is not None:
            self._room.release()
            if isinstance(sound, SynthesisError):
                on_problem(sound)
                continue
            await self._player.play(sound, partial(progress.begin, sound))
            progress.end()
        await self._making


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

    def heard_from(self, player: Player) -> "Narrator":
        """The same voices from another player."""
        return Narrator(self._voices, player)

    def prepare(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Callable[[], Pace],
        *,
        in_haste: bool = False,
    ) -> PreparedNarration:
        """Begin to make the sound of these lines; whoever asks must play or discard it.

        ``pace`` is asked anew for each line.
        ``in_haste``, the first line is made in two parts where it can be, so that only its
        beginning is waited for.
        """
        sounds = partial(self._sounds, lines, pace, in_haste)
        return PreparedNarration(sounds, self._player, self._overhearer)

    async def speak(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Pace,
        *,
        on_line: Callable[[SpokenLine], None],
        on_problem: Callable[[SynthesisError], None],
        begun: Sequence[AudioChunk] = (),
    ) -> Narration:
        """Say every line in order; see PreparedNarration.play."""
        prepared = self.prepare(lines, lambda: pace)
        return await prepared.play(on_line=on_line, on_problem=on_problem, begun=begun)

    async def _sounds(
        self,
        lines: AsyncIterable[SpokenLine],
        pace: Callable[[], Pace],
        in_haste: bool,  # noqa: FBT001  # private, bound by ``prepare``
    ) -> _Sounds:
        async for line in lines:
            parts = head_and_rest(line.text) if in_haste else (line.text,)
            in_haste = False
            for number, part in enumerate(parts):
                try:
                    made = await self.speech(replace(line, text=part), pace())
                except SynthesisError as error:
                    yield error
                    break
                yield _part(line, part, made.audio, continues=number > 0)

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


def _part(line: SpokenLine, text: str, audio: AudioChunk, *, continues: bool) -> Speech:
    if not continues:
        return Speech(line, audio, text)
    pause = silence(_PAUSE_SECONDS, audio.sample_rate_hz)
    whole = AudioChunk(pause.samples + audio.samples, audio.sample_rate_hz)
    return Speech(line, whole, text, continues=True)


async def in_order(lines: Iterable[SpokenLine]) -> AsyncGenerator[SpokenLine, None]:
    """Lines that are all known, for a narrator that would also wait for the next."""
    for line in lines:
        yield line


class _Progress:
    """Which lines have been heard so far."""

    def __init__(self, on_line: Callable[[SpokenLine], None]) -> None:
        self._on_line = on_line
        self._heard: list[SpokenLine] = []
        self._sounding: Speech | None = None

    def begin(self, speech: Speech) -> None:
        self._sounding = speech
        if not speech.continues:
            self._on_line(speech.line)

    def end(self) -> None:
        if self._sounding is not None:
            self._note(self._sounding, self._sounding.text)
        self._sounding = None

    def said(self, heard_seconds: float) -> tuple[SpokenLine, ...]:
        """What was heard when so much of the part that sounds had been."""
        if self._sounding is not None:
            speech, self._sounding = self._sounding, None
            part = said_part(speech.text, heard_seconds / speech.audio.duration_seconds)
            if part:
                self._note(speech, part)
        return tuple(self._heard)

    def _note(self, speech: Speech, text: str) -> None:
        before = f"{self._heard.pop().text} " if speech.continues else ""
        self._heard.append(replace(speech.line, text=before + text))
