from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.audio import AudioChunk
from tutor.domain.splicing import silence, spliced, trimmed

RATE = 1000


def chunk(*samples: int) -> AudioChunk:
    return AudioChunk(array("h", samples).tobytes(), RATE)


def tone(length: int) -> AudioChunk:
    return chunk(*[9000] * length)


def test_silence_at_the_edges_is_trimmed_to_a_small_margin() -> None:
    padded = chunk(*[0] * 100, *[9000] * 50, *[0] * 100)
    assert trimmed(padded).duration_seconds == pytest.approx(0.05 + 2 * 0.015)


def test_silence_inside_is_kept() -> None:
    assert trimmed(chunk(9000, *[0] * 100, 9000)).duration_seconds == pytest.approx(0.102)


def test_a_silent_chunk_trims_to_nothing() -> None:
    assert trimmed(silence(0.5, RATE)).samples == b""


def test_sounds_are_joined_with_equal_gaps() -> None:
    joined = spliced([tone(10), tone(20), tone(30)], gap_seconds=0.06)
    assert joined == AudioChunk(
        bytes(120).join(tone(length).samples for length in (10, 20, 30)), RATE
    )


def test_a_single_sound_is_left_as_it_is() -> None:
    padded = chunk(0, 0, 9000, 0)
    assert spliced([padded], gap_seconds=1) is padded


def test_sounds_of_different_rates_are_refused() -> None:
    with pytest.raises(ValueError, match="one sample rate"):
        spliced([tone(1), AudioChunk(b"", 2 * RATE)], gap_seconds=0)


@given(st.lists(st.integers(-32768, 32767), max_size=200))
def test_trimming_twice_changes_nothing_more(samples: list[int]) -> None:
    once = trimmed(chunk(*samples))
    assert trimmed(once) == once
