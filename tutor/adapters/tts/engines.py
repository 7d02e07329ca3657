"""The synthesizer of a voice of the catalogue."""

from collections.abc import Sequence
from pathlib import Path

from tutor.domain.model import Model
from tutor.errors import ModelMissingError
from tutor.ports import Synthesizer

__all__ = ["synthesizer"]


def synthesizer(voice: Model, paths: Sequence[Path]) -> Synthesizer:
    """A voice by its engine; ``paths`` are its files, told apart by suffix.

    Raises ModelMissingError for a model that is not a voice.
    """
    by_suffix = {path.suffix: path for path in paths}
    match voice.engine:
        case "kokoro":
            from tutor.adapters.tts.kokoro import KokoroSynthesizer

            return KokoroSynthesizer(
                by_suffix[".onnx"], by_suffix[".json"], by_suffix[".bin"], voice.languages[0]
            )
        case "piper":
            from tutor.adapters.tts.piper import PiperSynthesizer

            return PiperSynthesizer(by_suffix[".onnx"], by_suffix[".json"], voice.languages[0])
        case _:
            raise ModelMissingError(f"'{voice.name}' is not a voice. Run: tutor voices list")
