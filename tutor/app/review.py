"""Wiring reviews and quizzes."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, tzinfo
from random import Random

from tutor.app import (
    lesson_shelf,
    open_records,
    vocabulary,
)
from tutor.app.asking import equipped, new_id
from tutor.app.records import Records
from tutor.app.sitting import (
    Sitting,
)
from tutor.config import Settings
from tutor.domain.card import Card, CardKind, CardStatus, vocabulary_card
from tutor.domain.deck_query import CardQuery
from tutor.domain.question import (
    Question,
    QuestionKind,
    listening_question,
    question_for_card,
    question_for_entry,
)
from tutor.domain.review import DueCard, Review, ReviewLimits
from tutor.domain.vocabulary import Entry
from tutor.domain.vocabulary_search import (
    ALL_ENTRIES,
    EntryQuery,
    entries_for,
    find_by_spanish,
    same_meaning,
)
from tutor.errors import LessonError, NotStoredError, SettingsError
from tutor.ports import Lexicon
from tutor.session.asking import ReviewEquipment
from tutor.session.quiz import QuizItem, QuizPlan, QuizSession
from tutor.session.review import ReviewPlan, ReviewSession
from tutor.session.review_events import ReviewEvent

__all__ = [
    "QuizSitting",
    "ReviewSitting",
    "quiz_session",
    "review_session",
    "undo_last_answer",
]

_READ = (QuestionKind.TO_ENGLISH, QuestionKind.TO_SPANISH)
_MIXED = (*_READ, QuestionKind.LISTENING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSitting(Sitting):
    """A review of what is due."""

    most_answers: int | None = None
    """None: everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizSitting(Sitting):
    """A quiz over chosen words."""

    query: EntryQuery = ALL_ENTRIES
    lesson_id: str = ""
    """Only words of this lesson; empty: any."""
    of_mistakes: bool = False
    """What the learner's own deck holds, instead of the vocabulary."""
    kind: QuestionKind | None = None
    """None: a mixture."""
    count: int = 10
    seed: int = 0
    """The same questions for the same seed."""


async def undo_last_answer(settings: Settings) -> Review | None:
    """See ReviewBook.undo."""
    with open_records(settings) as records:
        return await records.reviews.undo()


@asynccontextmanager
async def review_session(
    settings: Settings, sitting: ReviewSitting, emit: Callable[[ReviewEvent], None]
) -> AsyncIterator[ReviewSession]:
    """A review ready to run; raises StoreError, ModelError, and AudioError without a device."""
    review = settings.review
    plan = ReviewPlan(
        zone=_time_zone(settings),
        limits=ReviewLimits(
            new_per_day=review.new_per_day,
            reviews_per_day=review.due_per_day,
            leech_lapses=review.leech_lapses,
        ),
        day_begins_at=time(review.day_begins_at),
        most_answers=sitting.most_answers,
        limit_seconds=sitting.limit_seconds,
        pace=sitting.pace,
    )
    async with _equipped(settings, sitting, emit) as (records, equipment):
        yield ReviewSession(plan, records.deck, records.reviews, equipment, emit)


@asynccontextmanager
async def quiz_session(
    settings: Settings, sitting: QuizSitting, emit: Callable[[ReviewEvent], None]
) -> AsyncIterator[QuizSession]:
    """A quiz ready to run; raises LessonError where no word is chosen, else as for a review."""
    async with _equipped(settings, sitting, emit) as (records, equipment):
        items = (
            await _own_items(records, sitting)
            if sitting.of_mistakes
            else _word_items(settings, sitting, equipment.lexicon)
        )
        plan = QuizPlan(items, limit_seconds=sitting.limit_seconds, pace=sitting.pace)
        yield QuizSession(plan, records.deck, equipment, emit)


@asynccontextmanager
async def _equipped(
    settings: Settings, sitting: Sitting, emit: Callable[[ReviewEvent], None]
) -> AsyncIterator[tuple[Records, ReviewEquipment]]:
    with open_records(settings) as records:
        async with equipped(settings, sitting, emit) as equipment:
            yield records, equipment


def _time_zone(settings: Settings) -> tzinfo:
    """The learner's; raises SettingsError where the computer does not say which it is."""
    from zoneinfo import ZoneInfo

    from tzlocal import get_localzone

    try:
        name = settings.review.time_zone
        return ZoneInfo(name) if name else get_localzone()
    except (KeyError, OSError, ValueError) as error:
        raise SettingsError(
            "This computer does not say in which time zone it is."
            " Set yours: tutor config set review.time_zone Europe/Madrid"
        ) from error


async def _own_items(records: Records, sitting: QuizSitting) -> list[QuizItem]:
    """From the cards that the learner's own talking has made; missing one is making it again."""
    items = [
        QuizItem(question, replace(card, id=new_id(), created_at=datetime.now(UTC)))
        for card in await records.deck.cards(CardQuery(status=CardStatus.ACTIVE))
        for question in _own_questions(card, sitting.kind)
    ]
    if not items:
        raise NotStoredError(
            "There are no mistakes of that kind to be asked about. Run: tutor practice"
        )
    chance = Random(sitting.seed)  # noqa: S311  # nothing secret
    chance.shuffle(items)
    return items[: sitting.count]


def _own_questions(card: Card, kind: QuestionKind | None) -> list[Question]:
    """What a card can be asked; only questions of a kind where one is given."""
    if kind is QuestionKind.LISTENING:
        is_word = card.kind is CardKind.VOCABULARY
        return [listening_question(card.better, card.translations)] if is_word else []
    return [
        question_for_card(DueCard(card, face.direction))
        for face in card.faces
        if kind is None or face.direction.value == kind.value
    ]


def _word_items(settings: Settings, sitting: QuizSitting, words: Lexicon) -> list[QuizItem]:
    everything = vocabulary(settings).entries()
    chosen = list(entries_for(everything, words.facts, sitting.query))
    if sitting.lesson_id:
        wanted = lesson_shelf(settings).lesson(sitting.lesson_id).target_words
        named = [entry for word in wanted for entry in find_by_spanish(word, chosen, words.facts)]
        chosen = list(dict.fromkeys(named))
    if not chosen:
        raise LessonError(
            "No word of the vocabulary fits all of that."
            " Ask for less, such as: tutor quiz --level A1"
        )
    chance = Random(sitting.seed)  # noqa: S311  # nothing secret
    chance.shuffle(chosen)
    mixture = _READ if sitting.mute else _MIXED
    kinds = mixture if sitting.kind is None else (sitting.kind,)
    return [
        QuizItem(
            question_for_entry(entry, kinds[number % len(kinds)], same_meaning(entry, everything)),
            _card(entry),
        )
        for number, entry in enumerate(chosen[: sitting.count])
    ]


def _card(entry: Entry) -> Card:
    return vocabulary_card(
        entry.word,
        entry.translations,
        card_id=new_id(),
        now=datetime.now(UTC),
        sentence=entry.example,
    )
