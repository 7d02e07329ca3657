from io import BytesIO

import pytest
import soundfile
from mutagen.id3 import ID3

from tests.fakes import tone
from tutor.adapters.export.chapters import with_chapters
from tutor.adapters.export.mp3 import encoded, sound_ending
from tutor.domain.podcast import RecordedChapter

CHAPTERS = (RecordedChapter("Uno", (), 0.0, 1.2345), RecordedChapter("Dos", (), 1.2345, 2.0))


@pytest.fixture
def file():
    if sound_ending() != "mp3":
        pytest.skip("this libsndfile writes no MP3")
    return with_chapters(encoded(tone(2.0, rate_hz=24_000)), "El mercado", CHAPTERS)


def test_a_file_has_its_title_and_its_chapters_with_their_times(file):
    tags = ID3(BytesIO(file))
    assert tags["TIT2"].text == ["El mercado"]
    chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert [(one.start_time, one.end_time) for one in chapters] == [(0, 1234), (1234, 2000)]
    assert [one.sub_frames["TIT2"].text[0] for one in chapters] == ["Uno", "Dos"]
    (contents,) = tags.getall("CTOC")
    assert contents.child_element_ids == [one.element_id for one in chapters]


def test_the_sound_is_still_there(file):
    samples, rate_hz = soundfile.read(BytesIO(file))
    assert len(samples) / rate_hz == pytest.approx(2.0, abs=0.1)
