"""Chapters and title inside an MP3 file, as ID3 frames that podcast players read."""

from collections.abc import Sequence
from io import BytesIO

from mutagen.id3 import CHAP, CTOC, ID3, TIT2, TLAN, TLEN, CTOCFlags

from tutor.domain.podcast import RecordedChapter

__all__ = ["with_chapters"]

_NO_OFFSET = 0xFFFFFFFF
"""Bytes are not told: the times are."""
_UTF8 = 3


def with_chapters(content: bytes, title: str, chapters: Sequence[RecordedChapter]) -> bytes:
    """The MP3 file with its title and a table of contents; times in whole milliseconds."""
    tags = ID3()
    names = [f"chapter{number}" for number in range(1, len(chapters) + 1)]
    tags.add(TIT2(encoding=_UTF8, text=[title]))
    tags.add(TLAN(encoding=_UTF8, text=["spa"]))
    if chapters:
        end = str(_milliseconds(chapters[-1].end_seconds))
        tags.add(TLEN(encoding=_UTF8, text=[end]))
    tags.add(
        CTOC(
            element_id="contents",
            flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED,
            child_element_ids=names,
            sub_frames=[TIT2(encoding=_UTF8, text=[title])],
        )
    )
    for name, chapter in zip(names, chapters, strict=True):
        tags.add(
            CHAP(
                element_id=name,
                start_time=_milliseconds(chapter.start_seconds),
                end_time=_milliseconds(chapter.end_seconds),
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=[TIT2(encoding=_UTF8, text=[chapter.title])],
            )
        )
    file = BytesIO(content)
    tags.save(file)
    return file.getvalue()


def _milliseconds(seconds: float) -> int:
    return round(1000 * seconds)
