"""Whether a deck has lost nothing and made nothing up."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from tutor.adapters.srs.fsrs import FsrsScheduler
from tutor.domain.answering import is_lapse
from tutor.domain.schedule import new_schedule

__all__ = ["assert_kept_once", "assert_replayed", "is_sound"]


def is_sound(data_dir):
    """Whether the database of a folder is whole."""
    with closing(sqlite3.connect(data_dir / "tutor.sqlite3")) as database:
        faults = database.execute("PRAGMA foreign_key_check").fetchall()
        return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not faults


def assert_replayed(contents):
    """The schedule of every face follows from the answers that stand, and from nothing else."""
    scheduler = FsrsScheduler()
    faces = {}
    for card in contents.cards:
        for face in card.faces:
            unasked = replace(face, schedule=new_schedule(card.created_at), reviews=0, lapses=0)
            faces[card.id, face.direction] = unasked
    for review in contents.reviews:
        if review.is_undone:
            continue
        answer = review.answer
        face = faces[answer.card_id, answer.direction]
        after = scheduler.review(face.schedule, answer.rating, answer.at)
        assert (review.before, review.after) == (face.schedule, after)
        lapses = face.lapses + is_lapse(face.schedule, answer.rating)
        faces[answer.card_id, answer.direction] = replace(
            face, schedule=after, reviews=face.reviews + 1, lapses=lapses
        )
    kept = {(card.id, face.direction): face for card in contents.cards for face in card.faces}
    assert kept == faces


def assert_kept_once(contents, printed):
    """Every answer that was printed is stored as it was printed, and no answer twice."""
    stored = {review.answer.id: review for review in contents.reviews}
    assert len(stored) == len(contents.reviews)
    answers = [row for row in printed if row["event"] in {"answer", "regraded"}]
    assert {row["id"] for row in answers} <= stored.keys()
    for row in answers:
        review = stored[row["id"]]
        assert row["due"] == review.after.due.isoformat()
        assert (row["card_id"], row["rating"]) == (review.answer.card_id, review.answer.rating)
        assert row.get("heard", review.answer.text) == review.answer.text
