"""Phonemes, from the espeak-ng that piper-tts brings."""

import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from piper.phonemize_espeak import EspeakPhonemizer

__all__ = ["ESPEAK", "phonemes"]

ESPEAK = threading.Lock()
"""espeak-ng keeps its voice in one global: whoever phonemizes holds this."""


def phonemes(espeak_voice: str, text: str) -> str:
    """The text in IPA, punctuation kept, sentences separated by a space."""
    with ESPEAK:
        sentences = _espeak().phonemize(espeak_voice, text)
    return " ".join("".join(sentence).strip() for sentence in sentences)


@cache
def _espeak() -> "EspeakPhonemizer":
    from piper.phonemize_espeak import EspeakPhonemizer

    return EspeakPhonemizer()
