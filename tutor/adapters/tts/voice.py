"""What the engines have in common: text made sayable, a model loaded once, work off the loop."""

import asyncio
import threading
from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from tutor.adapters.tts.loudness import finished
from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk
from tutor.domain.language import Language, Pace
from tutor.domain.splicing import silence
from tutor.domain.spoken_text import spoken
from tutor.errors import ModelDamagedError, SynthesisError

__all__ = ["Engine", "LazyVoice"]

_NOTHING_SECONDS = 0.1


class Engine(Protocol):
    """A loaded model."""

    def sound(self, text: str, pace: Pace) -> npt.NDArray[np.float32]:
        """Text without digits as samples at ``VOICE_RATE_HZ``, full scale 1."""
        ...


class LazyVoice:
    """A Synthesizer over an engine that is loaded at the first sentence."""

    def __init__(self, name: str, language: Language, load: Callable[[], Engine]) -> None:
        self._name = name
        self._language = language
        self._load = load
        self._engine: Engine | None = None
        self._loading = threading.Lock()
        self._speller = Num2WordsSpeller(language)

    async def synthesize(self, text: str, pace: Pace) -> AudioChunk:
        """One sentence; a short silence where there is nothing to say.

        Raises ModelDamagedError when the model cannot be loaded, else SynthesisError.
        """
        words = spoken(text, self._language, self._speller)
        if not words:
            return silence(_NOTHING_SECONDS, VOICE_RATE_HZ)
        return await asyncio.to_thread(self._synthesize, words, pace)

    def _synthesize(self, words: str, pace: Pace) -> AudioChunk:
        engine = self._loaded()
        try:
            chunk = finished(engine.sound(words, pace))
        except Exception as error:
            raise SynthesisError(
                f"The voice {self._name!r} failed on {words!r}. Run: tutor models verify"
            ) from error
        return chunk if chunk.samples else silence(_NOTHING_SECONDS, VOICE_RATE_HZ)

    def _loaded(self) -> Engine:
        with self._loading:
            if self._engine is None:
                try:
                    self._engine = self._load()
                except Exception as error:
                    raise ModelDamagedError(
                        f"The voice {self._name!r} cannot be loaded. Run: tutor models verify"
                    ) from error
            return self._engine
