"""Record the learner of ``tutor demo``: the sentences of ``lessons/demo/demo.toml``, spoken.

Run it again after changing a sentence, and listen to what Whisper makes of it
(``tutor transcribe lessons/demo/*.flac``): the mistakes must be heard as they are written.
"""

import asyncio
import tomllib
from pathlib import Path

import numpy as np
import soundfile
import soxr

from tutor.app import synthesizer_for
from tutor.config import load_settings
from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ
from tutor.domain.language import Pace

FOLDER = Path(__file__).parents[1] / "lessons" / "demo"
LEAD_SECONDS, TAIL_SECONDS = 0.3, 0.4
"""A learner does not begin on the first sample."""


async def record() -> None:
    """Write one FLAC file for each utterance, 16 kHz mono."""
    demo = tomllib.loads((FOLDER / "demo.toml").read_text("utf-8"))
    voice = synthesizer_for(load_settings({}), demo["voice"])
    for utterance in demo["utterances"]:
        chunk = await voice.synthesize(utterance["said"], Pace.NORMAL)
        speech = soxr.resample(np.frombuffer(chunk.samples, "<i2"), VOICE_RATE_HZ, SPEECH_RATE_HZ)
        lead = np.zeros(round(LEAD_SECONDS * SPEECH_RATE_HZ), np.int16)
        tail = np.zeros(round(TAIL_SECONDS * SPEECH_RATE_HZ), np.int16)
        samples = np.concatenate([lead, speech, tail])
        soundfile.write(FOLDER / utterance["file"], samples, SPEECH_RATE_HZ, subtype="PCM_16")


if __name__ == "__main__":
    asyncio.run(record())
