"""Wiring a podcast: what it is about, who speaks, and where it is written."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tutor.app.correcting import lexicon
from tutor.app.language import language_models
from tutor.app.lessons import lesson_shelf, vocabulary
from tutor.app.models import chosen_models, model_store, synthesizer_for
from tutor.app.records import open_records
from tutor.app.sitting import system_clock
from tutor.app.ways import read_text_file
from tutor.config import Settings
from tutor.domain.card import Card, CardStatus
from tutor.domain.deck_query import CardQuery
from tutor.domain.language import Language, Pace
from tutor.domain.lesson import Level
from tutor.domain.model import ModelKind
from tutor.domain.podcast import Podcast, RecordedLine, Script, Side, transcript_of
from tutor.domain.podcast_script import (
    parts_of_text,
    script_of_lesson,
    script_of_mistakes,
    script_of_text,
)
from tutor.domain.remark import Remark
from tutor.errors import AudioFileError, LessonError, ModelMissingError, NotStoredError
from tutor.ports import Commentator
from tutor.session.podcast import record_podcast

__all__ = ["MISTAKES_DAYS", "PodcastWish", "make_podcast", "podcast_voices"]

MISTAKES_DAYS = 7
"""How far back the week's mistakes go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PodcastWish:
    """What is to be made."""

    out: Path
    about: str = ""
    """A text file or a lesson's id; empty for the week's mistakes."""
    level: Level | None = None
    """None: the lesson's, or A2."""
    voices: Mapping[Side, str]
    pace: Pace = Pace.NORMAL
    limit_seconds: float
    is_discussed: bool = False
    """Whether a language model asks and answers about each part of a text."""


def podcast_voices(settings: Settings, wanted: Sequence[str]) -> dict[Side, str]:
    """Two different Spanish voices, the learner's own choice first, then what is there.

    Raises ModelMissingError for an unknown one, one that speaks no Spanish, or one alone.
    """
    store = model_store(settings)
    spanish = [
        model.name
        for model in store.models()
        if model.kind is ModelKind.VOICE and Language.SPANISH in model.languages
    ]
    for name in wanted:
        if Language.SPANISH not in store.model(name).languages:
            raise ModelMissingError(
                f"The voice '{name}' speaks no Spanish. Choose two of: tutor voices list"
            )
    there = [name for name in spanish if store.is_present(name)]
    first = chosen_models(settings).spanish_voice
    names = list(dict.fromkeys((*wanted, first, *there, "ef_dora", "em_alex")))[:2]
    return dict(zip(Side, names, strict=True))


async def make_podcast(
    settings: Settings, wish: PodcastWish, report: Callable[[RecordedLine], None]
) -> tuple[Podcast, Path]:
    """Speak the script and write it, with its transcript beside it; the transcript's path.

    Raises AudioFileError where no MP3 can be written, ModelMissingError, SynthesisError; and for
    what it is about LessonError, StoreError, or NotStoredError where there are no mistakes.
    """
    from tutor.adapters.export.chapters import with_chapters
    from tutor.adapters.export.files import replacing, write_text
    from tutor.adapters.export.mp3 import encoded, sound_ending

    if sound_ending() != "mp3":
        raise AudioFileError(
            "This computer's libsndfile writes no MP3. Run: pip install --upgrade soundfile"
        )
    script = await _script(settings, wish)
    voices = {side: synthesizer_for(settings, name) for side, name in wish.voices.items()}
    podcast = await record_podcast(
        script, voices, wish.pace, limit_seconds=wish.limit_seconds, report=report
    )
    sound = with_chapters(encoded(podcast.audio), script.title, podcast.chapters)
    text = wish.out.with_suffix(".txt")
    names = {side: spoken_name(name) for side, name in wish.voices.items()}
    with replacing(wish.out) as new:
        new.write_bytes(sound)
    write_text(text, transcript_of(podcast, names))
    return podcast, text


def spoken_name(voice: str) -> str:
    """What a voice is called in the transcript: ``es_MX-claude-high`` is Claude."""
    parts = voice.split("-")
    return (parts[1] if len(parts) > 1 else voice.rpartition("_")[2]).capitalize()


async def _script(settings: Settings, wish: PodcastWish) -> Script:
    if not wish.about:
        return script_of_mistakes(await _cards_of_the_week(settings))
    parts = await asyncio.to_thread(_parts_of_file, Path(wish.about))
    if parts is None:
        return await asyncio.to_thread(_script_of_lesson, settings, wish)
    level = wish.level or Level.A2
    remarks = await _remarks(settings, parts, level) if wish.is_discussed else []
    words, facts = vocabulary(settings).entries(), lexicon().facts
    title = Path(wish.about).stem.replace("_", " ").replace("-", " ")
    return await asyncio.to_thread(
        script_of_text, title, parts, level, words, facts, remarks=remarks
    )


async def _remarks(
    settings: Settings, parts: Sequence[Sequence[str]], level: Level
) -> list[Remark | None]:
    from tutor.adapters.llm.remarks import LanguageModelCommentator

    async with language_models(settings) as models:
        commentator: Commentator = LanguageModelCommentator(models.partner_chat, lexicon())
        return [await commentator.remark(part, level) for part in parts]


def _parts_of_file(path: Path) -> list[list[str]] | None:
    """None where it is no file, so that a lesson may be meant."""
    if path.is_file():
        parts = parts_of_text(read_text_file(path))
        if not parts:
            raise LessonError(f"'{path}' holds no sentence: name a file of Spanish text.")
        return parts
    if path.suffix or path.parent != Path():
        raise LessonError(f"There is no file '{path}'. Check its name and folder.")
    return None


def _script_of_lesson(settings: Settings, wish: PodcastWish) -> Script:
    lesson = lesson_shelf(settings).lesson(wish.about)
    words, facts = vocabulary(settings).entries(), lexicon().facts
    return script_of_lesson(lesson, wish.level or lesson.level, words, facts)


async def _cards_of_the_week(settings: Settings) -> list[Card]:
    since = system_clock().now() - timedelta(days=MISTAKES_DAYS)
    with open_records(settings) as records:
        cards = await records.deck.cards(
            CardQuery(is_correction=True, since=since, status=CardStatus.ACTIVE)
        )
    if not cards:
        raise NotStoredError(
            f"There are no corrections of the last {MISTAKES_DAYS} days. Run: tutor practice"
        )
    return list(reversed(cards))
