"""Changes that undo one another: of *mis gato* either word may change, but not both."""

from collections.abc import Sequence

from tutor.domain.agreement import looks_plural
from tutor.domain.proposal import Proposal

__all__ = ["without_clashes"]

_MASCULINE = frozenset("el un este ese aquel al del algún ningún buen mal".split())


def without_clashes(words: Sequence[str], changes: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The changes without the less likely of two neighbours that disagreed and would again.

    ``words`` are lower case; the changes are in order.
    """
    kept: list[Proposal] = []
    for change in changes:
        if kept and _clash(words, kept[-1], change):
            if change.probability > kept[-1].probability:
                kept[-1] = change
            continue
        kept.append(change)
    return tuple(kept)


def _clash(words: Sequence[str], one: Proposal, two: Proposal) -> bool:
    if one.end != two.start or one.start == one.end or two.start == two.end:
        return False
    first, second = words[one.start], words[two.start]
    if one.tag == two.tag == "number":
        return looks_plural(first) != looks_plural(second)
    genders = {_gender(first), _gender(second)}
    return one.tag == two.tag == "gender" and genders == {"m", "f"}


def _gender(word: str) -> str:
    """By the ending; empty where that tells nothing."""
    if word in _MASCULINE or word.endswith(("o", "os")):
        return "m"
    return "f" if word.endswith(("a", "as")) else ""
