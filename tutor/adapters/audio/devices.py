"""The machine's sound devices, as PortAudio lists them."""

from tutor.adapters.audio.portaudio import portaudio
from tutor.domain.sound_device import SoundDevice, SoundSystem

__all__ = ["sound_system"]


def sound_system() -> SoundSystem:
    """PortAudio and its devices; raises AudioLibraryError where it is not installed."""
    sounddevice = portaudio()
    _, library = sounddevice.get_portaudio_version()
    default_input, default_output = (_default(direction) for direction in ("input", "output"))
    return SoundSystem(
        library=library,
        devices=tuple(
            SoundDevice(
                index=device["index"],
                name=device["name"],
                input_channels=device["max_input_channels"],
                output_channels=device["max_output_channels"],
                rate_hz=round(device["default_samplerate"]),
                is_default_input=device["index"] == default_input,
                is_default_output=device["index"] == default_output,
            )
            for device in sounddevice.query_devices()
        ),
    )


def _default(direction: str) -> int | None:
    sounddevice = portaudio()
    try:
        return int(sounddevice.query_devices(kind=direction)["index"])
    except sounddevice.PortAudioError:
        return None
