"""When a learner has finished: facts about frames in, a word about the utterance out."""

import math
from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "NOTHING_KNOWN",
    "SPREAD",
    "Endpoint",
    "Endpointer",
    "EndpointingSettings",
    "Evidence",
    "SpeechGate",
    "needed_silence",
]


class Endpoint(StrEnum):
    """What has become of the utterance after a frame."""

    WAITING = "waiting"
    """Nothing has been said yet."""
    SPEAKING = "speaking"
    PAUSING = "pausing"
    """Silent since the last speech, but not for long enough to mean anything."""
    LINGERING = "lingering"
    """Silent for so long that it pays to work ahead; the learner may still speak on."""
    REACHED = "reached"
    """Silent for as long as patience lasts: the utterance is over."""
    TOO_LONG = "too_long"
    """The utterance is over because it may not be longer."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more belongs to the utterance."""
        return self in (Endpoint.REACHED, Endpoint.TOO_LONG)


@dataclass(frozen=True, slots=True)
class EndpointingSettings:
    """How much sound and silence makes an utterance."""

    patience_seconds: float = 1.2
    """Silence that ends an utterance about which nothing is known."""
    draft_seconds: float = 0.2
    """Silence after which it pays to work ahead."""
    max_utterance_seconds: float = 60.0
    """From the first speech on, pauses included."""
    min_speech_seconds: float = 0.1
    """Unbroken speech that begins an utterance; anything shorter is a click."""
    pre_roll_seconds: float = 0.5
    """Sound kept before the first speech, so that the first syllable is whole."""

    def __post_init__(self) -> None:
        if self.patience_seconds <= 0 or self.max_utterance_seconds <= 0:
            raise ValueError("patience_seconds and max_utterance_seconds must be positive")
        if self.draft_seconds <= 0:
            raise ValueError("draft_seconds must be positive")
        if self.min_speech_seconds < 0 or self.pre_roll_seconds < 0:
            raise ValueError("min_speech_seconds and pre_roll_seconds must not be negative")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a pause beside its length; None for what is not known yet."""

    completeness: float | None = None
    """How surely the turn sounds complete, 0 to 1."""
    unfinished: float | None = None
    """How surely the words so far want more words, 0 to 1."""


NOTHING_KNOWN = Evidence()

SPREAD = 2.4
"""How much what is known can lengthen or shorten a wait."""
_JUDGE_WEIGHT, _JUDGE_NEUTRAL = 0.6, 1.5
_WORDS_WEIGHT, _WORDS_NEUTRAL = 1.0, 0.0
_LEAST_PROBABILITY = 0.02
"""Nothing is surer than this."""


def needed_silence(evidence: Evidence, patience_seconds: float) -> float:
    """How long a silence ends the utterance: patience, less where they sound finished, or more.

    Between ``patience_seconds / SPREAD`` and ``patience_seconds * SPREAD``.
    """
    odds = 0.0
    if evidence.completeness is not None:
        odds += _JUDGE_WEIGHT * (_JUDGE_NEUTRAL - _log_odds(evidence.completeness))
    if evidence.unfinished is not None:
        odds += _WORDS_WEIGHT * (_log_odds(evidence.unfinished) - _WORDS_NEUTRAL)
    doubt = 1 / (1 + math.exp(-odds))
    return patience_seconds * float(SPREAD ** (2 * doubt - 1))


def _log_odds(probability: float) -> float:
    bounded = min(1 - _LEAST_PROBABILITY, max(_LEAST_PROBABILITY, probability))
    return math.log(bounded / (1 - bounded))


class SpeechGate:
    """Turns probabilities into speech or not, with hysteresis.

    It opens at ``start`` and closes only below ``stop``, so that a voice that fades within a word
    is not cut to pieces.
    """

    def __init__(self, start: float = 0.5, stop: float = 0.35) -> None:
        if not 0 <= stop <= start <= 1:
            raise ValueError("0 <= stop <= start <= 1")
        self._start = start
        self._stop = stop
        self._is_open = False

    def is_speech(self, probability: float) -> bool:
        """Whether the next frame, with this probability, is speech."""
        self._is_open = probability >= (self._stop if self._is_open else self._start)
        return self._is_open


class Endpointer:
    """Decides about one utterance, frame by frame, in the time of the sound itself.

    Once the utterance is over, it stays over: the next one needs a new Endpointer.
    """

    def __init__(self, settings: EndpointingSettings) -> None:
        self._settings = settings
        self.patience_seconds = settings.patience_seconds
        """May be lengthened while the utterance lasts."""
        self._endpoint = Endpoint.WAITING
        self._heard_seconds = 0.0
        self._onset_seconds: float | None = None
        self._first_speech_seconds: float | None = None
        self._last_speech_seconds = 0.0

    def feed(
        self,
        seconds: float,
        *,
        is_speech: bool,
        evidence: Evidence = NOTHING_KNOWN,
    ) -> Endpoint:
        """What has become of the utterance after a frame of ``seconds``.

        ``evidence`` is about the pause that the frame may continue; it is not remembered.
        """
        if self._endpoint.is_over:
            return self._endpoint
        frame_start = self._heard_seconds
        self._heard_seconds += seconds
        if is_speech:
            self._note_speech(frame_start)
        elif self._first_speech_seconds is None:
            self._onset_seconds = None
        self._endpoint = self._judged(evidence, is_speech=is_speech)
        return self._endpoint

    @property
    def first_speech_seconds(self) -> float | None:
        """Where in the sound fed so far the speech began; None before any."""
        return self._first_speech_seconds

    @property
    def last_speech_seconds(self) -> float:
        """Where the speech ended, as far as is known; 0 before any."""
        return self._last_speech_seconds

    @property
    def heard_seconds(self) -> float:
        """How much sound has been fed."""
        return self._heard_seconds

    @property
    def silent_seconds(self) -> float:
        """How long the silence after the last speech has lasted; 0 before any speech."""
        if self._first_speech_seconds is None:
            return 0.0
        return self._heard_seconds - self._last_speech_seconds

    def _note_speech(self, frame_start: float) -> None:
        if self._onset_seconds is None:
            self._onset_seconds = frame_start
        enough = self._onset_seconds + self._settings.min_speech_seconds - _TOLERANCE_SECONDS
        if self._first_speech_seconds is None and self._heard_seconds >= enough:
            self._first_speech_seconds = self._onset_seconds
        if self._first_speech_seconds is not None:
            self._last_speech_seconds = self._heard_seconds

    def _judged(self, evidence: Evidence, *, is_speech: bool) -> Endpoint:
        if self._first_speech_seconds is None:
            return Endpoint.WAITING
        silent_seconds = self.silent_seconds + _TOLERANCE_SECONDS
        if not is_speech and silent_seconds >= needed_silence(evidence, self.patience_seconds):
            return Endpoint.REACHED
        lasted_seconds = self._heard_seconds - self._first_speech_seconds
        if lasted_seconds >= self._settings.max_utterance_seconds - _TOLERANCE_SECONDS:
            return Endpoint.TOO_LONG
        if is_speech:
            return Endpoint.SPEAKING
        is_long = silent_seconds >= self._settings.draft_seconds
        return Endpoint.LINGERING if is_long else Endpoint.PAUSING


_TOLERANCE_SECONDS = 1e-6
"""Less than a sample: what adding up frames in floating point may be wrong by."""
