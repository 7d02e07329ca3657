import asyncio
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import (
    FakeAudioReader,
    FakeLineReader,
    FakeMicrophone,
    FakeTalkKey,
    FakeVoiceDetector,
    joined,
    silence,
    tone,
)
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ
from tutor.domain.endpointing import EndpointingSettings
from tutor.errors import AudioDeviceError, AudioFileError
from tutor.session.listening import (
    HandsFreeListener,
    PushToTalkListener,
    RecordedListener,
    TypedListener,
)

SETTINGS = EndpointingSettings(
    patience_seconds=1.0,
    max_utterance_seconds=10.0,
    min_speech_seconds=0.1,
    pre_roll_seconds=0.5,
)
FRAME_SECONDS = FRAME_SAMPLES / SPEECH_RATE_HZ
POST_ROLL_SECONDS = 0.2


def near(seconds):
    return pytest.approx(seconds, abs=2 * FRAME_SECONDS)


def hands_free(*takes, **settings):
    microphone = FakeMicrophone(*takes, **settings)
    return microphone, HandsFreeListener(microphone, FakeVoiceDetector(), SETTINGS)


def push_to_talk(*takes, **settings):
    key = FakeTalkKey()
    microphone = FakeMicrophone(*takes, **settings)
    listener = PushToTalkListener(microphone, FakeVoiceDetector(), key, SETTINGS)
    return key, microphone, listener


async def talked_between_presses(key, microphone, listener):
    listening = asyncio.create_task(listener.listen())
    key.press()
    await microphone.played_out.wait()
    key.press()
    return await listening


def recorded(**files):
    audio = {Path(f"{name}.wav"): sound for name, sound in files.items()}
    return RecordedListener(FakeAudioReader(audio), FakeVoiceDetector(), audio, SETTINGS)


async def test_silence_after_speech_ends_the_hands_free_utterance():
    _, listener = hands_free(joined(silence(2), tone(1.5), silence(3)))
    utterance = await listener.listen()
    assert utterance.speech_seconds == near(1.5)
    assert utterance.endpoint_seconds == near(1.0)
    assert utterance.name == ""


async def test_the_first_syllable_is_kept_and_long_silence_is_not():
    _, listener = hands_free(joined(silence(30), tone(1.5), silence(3)))
    utterance = await listener.listen()
    assert utterance.audio.duration_seconds == near(0.5 + 1.5 + POST_ROLL_SECONDS)
    assert not any(utterance.audio.between(0, 0.4).samples)
    assert any(utterance.audio.between(0.5 + FRAME_SECONDS, 0.6).samples)


async def test_speech_from_the_first_frame_on_needs_no_pre_roll():
    _, listener = hands_free(joined(tone(1), silence(2)))
    utterance = await listener.listen()
    assert utterance.audio.duration_seconds == near(1 + POST_ROLL_SECONDS)


async def test_a_pause_within_patience_does_not_split_the_utterance():
    _, listener = hands_free(joined(tone(1), silence(0.8), tone(1), silence(2)))
    assert (await listener.listen()).speech_seconds == near(2.8)


async def test_a_click_is_not_taken_for_a_turn():
    _, listener = hands_free(joined(tone(0.03), silence(3), tone(1), silence(2)))
    assert (await listener.listen()).speech_seconds == near(1)


async def test_endless_speech_is_cut_at_the_maximum():
    _, listener = hands_free(tone(20))
    assert (await listener.listen()).speech_seconds == near(10)


async def test_the_microphone_is_deaf_between_two_turns():
    microphone, listener = hands_free(joined(tone(1), silence(2)), joined(tone(2), silence(2)))
    await listener.listen()
    assert not microphone.hearing
    await listener.close()
    assert microphone.closed


async def test_giving_up_listening_lets_go_of_the_sound():
    microphone, listener = hands_free(silence(1))
    listening = asyncio.create_task(listener.listen())
    await microphone.played_out.wait()
    assert microphone.hearing
    listening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listening
    assert not microphone.hearing


async def test_an_unplugged_microphone_is_an_error_hands_free():
    _, listener = hands_free(tone(1), unplugged_after=1)
    with pytest.raises(AudioDeviceError, match="tutor doctor"):
        await listener.listen()


async def test_the_utterance_lies_between_two_presses():
    key, microphone, listener = push_to_talk(joined(silence(0.2), tone(1), silence(3), tone(1)))
    utterance = await talked_between_presses(key, microphone, listener)
    assert utterance.speech_seconds == near(5)
    assert utterance.endpoint_seconds == near(0)
    assert not microphone.hearing


async def test_silence_between_two_presses_is_an_utterance_without_speech():
    utterance = await talked_between_presses(*push_to_talk(silence(5)))
    assert utterance.speech_seconds == 0
    assert utterance.endpoint_seconds == 0
    assert utterance.audio.duration_seconds < 1


async def test_an_open_microphone_is_closed_at_the_maximum():
    key, _, listener = push_to_talk(tone(20))
    key.press()
    assert (await listener.listen()).speech_seconds == near(10)


async def test_no_more_keys_end_the_session():
    key, microphone, listener = push_to_talk(tone(1))
    key.let_go()
    assert await listener.listen() is None
    assert microphone.taken == 0


async def test_the_last_utterance_survives_the_end_of_input():
    key, microphone, listener = push_to_talk(tone(1))
    listening = asyncio.create_task(listener.listen())
    key.press()
    await microphone.played_out.wait()
    key.let_go()
    assert (await listening).speech_seconds == near(1)


async def test_an_unplugged_microphone_is_an_error_between_presses():
    key, _, listener = push_to_talk(tone(1), unplugged_after=1)
    key.press()
    with pytest.raises(AudioDeviceError, match="tutor doctor"):
        await listener.listen()


async def test_giving_up_while_the_key_is_down_lets_go_of_the_sound():
    key, microphone, listener = push_to_talk(tone(1))
    listening = asyncio.create_task(listener.listen())
    key.press()
    await microphone.played_out.wait()
    listening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listening
    assert not microphone.hearing


async def test_closing_gives_back_the_key_and_the_microphone():
    key, microphone, listener = push_to_talk()
    await listener.close()
    assert key.closed
    assert microphone.closed


async def test_each_file_is_one_utterance_with_its_name():
    listener = recorded(a=joined(silence(1), tone(1), silence(4), tone(1), silence(5)), b=tone(2))
    first = await listener.listen()
    second = await listener.listen()
    assert (first.name, second.name) == ("a.wav", "b.wav")
    assert first.speech_seconds == near(6)
    assert first.endpoint_seconds == 1.0
    assert second.speech_seconds == near(2)
    assert second.endpoint_seconds == near(0)
    assert await listener.listen() is None


async def test_a_file_that_ends_before_patience_does_ends_the_utterance():
    listener = recorded(a=joined(tone(1), silence(0.5)))
    assert (await listener.listen()).endpoint_seconds == near(0.5)


async def test_a_long_file_is_still_one_utterance():
    listener = recorded(a=joined(tone(40), silence(5), tone(40)))
    assert (await listener.listen()).speech_seconds == near(85)


async def test_a_file_without_speech_is_an_utterance_without_speech():
    utterance = await recorded(a=silence(100)).listen()
    assert utterance.speech_seconds == 0
    assert utterance.audio.duration_seconds < 1


async def test_an_unreadable_file_is_an_error_once_and_the_next_is_heard():
    reader = FakeAudioReader({Path("good.wav"): tone(1)})
    paths = [Path("bad.wav"), Path("good.wav")]
    listener = RecordedListener(reader, FakeVoiceDetector(), paths, SETTINGS)
    with pytest.raises(AudioFileError, match=r"bad\.wav"):
        await listener.listen()
    heard = await listener.listen()
    assert heard is not None
    assert heard.name == "good.wav"
    assert await listener.listen() is None


@settings(max_examples=40)
@given(
    before=st.integers(0, 2 * SPEECH_RATE_HZ),
    speech=st.integers(SPEECH_RATE_HZ // 4, SPEECH_RATE_HZ),
    after=st.integers(0, 2 * SPEECH_RATE_HZ),
)
async def test_no_sample_of_speech_is_ever_lost(before, speech, after):
    sounds = [n / SPEECH_RATE_HZ for n in (before, speech, after)]
    listener = recorded(a=joined(silence(sounds[0]), tone(sounds[1]), silence(sounds[2])))
    utterance = await listener.listen()
    assert utterance.speech_seconds >= sounds[1] - FRAME_SECONDS
    assert utterance.audio.samples.find(tone(sounds[1]).samples) >= 0
    assert utterance.endpoint_seconds <= SETTINGS.patience_seconds
    assert not math.isinf(utterance.audio.duration_seconds)


async def test_empty_lines_are_not_turns():
    listener = TypedListener(FakeLineReader("", "  hola, ¿qué tal? ", "\t", "adiós"))
    assert [await listener.listen() for _ in range(3)] == ["hola, ¿qué tal?", "adiós", None]
    await listener.close()
