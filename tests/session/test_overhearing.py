import asyncio
from contextlib import aclosing

import pytest

from tests.fakes import (
    FakeMicrophone,
    FakeVoiceDetector,
    StagedPlayer,
    frames_of,
    joined,
    silence,
    tone,
)
from tutor.domain.interrupting import InterruptingSettings
from tutor.errors import AudioDeviceError
from tutor.session.overhearing import HeldMicrophone, Overhearer

COUGH = tone(0.3)


def overheard(*takes, **settings):
    fake = FakeMicrophone(*takes, **settings)
    microphone = HeldMicrophone(fake)
    overhearer = Overhearer(microphone, FakeVoiceDetector(), InterruptingSettings())
    return microphone, StagedPlayer(), overhearer, fake


async def given_up(hearing):
    hearing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hearing


async def all_heard(overhearer, player, fake):
    """The overhearer, still listening, after everything there is to hear."""
    hearing = asyncio.create_task(overhearer.interrupted(player))
    await fake.played_out.wait()
    for _ in range(300):
        await asyncio.sleep(0)
    return hearing


async def next_frames(microphone, count):
    async with aclosing(microphone.frames()) as frames:
        return [await anext(frames) for _ in range(count)]


async def test_whoever_speaks_on_takes_the_floor_and_the_tutor_is_silent():
    _, player, overhearer, _ = overheard(joined(silence(1), tone(3)))
    await overhearer.interrupted(player)
    assert player.is_paused
    assert not player.went_on_from


async def test_what_was_begun_starts_shortly_before_the_first_speech():
    microphone, player, overhearer, _ = overheard(joined(silence(3), tone(3)))
    await overhearer.interrupted(player)
    begun = joined(*overhearer.begun())
    assert begun.duration_seconds == pytest.approx(0.5 + 0.65, abs=0.1)
    assert not any(begun.between(0, 0.35).samples)
    await microphone.close()


async def test_no_frame_is_lost_between_the_overhearer_and_the_next_listener():
    said = list(frames_of(joined(silence(1), tone(2, pitch_hz=100), tone(2, pitch_hz=333))))
    microphone, player, overhearer, _ = overheard(joined(*said))
    await overhearer.interrupted(player)
    begun = list(overhearer.begun())
    for _ in range(40):  # the tutor has something else to do first
        await asyncio.sleep(0)
    first = sum(not any(f.samples) for f in said) - sum(not any(f.samples) for f in begun)
    rest = len(said) - first - len(begun)
    whole = begun + await next_frames(microphone, rest)
    assert joined(*whole).samples[-20_000:] == joined(*said).samples[-20_000:]
    assert len(whole) == len(said) - first
    await microphone.close()


async def test_a_cough_only_makes_the_tutor_pause():
    microphone, player, overhearer, fake = overheard(joined(silence(1), COUGH, silence(2)))
    hearing = await all_heard(overhearer, player, fake)
    assert not player.is_paused
    assert player.went_on_from == [0.4]
    assert overhearer.begun() == ()
    await given_up(hearing)
    await microphone.close()


async def test_a_word_just_begun_when_the_tutor_is_done_is_not_lost():
    microphone, player, overhearer, fake = overheard(joined(silence(1), tone(0.2)))
    hearing = await all_heard(overhearer, player, fake)
    await given_up(hearing)
    assert joined(*overhearer.begun()).duration_seconds == pytest.approx(0.7, abs=0.1)
    await microphone.close()


async def test_an_unplugged_microphone_is_an_error_also_for_the_one_who_overhears():
    _, player, overhearer, _ = overheard(silence(1), unplugged_after=1)
    with pytest.raises(AudioDeviceError, match="tutor doctor"):
        await overhearer.interrupted(player)


async def test_without_holding_a_microphone_hears_only_from_now_on():
    fake = FakeMicrophone(joined(tone(1), silence(1)))
    microphone = HeldMicrophone(fake)
    await next_frames(microphone, 1)
    await fake.played_out.wait()
    listening = asyncio.create_task(next_frames(microphone, 1))
    for _ in range(10):
        await asyncio.sleep(0)
    assert not listening.done()
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    await microphone.close()
    assert fake.closed
    assert not fake.hearing
