"""A sound card without hardware: a PulseAudio server of the test's own."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tutor.domain.audio import AudioChunk

__all__ = ["SpeakerRecording", "VirtualSoundCard", "missing_programs", "virtual_sound_card"]

INSTALL = "apt-get install pulseaudio pulseaudio-utils libportaudio2 libasound2-plugins"
_PROGRAMS = ("pulseaudio", "pactl", "paplay", "parec")
_TIMEOUT_SECONDS = 20.0
_TAIL_SECONDS = 1.5
"""What is still recorded after the last sound of interest may have left."""


def missing_programs() -> str:
    """Why there can be no virtual sound card here, with what to install; else empty."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    return f"no {', '.join(missing)}; run: {INSTALL}" if missing else ""


class SpeakerRecording:
    """What leaves the speaker, from the moment this exists until ``stop``."""

    def __init__(
        self,
        environment: dict[str, str],
        rate_hz: int,
        device: str = "vspeaker.monitor",
        channels: int = 1,
    ) -> None:
        """Of more ``channels`` than one, their samples alternate."""
        self._rate_hz = rate_hz * channels
        self._samples = bytearray()
        self._grown = threading.Condition()
        command = ["parec", f"--device={device}", "--format=s16le", f"--channels={channels}"]
        receiving, sending = os.pipe()
        self._output = os.fdopen(receiving, "rb", buffering=0)
        self._process = subprocess.Popen(
            [*command, f"--rate={rate_hz}", "--latency-msec=20"], env=environment, stdout=sending
        )
        os.close(sending)
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()
        self._wait_for(1)

    def stop(self) -> AudioChunk:
        """Everything recorded, silence included."""
        self._wait_for(len(self._samples) + round(_TAIL_SECONDS * self._rate_hz) * 2)
        self.abandon()
        return self.so_far()

    def so_far(self) -> AudioChunk:
        """Everything recorded until now."""
        with self._grown:
            return AudioChunk(bytes(self._samples[: len(self._samples) // 2 * 2]), self._rate_hz)

    def wait_until_audible(self) -> None:
        """Return as soon as anything but silence has been recorded."""
        with self._grown:
            if not self._grown.wait_for(lambda: any(self._samples), _TIMEOUT_SECONDS):
                raise TimeoutError("nothing was played")

    def wait_for_more(self, seconds: float) -> None:
        """Return when so much more has been recorded."""
        self._wait_for(len(self._samples) + round(seconds * self._rate_hz) * 2)

    def abandon(self) -> None:
        """Stop recording at once."""
        self._process.terminate()
        self._process.wait()
        self._reading.join(_TIMEOUT_SECONDS)
        self._output.close()

    def _wait_for(self, size: int) -> None:
        with self._grown:
            if not self._grown.wait_for(lambda: len(self._samples) >= size, _TIMEOUT_SECONDS):
                raise TimeoutError("the speaker's monitor is silent")

    def _read(self) -> None:
        while piece := self._output.read(65536):
            with self._grown:
                self._samples += piece
                self._grown.notify_all()


@dataclass(frozen=True)
class VirtualSoundCard:
    """A microphone to play into and a speaker to record from, both the system's default."""

    environment: dict[str, str]
    """For any program that is to use this sound card."""
    server: subprocess.Popen[bytes]

    def speak(self, path: Path) -> None:
        """Play a sound file into the microphone, to its end."""
        command = ["paplay", "--device=vmic", "--latency-msec=200", str(path)]
        subprocess.run(command, env=self.environment, check=True, timeout=120)

    @contextmanager
    def recording(self, rate_hz: int = 24_000) -> Iterator[SpeakerRecording]:
        """Record the speaker in the background."""
        recording = SpeakerRecording(self.environment, rate_hz)
        try:
            yield recording
        finally:
            recording.abandon()

    @contextmanager
    def recording_both(self, rate_hz: int = 24_000) -> Iterator[SpeakerRecording]:
        """Record what goes into the microphone, and the speaker, as two channels of one clock."""
        recording = SpeakerRecording(self.environment, rate_hz, "both.monitor", channels=2)
        try:
            yield recording
        finally:
            recording.abandon()

    @contextmanager
    def echo(self, volume: float) -> Iterator[None]:
        """Let the microphone hear the speaker, quieter: .25 is -12 dB."""
        loopback = ["module-loopback", "source=vspeaker.monitor", "sink=vmic", "latency_msec=60"]
        module = self._control("load-module", *loopback)
        try:
            inputs = self._control("list", "short", "sink-inputs").splitlines()
            (number,) = [line.split()[0] for line in inputs if "module-loopback" in line]
            self._control("set-sink-input-volume", number, str(volume))
            yield
        finally:
            self._control("unload-module", module)

    def _control(self, *arguments: str) -> str:
        done = subprocess.run(
            ["pactl", *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            encoding="utf-8",
            timeout=_TIMEOUT_SECONDS,
        )
        return done.stdout.strip()

    def unplug(self) -> None:
        """Pull the sound card out, without a word to those who use it."""
        self.server.kill()
        self.server.wait()


@contextmanager
def virtual_sound_card(folder: Path) -> Iterator[VirtualSoundCard]:
    """A sound card that is there within the block; its files are in ``folder``."""
    socket = folder / "native"
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
    }
    one_of_both = "module-remap-sink master=both remix=no channels=1 channel_map=mono"
    modules = [
        f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
        "module-null-sink sink_name=both channels=2 channel_map=front-left,front-right",
        f"{one_of_both} sink_name=vmic master_channel_map=front-left",
        f"{one_of_both} sink_name=vspeaker master_channel_map=front-right",
        "module-remap-source master=vmic.monitor source_name=virtmic",
    ]
    log = folder / "pulseaudio.log"
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    server = subprocess.Popen(
        ["pulseaudio", *options, f"--log-target=newfile:{log}"]
        + [argument for module in modules for argument in ("--load", module)],
        env={name: value for name, value in environment.items() if name != "PULSE_SERVER"},
    )
    try:
        _wait_until_ready(server, environment, log)
        yield VirtualSoundCard(environment, server)
    finally:
        server.terminate()
        server.wait()


def _wait_until_ready(
    server: subprocess.Popen[bytes], environment: dict[str, str], log: Path
) -> None:
    between_attempts = threading.Event()
    for command in (
        ["pactl", "set-default-source", "virtmic"],
        ["pactl", "set-default-sink", "vspeaker"],
    ):
        for _ in range(100):
            attempt = subprocess.run(command, check=False, env=environment, capture_output=True)
            if attempt.returncode == 0:
                break
            if server.poll() is not None:
                raise RuntimeError(log.read_text())
            between_attempts.wait(0.1)
        else:
            raise TimeoutError("PulseAudio does not start")
