import io
import sys
import wave

import pytest

from tests.fakes import tone
from tutor.adapters.audio.archive import WavArchive
from tutor.domain.audio import Utterance
from tutor.errors import StoreUnwritableError


def an_utterance():
    return Utterance(tone(0.5), speech_seconds=0.5, endpoint_seconds=0.0)


async def test_a_turns_sound_is_kept_as_it_was_heard(tmp_path):
    utterance = an_utterance()
    await WavArchive(tmp_path).keep("session", 3, utterance)
    with wave.open(io.BytesIO((tmp_path / "session" / "003.wav").read_bytes())) as reader:
        assert reader.getframerate() == utterance.audio.sample_rate_hz
        assert reader.readframes(reader.getnframes()) == utterance.audio.samples


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_nobody_else_may_read_it(tmp_path):
    await WavArchive(tmp_path).keep("session", 1, an_utterance())
    assert (tmp_path / "session" / "001.wav").stat().st_mode & 0o077 == 0
    assert (tmp_path / "session").stat().st_mode & 0o077 == 0


async def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreUnwritableError, match=r"file.*--keep-audio"):
        await WavArchive(tmp_path / "file").keep("session", 1, an_utterance())
