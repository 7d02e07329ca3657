"""A text with some of its words changed, everything else letter for letter."""

from collections.abc import Iterable

from tutor.domain.proposal import Proposal
from tutor.domain.tokens import tokenize

__all__ = ["rewritten"]


def rewritten(text: str, changes: Iterable[Proposal]) -> str:
    """The text with changes of its words, which are in order and do not overlap."""
    tokens = tokenize(text)
    done: list[str] = []
    at = 0
    for change in changes:
        put = " ".join(change.words)
        if change.start == len(tokens):
            done.append(f"{text[at : tokens[-1].end]} {put}" if tokens else put)
            at = tokens[-1].end if tokens else 0
            continue
        start = tokens[change.start].start
        done.append(text[at:start])
        if change.start == change.end:
            done.append(f"{put} ")
            at = start
        else:
            done.append(put)
            at = tokens[change.end - 1].end
    return "".join(done) + text[at:]
