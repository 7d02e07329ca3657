"""PortAudio through sounddevice: found, asked for devices, and its errors translated."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType

from tutor.errors import AudioDeviceError, AudioLibraryError

__all__ = [
    "Device",
    "Direction",
    "device_errors",
    "find_device",
    "gone",
    "portaudio",
    "usable_channels",
]


class Direction(StrEnum):
    """Which way the sound goes, in the words of sounddevice."""

    INPUT = "input"
    OUTPUT = "output"


_NAMES = {Direction.INPUT: "microphone", Direction.OUTPUT: "speaker"}
_WAYS_OUT = {
    Direction.INPUT: "or use --text or --audio FILE",
    Direction.OUTPUT: "or keep the speech with --out",
}


@dataclass(frozen=True, slots=True)
class Device:
    """A device as PortAudio knows it, seen from one direction."""

    index: int
    name: str
    rate_hz: int
    """Its native rate."""
    channels: int
    """As many as it has in this direction."""


def portaudio() -> ModuleType:
    """The module sounddevice, imported when it is first needed; raises AudioLibraryError."""
    try:
        import sounddevice
    except OSError as error:
        raise AudioLibraryError(
            "PortAudio is not installed. Run: sudo apt-get install libportaudio2"
            " (or use --text, --audio FILE or --out)"
        ) from error
    return sounddevice  # type: ignore[no-any-return]  # sounddevice has no types


def find_device(device: str, direction: Direction) -> Device:
    """The device of that name, part of a name, or number; the system's choice for "".

    Raises AudioDeviceError where there is none or more than one, and AudioLibraryError.
    """
    sounddevice = portaudio()
    wanted = int(device) if device.isdecimal() else device or None
    try:
        found = sounddevice.query_devices(wanted, direction.value)
    except (ValueError, sounddevice.PortAudioError) as error:
        raise AudioDeviceError(_not_found(device, direction)) from error
    return Device(
        index=found["index"],
        name=found["name"],
        rate_hz=round(found["default_samplerate"]),
        channels=found[f"max_{direction}_channels"],
    )


@contextmanager
def device_errors(device: Device, direction: Direction) -> Iterator[None]:
    """Turns PortAudio's errors about a device into AudioDeviceError."""
    try:
        yield
    except portaudio().PortAudioError as error:
        raise AudioDeviceError(
            f"The {_NAMES[direction]} '{device.name}' cannot be used ({_reason(error)})."
            f" Run: tutor doctor ({_WAYS_OUT[direction]})"
        ) from error


def usable_channels(device: Device, direction: Direction) -> int:
    """One where the device offers that, else all: some cards know only stereo."""
    sounddevice = portaudio()
    check = getattr(sounddevice, f"check_{direction}_settings")
    try:
        check(device=device.index, channels=1, dtype="int16", samplerate=device.rate_hz)
    except sounddevice.PortAudioError:
        return device.channels
    return 1


def gone(device: Device, direction: Direction) -> AudioDeviceError:
    """The error for a device that falls silent while it is in use."""
    return AudioDeviceError(
        f"The {_NAMES[direction]} '{device.name}' has stopped: was it unplugged?"
        " Plug it in again, or run: tutor doctor"
    )


def _not_found(device: str, direction: Direction) -> str:
    name, way_out = _NAMES[direction], _WAYS_OUT[direction]
    if not device:
        return f"No {name} was found. Run: tutor doctor ({way_out})"
    return f"No single {name} is called '{device}'. See their names with: tutor doctor ({way_out})"


def _reason(error: Exception) -> str:
    return str(error.args[0]) if error.args else type(error).__name__
