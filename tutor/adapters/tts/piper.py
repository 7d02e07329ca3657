"""Piper's voices, run by piper-tts."""

import json
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import onnxruntime
import soxr
from piper import PiperConfig, PiperVoice, SynthesisConfig

from tutor.adapters.tts.phonemes import ESPEAK
from tutor.adapters.tts.voice import LazyVoice
from tutor.domain.audio import VOICE_RATE_HZ
from tutor.domain.language import Language, Pace

__all__ = ["PiperSynthesizer", "read_config"]

_STRETCH = {Pace.NORMAL: 1.0, Pace.SLOW: 1.7}
_BETWEEN_SENTENCES: Final = VOICE_RATE_HZ // 4


class PiperSynthesizer(LazyVoice):
    """One of Piper's voices; ``speaker`` chooses among those of a model with several.

    ``threads`` 0 means as many as there are cores.
    """

    def __init__(
        self,
        model_path: Path,
        config_path: Path,
        language: Language,
        speaker: int | None = None,
        *,
        threads: int = 0,
    ) -> None:
        def load() -> _PiperEngine:
            return _PiperEngine(model_path, config_path, speaker, threads)

        super().__init__(model_path.stem, language, load)


class _PiperEngine:
    def __init__(
        self, model_path: Path, config_path: Path, speaker: int | None, threads: int
    ) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Spinning threads would starve the language model that runs beside the voice.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(
            str(model_path), options, providers=["CPUExecutionProvider"]
        )
        self._voice = PiperVoice(session, read_config(config_path))
        self._speaker = speaker

    def sound(self, text: str, pace: Pace) -> npt.NDArray[np.float32]:
        """Sentence by sentence, with a pause between."""
        config = self._voice.config
        with ESPEAK:
            sentences = self._voice.phonemize(text)
        wanted = SynthesisConfig(
            speaker_id=self._speaker, length_scale=config.length_scale * _STRETCH[pace]
        )
        pause = np.zeros(_BETWEEN_SENTENCES, np.float32)
        parts: list[npt.NDArray[np.float32]] = []
        for sentence in sentences:
            ids = self._voice.phonemes_to_ids(sentence)
            audio = np.atleast_1d(np.asarray(self._voice.phoneme_ids_to_audio(ids, wanted)))
            parts += [soxr.resample(audio, config.sample_rate, VOICE_RATE_HZ), pause]
        return np.concatenate(parts[:-1]) if parts else np.zeros(0, np.float32)


def read_config(path: Path) -> PiperConfig:
    """The voice's settings; the phonemizer is espeak-ng whatever a malformed file calls it.

    ``es_MX-ald-medium`` says ``PhonemeType.ESPEAK``.
    """
    settings = json.loads(path.read_text("utf-8"))
    settings["phoneme_type"] = str(settings.get("phoneme_type", "espeak")).split(".")[-1].lower()
    return PiperConfig.from_dict(settings)
