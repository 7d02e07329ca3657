"""Push-to-talk through a pseudo-terminal and a sound card: press, speak, release."""

import asyncio
import os
import threading
from contextlib import contextmanager

import pytest

from tests.e2e.live_tutor import live_tutor
from tests.e2e.reading import word_error_rate
from tests.e2e.test_sound_card import ALIKE, likeness, write_wav
from tests.e2e.test_talking_over import TIMEOUT_SECONDS, recorded
from tutor.adapters.audio.microphone import SoundDeviceMicrophone
from tutor.adapters.terminal.talk_key import TerminalTalkKey
from tutor.adapters.vad.silero import SileroVoiceDetector
from tutor.domain.endpointing import EndpointingSettings
from tutor.session.listening import PushToTalkListener

pytest.importorskip("termios", reason="needs a POSIX terminal")
pytestmark = pytest.mark.soundcard

FIRST_REPEAT_SECONDS, REPEAT_SECONDS = 0.5, 0.033
SPACE = b" "


@pytest.fixture
def terminal():
    """The two ends of a pseudo-terminal: the learner's hands and the program's input."""
    hands, program = os.openpty()
    yield hands, program
    os.close(hands)
    os.close(program)


@contextmanager
def held(hands):
    """Space is held down within the block: it types as a held key does."""
    let_go = threading.Event()

    def repeat():
        os.write(hands, SPACE)
        pause = FIRST_REPEAT_SECONDS
        while not let_go.wait(pause):
            os.write(hands, SPACE)
            pause = REPEAT_SECONDS

    repeating = threading.Thread(target=repeat)
    repeating.start()
    try:
        yield
    finally:
        let_go.set()
        repeating.join()


@contextmanager
def tapped(hands):
    """Space is tapped before and after the block."""
    os.write(hands, SPACE)
    yield
    os.write(hands, SPACE)


@pytest.mark.parametrize("pressed", [held, tapped], ids=lambda pressed: pressed.__name__)
async def test_press_speak_release_is_one_utterance(sound_card, terminal, tmp_path, pressed):
    hands, program = terminal
    said = await recorded(6)
    path = write_wav(tmp_path / "said.wav", said)
    listener = PushToTalkListener(
        SoundDeviceMicrophone(""),
        SileroVoiceDetector(),
        TerminalTalkKey(program),
        EndpointingSettings(),
    )

    def speak():
        with pressed(hands), sound_card.recording() as recording:
            recording.wait_for_more(0.7)
            sound_card.speak(path)
            recording.wait_for_more(0.3)

    async with asyncio.timeout(TIMEOUT_SECONDS):
        listening = asyncio.create_task(listener.listen())
        await asyncio.to_thread(speak)
        utterance = await listening
        another = asyncio.create_task(listener.listen())
        await asyncio.wait({another}, timeout=1.0)
        assert not another.done()
        another.cancel()
        await asyncio.gather(another, return_exceptions=True)
    await listener.close()
    assert utterance is not None
    assert likeness(utterance.audio, said) > ALIKE
    assert utterance.speech_seconds == pytest.approx(said.duration_seconds, abs=0.5)


@pytest.mark.models
async def test_a_session_is_held_by_holding_a_key_or_by_tapping_it(
    require_models, cache_dir, sound_card, terminal, tmp_path
):
    require_models("faster-whisper-base", "ef_dora", "en_US-joe-medium")
    hands, program = terminal
    path = write_wav(tmp_path / "said.wav", await recorded(5))

    def session():
        arguments = ["practice", "--json", "--push-to-talk", "--no-model"]
        with live_tutor(tmp_path, *arguments, keyboard=program) as tutor:
            turns = []
            for pressed in (held, tapped):
                tutor.until("listening")
                with pressed(hands), sound_card.recording() as recording:
                    recording.wait_for_more(1.0)
                    sound_card.speak(path)
                    recording.wait_for_more(0.3)
                turns.append(tutor.events_until("turn"))
            tutor.interrupt()
            return turns

    for number, events in enumerate(await asyncio.to_thread(session), start=1):
        assert events[-1]["number"] == number
        assert word_error_rate("El sábado voy a cenar con mis amigos", events[-1]["heard"]) < 0.5
        assert "nothing_heard" not in {event["event"] for event in events}
