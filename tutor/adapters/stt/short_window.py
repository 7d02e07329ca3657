"""Whisper over a window as long as the speech, instead of thirty seconds.

The encoder's cost grows with its window, and faster-whisper always fills it to 30 s. CTranslate2
takes fewer frames; Whisper then needs about 3 s of silence after the speech, or it loops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from ctranslate2 import StorageView
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens, merge_punctuations

from tutor.domain.heard_language import heard_language
from tutor.domain.language import Language
from tutor.domain.phantom_text import repeats_itself
from tutor.domain.transcript import Word

__all__ = ["MAX_SPEECH_SECONDS", "Decoded", "ShortWindowDecoder"]

_PADDING_SECONDS = 3.0
_WINDOW_SECONDS = 30.0
MAX_SPEECH_SECONDS = _WINDOW_SECONDS - _PADDING_SECONDS
"""The longest sound that leaves room for the padding."""

_SAMPLE_RATE_HZ = 16_000
_HOP_SAMPLES = 160
_MAX_TOKENS = 224

_BEAM = 3
"""As accurate as the usual 5. Greedy search saves a tenth of the time and mishears more."""
_WIDE_BEAM = 5

_OPENING_MARKS = "\"'“¿¡([{-"
_CLOSING_MARKS = "\"'.,!?:;”)]}…"

Samples: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What one window held."""

    words: tuple[Word, ...]
    """Times count from the start of the window."""
    language: Language
    log_probability: float
    """Mean over the tokens."""
    no_speech_probability: float


class ShortWindowDecoder:
    """One loaded model, and what it needs to know about each language."""

    def __init__(self, model: WhisperModel) -> None:
        self._model = model
        self._tongues = {language: _Tongue.of(model, language) for language in Language}

    def decode(self, samples: Samples, language: Language | None) -> Decoded:
        """The words in at most ``MAX_SPEECH_SECONDS`` of sound; ``language`` None has it heard.

        Where a phrase comes twice running, the search is done again in the whole window that the
        model was trained with, which shows whether it was said twice.
        """
        sound_frames = len(samples) // _HOP_SAMPLES
        encoded = self._model.encode(_features(self._model, samples, _PADDING_SECONDS))
        tongue = self._tongues[language or _heard_language(self._model, encoded)]
        decoded = _Window(self._model, tongue, encoded, sound_frames).search(_BEAM)
        if repeats_itself([word.text for word in decoded.words]):
            encoded = self._model.encode(_features(self._model, samples, _WINDOW_SECONDS))
            decoded = _Window(self._model, tongue, encoded, sound_frames).search(_WIDE_BEAM)
        return decoded


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How the model is told to write one language, and which tokens it may not use."""

    language: Language
    tokenizer: Tokenizer
    suppressed: tuple[int, ...]

    @classmethod
    def of(cls, model: WhisperModel, language: Language) -> "_Tongue":
        tokenizer = Tokenizer(
            model.hf_tokenizer, multilingual=True, task="transcribe", language=language.value
        )
        return cls(language, tokenizer, tuple(get_suppressed_tokens(tokenizer, [-1])))


@dataclass(frozen=True, slots=True)
class _Window:
    """One encoded stretch of sound, searched as often as it takes."""

    model: WhisperModel
    tongue: _Tongue
    encoded: StorageView
    sound_frames: int

    def search(self, beam_size: int) -> Decoded:
        """The likeliest text that a beam of this size finds."""
        tokenizer = self.tongue.tokenizer
        result = self.model.model.generate(
            self.encoded,
            [[*tokenizer.sot_sequence, tokenizer.no_timestamps]],
            beam_size=beam_size,
            max_length=_MAX_TOKENS,
            suppress_tokens=list(self.tongue.suppressed),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        return Decoded(
            words=self._words(tokens),
            language=self.tongue.language,
            log_probability=result.scores[0] * len(tokens) / (len(tokens) + 1),
            no_speech_probability=result.no_speech_prob,
        )

    def _words(self, tokens: Sequence[int]) -> tuple[Word, ...]:
        if not tokens:
            return ()
        timings: list[dict[str, Any]] = self.model.find_alignment(
            self.tongue.tokenizer, [list(tokens)], self.encoded, self.sound_frames
        )[0]
        merge_punctuations(timings, _OPENING_MARKS, _CLOSING_MARKS)
        return tuple(
            Word(
                text=timing["word"].strip(),
                start_seconds=round(float(timing["start"]), 2),
                end_seconds=round(float(timing["end"]), 2),
                probability=round(min(1.0, float(timing["probability"])), 4),
            )
            for timing in timings
            if any(letter.isalnum() for letter in timing["word"])
        )


def _heard_language(model: WhisperModel, encoded: StorageView) -> Language:
    likely = dict(model.model.detect_language(encoded)[0])
    return heard_language(
        spanish=likely[f"<|{Language.SPANISH}|>"], english=likely[f"<|{Language.ENGLISH}|>"]
    )


def _features(model: WhisperModel, samples: Samples, padding_seconds: float) -> Samples:
    """Log-mel frames of the sound and its padding, an even number, at most a whole window."""
    padding = round(padding_seconds * _SAMPLE_RATE_HZ)
    frames: Samples = model.feature_extractor(
        np.pad(samples, (0, padding)), padding=2 * _HOP_SAMPLES
    )
    most = round(_WINDOW_SECONDS * _SAMPLE_RATE_HZ) // _HOP_SAMPLES
    count = min(frames.shape[-1] // 2 * 2, most)
    return frames[:, :count]
