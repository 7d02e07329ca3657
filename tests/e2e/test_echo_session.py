"""A session in a room where the microphone hears the tutor: it never answers itself."""

import asyncio
import math
import tomllib

import numpy as np
import pytest

from tests.e2e.live_tutor import live_tutor
from tests.e2e.reading import word_error_rate
from tests.e2e.test_demo import MODELS
from tests.e2e.test_talking_over import MINUS_12_DB, channels, show
from tutor.resources import resource_folder

pytestmark = [pytest.mark.models, pytest.mark.soundcard]

TURNS = 10
MOST_WORDS_WRONG = 0.5
"""Another sentence shares fewer words than that."""
NOT_TURNS = {"nothing_heard", "problem"}


def ten_turns(sound_card, folder, utterances):
    """For each turn what was said into the microphone, and everything up to the turn's end.

    Also how loud the echo of the tutor's opening was, in decibels, and the last event of all.
    """
    demo = resource_folder("lessons") / "demo"
    with (
        sound_card.echo(MINUS_12_DB),
        sound_card.recording_both() as recording,
        live_tutor(folder, "practice", "--no-model", "--json") as tutor,
    ):
        before = tutor.events_until("listening")
        loudness_db = echo_db(recording.so_far())
        exchanges = []
        for turn in range(TURNS):
            utterance = utterances[turn % len(utterances)]
            if turn % 2:  # every other time the learner answers at once
                recording.wait_for_more(2.0)
            sound_card.speak(demo / utterance["file"])
            exchanges.append((utterance["said"], before + tutor.events_until("turn")))
            before = tutor.events_until("listening")
        _, last = tutor.interrupt()
    return exchanges, loudness_db, last


def echo_db(recording):
    """How much louder the microphone was than the speaker."""
    microphone, speaker = (np.sqrt((one.astype(float) ** 2).mean()) for one in channels(recording))
    return 20 * math.log10(microphone / speaker)


async def test_in_ten_turns_of_a_session_only_the_learner_is_heard(
    require_models, cache_dir, sound_card, tmp_path, monkeypatch
):
    require_models(*MODELS)
    monkeypatch.setenv("TUTOR_CORRECTIONS_SPOKEN_PER_TURN", "0")  # they take a minute to be said
    demo = resource_folder("lessons") / "demo" / "demo.toml"
    utterances = tomllib.loads(demo.read_text(encoding="utf-8"))["utterances"]
    exchanges, loudness_db, last = await asyncio.to_thread(
        ten_turns, sound_card, tmp_path, utterances
    )
    show(f"the microphone hears the tutor at {loudness_db:.1f} dB")
    assert loudness_db == pytest.approx(-12, abs=1)
    for said, events in exchanges:
        heard = events[-1]["heard"]
        show(f"{said} -> {heard}")
        assert word_error_rate(said, heard) <= MOST_WORDS_WRONG
        assert not NOT_TURNS & {event["event"] for event in events}
    assert last["turns"] == TURNS
