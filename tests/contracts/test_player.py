import asyncio
import wave
from dataclasses import replace

import pytest

from tests.fakes import FakePlayer, tone
from tutor.adapters.audio.silent import SilentPlayer
from tutor.adapters.audio.tee import TeePlayer
from tutor.adapters.audio.wav_folder import WavFolderPlayer
from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk, Speech
from tutor.domain.language import Language, SpokenLine
from tutor.errors import AudioDeviceError, AudioFileError
from tutor.ports import Player


def speech(language=Language.SPANISH, seconds=0.1):
    return Speech(SpokenLine(language, "hola"), tone(seconds, rate_hz=VOICE_RATE_HZ))


def nothing():
    pass


@pytest.fixture(params=["fake", "silent", "folder", "tee"])
def player(request, tmp_path):
    players: dict[str, Player] = {
        "fake": FakePlayer(),
        "silent": SilentPlayer(),
        "folder": WavFolderPlayer(tmp_path),
        "tee": TeePlayer(WavFolderPlayer(tmp_path), FakePlayer()),
    }
    return players[request.param]


async def test_each_speech_starts_exactly_once(player):
    starts = []
    for number in range(3):
        await player.play(speech(), lambda number=number: starts.append(number))
    assert starts == [0, 1, 2]


async def test_an_empty_speech_is_over_at_once(player):
    starts: list[None] = []
    empty = Speech(SpokenLine(Language.ENGLISH, ""), AudioChunk(b"", VOICE_RATE_HZ))
    await player.play(empty, lambda: starts.append(None))
    assert len(starts) == 1


async def test_playing_can_be_given_up_and_begun_again(player):
    playing = asyncio.create_task(player.play(speech(), nothing))
    await asyncio.sleep(0)
    playing.cancel()
    await asyncio.gather(playing, return_exceptions=True)
    await player.play(speech(), nothing)


async def test_pausing_between_two_speeches_has_heard_nothing_and_does_no_harm(player):
    await player.play(speech(), nothing)
    assert await player.pause() == 0.0
    assert await player.pause() == 0.0
    await player.resume()
    await player.resume(again_seconds=0.5)
    await player.play(speech(), nothing)


async def test_a_speech_given_up_while_paused_leaves_the_next_one_playable(player):
    await player.pause()
    playing = asyncio.create_task(player.play(speech(), nothing))
    await asyncio.sleep(0)
    playing.cancel()
    await asyncio.gather(playing, return_exceptions=True)
    await player.resume()
    await player.play(speech(), nothing)


async def test_a_speech_begun_while_paused_is_played_after_it(player):
    starts: list[None] = []
    await player.pause()
    playing = asyncio.create_task(player.play(speech(), lambda: starts.append(None)))
    await asyncio.sleep(0)
    await player.resume()
    await playing
    assert len(starts) == 1


async def test_closing_twice_does_no_harm(player):
    await player.play(speech(), nothing)
    await player.close()
    await player.close()


async def test_the_folder_holds_the_speeches_in_order(tmp_path):
    player = WavFolderPlayer(tmp_path / "new" / "folder")
    for language in (Language.SPANISH, Language.ENGLISH, Language.SPANISH):
        await player.play(speech(language), nothing)
    paths = sorted((tmp_path / "new" / "folder").iterdir())
    assert [path.name for path in paths] == ["001-es.wav", "002-en.wav", "003-es.wav"]
    with wave.open(str(paths[0])) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 24_000)
        assert file.readframes(file.getnframes()) == speech().audio.samples


async def test_the_folder_counts_on_from_what_is_there(tmp_path):
    for name in ("007-en.wav", "notes-of-mine.wav", "900.txt"):
        (tmp_path / name).write_bytes(b"mine")
    await WavFolderPlayer(tmp_path).play(speech(), nothing)
    assert (tmp_path / "008-es.wav").exists()
    assert (tmp_path / "007-en.wav").read_bytes() == b"mine"


async def test_a_folder_that_cannot_be_written_is_an_error(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(AudioFileError, match="--out"):
        await WavFolderPlayer(in_the_way).play(speech(), nothing)


async def test_a_speech_is_kept_even_if_the_speaker_fails(tmp_path):
    broken = FakePlayer(AudioDeviceError("gone"))
    with pytest.raises(AudioDeviceError):
        await TeePlayer(WavFolderPlayer(tmp_path), broken).play(speech(), nothing)
    assert (tmp_path / "001-es.wav").exists()


async def test_closing_two_players_closes_both():
    one, other = FakePlayer(), FakePlayer()
    await TeePlayer(one, other).close()
    assert one.closed
    assert other.closed


async def test_the_rest_of_a_line_goes_into_the_file_of_its_beginning(tmp_path):
    player = WavFolderPlayer(tmp_path)
    await player.play(speech(seconds=0.1), nothing)
    await player.play(replace(speech(seconds=0.3), continues=True), nothing)
    await player.play(speech(seconds=0.2), nothing)
    lengths = {}
    for path in tmp_path.iterdir():
        with wave.open(str(path)) as file:
            lengths[path.name] = round(file.getnframes() / file.getframerate(), 2)
    assert lengths == {"001-es.wav": 0.4, "002-es.wav": 0.2}
