"""How the learner and the tutor hear each other in a sitting, and what time it is."""

import math
import time
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from tutor.app.models import transcriber, turn_judge, voices
from tutor.app.sound import (
    half_duplex_microphone,
    hands_free_listener,
    microphone,
    overhearer,
    player,
    prompt_microphone,
    push_to_talk_listener,
    recorded_listener,
    typed_listener,
)
from tutor.config import Settings
from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Utterance
from tutor.domain.language import Language, Pace
from tutor.domain.lesson import Level
from tutor.domain.model_choice import ModelChoice
from tutor.domain.splicing import silence
from tutor.domain.transcript import Transcript
from tutor.errors import AudioError
from tutor.ports import Clock, Listener, Player, Synthesizer, Transcriber
from tutor.session.events import Problem
from tutor.session.half_duplex import WatchedPlayer
from tutor.session.overhearing import Overhearer

__all__ = [
    "Sitting",
    "Sound",
    "Source",
    "ears_for",
    "missing_for",
    "sound_for",
    "system_clock",
    "voices_for",
]


class Source(StrEnum):
    """Where the learner's turns come from."""

    HANDS_FREE = "hands-free"
    PUSH_TO_TALK = "push-to-talk"
    TYPED = "typed"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What the learner asked for on the command line."""

    source: Source = Source.HANDS_FREE
    recordings: tuple[Path, ...] = ()
    minutes: float | None = None
    out: Path | None = None
    mute: bool = False
    slow: bool = False

    @property
    def pace(self) -> Pace:
        """How fast the tutor speaks."""
        return Pace.SLOW if self.slow else Pace.NORMAL

    @property
    def limit_seconds(self) -> float:
        """Nothing new is begun after this long."""
        return math.inf if self.minutes is None else 60 * self.minutes

    @property
    def is_typed(self) -> bool:
        """Whether nothing is heard, so that no ears are needed."""
        return self.source is Source.TYPED

    @property
    def is_only_read(self) -> bool:
        """Whether the tutor's words are not to be heard anywhere, so that no voice is needed."""
        return self.is_typed and self.mute and self.out is None


class _SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class _NoEars:
    """For a learner who types."""

    async def load(self) -> None:
        """Nothing is to be made ready."""

    async def transcribe(self, utterance: Utterance) -> Transcript:
        """No words."""
        del utterance
        return Transcript(())


class _NoVoice:
    """For a learner who reads."""

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        """No sound."""
        del text, pace
        return silence(0.0, VOICE_RATE_HZ)


def system_clock() -> Clock:
    """The machine's own clock."""
    return _SystemClock()


def ears_for(settings: Settings, sitting: Sitting) -> Transcriber:
    """What turns sound into words; nothing where the learner types. Raises ModelMissingError."""
    return _NoEars() if sitting.is_typed else transcriber(settings)


def missing_for(sitting: Sitting, chosen: ModelChoice, *, converses: bool) -> tuple[str, ...]:
    """The chosen models and voices that a sitting needs and that are not on this machine."""
    needless = set() if converses else {chosen.language_model}
    if sitting.source is not Source.HANDS_FREE:
        needless.add(chosen.turn_judge)
    if sitting.is_typed:
        needless.add(chosen.speech)
    if sitting.is_only_read:
        needless |= {chosen.spanish_voice, chosen.english_voice}
    return tuple(name for name in chosen.missing if name not in needless)


@dataclass(frozen=True, slots=True)
class Sound:
    """How the learner and the tutor hear each other."""

    player: Player
    listener: Listener
    overhearer: Overhearer | None
    """None where the tutor cannot be interrupted."""

    async def close(self) -> None:
        """Let go of the devices and of the keyboard."""
        try:
            await self.listener.close()
        finally:
            await self.player.close()


def sound_for(
    settings: Settings,
    sitting: Sitting,
    emit: Callable[[Problem], None],
    level: Level = Level.B1,
) -> Sound:
    """The player and the listener, who know of each other; raises AudioError.

    The listener waits as one of this ``level`` needs.
    """
    speaker = _player_for(settings, sitting, emit)
    match sitting.source:
        case Source.HANDS_FREE if settings.audio.headphones:
            open_ear = prompt_microphone(settings)
            listener = hands_free_listener(settings, open_ear, level, turn_judge(settings))
            return Sound(speaker, listener, overhearer(open_ear))
        case Source.HANDS_FREE:
            watched = WatchedPlayer(speaker, system_clock())
            ear = half_duplex_microphone(settings, watched)
            listener = hands_free_listener(settings, ear, level, turn_judge(settings))
            return Sound(watched, listener, None)
        case Source.PUSH_TO_TALK:
            return Sound(speaker, push_to_talk_listener(settings, microphone(settings)), None)
        case Source.TYPED:
            return Sound(speaker, typed_listener(), None)
        case Source.RECORDED:
            return Sound(speaker, recorded_listener(settings, sitting.recordings), None)
        case _:
            assert_never(sitting.source)


def _player_for(settings: Settings, sitting: Sitting, emit: Callable[[Problem], None]) -> Player:
    """The player; without a speaker a session that needs no microphone goes on in silence."""
    try:
        return player(settings, out=sitting.out, mute=sitting.mute)
    except AudioError as error:
        if sitting.source in {Source.HANDS_FREE, Source.PUSH_TO_TALK}:
            raise
        emit(Problem(f"The tutor is only shown, not heard: {error}"))
        return player(settings, mute=True)


def voices_for(
    settings: Settings, sitting: Sitting, standing: AbstractSet[str] = frozenset()
) -> Mapping[Language, Synthesizer]:
    """The tutor's voices; silent ones where nothing is to be heard. See ``voices``."""
    if sitting.is_only_read:
        return dict.fromkeys(Language, _NoVoice())
    return voices(settings, standing)
