"""A session in a room where the microphone hears the tutor: it never answers itself."""

import asyncio
import tomllib

import pytest

from tests.e2e.live_tutor import live_tutor
from tests.e2e.reading import word_error_rate
from tests.e2e.test_demo import MODELS
from tests.e2e.test_talking_over import MINUS_12_DB, TURNS, show
from tutor.resources import resource_folder

pytestmark = [pytest.mark.models, pytest.mark.soundcard]

MOST_WORDS_WRONG = 0.5
"""Another sentence shares fewer words than that."""
NOT_TURNS = {"nothing_heard", "problem"}


def ten_turns(sound_card, folder, utterances):
    """For each turn what was said into the microphone, and everything up to the turn's end."""
    demo = resource_folder("lessons") / "demo"
    with live_tutor(folder, "practice", "--json") as tutor, sound_card.echo(MINUS_12_DB):
        exchanges = []
        for turn in range(TURNS):
            utterance = utterances[turn % len(utterances)]
            before = tutor.events_until("listening")
            with sound_card.recording() as recording:
                if turn % 2:  # every other time the learner answers at once
                    recording.wait_for_more(2.0)
                sound_card.speak(demo / utterance["file"])
                exchanges.append((utterance["said"], before + tutor.events_until("turn")))
        tutor.until("listening")
        _, last = tutor.interrupt()
    return exchanges, last


async def test_in_ten_turns_of_a_session_only_the_learner_is_heard(
    require_models, cache_dir, sound_card, tmp_path
):
    require_models(*MODELS)
    demo = resource_folder("lessons") / "demo" / "demo.toml"
    utterances = tomllib.loads(demo.read_text(encoding="utf-8"))["utterances"]
    exchanges, last = await asyncio.to_thread(ten_turns, sound_card, tmp_path, utterances)
    for said, events in exchanges:
        heard = events[-1]["heard"]
        show(f"{said} -> {heard}")
        assert word_error_rate(said, heard) <= MOST_WORDS_WRONG
        assert not NOT_TURNS & {event["event"] for event in events}
    assert last["turns"] == TURNS
