"""Learner and tutor through one sound card: no echo is answered, and the tutor lets itself be
interrupted."""

import asyncio
from contextlib import asynccontextmanager

import numpy as np
import pytest

from tests.e2e.test_sound_card import ALIKE, as_speech, likeness, loudness, nothing, write_wav
from tests.fakes import joined, silence, tone
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.audio.microphone import SoundDeviceMicrophone
from tutor.adapters.audio.player import SoundDevicePlayer
from tutor.adapters.vad.silero import SileroVoiceDetector
from tutor.app import prompt_microphone, synthesizer_for
from tutor.app.sitting import system_clock
from tutor.config import Settings
from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk
from tutor.domain.endpointing import EndpointingSettings
from tutor.domain.interrupting import InterruptingSettings
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.splicing import trimmed
from tutor.resources import resource_folder
from tutor.session.half_duplex import HalfDuplexMicrophone, WatchedPlayer
from tutor.session.listening import HandsFreeListener
from tutor.session.overhearing import Overhearer
from tutor.session.speaking import Narrator

pytestmark = pytest.mark.soundcard

TURNS = 2
MOST_SECONDS_TO_SILENCE = 0.2
TIMEOUT_SECONDS = 60
MINUS_12_DB = 0.25
PATIENCE = EndpointingSettings(patience_seconds=0.8)
DECAY_SECONDS = 0.4
TUTOR_SECONDS = 6.0
UNLIKE = 0.3
"""No two of the recorded sentences are more alike than 0.16; half of one is to the whole by 0.5."""


def show(figure):
    """Print what was measured; pytest -s lets it through."""
    print(f"\n{figure}")  # noqa: T201  # the figure is what the test is for


async def recorded(number):
    """What a learner says in the demonstration, from its first to its last audible sample."""
    return trimmed(
        await SoundFileReader().read(resource_folder("lessons") / "demo" / f"{number:02}.flac")
    )


def as_loud_as(audio, peak):
    """The sound, its loudest sample at ``peak``."""
    samples = np.frombuffer(audio.samples, "<i2").astype(float)
    louder = np.rint(samples * (peak / np.abs(samples).max())).astype("<i2")
    return AudioChunk(louder.tobytes(), audio.sample_rate_hz)


def similar(utterance, said):
    """The likeness of what was heard to what was said, of which either end may be missing."""
    around = silence(said.duration_seconds)
    return likeness(joined(around, utterance.audio, around), said)


class HummingVoice:
    """A voice whose every sentence is the same long hum, so that any silence in it shows."""

    async def synthesize(self, text, pace):
        return tone(TUTOR_SECONDS, rate_hz=VOICE_RATE_HZ)


class Headphones:
    """A tutor who can be interrupted, on the sound card."""

    def __init__(self):
        self.microphone = prompt_microphone(Settings())
        self.player = SoundDevicePlayer("")
        ear = Overhearer(self.microphone, SileroVoiceDetector(), InterruptingSettings())
        self.narrator = Narrator({Language.SPANISH: HummingVoice()}, self.player, ear)
        self.listener = HandsFreeListener(self.microphone, SileroVoiceDetector(), PATIENCE)

    async def hum(self):
        async def lines():
            yield SpokenLine(
                Language.SPANISH, "uno dos tres cuatro cinco seis siete ocho nueve diez"
            )

        return await self.narrator.speak(
            lines(), Pace.NORMAL, on_line=lambda _: None, on_problem=lambda _: None
        )


@asynccontextmanager
async def headphones():
    worn = Headphones()
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            yield worn
    finally:
        await worn.listener.close()
        await worn.player.close()


def channels(recording):
    """How loud each sample of the microphone and of the speaker was."""
    both = loudness(recording)
    both = both[: len(both) // 2 * 2].reshape(-1, 2)
    return both[:, 0], both[:, 1]


def seconds_to_silence(recording):
    """From the learner's first audible sample to the tutor's last."""
    learner, tutor = channels(recording)
    first = int(np.argmax(learner > 200))
    last = len(tutor) - 1 - int(np.argmax(tutor[::-1] > 200))
    return (last - first) / VOICE_RATE_HZ


@pytest.mark.parametrize("number", [1, 6])
async def test_an_interruption_silences_the_tutor_and_none_of_it_is_lost(
    sound_card, tmp_path, number
):
    said = await recorded(number)
    path = write_wav(tmp_path / "said.wav", as_loud_as(said, 20_000))
    async with headphones() as worn:
        with sound_card.recording_both() as recording:
            humming = asyncio.create_task(worn.hum())
            await asyncio.to_thread(recording.wait_until_audible)
            await asyncio.to_thread(recording.wait_for_more, 1.0)
            speaking = asyncio.create_task(asyncio.to_thread(sound_card.speak, path))
            narration = await humming
            utterance = await worn.listener.listen(begun=narration.begun)
            await speaking
            heard = await asyncio.to_thread(recording.stop)
    seconds = seconds_to_silence(heard)
    show(f"from the learner's first sample to silence: {seconds:.3f} s")
    assert narration.is_interrupted
    assert "…" in narration.said[0].text
    assert likeness(utterance.audio, said) > ALIKE
    assert utterance.audio.duration_seconds > said.duration_seconds - 0.1
    assert 0 < seconds <= MOST_SECONDS_TO_SILENCE


async def undisturbed(sound_card, path):
    """What became of a hum during which a sound was made, and how long the hum was heard."""
    async with headphones() as worn:
        with sound_card.recording_both() as recording:
            humming = asyncio.create_task(worn.hum())
            await asyncio.to_thread(recording.wait_until_audible)
            await asyncio.to_thread(recording.wait_for_more, 1.0)
            await asyncio.to_thread(sound_card.speak, path)
            narration = await humming
            heard = await asyncio.to_thread(recording.stop)
    _, tutor = channels(heard)
    return narration, np.flatnonzero(tutor > 200) / VOICE_RATE_HZ


def longest_silence(moments):
    return float(np.diff(moments).max())


async def test_a_short_word_makes_the_tutor_pause_and_go_on(sound_card, tmp_path):
    said = await recorded(6)
    word = as_loud_as(said.between(0, 0.35), 20_000)
    path = write_wav(tmp_path / "said.wav", joined(word, silence(0.2)))
    narration, moments = await undisturbed(sound_card, path)
    show(f"the tutor was silent for {longest_silence(moments):.2f} s")
    assert not narration.is_interrupted
    assert 0.3 < longest_silence(moments) < 1.5
    assert moments[-1] - moments[0] > TUTOR_SECONDS


async def test_a_cough_does_not_make_the_tutor_stop(sound_card, tmp_path):
    burst = np.random.default_rng(5).normal(0, 6000, SPEECH_RATE_HZ // 4) * np.hanning(4000)
    cough = AudioChunk(burst.clip(-32768, 32767).astype("<i2").tobytes(), SPEECH_RATE_HZ)
    path = write_wav(tmp_path / "cough.wav", joined(cough, silence(0.2), cough, silence(0.2)))
    narration, moments = await undisturbed(sound_card, path)
    assert not narration.is_interrupted
    assert moments[-1] - moments[0] > TUTOR_SECONDS - 0.1


@pytest.mark.models
async def test_somebody_who_says_that_they_listen_does_not_interrupt(
    sound_card, tmp_path, require_models, cache_dir
):
    require_models("ef_dora")
    voice = synthesizer_for(Settings(cache_dir=cache_dir), "ef_dora")
    sounds = {
        text: trimmed(await voice.synthesize(text, Pace.NORMAL))
        for text in ("Ajá.", "Sí.", "Claro.")
    }
    show({text: f"{sound.duration_seconds:.2f} s" for text, sound in sounds.items()})
    pause = silence(1.0, rate_hz=VOICE_RATE_HZ)
    said = joined(*(part for sound in sounds.values() for part in (sound, pause)))
    path = write_wav(tmp_path / "said.wav", said)
    narration, moments = await undisturbed(sound_card, path)
    show(f"the tutor was silent for {longest_silence(moments):.2f} s")
    assert not narration.is_interrupted
    assert moments[-1] - moments[0] > TUTOR_SECONDS - 0.1


class WithoutHeadphones:
    """A tutor and a listener in one room."""

    def __init__(self):
        self.player = WatchedPlayer(SoundDevicePlayer(""), system_clock())
        microphone = HalfDuplexMicrophone(
            SoundDeviceMicrophone(""), self.player, SileroVoiceDetector(), DECAY_SECONDS
        )
        self.listener = HandsFreeListener(microphone, SileroVoiceDetector(), PATIENCE)

    async def close(self):
        await self.listener.close()
        await self.player.close()


async def test_the_echo_is_loud_enough_to_be_heard_by_a_microphone_that_is_not_deaf(sound_card):
    said = await recorded(1)
    player = SoundDevicePlayer("")
    listener = HandsFreeListener(SoundDeviceMicrophone(""), SileroVoiceDetector(), PATIENCE)
    with sound_card.echo(MINUS_12_DB):
        async with asyncio.timeout(TIMEOUT_SECONDS):
            playing = asyncio.create_task(player.play(as_speech(said), nothing))
            utterance = await listener.listen()
            await playing
    await listener.close()
    await player.close()
    assert utterance is not None
    show(f"like the tutor: {similar(utterance, said):.2f}")
    assert similar(utterance, said) > ALIKE


async def test_a_tutor_whose_echo_is_heard_never_answers_itself(sound_card, tmp_path):
    learner = await recorded(6)
    path = write_wav(tmp_path / "said.wav", learner)
    room = WithoutHeadphones()
    answers = []
    with sound_card.echo(MINUS_12_DB), sound_card.recording_both() as recording:
        for turn in range(TURNS):
            tutor = await recorded(1 + turn % 5)
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await room.player.play(as_speech(tutor), nothing)
                listening = asyncio.create_task(room.listener.listen())
                if turn % 2:  # every other time the learner answers at once
                    await asyncio.to_thread(recording.wait_for_more, 2.0)
                    assert not listening.done()
                await asyncio.to_thread(sound_card.speak, path)
                utterance = await listening
            assert utterance is not None
            answers.append((similar(utterance, learner), similar(utterance, tutor)))
    await room.close()
    show(f"like the learner, like the tutor: {[f'{a:.2f} {b:.2f}' for a, b in answers]}")
    assert len(answers) == TURNS
    assert all(like_learner > ALIKE for like_learner, _ in answers)
    assert all(like_tutor < UNLIKE for _, like_tutor in answers)
