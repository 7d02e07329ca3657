"""Sound: files, devices, and the listeners over them."""

from collections.abc import Iterable
from pathlib import Path

from tutor.config import Settings
from tutor.domain.audio import AudioChunk
from tutor.domain.endpointing import EndpointingSettings
from tutor.domain.interrupting import InterruptingSettings
from tutor.domain.lesson import Level
from tutor.domain.patience import Patience
from tutor.domain.sound_device import SoundSystem
from tutor.errors import AudioError
from tutor.ports import AudioReader, Listener, Microphone, Player, TurnJudge, VoiceDetector
from tutor.session.half_duplex import HalfDuplexMicrophone, WatchedPlayer
from tutor.session.listening import HandsFreeListener
from tutor.session.overhearing import HeldMicrophone, Overhearer

__all__ = [
    "audio_reader",
    "half_duplex_microphone",
    "hands_free_listener",
    "microphone",
    "overhearer",
    "player",
    "prompt_microphone",
    "push_to_talk_listener",
    "recorded_listener",
    "sound_system",
    "typed_listener",
    "voice_detector",
    "wav_bytes",
]

_PROMPT_SECONDS = 0.03
"""About a frame: more would be heard as a tutor that does not listen."""


def audio_reader() -> AudioReader:
    """Sound files of any common format."""
    from tutor.adapters.audio.files import SoundFileReader

    return SoundFileReader()


def wav_bytes(audio: AudioChunk) -> bytes:
    """A sound as a whole WAV file."""
    from tutor.adapters.audio.wav import wav_bytes

    return wav_bytes(audio)


def voice_detector() -> VoiceDetector:
    """What tells speech from other sound; a new one for each stream of frames."""
    from tutor.adapters.vad.silero import SileroVoiceDetector

    return SileroVoiceDetector()


def sound_system() -> SoundSystem:
    """PortAudio and its devices; raises AudioLibraryError."""
    from tutor.adapters.audio.devices import sound_system

    return sound_system()


def microphone(settings: Settings) -> Microphone:
    """The configured microphone, opened when it is first listened to."""
    from tutor.adapters.audio.microphone import SoundDeviceMicrophone

    return SoundDeviceMicrophone(settings.audio.input)


def prompt_microphone(settings: Settings) -> HeldMicrophone:
    """The configured microphone for an overhearer and a listener, with little delay."""
    from tutor.adapters.audio.microphone import SoundDeviceMicrophone

    device = SoundDeviceMicrophone(settings.audio.input, latency_seconds=_PROMPT_SECONDS)
    return HeldMicrophone(device)


def overhearer(microphone: HeldMicrophone) -> Overhearer:
    """What lets the learner talk over the tutor."""
    return Overhearer(microphone, voice_detector(), InterruptingSettings())


def half_duplex_microphone(settings: Settings, player: WatchedPlayer) -> Microphone:
    """The configured microphone, deaf to what the player has said."""
    decay_seconds = settings.turn.decay_seconds
    return HalfDuplexMicrophone(microphone(settings), player, voice_detector(), decay_seconds)


def player(settings: Settings, *, out: Path | None = None, mute: bool = False) -> Player:
    """Where the tutor's speech goes: the speaker, the folder ``out``, both or neither.

    With ``out``, a machine without a speaker only writes. Without it, raises AudioError there.
    """
    from tutor.adapters.audio.player import SoundDevicePlayer
    from tutor.adapters.audio.silent import SilentPlayer
    from tutor.adapters.audio.tee import TeePlayer
    from tutor.adapters.audio.wav_folder import WavFolderPlayer

    if mute:
        return SilentPlayer() if out is None else WavFolderPlayer(out)
    speaker = SoundDevicePlayer(settings.audio.output)
    try:
        speaker.check()
    except AudioError:
        if out is None:
            raise
        return WavFolderPlayer(out)
    return speaker if out is None else TeePlayer(WavFolderPlayer(out), speaker)


def hands_free_listener(
    settings: Settings, microphone: Microphone, level: Level, judge: TurnJudge | None
) -> HandsFreeListener:
    """The microphone, until the learner has finished, as one of this level pauses."""
    return HandsFreeListener(
        microphone,
        voice_detector(),
        _endpointing(settings, level),
        judge=judge,
        patience=_patience(settings, level),
    )


def push_to_talk_listener(settings: Settings, microphone: Microphone) -> Listener:
    """The microphone, while a key is held or between two presses of it."""
    from tutor.adapters.terminal.talk_key import TerminalTalkKey
    from tutor.session.listening import PushToTalkListener

    return PushToTalkListener(
        microphone, voice_detector(), TerminalTalkKey(), _endpointing(settings)
    )


def recorded_listener(settings: Settings, paths: Iterable[Path]) -> Listener:
    """Sound files, each one utterance."""
    from tutor.session.listening import RecordedListener

    return RecordedListener(audio_reader(), voice_detector(), paths, _endpointing(settings))


def typed_listener() -> Listener:
    """Typed lines, each one turn."""
    from tutor.adapters.terminal.line_reader import TerminalLineReader
    from tutor.session.listening import TypedListener

    return TypedListener(TerminalLineReader())


def _patience(settings: Settings, level: Level) -> Patience:
    seconds = settings.turn.patience_seconds
    return Patience(seconds) if seconds else Patience.of(level)


def _endpointing(settings: Settings, level: Level = Level.B1) -> EndpointingSettings:
    return EndpointingSettings(
        patience_seconds=_patience(settings, level).seconds,
        max_utterance_seconds=settings.turn.max_utterance_seconds,
    )
