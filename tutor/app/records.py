"""The learner's records."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tutor.config import Settings
from tutor.ports import Deck, Journal, ReviewBook

__all__ = ["Records", "open_records"]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is the learner's, on one database."""

    journal: Journal
    deck: Deck
    reviews: ReviewBook


@contextmanager
def open_records(settings: Settings) -> Iterator[Records]:
    """The learner's records, made in the data folder where missing; raises StoreError."""
    from tutor.adapters.srs.fsrs import FsrsScheduler
    from tutor.adapters.store.store import open_store

    review = settings.review
    scheduler = FsrsScheduler(
        review.desired_retention,
        [60 * minutes for minutes in review.learning_minutes],
        [60 * minutes for minutes in review.relearning_minutes],
    )
    with open_store(settings.data_dir, scheduler) as store:
        yield Records(store.journal, store.deck, store.reviews)
