"""``tutor corrections stats``: which mistakes there are, and whether they become fewer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from tutor.domain.deck_query import KindStatistics

__all__ = ["stats"]

_ALL = "all"
_ARROWS = {"up": "↑", "down": "↓", "level": "→"}
Row = dict[str, object]


def stats(shell: Shell) -> None:
    """Count corrections by kind: the last four weeks, the four before, and the wrong ones."""
    from tutor.app import open_records
    from tutor.app.sitting import system_clock

    with open_records(shell.settings()) as records:
        kinds = shell.run(records.deck.statistics(system_clock().now()))
    if not kinds:
        shell.say("No corrections yet. Run: tutor practice")
        return
    rows = [*(_row(kind.edit_kind.value, [kind]) for kind in kinds), _row(_ALL, kinds)]
    if shell.json:
        for row in rows:
            shell.emit(row)
        return
    shell.say(f"{'':<18}{'total':>7}{'4 weeks':>9}{'before':>8}   {'wrong':>7}")
    for row in rows:
        arrow = _ARROWS[str(row["trend"])]
        shell.say(
            f"{row['kind']:<18}{row['total']:>7}{row['recent']:>9}{row['before']:>8} {arrow}"
            f" {row['wrong']:>7}"
        )
    shell.say()
    shell.say(
        f"You marked {rows[-1]['wrong']} of {rows[-1]['total']} corrections as wrong:"
        f" {rows[-1]['precision']:.1%} were right."
    )


def _row(name: str, kinds: "Sequence[KindStatistics]") -> Row:
    total, wrong = sum(kind.total for kind in kinds), sum(kind.wrong for kind in kinds)
    recent, before = sum(kind.recent for kind in kinds), sum(kind.before for kind in kinds)
    return {
        "kind": name,
        "total": total,
        "recent": recent,
        "before": before,
        "trend": "up" if recent > before else "down" if recent < before else "level",
        "wrong": wrong,
        "precision": round(1 - wrong / total, 4) if total else None,
    }
