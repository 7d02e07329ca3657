"""Phonemes, from the espeak-ng that piper-tts brings."""

import threading

__all__ = ["ESPEAK", "phonemes"]

ESPEAK = threading.Lock()
"""espeak-ng keeps its voice in one global: whoever phonemizes holds this."""


def phonemes(espeak_voice: str, text: str) -> str:
    """The text in IPA, punctuation kept, sentences separated by a space."""
    from piper.phonemize_espeak import EspeakPhonemizer

    with ESPEAK:
        sentences = EspeakPhonemizer().phonemize(espeak_voice, text)
    return " ".join("".join(sentence).strip() for sentence in sentences)
