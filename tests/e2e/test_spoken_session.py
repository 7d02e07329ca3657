"""A session through a sound card: the learner's voice in, the tutor's voice out."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.live_tutor import live_tutor
from tests.e2e.reading import found_in, heard_in
from tests.e2e.test_demo import MODELS

pytestmark = [pytest.mark.models, pytest.mark.soundcard]

RECORDING = Path(__file__).parents[2] / "lessons" / "demo" / "06.flac"
MISTAKE, BETTER = "tiene", "tienen"
INTERRUPTED = 130
LEAST_FOUND = 0.8
"""English lines between the Spanish ones, and what a busy machine drops, cost some words."""


def a_turn(sound_card, folder):
    """Speak into the microphone; the turn it became, and what left the speaker meanwhile."""
    with live_tutor(folder, "practice", "--json") as tutor:
        tutor.until("listening")
        with sound_card.recording(rate_hz=16_000) as recording:
            sound_card.speak(RECORDING)
            turn = tutor.until("turn")
            sound = recording.stop()
        code, last = tutor.interrupt()
    assert code == INTERRUPTED
    assert last["event"] == "session_ended"
    return turn, sound


async def test_speech_is_heard_corrected_and_answered_aloud(
    require_models, sound_card, cache_dir, tmp_path
):
    require_models(*MODELS)
    turn, sound = await asyncio.to_thread(a_turn, sound_card, tmp_path)

    assert MISTAKE in turn["heard"].split()
    assert BETTER in turn["better"].split()
    spanish = " ".join(line["text"] for line in turn["spoken"] if line["lang"] == "es")
    heard = await heard_in(sound, cache_dir)
    assert found_in(spanish, heard) >= LEAST_FOUND, (spanish, heard)
