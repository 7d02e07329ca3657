"""Kokoro, run by onnxruntime.

The model: https://huggingface.co/hexgrad/Kokoro-82M. It reads the phonemes of the library it was
trained with (misaki), whose one-letter diphthongs and affricates espeak-ng writes as two.
"""

import json
import re
from pathlib import Path
from typing import Final
from unicodedata import normalize

import numpy as np
import numpy.typing as npt
import onnxruntime

from tutor.adapters.tts.phonemes import phonemes
from tutor.adapters.tts.voice import LazyVoice
from tutor.domain.language import Language, Pace

__all__ = ["KokoroSynthesizer", "stretches"]

_MAX_SYMBOLS: Final = 510
_STYLE_SIZE: Final = 256
_SPEEDS = {Pace.NORMAL: 0.9, Pace.SLOW: 0.7}
"""At its own speed a learner, and Whisper too, misses the short exclamations."""
_ESPEAK_VOICES = {Language.SPANISH: "es-419", Language.ENGLISH: "en-us"}

_SHARED = {
    "a\N{LATIN LETTER SMALL CAPITAL I}": "I",
    "aʊ": "W",
    "e\N{LATIN LETTER SMALL CAPITAL I}": "A",
    "oʊ": "O",
    "ɔ\N{LATIN LETTER SMALL CAPITAL I}": "Y",
    "tʃ": "ʧ",
    "dʒ": "ʤ",
    "ʲ": "",
}
_AMERICAN = {
    "ɜ\N{MODIFIER LETTER TRIANGULAR COLON}": "ɜɹ",
    "ɚ": "əɹ",
    "ɐ": "ə",
    "\N{LATIN LETTER GLOTTAL STOP}n\N{COMBINING VERTICAL LINE BELOW}": "tᵊn",
    "n\N{COMBINING VERTICAL LINE BELOW}": "ᵊn",
    "əl": "ᵊl",
    "ɾ": "T",
    "\N{LATIN LETTER GLOTTAL STOP}": "t",
    "\N{MODIFIER LETTER TRIANGULAR COLON}": "",
}
_SYMBOLS = {Language.SPANISH: _SHARED, Language.ENGLISH: _SHARED | _AMERICAN}
"""What espeak-ng writes and what Kokoro reads."""


class KokoroSynthesizer(LazyVoice):
    """One of Kokoro's voices.

    ``vocab_path`` is a JSON object whose ``vocab`` maps symbols to tokens, as in the model's own
    ``config.json``; ``style_path`` holds little-endian float32 ``[510, 1, 256]``. ``threads`` 0
    means as many as there are cores.
    """

    def __init__(
        self,
        model_path: Path,
        vocab_path: Path,
        style_path: Path,
        language: Language,
        *,
        threads: int = 0,
    ) -> None:
        def load() -> _KokoroEngine:
            return _KokoroEngine(model_path, vocab_path, style_path, language, threads)

        super().__init__(style_path.stem, language, load)


class _KokoroEngine:
    def __init__(
        self, model_path: Path, vocab_path: Path, style_path: Path, language: Language, threads: int
    ) -> None:
        self._language = language
        self._vocab: dict[str, int] = json.loads(vocab_path.read_text("utf-8"))["vocab"]
        styles = np.fromfile(style_path, dtype="<f4")
        if not np.isfinite(styles).all():
            raise ValueError(f"{style_path} is no style")
        self._styles = styles.reshape(_MAX_SYMBOLS, 1, _STYLE_SIZE)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Spinning threads would starve the language model that runs beside the voice.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Every length of sentence would leave a plan of its own behind, and the memory for it.
        options.enable_mem_pattern = False
        self._session = onnxruntime.InferenceSession(
            str(model_path), options, providers=["CPUExecutionProvider"]
        )

    def sound(self, text: str, pace: Pace) -> npt.NDArray[np.float32]:
        """Each stretch that fits the model, one after the other."""
        symbols = self._symbols(text)
        parts = [self._part(part, _SPEEDS[pace]) for part in stretches(symbols, _MAX_SYMBOLS)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _symbols(self, text: str) -> str:
        ipa = normalize("NFC", phonemes(_ESPEAK_VOICES[self._language], text))
        for espeak, kokoro in _SYMBOLS[self._language].items():
            ipa = ipa.replace(espeak, kokoro)
        return "".join(symbol for symbol in ipa if symbol in self._vocab)

    def _part(self, symbols: str, speed: float) -> npt.NDArray[np.float32]:
        tokens = [0, *(self._vocab[symbol] for symbol in symbols), 0]
        (audio,) = self._session.run(
            None,
            {
                "tokens": np.array([tokens], dtype=np.int64),
                "style": self._styles[len(symbols) - 1],
                "speed": np.array([speed], dtype=np.float32),
            },
        )
        return np.asarray(audio, dtype=np.float32).reshape(-1)


def stretches(symbols: str, limit: int) -> list[str]:
    """Parts of at most ``limit`` symbols, cut behind punctuation, else at a space."""
    parts = []
    rest = symbols.strip()
    while len(rest) > limit:
        head = rest[:limit]
        cuts = [match.end() for match in re.finditer(r"[.?!…;:,] ", head)]
        cut = cuts[-1] if cuts else head.rfind(" ") + 1 or limit
        parts.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [part for part in [*parts, rest] if part]
