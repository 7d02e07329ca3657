import ctypes.util
import os

import pytest

from tests.e2e.virtual_sound_card import INSTALL, missing_programs, virtual_sound_card


@pytest.fixture
def sound_card(tmp_path_factory, monkeypatch):
    """A VirtualSoundCard that this process, and what it starts, uses by default."""
    if why := missing_programs():
        pytest.skip(why)
    if ctypes.util.find_library("portaudio") is None:
        pytest.skip(f"no PortAudio; run: {INSTALL}")
    import sounddevice

    with virtual_sound_card(tmp_path_factory.mktemp("pulse")) as card:
        for name in card.environment.keys() - os.environ.keys():
            monkeypatch.setenv(name, card.environment[name])
        for name in ("XDG_RUNTIME_DIR", "PULSE_SERVER", "PULSE_RUNTIME_PATH"):
            monkeypatch.setenv(name, card.environment[name])
        # PortAudio lists the devices once, when it is initialised.
        sounddevice._terminate()  # noqa: SLF001  # sounddevice has no public way
        sounddevice._initialize()  # noqa: SLF001
        yield card
