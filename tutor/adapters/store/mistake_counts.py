"""How often each kind of mistake was made, counted as it happens."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from tutor.adapters.store.card_tables import mistake_days, mistake_totals, mistakes
from tutor.domain.card import Card, CardStatus
from tutor.domain.correction import EditKind
from tutor.domain.deck_query import KindStatistics

__all__ = ["MistakeCounts", "day_number"]

_FOUR_WEEKS = 28


def day_number(moment: datetime) -> int:
    """The day of UTC, counted from the first of year 1."""
    return moment.astimezone(UTC).toordinal()


class _Changes:
    """By how much the counts of some kinds and days change."""

    def __init__(self) -> None:
        self.totals = Counter[str]()
        self.wrong = Counter[str]()
        self.days = Counter[tuple[str, int]]()

    def note(self, card: Card, moments: Sequence[datetime], sign: int) -> None:
        """Of a card that is about no mistake, nothing is counted."""
        if card.edit_kind is None:
            return
        kind = card.edit_kind.value
        self.totals[kind] += sign * len(moments)
        if card.status is CardStatus.WRONG:
            self.wrong[kind] += sign * len(moments)
        for moment in moments:
            self.days[kind, day_number(moment)] += sign


class MistakeCounts:
    """The counts of one learner, kept in the transaction that changes a card."""

    def __init__(self, connection: Connection, learner_key: int) -> None:
        self._connection = connection
        self._learner_key = learner_key

    def add(self, made: Iterable[tuple[Card, int, Sequence[datetime]]]) -> None:
        """Count the mistake of each card, given with its key, once for each moment."""
        rows: list[dict[str, object]] = []
        changes = _Changes()
        for card, card_key, moments in made:
            rows += [{"card_key": card_key, "at": moment} for moment in moments]
            changes.note(card, moments, 1)
        if rows:
            self._connection.execute(insert(mistakes), rows)
        self._apply(changes)

    def remove(self, card: Card, card_key: int) -> list[datetime]:
        """Forget every mistake of a card as it is stored; when they were made."""
        own = mistakes.c.card_key == card_key
        moments = list(self._connection.scalars(select(mistakes.c.at).where(own)))
        self._connection.execute(delete(mistakes).where(own))
        changes = _Changes()
        changes.note(card, moments, -1)
        self._apply(changes)
        return moments

    def statistics(self, now: datetime) -> tuple[KindStatistics, ...]:
        """See Deck.statistics."""
        today = day_number(now)
        recent = self._between(today - _FOUR_WEEKS, today)
        before = self._between(today - 2 * _FOUR_WEEKS, today - _FOUR_WEEKS)
        found = self._connection.execute(
            select(mistake_totals.c.edit_kind, mistake_totals.c.total, mistake_totals.c.wrong)
            .where(mistake_totals.c.learner_key == self._learner_key)
            .where(mistake_totals.c.total > 0)
        )
        kinds = sorted(found, key=lambda row: (-row.total, row.edit_kind))
        return tuple(
            KindStatistics(EditKind(kind), total, wrong, recent[kind], before[kind])
            for kind, total, wrong in kinds
        )

    def _between(self, after: int, last: int) -> Counter[str]:
        """By kind, of the days after one up to another."""
        found = self._connection.execute(
            select(mistake_days.c.edit_kind, func.sum(mistake_days.c.total))
            .where(mistake_days.c.learner_key == self._learner_key)
            .where(mistake_days.c.day > after, mistake_days.c.day <= last)
            .group_by(mistake_days.c.edit_kind)
        )
        return Counter({kind: int(total) for kind, total in found})

    def _apply(self, changes: _Changes) -> None:
        for kind, total in changes.totals.items():
            by = {"total": total, "wrong": changes.wrong[kind]}
            self._raise(mistake_totals, {"edit_kind": kind}, by)
        for (kind, day), total in changes.days.items():
            self._raise(mistake_days, {"edit_kind": kind, "day": day}, {"total": total})

    def _raise(self, table: Table, of: dict[str, object], by: dict[str, int]) -> None:
        """Add to a row's counts; the row is made where it is missing."""
        whose = {"learner_key": self._learner_key, **of}
        changed = self._connection.execute(
            update(table)
            .where(*(table.c[name] == value for name, value in whose.items()))
            .values({name: table.c[name] + number for name, number in by.items()})
        )
        if changed.rowcount == 0:
            self._connection.execute(insert(table).values({**whose, **by}))
