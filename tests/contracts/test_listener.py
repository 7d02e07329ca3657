import asyncio
from pathlib import Path

import pytest

from tests.fakes import (
    FakeAudioReader,
    FakeLineReader,
    FakeMicrophone,
    FakeTalkKey,
    FakeVoiceDetector,
    ScriptedListener,
    joined,
    silence,
    tone,
)
from tutor.domain.audio import SPEECH_RATE_HZ, Utterance
from tutor.domain.endpointing import EndpointingSettings
from tutor.session.listening import (
    HandsFreeListener,
    PushToTalkListener,
    RecordedListener,
    TypedListener,
)

SETTINGS = EndpointingSettings(max_utterance_seconds=5.0)
SAID = joined(silence(0.5), tone(1), silence(2))


def scripted():
    return ScriptedListener("hola", "adiós")


def typed():
    return TypedListener(FakeLineReader("hola", "", "adiós"))


def recorded():
    files = {Path("a.wav"): SAID, Path("b.wav"): SAID}
    return RecordedListener(FakeAudioReader(files), FakeVoiceDetector(), files, SETTINGS)


def hands_free():
    return HandsFreeListener(FakeMicrophone(SAID, SAID), FakeVoiceDetector(), SETTINGS)


def push_to_talk():
    key = FakeTalkKey()
    key.press()
    microphone = FakeMicrophone(tone(6), tone(6))
    listener = PushToTalkListener(microphone, FakeVoiceDetector(), key, SETTINGS)
    key.press()
    key.press()
    key.press()
    return listener


everyone = pytest.mark.parametrize(
    "listener",
    [scripted, typed, recorded, hands_free, push_to_talk],
    ids=lambda make: make.__name__,
)
those_that_run_out = pytest.mark.parametrize(
    "listener", [scripted, typed, recorded], ids=lambda make: make.__name__
)


@everyone
async def test_a_turn_is_text_or_sound_that_can_be_transcribed(listener):
    turn = await listener().listen()
    if isinstance(turn, Utterance):
        assert turn.audio.sample_rate_hz == SPEECH_RATE_HZ
        assert 0 <= turn.speech_seconds <= turn.audio.duration_seconds
        assert turn.endpoint_seconds >= 0
    else:
        assert turn == "hola"


@everyone
async def test_one_turn_comes_after_the_other(listener):
    hearing = listener()
    assert await hearing.listen() is not None
    assert await hearing.listen() is not None


@those_that_run_out
async def test_after_the_last_turn_there_is_none(listener):
    hearing = listener()
    turns = [await hearing.listen() for _ in range(4)]
    assert turns[2:] == [None, None]


@everyone
async def test_listening_can_be_given_up(listener):
    hearing = listener()
    listening = asyncio.create_task(hearing.listen())
    await asyncio.sleep(0)
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    assert await hearing.listen() is not None
    await hearing.close()
