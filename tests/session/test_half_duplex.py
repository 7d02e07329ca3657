from contextlib import aclosing

import pytest

from tests.fakes import (
    FakeClock,
    FakeMicrophone,
    FakePlayer,
    FakeVoiceDetector,
    frames_of,
    joined,
    silence,
    tone,
)
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.language import Language, SpokenLine
from tutor.session.half_duplex import HalfDuplexMicrophone, WatchedPlayer

FRAME_SECONDS = FRAME_SAMPLES / SPEECH_RATE_HZ
DECAY_SECONDS = 0.4
NEAR = 2 * FRAME_SECONDS


class TimedMicrophone(FakeMicrophone):
    """A microphone whose frames take as long on the clock as they last."""

    def __init__(self, clock, *takes):
        super().__init__(*takes)
        self.clock = clock

    async def frames(self):
        for frame in frames_of(self.takes.pop(0)):
            self.clock.advance(frame.duration_seconds)
            yield frame


def hiss(seconds):
    """Too soft for the detector."""
    return AudioChunk(b"\x2c\x01" * round(seconds * SPEECH_RATE_HZ), SPEECH_RATE_HZ)


async def heard_after_the_tutor(take, *, pause_seconds=0.0, spoke=True):
    """What gets through of a take that begins so long after the tutor's last sound."""
    clock = FakeClock()
    player = WatchedPlayer(FakePlayer(), clock)
    microphone = HalfDuplexMicrophone(
        TimedMicrophone(clock, take), player, FakeVoiceDetector(), DECAY_SECONDS
    )
    if spoke:
        line = SpokenLine(Language.SPANISH, "hola")
        await player.play(Speech(line, tone(0.1, rate_hz=VOICE_RATE_HZ)), lambda: None)
    clock.advance(pause_seconds)
    async with aclosing(microphone.frames()) as frames:
        return joined(silence(0), *[frame async for frame in frames])


async def test_before_the_tutor_has_said_anything_everything_is_heard():
    heard = await heard_after_the_tutor(joined(tone(1), silence(1)), spoke=False)
    assert heard.duration_seconds == pytest.approx(2, abs=NEAR)


async def test_what_hangs_in_the_room_is_not_heard():
    heard = await heard_after_the_tutor(joined(tone(0.25), silence(2)))
    assert not any(heard.samples)
    assert heard.duration_seconds == pytest.approx(1.85, abs=NEAR)


async def test_a_learner_who_answers_at_once_loses_no_syllable():
    heard = await heard_after_the_tutor(joined(tone(0.1), silence(0.1), tone(1), silence(1)))
    assert heard.duration_seconds == pytest.approx(2.1, abs=NEAR)
    assert any(heard.between(0, 0.2).samples)


async def test_a_soft_first_consonant_is_heard_too():
    heard = await heard_after_the_tutor(joined(silence(0.24), hiss(0.06), tone(1), silence(1)))
    assert hiss(0.02).samples in heard.samples


async def test_of_the_tutors_last_word_nothing_is_given_before_the_learners_first_one():
    heard = await heard_after_the_tutor(joined(tone(0.19), silence(0.04), tone(1), silence(1)))
    assert heard.duration_seconds == pytest.approx(2, abs=NEAR)
    assert not any(heard.between(0, FRAME_SECONDS / 4).samples)


async def test_a_learner_close_behind_the_tutors_last_word_loses_half_of_the_decay_at_most():
    heard = await heard_after_the_tutor(joined(tone(2), silence(1)))
    assert heard.duration_seconds == pytest.approx(3 - DECAY_SECONDS / 2, abs=NEAR)


async def test_long_after_the_tutor_everything_is_heard():
    heard = await heard_after_the_tutor(joined(tone(0.2), silence(1)), pause_seconds=0.5)
    assert heard.duration_seconds == pytest.approx(1.2, abs=NEAR)


async def test_time_that_has_passed_already_counts():
    heard = await heard_after_the_tutor(joined(silence(0.2), tone(1)), pause_seconds=0.25)
    assert any(heard.between(0, 0.2).samples)
    assert heard.duration_seconds == pytest.approx(1.05, abs=0.1)
