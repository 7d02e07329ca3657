import asyncio
import math
import wave
from contextlib import aclosing

import numpy as np
import pytest

from tests.e2e.virtual_sound_card import VirtualSoundCard
from tests.fakes import joined, tone
from tutor.adapters.audio.microphone import SoundDeviceMicrophone
from tutor.adapters.audio.player import SoundDevicePlayer
from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.language import Language, SpokenLine
from tutor.errors import AudioDeviceError

pytestmark = pytest.mark.soundcard

TIMEOUT_SECONDS = 30
ALIKE = 0.6
"""A busy machine may drop a moment, which halves the correlation; another sound has under 0.2."""


def chirp(seconds, rate_hz):
    """A sound that is like itself at one place only: it rises from 200 to 2000 Hz."""
    n = np.arange(round(seconds * rate_hz)) / rate_hz
    samples = 10_000 * np.sin(2 * math.pi * (200 * n + 900 * n**2 / seconds))
    return AudioChunk(samples.astype("<i2").tobytes(), rate_hz)


def likeness(recorded, original):
    """The greatest normalised correlation of the original with any part of the recording."""
    long = np.frombuffer(recorded.samples, "<i2").astype(float)
    short = np.frombuffer(original.samples, "<i2").astype(float)
    size = 1 << (len(long) + len(short)).bit_length()
    products = np.fft.irfft(np.fft.rfft(long, size) * np.conj(np.fft.rfft(short, size)), size)
    sums = np.cumsum(np.concatenate([[0.0], long**2]))
    windows = sums[len(short) :] - sums[: -len(short)]
    norms = np.sqrt(np.maximum(windows, 1.0) * (short**2).sum())
    return float((products[: len(norms)] / norms).max())


def loudness(audio):
    return np.abs(np.frombuffer(audio.samples, "<i2").astype(int))


def as_speech(audio):
    return Speech(SpokenLine(Language.SPANISH, "hola"), audio)


def nothing():
    pass


def write_wav(path, audio):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, audio.sample_rate_hz, 0, "NONE", ""))
        file.writeframes(audio.samples)
    return path


@pytest.fixture
async def microphone(sound_card):  # a fixture has no usefixtures
    microphone = SoundDeviceMicrophone("")
    yield microphone
    await microphone.close()


@pytest.fixture
async def player(sound_card):  # a fixture has no usefixtures
    player = SoundDevicePlayer("")
    yield player
    await player.close()


async def heard_while_speaking(microphone, sound_card: VirtualSoundCard, path):
    """Everything the microphone hears from before the file is played until it is silent again."""
    heard = []
    async with asyncio.timeout(TIMEOUT_SECONDS), aclosing(microphone.frames()) as frames:
        heard.append(await anext(frames))
        speaking = asyncio.create_task(asyncio.to_thread(sound_card.speak, path))
        async for frame in frames:
            heard.append(frame)
            if speaking.done() and loudness(frame).max() < 20:
                break
        await speaking
    return joined(*heard)


@pytest.mark.parametrize("device", ["", "pulse", "DEF", "0"])
async def test_the_microphone_hears_what_is_spoken_into_it(sound_card, tmp_path, device):
    path = write_wav(tmp_path / "said.wav", chirp(2, 44_100))
    microphone = SoundDeviceMicrophone(device)
    try:
        heard = await heard_while_speaking(microphone, sound_card, path)
    finally:
        await microphone.close()
    assert heard.sample_rate_hz == SPEECH_RATE_HZ
    assert likeness(heard, chirp(2, SPEECH_RATE_HZ)) > ALIKE


async def test_what_is_said_between_two_turns_is_not_heard(microphone, sound_card, tmp_path):
    path = write_wav(tmp_path / "said.wav", chirp(1, 48_000))
    async with aclosing(microphone.frames()) as frames:
        await anext(frames)
    await asyncio.to_thread(sound_card.speak, path)
    heard: list[AudioChunk] = []
    async with asyncio.timeout(TIMEOUT_SECONDS), aclosing(microphone.frames()) as frames:
        while len(heard) < 40:
            heard.append(await anext(frames))
    assert likeness(joined(*heard), chirp(1, SPEECH_RATE_HZ)) < 0.3


@pytest.mark.usefixtures("sound_card")
async def test_an_unknown_microphone_is_named_in_the_error():
    microphone = SoundDeviceMicrophone("Blue Yeti")
    with pytest.raises(AudioDeviceError, match=r"'Blue Yeti'.*tutor doctor"):
        await anext(microphone.frames())


async def test_a_microphone_unplugged_while_it_is_heard_is_an_error(sound_card):
    microphone = SoundDeviceMicrophone("", stall_seconds=3.0)
    async with asyncio.timeout(TIMEOUT_SECONDS), aclosing(microphone.frames()) as frames:
        await anext(frames)
        sound_card.unplug()
        with pytest.raises(AudioDeviceError, match="unplugged"):
            async for _ in frames:
                pass


async def test_the_speaker_gives_out_what_is_played(player, sound_card):
    played = chirp(2, VOICE_RATE_HZ)
    starts: list[None] = []
    with sound_card.recording() as recording:
        await player.play(as_speech(played), lambda: starts.append(None))
        heard = recording.stop()
    assert len(starts) == 1
    assert likeness(heard, played) > ALIKE


async def test_speeches_follow_one_another_whole(player, sound_card):
    with sound_card.recording() as recording:
        for _ in range(3):
            await player.play(as_speech(chirp(0.5, VOICE_RATE_HZ)), nothing)
        heard = recording.stop()
    assert (loudness(heard) > 300).sum() / VOICE_RATE_HZ == pytest.approx(1.5, abs=0.1)


async def test_giving_up_playing_stops_the_sound_and_leaves_a_usable_player(player, sound_card):
    with sound_card.recording() as recording:
        playing = asyncio.create_task(player.play(as_speech(tone(20, rate_hz=24_000)), nothing))
        await asyncio.to_thread(recording.wait_until_audible)
        playing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await playing
        assert loudness(recording.stop())[-2400:].max() < 20
    with sound_card.recording() as recording:
        await player.play(as_speech(chirp(1, VOICE_RATE_HZ)), nothing)
        assert likeness(recording.stop(), chirp(1, VOICE_RATE_HZ)) > ALIKE


async def test_a_speaker_unplugged_while_it_sounds_is_an_error(sound_card):
    player = SoundDevicePlayer("", stall_seconds=1.0)
    with sound_card.recording() as recording:
        playing = asyncio.create_task(player.play(as_speech(tone(3, rate_hz=24_000)), nothing))
        await asyncio.to_thread(recording.wait_until_audible)
        sound_card.unplug()
        async with asyncio.timeout(TIMEOUT_SECONDS):
            with pytest.raises(AudioDeviceError, match="unplugged"):
                await playing


@pytest.mark.usefixtures("sound_card")
async def test_an_unknown_speaker_is_named_in_the_error():
    player = SoundDevicePlayer("Klipsch")
    with pytest.raises(AudioDeviceError, match=r"'Klipsch'.*tutor doctor"):
        await player.play(as_speech(tone(1)), nothing)
    with pytest.raises(AudioDeviceError, match="'Klipsch'"):
        player.check()
