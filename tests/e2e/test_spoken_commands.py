"""Voice commands as recordings, through the real pipeline."""

import pytest

from tests.e2e.reading import events_of
from tests.e2e.test_demo import MODELS
from tutor.app import synthesizer_for, wav_bytes
from tutor.config import Settings
from tutor.domain.language import Pace

pytestmark = pytest.mark.models

SPANISH, ENGLISH = "ef_dora", "en_US-joe-medium"
SPOKEN = (
    (SPANISH, "Repite, por favor.", "repeat"),
    (SPANISH, "Más despacio, por favor.", "slower"),
    (ENGLISH, "Speak faster, please.", "faster"),
    (SPANISH, "No me corrijas ahora.", "corrections_off"),
    (SPANISH, "Una pista, por favor.", "hint"),
    (ENGLISH, "Next question, please.", "skip"),
    (ENGLISH, "Wait, let me think.", "wait"),
    (SPANISH, "Quiero terminar.", "finish"),
)


@pytest.fixture
async def recordings(require_models, cache_dir, tmp_path):
    """Each command as a sound file, in order."""
    require_models(*MODELS)
    settings = Settings(cache_dir=cache_dir)
    voices = {name: synthesizer_for(settings, name) for name in (SPANISH, ENGLISH)}
    paths = []
    for number, (voice, text, _) in enumerate(SPOKEN):
        path = tmp_path / f"{number}.wav"
        path.write_bytes(wav_bytes(await voices[voice].synthesize(text, Pace.NORMAL)))
        paths.append(path)
    return paths


async def test_spoken_commands_are_obeyed_and_make_no_turn(recordings, run_tutor):
    audio = [argument for path in recordings for argument in ("--audio", path)]
    result = run_tutor("practice", "--json", "--mute", "--yes", *audio, timeout=900)
    assert result.returncode == 0, result.stderr
    events = events_of(result.stdout)
    heard = [event["heard"] for event in events if event["event"] == "heard"]
    commands = [event["command"] for event in events if event["event"] == "command"]
    assert commands == [command for _, _, command in SPOKEN], heard
    assert [event for event in events if event["event"] == "turn"] == []

    spoken = [event["text"] for event in events if event["event"] == "speaking"]
    opening, *_ = spoken
    assert spoken[1:3] == [opening, opening]
    assert "De acuerdo." in spoken
    assert events[-1]["event"] == "session_ended"
