"""Hearing the learner: what is speech, when a turn is over, and who listens."""

from collections.abc import Callable, Sequence
from typing import Protocol

from tutor.domain.audio import AudioChunk, Utterance

__all__ = ["Drafting", "Listener", "TurnJudge", "VoiceDetector"]


class VoiceDetector(Protocol):
    """Tells speech from other sound, frame by frame."""

    def speech_probability(self, frame: AudioChunk) -> float:
        """0 to 1 for a frame of ``FRAME_SAMPLES`` at ``SPEECH_RATE_HZ``, given those before it."""
        ...

    def reset(self) -> None:
        """Forget the frames before."""
        ...


class TurnJudge(Protocol):
    """Hears whether somebody has finished, whatever the words."""

    def completeness(self, audio: AudioChunk) -> float:
        """0 to 1 for a turn at ``SPEECH_RATE_HZ`` that ends in a short silence; blocks.

        Of a long one only the last eight seconds count.
        """
        ...


class Drafting(Protocol):
    """Whoever works ahead while the learner pauses, in case they have finished."""

    def paused(self, utterance: Utterance, on_words: Callable[[str], None]) -> None:
        """Begin on the utterance so far, which is all of it if the learner says no more.

        ``on_words`` is to be told its words as soon as they are known, in the session's thread.
        """
        ...

    def resumed(self) -> None:
        """They spoke on: what was begun is void."""
        ...


class Listener(Protocol):
    """Whatever the learner's turns come from."""

    async def listen(
        self, drafting: Drafting | None = None, *, begun: Sequence[AudioChunk] = ()
    ) -> Utterance | str | None:
        """The learner's next turn: sound, typed text, or None when there is no more.

        ``drafting`` is told of the pauses in it, where the listener decides by them. ``begun`` is
        what has been heard of it already, in frames.
        """
        ...

    def wait_longer(self) -> None:
        """Be more patient in the turn that lasts, or else in the next: the learner asks for it."""
        ...

    async def close(self) -> None:
        """Let go of what it listens to."""
        ...
