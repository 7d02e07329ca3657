"""smart-turn: whether a turn sounds complete, by its melody and its last words."""

from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import onnxruntime
from faster_whisper.feature_extractor import FeatureExtractor

from tutor.domain.audio import SPEECH_RATE_HZ, AudioChunk
from tutor.errors import ModelDamagedError, ModelMissingError

__all__ = ["SmartTurnJudge"]

_WINDOW_SECONDS = 8
_WINDOW_SAMPLES = _WINDOW_SECONDS * SPEECH_RATE_HZ
_LEAST_VARIANCE = 1e-7
_NAME = "smart-turn"

Samples: TypeAlias = npt.NDArray[np.float32]


class SmartTurnJudge:
    """The model over the log-mel frames of the last eight seconds, on one thread.

    Raises ModelMissingError or ModelDamagedError on construction.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise ModelMissingError(
                f"The model '{_NAME}' is not on this machine. Run: tutor models fetch {_NAME}"
            )
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        try:
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            # onnxruntime's errors share no base of their own
            raise ModelDamagedError(
                f"The model '{_NAME}' does not load. Run: tutor models fetch {_NAME}"
            ) from error
        self._features = FeatureExtractor(chunk_length=_WINDOW_SECONDS)

    def completeness(self, audio: AudioChunk) -> float:
        """0 to 1: how surely the turn is over at the end of ``audio``, at ``SPEECH_RATE_HZ``.

        The last eight seconds count, with the short silence after the speech among them.
        """
        frames = self._features(_window(audio), padding=0)
        (answer,) = self._session.run(None, {"input_features": frames[None].astype(np.float32)})
        return float(np.clip(answer.item(), 0.0, 1.0))


def _window(audio: AudioChunk) -> Samples:
    """The last eight seconds at zero mean and unit variance; silence before a shorter sound."""
    if audio.sample_rate_hz != SPEECH_RATE_HZ:
        raise ValueError(f"a turn is judged at {SPEECH_RATE_HZ} Hz")
    samples = np.frombuffer(audio.samples, dtype="<i2")[-_WINDOW_SAMPLES:] / np.float32(32768.0)
    window = np.pad(samples.astype(np.float32), (_WINDOW_SAMPLES - samples.size, 0))
    scaled: Samples = (window - window.mean()) / np.sqrt(window.var() + np.float32(_LEAST_VARIANCE))
    return scaled
