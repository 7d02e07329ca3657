import math

import pytest

from tests.fakes import joined, silence, tone
from tutor.domain.audio import AudioChunk
from tutor.domain.sound_device import (
    SILENCE_DBFS,
    SoundCheck,
    SoundDevice,
    SoundSystem,
    level_dbfs,
    peak_dbfs,
)


def device(index, *, inputs, outputs):
    return SoundDevice(index, f"device {index}", inputs, outputs, 48_000, False, False)


def test_devices_are_told_apart_by_what_they_do():
    both, microphone, speaker = (
        device(0, inputs=2, outputs=2),
        device(1, inputs=1, outputs=0),
        device(2, inputs=0, outputs=8),
    )
    system = SoundSystem("PortAudio", (both, microphone, speaker))
    assert system.inputs == (both, microphone)
    assert system.outputs == (both, speaker)


def test_silence_has_the_lowest_level():
    assert peak_dbfs(silence(0.1)) == SILENCE_DBFS
    assert peak_dbfs(AudioChunk(b"", 16_000)) == SILENCE_DBFS
    assert level_dbfs(silence(0.1), 1000) == SILENCE_DBFS
    assert level_dbfs(AudioChunk(b"", 16_000), 1000) == SILENCE_DBFS


def test_full_scale_is_zero():
    assert peak_dbfs(AudioChunk(b"\x00\x80", 16_000)) == 0


def test_the_peak_is_that_of_the_loudest_sample():
    loud = 20 * math.log10(12_000 / 32_768)
    assert peak_dbfs(joined(silence(1), tone(0.1), silence(1))) == pytest.approx(loud, abs=0.1)


def test_a_tone_is_found_at_its_own_pitch_only():
    hum = tone(1, pitch_hz=1000)
    loud = 20 * math.log10(12_000 / 32_768)
    assert level_dbfs(hum, 1000) == pytest.approx(loud, abs=0.1)
    assert level_dbfs(hum, 440) < loud - 40


def test_a_tone_counts_as_heard_when_it_stands_out():
    assert SoundCheck(before_dbfs=-70, meanwhile_dbfs=-40).is_heard
    assert not SoundCheck(before_dbfs=-45, meanwhile_dbfs=-40).is_heard
