"""A voice that remembers: what is kept where, and what never is."""

from tests.fakes import FakeSynthesizer
from tutor.adapters.tts.remembering import RememberingVoice
from tutor.domain.language import Pace

STANDING = frozenset({"Se dice:"})


async def test_a_line_said_again_is_not_made_again(tmp_path):
    made = FakeSynthesizer()
    voice = RememberingVoice(made, tmp_path)
    first = await voice.synthesize("Hola, Ana.", Pace.NORMAL)
    assert await voice.synthesize("Hola, Ana.", Pace.NORMAL) == first
    await voice.synthesize("Hola, Ana.", Pace.SLOW)
    assert made.asked == [("Hola, Ana.", Pace.NORMAL), ("Hola, Ana.", Pace.SLOW)]


async def test_only_standing_lines_reach_the_disk_and_last_beyond_the_session(tmp_path):
    voice = RememberingVoice(FakeSynthesizer(), tmp_path, STANDING)
    await voice.synthesize("Tienes dos hijas.", Pace.NORMAL)
    assert list(tmp_path.iterdir()) == []
    head = await voice.synthesize("Se dice:", Pace.NORMAL)
    (file,) = tmp_path.iterdir()
    later = FakeSynthesizer()
    assert (
        await RememberingVoice(later, tmp_path, STANDING).synthesize("Se dice:", Pace.NORMAL)
        == head
    )
    assert later.asked == []
    assert file.read_bytes() == head.samples


async def test_a_spoilt_or_unwritable_file_is_done_without(tmp_path):
    voice = RememberingVoice(FakeSynthesizer(), tmp_path / "spoken", STANDING)
    head = await voice.synthesize("Se dice:", Pace.NORMAL)
    (file,) = (tmp_path / "spoken").iterdir()
    file.write_bytes(b"x")
    again = RememberingVoice(FakeSynthesizer(), tmp_path / "spoken", STANDING)
    assert await again.synthesize("Se dice:", Pace.NORMAL) == head
    (tmp_path / "file").write_text("no folder")
    nowhere = RememberingVoice(FakeSynthesizer(), tmp_path / "file", STANDING)
    assert await nowhere.synthesize("Se dice:", Pace.NORMAL) == head


async def test_memory_holds_no_more_than_it_may(tmp_path):
    made = FakeSynthesizer()
    sound = await made.synthesize("Tres.", Pace.NORMAL)
    voice = RememberingVoice(made, tmp_path, most_bytes=2 * len(sound.samples))
    for text in ("Seis.", "Ocho.", "Seis.", "Tres.", "Seis.", "Ocho."):
        await voice.synthesize(text, Pace.NORMAL)
    assert [text for text, _ in made.asked[1:]] == ["Seis.", "Ocho.", "Tres.", "Ocho."]
