"""What a large deck costs: the next due card, counts, statistics and searches, by its size.

Every deck is a real SQLite file, written through the store: mistakes and words as a learner makes
them over the years, twenty a day, nine of ten learned and the rest new or being learned. The sizes
are asked in turns, so that a machine that slows down slows all of them.
"""

import argparse
import asyncio
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.adapters.srs.fsrs import FsrsScheduler
from tutor.adapters.store.store import Store, open_store
from tutor.domain.card import Card, card_for, vocabulary_card
from tutor.domain.correction import Correction, Edit, EditKind, Explanation
from tutor.domain.deck_query import CardQuery, DeckContents
from tutor.domain.review import Answer, Day, ReviewLimits
from tutor.domain.schedule import Phase, Rating, Schedule

__all__ = ["main"]

SIZES = (100, 10_000, 100_000)
GROWTH_AT_MOST = 3.0
CARDS_A_DAY = 20
CARDS_AT_ONCE = 5_000
FOUND = 3
WARM_UP = 5
"""Calls that are not counted: the first read the file and compile the statement."""

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = Day(NOW.replace(hour=4), NOW.replace(hour=4) + timedelta(days=1))
TOMORROW = Day(TODAY.end, TODAY.end + timedelta(days=1))
LIMITS = ReviewLimits()
ONLY_NEW = ReviewLimits(reviews_per_day=0)
SYLLABLES = "ca sa do ner to que mi li ra pen la co men te ro per su ña lle gui".split()
KINDS = tuple(EditKind)

Question = Callable[[Store], Awaitable[object]]


def word(number: int) -> str:
    """The word of that rank: all different, the frequent ones short."""
    letters = ""
    number += len(SYLLABLES)
    while number:
        number, syllable = divmod(number, len(SYLLABLES))
        letters = SYLLABLES[syllable] + letters
    return letters


WORDS = [word(rank) for rank in range(6_000)]
WEIGHTS = list(accumulate(1 / (rank + 2) for rank in range(len(WORDS))))


QUESTIONS: dict[str, Question] = {
    "next due": lambda store: store.reviews.next_due(NOW, TODAY, LIMITS),
    "next new": lambda store: store.reviews.next_due(NOW, TODAY, ONLY_NEW),
    "due counts": lambda store: store.reviews.counts(NOW, TODAY, LIMITS),
    "statistics": lambda store: store.deck.statistics(NOW),
    "newest cards": lambda store: _found(store, CardQuery()),
    "newest of a kind": lambda store: _found(store, CardQuery(edit_kind=KINDS[4])),
    "search, common word": lambda store: _found(store, CardQuery(text=WORDS[0])),
    "search, two words": lambda store: _found(store, CardQuery(text=f"{WORDS[0]} {WORDS[1]}")),
    "search, one letter": lambda store: _found(store, CardQuery(text=WORDS[0][0])),
    "search, rare word": lambda store: _found(store, CardQuery(text="xilo")),
}
"""What finds cards finds as many in each deck: three, and one of the rare word."""


def main() -> int:
    """Print the table; with ``--check`` 1 where something grows too much."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=60, help="calls of each (default: 60)")
    parser.add_argument("--check", action="store_true", help=f"fail above {GROWTH_AT_MOST:g} times")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, ExitStack() as stack:
        stores = {}
        for size in SIZES:
            deck_folder = Path(folder) / f"{size}"
            stores[size] = stack.enter_context(open_store(deck_folder, FsrsScheduler()))
            asyncio.run(_fill(stores[size], size))
        medians = asyncio.run(_medians(stores, options.rounds))
    growths = {name: times[SIZES[-1]] / times[SIZES[0]] for name, times in medians.items()}
    _print_table(medians, growths)
    return int(options.check and max(growths.values()) > GROWTH_AT_MOST)


async def _fill(store: Store, size: int) -> None:
    """A deck of that many cards, some of them answered today."""
    chance = random.Random(size)  # noqa: S311  # sentences, no secrets
    for first in range(0, size, CARDS_AT_ONCE):
        numbers = range(first, min(size, first + CARDS_AT_ONCE))
        cards = tuple(_card(number, size, chance) for number in numbers)
        await store.deck.restore(DeckContents(cards))
        sys.stderr.write(f"\r{numbers[-1] + 1} of {size} cards ")
    sys.stderr.write("\n")
    for number in range(20):
        due = await store.reviews.next_due(NOW, TODAY, LIMITS)
        if due is not None:
            answer = Answer(f"{number}", due.card.id, due.direction, Rating.GOOD, NOW)
            await store.reviews.answer(answer, LIMITS)


def _card(number: int, size: int, chance: random.Random) -> Card:
    made = NOW - timedelta(days=1 + (size - number) / CARDS_A_DAY)
    heard = chance.choices(WORDS, cum_weights=WEIGHTS, k=8)
    if number == size // 2:
        heard[-1] = "xilófono"
    if number % 3:
        better = [*heard[:2], chance.choice(WORDS), *heard[3:]]
        edit = Edit(2, 3, heard[2], better[2], KINDS[number % 20], Explanation("", ""))
        correction = Correction(" ".join(heard), " ".join(better), (edit,))
        card = card_for(edit, correction, card_id=f"{number:032x}", lesson_id="", now=made)
    else:
        sentence, english = " ".join(heard), (f"thing{number % 997}",)
        card = vocabulary_card(
            heard[0], english, sentence=sentence, card_id=f"{number:032x}", now=made
        )
    schedule = _schedule(number, size, made)
    faces = tuple(replace(face, schedule=schedule) for face in card.faces)
    return replace(card, identity=f"{number}", faces=faces)


def _schedule(number: int, size: int, made: datetime) -> Schedule:
    """Learned, due over the coming year and a little behind; of ten one new or being learned."""
    if number % 20 == 0:
        return Schedule(due=made)
    memory = {"stability": 30.0, "difficulty": 5.0}
    if number % 20 == 1:
        due = NOW - timedelta(minutes=size - number)
        return Schedule(due, Phase.LEARNING, 0, **memory, last_review=made)
    due = NOW + timedelta(days=365 * (number % 1009) / 1009 - 20)
    return Schedule(due, Phase.REVIEW, None, **memory, last_review=made)


async def _found(store: Store, query: CardQuery) -> object:
    cards = await store.deck.cards(replace(query, limit=FOUND))
    if len(cards) != (1 if query.text == "xilo" else FOUND):
        raise RuntimeError(f"{len(cards)} cards are too few to compare: {query}")
    return cards


async def _medians(stores: dict[int, Store], rounds: int) -> dict[str, dict[int, float]]:
    """Seconds of each question at each size."""
    medians = {}
    for name, question in QUESTIONS.items():
        times: dict[int, list[float]] = {size: [] for size in stores}
        for turn in range(-WARM_UP, rounds):
            for size, store in stores.items():
                started = time.perf_counter()
                await question(store)
                if turn >= 0:
                    times[size].append(time.perf_counter() - started)
        medians[name] = {size: statistics.median(found) for size, found in times.items()}
    return medians


def _print_table(medians: dict[str, dict[int, float]], growths: dict[str, float]) -> None:
    print("Milliseconds, medians" + "".join(f"{size:>12,}" for size in SIZES) + "      growth")
    for name, times in medians.items():
        cells = "".join(f"{times[size] * 1000:>12.2f}" for size in SIZES)
        print(f"{name:<21}{cells}{growths[name]:>12.2f}")
    print(
        f"Growth from {SIZES[0]:,} to {SIZES[-1]:,} cards; at most {GROWTH_AT_MOST:g} is allowed."
    )


if __name__ == "__main__":
    sys.exit(main())
