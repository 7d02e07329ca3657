"""The sound of one utterance as it comes."""

import math

from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.endpointing import (
    NOTHING_KNOWN,
    Endpoint,
    Endpointer,
    EndpointingSettings,
    Evidence,
    SpeechGate,
)
from tutor.ports import VoiceDetector

__all__ = ["FRAME_BYTES", "Recording"]

FRAME_BYTES = 2 * FRAME_SAMPLES
_BYTES_PER_SECOND = 2 * SPEECH_RATE_HZ
_POST_ROLL_SECONDS = 0.2
"""Sound kept after the last speech, for a last consonant too soft to count as speech.

No longer than the pause in which work ahead begins, so that what is then known of the utterance is
already all of it.
"""


class Recording:
    """The sound of one utterance as it comes, and what is decided about it.

    Until speech begins, only as much is kept as an utterance may need before it, so waiting
    takes no memory.
    """

    def __init__(self, detector: VoiceDetector, settings: EndpointingSettings) -> None:
        detector.reset()
        self._detector = detector
        self._settings = settings
        self._gate = SpeechGate()
        self._endpointer = Endpointer(settings)
        self._samples = bytearray()
        self._dropped_bytes = 0
        self.endpoint = Endpoint.WAITING

    def hear(
        self,
        frame: AudioChunk,
        evidence: Evidence = NOTHING_KNOWN,
        patience_seconds: float | None = None,
    ) -> Endpoint:
        """Keep the frame and say what has become of the utterance; the last may be short.

        ``evidence`` is about the pause that the frame may continue; ``patience_seconds`` takes
        the place of the settings' from now on.
        """
        if patience_seconds is not None:
            self._endpointer.patience_seconds = patience_seconds
        padding = bytes(FRAME_BYTES - len(frame.samples))
        whole_frame = AudioChunk(frame.samples + padding, SPEECH_RATE_HZ)
        is_speech = self._gate.is_speech(self._detector.speech_probability(whole_frame))
        self._samples += frame.samples
        self.endpoint = self._endpointer.feed(
            frame.duration_seconds, is_speech=is_speech, evidence=evidence
        )
        if self.endpoint is Endpoint.WAITING:
            self._drop_before_pre_roll()
        return self.endpoint

    @property
    def silent_seconds(self) -> float:
        """How long the silence after the last speech has lasted; 0 before any speech."""
        return self._endpointer.silent_seconds

    def utterance(self, name: str = "") -> Utterance:
        """The speech with a little sound around it; where there was none, the last sound kept."""
        kept = AudioChunk(bytes(self._samples), SPEECH_RATE_HZ)
        first = self._endpointer.first_speech_seconds
        if first is None:
            return Utterance(kept, speech_seconds=0.0, endpoint_seconds=0.0, name=name)
        last = self._endpointer.last_speech_seconds
        dropped_seconds = self._dropped_bytes / _BYTES_PER_SECOND
        audio = kept.between(
            first - self._settings.pre_roll_seconds - dropped_seconds,
            last + _POST_ROLL_SECONDS - dropped_seconds,
        )
        return Utterance(
            audio,
            speech_seconds=min(last - first, audio.duration_seconds),
            endpoint_seconds=self._endpointer.heard_seconds - last,
            name=name,
        )

    def _drop_before_pre_roll(self) -> None:
        needed_seconds = self._settings.pre_roll_seconds + self._settings.min_speech_seconds
        needed_frames = math.ceil(needed_seconds * _BYTES_PER_SECOND / FRAME_BYTES) + 1
        excess = len(self._samples) - needed_frames * FRAME_BYTES
        if excess > 0:
            del self._samples[:excess]
            self._dropped_bytes += excess
