import io
import os
import wave
from array import array
from pathlib import Path

import av
import pytest
import soundfile

from tests.fakes import tone
from tutor.adapters.audio.files import SoundFileReader
from tutor.domain.audio import SPEECH_RATE_HZ
from tutor.errors import AudioFileError
from tutor.resources import resource_folder


def written(path: Path, *, rate=SPEECH_RATE_HZ, channels=1, width=2, level=0.3):
    """A WAV of one second of a square wave at 100 Hz."""
    full = 2 ** (8 * width - 1) - 1
    frames = bytearray()
    for index in range(rate):
        value = round(full * level) * (1 if index * 200 // rate % 2 else -1)
        if width == 1:
            value += 128
        frames += value.to_bytes(width, "little", signed=width > 1) * channels
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", "not compressed"))
        file.writeframes(bytes(frames))
    return path


def loudest(chunk):
    return max(map(abs, array("h", chunk.samples)))


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("width", [1, 2, 3])
async def test_any_rate_width_and_number_of_channels_becomes_speech_sound(
    tmp_path, rate, channels, width
):
    path = written(tmp_path / "x.wav", rate=rate, channels=channels, width=width)
    chunk = await SoundFileReader().read(path)
    assert chunk.sample_rate_hz == SPEECH_RATE_HZ
    assert chunk.duration_seconds == pytest.approx(1.0, abs=0.01)
    assert 0.25 < loudest(chunk) / 32767 < 0.5


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3", ".aiff"])
async def test_common_formats_are_read(tmp_path, suffix):
    path = tmp_path / f"x{suffix}"
    soundfile.write(path, [0.2, -0.2] * 24_000, 48_000)
    chunk = await SoundFileReader().read(path)
    assert chunk.duration_seconds == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize(("suffix", "codec"), [(".m4a", "aac"), (".webm", "libopus")])
async def test_what_phones_and_browsers_record_is_read(tmp_path, suffix, codec):
    path = tmp_path / f"x{suffix}"
    source = soundfile.read(written(tmp_path / "x.wav", rate=48_000), dtype="int16")[0]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(source[None, :], format="s16", layout="mono")
        frame.sample_rate = 48_000
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    chunk = await SoundFileReader().read(path)
    assert chunk.duration_seconds == pytest.approx(1.0, abs=0.1)


async def test_sixteen_bit_sound_at_the_right_rate_is_unchanged(tmp_path):
    chunk = tone(0.5)
    path = tmp_path / "x.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SPEECH_RATE_HZ, 0, "NONE", "not compressed"))
        file.writeframes(chunk.samples)
    assert await SoundFileReader().read(path) == chunk


async def test_clipped_sound_is_read(tmp_path):
    path = written(tmp_path / "x.wav", rate=44_100, channels=2, level=1.0)
    assert loudest(await SoundFileReader().read(path)) > 30_000


async def test_half_an_hour_is_read_whole(tmp_path):
    path = tmp_path / "x.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 1, 8_000, 0, "NONE", "not compressed"))
        file.writeframes(bytes([128]) * (8_000 * 1800))
    chunk = await SoundFileReader().read(path)
    assert chunk.duration_seconds == pytest.approx(1800, abs=0.1)


async def test_damage_in_the_midst_costs_only_what_is_damaged(tmp_path):
    path = tmp_path / "x.flac"
    soundfile.write(path, [0.2, -0.2] * 80_000, SPEECH_RATE_HZ)
    damaged = bytearray(path.read_bytes())
    middle = len(damaged) // 2
    damaged[middle : middle + 40] = bytes(40)
    path.write_bytes(damaged)
    assert (await SoundFileReader().read(path)).duration_seconds > 3


def a_wav_without_samples():
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, 16_000, 0, "NONE", "not compressed"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"this is no sound\n" * 99, "cannot|can be read|holds no sound|has no sound"),
        (bytes(range(256)) * 99, "can be read|holds no sound|has no sound"),
        (a_wav_without_samples(), "holds no sound"),
        (a_wav_without_samples()[:20], "can be read|holds no sound"),
    ],
)
async def test_what_is_not_sound_is_named_in_one_sentence(tmp_path, content, says):
    path = tmp_path / "x.wav"
    path.write_bytes(content)
    with pytest.raises(AudioFileError, match=says) as caught:
        await SoundFileReader().read(path)
    assert str(path) in str(caught.value)
    assert "Give a sound file" in str(caught.value)


async def test_a_picture_has_no_sound(tmp_path):
    path = tmp_path / "x.png"
    with av.open(str(path), "w", format="image2", options={"update": "1"}) as container:
        stream = container.add_stream("png", rate=1)
        stream.width = stream.height = 16
        stream.pix_fmt = "rgb24"
        frame = av.VideoFrame(16, 16, "rgb24")
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    with pytest.raises(AudioFileError, match="no sound"):
        await SoundFileReader().read(path)


async def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AudioFileError, match=r"no file '.*nowhere\.wav'"):
        await SoundFileReader().read(tmp_path / "nowhere.wav")


async def test_a_folder_is_named(tmp_path):
    with pytest.raises(AudioFileError, match="is a folder"):
        await SoundFileReader().read(tmp_path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root and Windows may read everything"
)
async def test_a_file_that_may_not_be_read_is_named(tmp_path):
    path = written(tmp_path / "x.wav")
    path.chmod(0)
    with pytest.raises(AudioFileError, match="permissions"):
        await SoundFileReader().read(path)


async def test_a_recording_of_the_demo_is_read():
    chunk = await SoundFileReader().read(resource_folder("lessons") / "demo" / "01.flac")
    assert chunk.duration_seconds > 1
