"""Trying out a microphone and a speaker."""

import asyncio
import math
from array import array
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing

from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.language import Language, SpokenLine
from tutor.domain.sound_device import SILENCE_DBFS, SoundCheck, level_dbfs, peak_dbfs
from tutor.ports import Microphone, Player

__all__ = ["measure_level", "play_and_record"]

_PITCH_HZ = 1000.0
_TONE_SECONDS = 1.0
_AMPLITUDE = 8000
_BEFORE_SECONDS = 0.5
_METER_SECONDS = 0.1


async def measure_level(
    microphone: Microphone, seconds: float, report: Callable[[float], None] = lambda _: None
) -> float:
    """The loudest sample of the next ``seconds``, in dBFS; raises AudioError.

    ``report`` is given the level of each tenth of a second as it passes.
    """
    loudest = SILENCE_DBFS
    async with aclosing(microphone.frames()) as frames:
        for _ in range(math.ceil(seconds / _METER_SECONDS)):
            level = peak_dbfs(await _record(frames, _METER_SECONDS))
            report(level)
            loudest = max(loudest, level)
    return loudest


async def play_and_record(player: Player, microphone: Microphone) -> SoundCheck:
    """Play a tone and listen for it; raises AudioError.

    The half second before the tone tells how much of that pitch there is without it.
    """
    async with aclosing(microphone.frames()) as frames:
        before = await _record(frames, _BEFORE_SECONDS)
        playing = asyncio.create_task(player.play(_tone(), lambda: None))
        try:
            meanwhile = await _record(frames, _BEFORE_SECONDS)
            while not playing.done():
                meanwhile = _louder(meanwhile, await _record(frames, _BEFORE_SECONDS))
            await playing
        finally:
            playing.cancel()
    return SoundCheck(level_dbfs(before, _PITCH_HZ), level_dbfs(meanwhile, _PITCH_HZ))


async def _record(frames: AsyncIterator[AudioChunk], seconds: float) -> AudioChunk:
    samples = bytearray()
    async for frame in frames:
        samples += frame.samples
        if len(samples) >= 2 * seconds * SPEECH_RATE_HZ:
            break
    return AudioChunk(bytes(samples), SPEECH_RATE_HZ)


def _louder(one: AudioChunk, other: AudioChunk) -> AudioChunk:
    return max(one, other, key=lambda audio: level_dbfs(audio, _PITCH_HZ))


def _tone() -> Speech:
    step = 2 * math.pi * _PITCH_HZ / VOICE_RATE_HZ
    count = round(_TONE_SECONDS * VOICE_RATE_HZ)
    samples = array("h", (round(_AMPLITUDE * math.sin(step * n)) for n in range(count)))
    line = SpokenLine(Language.SPANISH, "")
    return Speech(line, AudioChunk(samples.tobytes(), VOICE_RATE_HZ))
