"""Whisper on this machine's processor, through faster-whisper."""

import asyncio
import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel

from tutor.adapters.stt.short_window import MAX_SPEECH_SECONDS, Decoded, ShortWindowDecoder
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk, Utterance
from tutor.domain.language import Language
from tutor.domain.phantom_text import without_phantoms
from tutor.domain.splitting import Span, cut_smaller, speech_spans, split_at_pauses
from tutor.domain.transcript import Segment, Transcript, Word
from tutor.errors import ModelDamagedError, ModelMissingError, TranscriptionError

__all__ = ["WhisperTranscriber"]

_NEEDED_FILES = ("model.bin", "config.json", "tokenizer.json")
_FRAME_SECONDS = FRAME_SAMPLES / SPEECH_RATE_HZ

_UNHEARD_SECONDS = 1.0
"""Sound after the last word that is more than a margin."""
_LONGEST_WORD_SECONDS = 2.5
"""A word that seems longer covers speech that Whisper left out."""
_NO_SPEECH = 0.6
_UNLIKELY_TEXT = -1.0
"""Whisper's own two thresholds: probably no speech, and a text it does not believe in."""


class WhisperTranscriber:
    """Hears Spanish or English; one utterance at a time.

    The model loads on the first utterance, or before it with ``load``.
    """

    def __init__(
        self,
        model_folder: Path,
        voice_activity: Callable[[AudioChunk], Sequence[float]],
        *,
        threads: int = 0,
    ) -> None:
        """``voice_activity`` gives the probability of speech in each frame of a sound.

        ``threads`` 0 means half the cores: the decoder's steps are so small that on two cores
        two threads took .52 s where one took .26 s, and the language model wants a core too.
        """
        self._folder = model_folder
        self._voice_activity = voice_activity
        self._threads = threads or max(1, (os.cpu_count() or 1) // 2)
        self._decoder: ShortWindowDecoder | None = None
        # OpenMP keeps a team of threads for each thread that calls it; two teams on the same cores
        # wait for each other at every step, and a second takes a minute.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="whisper")

    async def load(self) -> None:
        """Load the model; raises ModelMissingError or ModelDamagedError."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._loaded)

    async def transcribe(self, utterance: Utterance) -> Transcript:
        """What was said; no segments for silence, noise or music.

        Raises TranscriptionError, ModelMissingError or ModelDamagedError.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._transcribe, utterance.audio)

    def _loaded(self) -> ShortWindowDecoder:
        if self._decoder is None:
            self._decoder = _loaded_decoder(self._folder, self._threads)
        return self._decoder

    def _transcribe(self, audio: AudioChunk) -> Transcript:
        if audio.sample_rate_hz != SPEECH_RATE_HZ:
            raise ValueError(f"an utterance is at {SPEECH_RATE_HZ} Hz")
        spans = speech_spans(self._voice_activity(audio), _FRAME_SECONDS)
        if not spans:
            return Transcript(())
        decoder = self._loaded()
        try:
            return _transcript(decoder, audio, spans)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise TranscriptionError(
                f"The speech model failed ({error}). Run: tutor models verify"
            ) from error


def _transcript(
    decoder: ShortWindowDecoder, audio: AudioChunk, spans: tuple[Span, ...]
) -> Transcript:
    """Each piece in the language of the first that held words."""
    language: Language | None = None
    segments: list[Segment] = []
    pieces = deque(split_at_pauses(spans, max_seconds=MAX_SPEECH_SECONDS))
    while pieces:
        piece = pieces.popleft()
        decoded = _decoded(decoder, audio, piece, language)
        longest = max((word.duration_seconds for word in decoded.words), default=0.0)
        smaller = cut_smaller(piece, spans) if longest > _LONGEST_WORD_SECONDS else ()
        if len(smaller) > 1:
            pieces.extendleft(reversed(smaller))
            continue
        unheard = _unheard(piece, decoded)
        if unheard:
            pieces.appendleft(unheard)
        words = () if _is_silence(decoded) else without_phantoms(decoded.words)
        if words:
            language = decoded.language
            segments.append(_segment(words, decoded, piece.start_seconds))
    return Transcript(tuple(segments), language or Language.SPANISH)


def _unheard(piece: Span, decoded: Decoded) -> Span | None:
    """The end of a piece, where Whisper stopped writing at a pause within it."""
    if not decoded.words:
        return None
    heard_until = piece.start_seconds + decoded.words[-1].end_seconds
    if piece.end_seconds - heard_until < _UNHEARD_SECONDS or heard_until <= piece.start_seconds:
        return None
    return Span(heard_until, piece.end_seconds)


def _decoded(
    decoder: ShortWindowDecoder, audio: AudioChunk, piece: Span, language: Language | None
) -> Decoded:
    part = audio.between(piece.start_seconds, piece.end_seconds)
    samples = np.frombuffer(part.samples, dtype="<i2").astype(np.float32) / 32768.0
    return decoder.decode(samples, language)


def _is_silence(decoded: Decoded) -> bool:
    return decoded.no_speech_probability > _NO_SPEECH and decoded.log_probability < _UNLIKELY_TEXT


def _segment(words: tuple[Word, ...], decoded: Decoded, offset_seconds: float) -> Segment:
    return Segment(
        tuple(
            replace(
                word,
                start_seconds=round(word.start_seconds + offset_seconds, 2),
                end_seconds=round(word.end_seconds + offset_seconds, 2),
            )
            for word in words
        ),
        no_speech_probability=decoded.no_speech_probability,
    )


def _loaded_decoder(folder: Path, threads: int) -> ShortWindowDecoder:
    name = folder.name
    for file in _NEEDED_FILES:
        if not (folder / file).is_file():
            raise ModelMissingError(
                f"The speech model '{name}' has no {file}. Run: tutor models fetch {name}"
            )
    try:
        model = WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            local_files_only=True,
        )
        return ShortWindowDecoder(model)
    except Exception as error:
        # the tokenizer's library raises plain Exception on a damaged file
        raise ModelDamagedError(
            f"The speech model '{name}' does not load. Run: tutor models fetch {name}"
        ) from error
