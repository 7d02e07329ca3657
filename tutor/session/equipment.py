"""What a sitting is to be, and what it works with."""

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tutor.domain.language import Pace
from tutor.domain.lesson import Lesson
from tutor.domain.level_words import LevelWords
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.opening import Opening
from tutor.domain.telling import Telling
from tutor.ports import (
    Clock,
    Corrector,
    Diary,
    Journal,
    Lexicon,
    Listener,
    Memory,
    Partner,
    Transcriber,
    Translator,
    UtteranceArchive,
    Vocabulary,
)
from tutor.session.speaking import Narrator

__all__ = ["Equipment", "Plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What this sitting is to be."""

    lesson: Lesson
    destination: str
    """Where the learner's words are sent: ``this machine`` or a server's address."""
    spoken_per_turn: int = 2
    """How many corrections of a turn are said aloud; the rest are shown and stored."""
    limit_seconds: float = math.inf
    """No turn begins after this long."""
    pace: Pace = Pace.NORMAL
    lesson_leads: bool = False
    """Whether the lesson's next question ends a reply, so that the partner need not put one."""
    opening: Opening | None = None
    """How ``lesson`` was made to open, where that was prepared; see ``prepared``."""
    lesson_opening: str = ""
    """The lesson's own opening, where another question comes first."""
    telling: Telling = Telling.AT_ONCE
    """When the learner is told what was wrong."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a session works with."""

    listener: Listener
    transcriber: Transcriber
    corrector: Corrector
    partner: Partner | None
    """None where no language model is to be had: the lesson talks alone."""
    narrator: Narrator
    vocabulary: Vocabulary | None
    """None where a word that the learner asks for is the partner's affair."""
    lexicon: Lexicon
    speller: NumberSpeller
    """Of Spanish numbers."""
    journal: Journal
    archive: UtteranceArchive | None
    """None where the learner's sound is not kept."""
    clock: Clock
    new_id: Callable[[], str]
    warm_up: Callable[[], Awaitable[None]] | None = None
    """Work that makes the first turn as fast as the next; done while the tutor opens."""
    translator: Translator | None = None
    """None where no language model is to be had."""
    memory: Memory | None = None
    """None where nothing is to be remembered of the learner."""
    diary: Diary | None = None
    """None where it is not to be noted how sessions end."""
    level_words: LevelWords | None = None
    """None where no partner talks, or whatever words it likes."""
