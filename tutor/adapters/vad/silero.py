"""Silero's voice activity model, as faster-whisper ships it."""

from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import onnxruntime

from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ, AudioChunk
from tutor.errors import ModelDamagedError, ModelMissingError

__all__ = ["SileroVoiceDetector"]

_CONTEXT_SAMPLES = 64
_BLOCK_SAMPLES = 625 * FRAME_SAMPLES
"""Twenty seconds at a time, so that memory does not grow with the recording."""
_STATE_SHAPE = (1, 1, 128)
_REINSTALL = "Run: python -m pip install --force-reinstall faster-whisper"


Samples: TypeAlias = npt.NDArray[np.float32]


class SileroVoiceDetector:
    """A recurrent model over frames of ``FRAME_SAMPLES``, on one thread.

    Raises ModelMissingError or ModelDamagedError on construction.
    """

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        path = _model_path()
        try:
            self._session = onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            # onnxruntime's errors share no base of their own
            raise ModelDamagedError(f"The voice detector {path} does not load. {_REINSTALL}") from (
                error
            )
        self._context: Samples = np.zeros((1, _CONTEXT_SAMPLES), dtype=np.float32)
        self._hidden: Samples = np.zeros(_STATE_SHAPE, dtype=np.float32)
        self._cell: Samples = np.zeros(_STATE_SHAPE, dtype=np.float32)

    def speech_probability(self, frame: AudioChunk) -> float:
        """0 to 1 for a frame of ``FRAME_SAMPLES`` at ``SPEECH_RATE_HZ``, given those before it."""
        samples = _samples(frame)
        if samples.size != FRAME_SAMPLES:
            raise ValueError(f"a frame is {FRAME_SAMPLES} samples")
        return float(self._run(samples)[0])

    def speech_probabilities(self, audio: AudioChunk) -> tuple[float, ...]:
        """One for each frame of a whole sound, the last filled up with silence; forgets before.

        The same as frame by frame, in half the time.
        """
        self.reset()
        samples = _samples(audio)
        samples = np.pad(samples, (0, -samples.size % FRAME_SAMPLES))
        probabilities: list[float] = []
        for start in range(0, samples.size, _BLOCK_SAMPLES):
            probabilities += self._run(samples[start : start + _BLOCK_SAMPLES]).tolist()
        return tuple(probabilities)

    def _run(self, samples: Samples) -> Samples:
        """One probability for each of the whole frames in ``samples``."""
        frames = samples.reshape(-1, FRAME_SAMPLES)
        ends = np.vstack((self._context, frames[:, -_CONTEXT_SAMPLES:]))
        probabilities: Samples
        probabilities, self._hidden, self._cell = self._session.run(
            None,
            {"input": np.hstack((ends[:-1], frames)), "h": self._hidden, "c": self._cell},
        )
        self._context = ends[-1:]
        return probabilities

    def reset(self) -> None:
        """Forget the frames before."""
        self._context = np.zeros((1, _CONTEXT_SAMPLES), dtype=np.float32)
        self._hidden = np.zeros(_STATE_SHAPE, dtype=np.float32)
        self._cell = np.zeros(_STATE_SHAPE, dtype=np.float32)


def _model_path() -> Path:
    """The model among faster-whisper's files, found without importing it."""
    package = find_spec("faster_whisper")
    folders = package.submodule_search_locations if package else None
    for folder in folders or ():
        for path in sorted((Path(folder) / "assets").glob("silero_vad*.onnx"), reverse=True):
            return path
    raise ModelMissingError(f"The voice detector is not installed. {_REINSTALL}")


def _samples(audio: AudioChunk) -> Samples:
    if audio.sample_rate_hz != SPEECH_RATE_HZ:
        raise ValueError(f"voice activity is found at {SPEECH_RATE_HZ} Hz")
    return np.frombuffer(audio.samples, dtype="<i2").astype(np.float32) / 32768.0
