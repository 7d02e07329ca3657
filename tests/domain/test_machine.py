import pytest

from tutor.domain.finding import State
from tutor.domain.machine import (
    disk_finding,
    echo_finding,
    level_finding,
    models_finding,
    python_finding,
    sound_findings,
)
from tutor.domain.sound_device import SILENCE_DBFS, SoundCheck, SoundDevice, SoundSystem

CARD = SoundDevice(0, "card", 2, 2, 48_000, is_default_input=True, is_default_output=True)


@pytest.mark.parametrize(
    ("finding", "state"),
    [
        (python_finding((3, 11), "Python 3.11.7"), State.GOOD),
        (python_finding((3, 19), "Python 3.19.0"), State.ADVICE),
        (disk_finding("/data", 10**12, is_writable=True), State.GOOD),
        (disk_finding("/data", 10**6, is_writable=True), State.PROBLEM),
        (disk_finding("/data", 10**12, is_writable=False), State.PROBLEM),
        (models_finding(["a", "b"], []), State.GOOD),
        (models_finding(["a", "b"], ["b"]), State.PROBLEM),
        (level_finding(-12.0), State.GOOD),
        (level_finding(-55.0), State.ADVICE),
        (level_finding(0.0), State.ADVICE),
        (level_finding(SILENCE_DBFS), State.PROBLEM),
        (echo_finding(SoundCheck(-80.0, -20.0)), State.GOOD),
        (echo_finding(SoundCheck(-80.0, -79.0)), State.ADVICE),
    ],
)
def test_whatever_is_not_good_names_the_next_step(finding, state):
    assert finding.state is state
    assert bool(finding.remedy) is (state is not State.GOOD)


def test_a_machine_with_a_card_has_a_microphone_and_a_speaker():
    findings = sound_findings(SoundSystem("PortAudio", (CARD,)))
    assert [finding.state for finding in findings] == [State.GOOD] * 3


def test_a_machine_without_one_is_told_of_the_other_ways():
    _, microphone, speaker = sound_findings(SoundSystem("PortAudio", ()))
    assert microphone.state is speaker.state is State.PROBLEM
    assert "--text" in microphone.remedy


def test_missing_models_are_named():
    assert "b" in models_finding(["a", "b"], ["b"]).text
