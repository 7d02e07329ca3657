import pytest

from tests.fakes import FakeMicrophone, FakePlayer, joined, silence, tone
from tutor.errors import AudioDeviceError
from tutor.session.sound_check import measure_level, play_and_record


async def test_the_level_is_that_of_the_loudest_moment():
    microphone = FakeMicrophone(joined(silence(0.2), tone(0.2), silence(1)))
    assert await measure_level(microphone, 1.0) == pytest.approx(-8.7, abs=0.1)
    assert not microphone.hearing


async def test_a_tone_that_comes_back_is_heard():
    microphone = FakeMicrophone(joined(silence(0.6), tone(1, pitch_hz=1000), silence(1)))
    check = await play_and_record(FakePlayer(), microphone)
    assert check.is_heard
    assert not microphone.hearing


async def test_a_tone_that_does_not_come_back_is_not_heard():
    check = await play_and_record(FakePlayer(), FakeMicrophone(silence(3)))
    assert not check.is_heard


async def test_a_hum_that_was_there_before_is_not_the_tone():
    check = await play_and_record(FakePlayer(), FakeMicrophone(tone(3, pitch_hz=1000)))
    assert not check.is_heard


async def test_a_speaker_that_fails_the_check_is_an_error():
    player = FakePlayer(AudioDeviceError("The speaker is gone. Run: tutor doctor"))
    microphone = FakeMicrophone(silence(3))
    with pytest.raises(AudioDeviceError, match="speaker"):
        await play_and_record(player, microphone)
    assert not microphone.hearing
