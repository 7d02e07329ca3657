import pytest

from tutor.domain.finding import State
from tutor.domain.language import Language
from tutor.domain.speed import correction_finding, hearing_finding, reply_finding, voice_finding


def test_a_fast_machine_is_told_of_the_model_that_hears_better():
    finding = hearing_finding("faster-whisper-base", 3.0, 0.3)
    assert finding.state is State.GOOD
    assert "faster-whisper-small would take about 1.0 s" in finding.text


def test_a_machine_that_could_not_carry_it_is_not():
    assert "small" not in hearing_finding("faster-whisper-base", 3.0, 0.9).text


def test_slow_hearing_comes_with_advice():
    finding = hearing_finding("faster-whisper-base", 3.0, 2.0)
    assert finding.state is State.ADVICE
    assert finding.remedy


@pytest.mark.parametrize(
    ("finding", "state"),
    [
        (voice_finding(Language.SPANISH, 2.0, 0.4), State.GOOD),
        (voice_finding(Language.SPANISH, 2.0, 2.5), State.ADVICE),
        (reply_finding("Qwen", 1.0), State.GOOD),
        (reply_finding("Qwen", 9.0), State.ADVICE),
        (correction_finding(0.5), State.GOOD),
        (correction_finding(9.0), State.ADVICE),
    ],
)
def test_what_is_felt_as_a_wait_is_advised_about(finding, state):
    assert finding.state is state
    assert bool(finding.remedy) is (state is State.ADVICE)
