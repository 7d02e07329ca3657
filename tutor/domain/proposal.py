"""From a tagger's probabilities to changes of a sentence, each with how likely it is right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tutor.domain.edit_tags import KEEP, SWAP, UNKNOWN, apply_tag
from tutor.domain.word_forms import WordForms

__all__ = ["NOTHING", "Proposal", "TagProbabilities", "applied", "compatible", "proposals"]

NOTHING = "none"
"""The insertion that puts nothing."""
_LIKELY = 0.5
"""Probability from which a neighbouring change will be made too, so that nothing stays wrong."""
_OTHER_CHANGE, _UNKNOWN_CHANGE = 0.8, 0.9
"""How much a doubtful neighbour takes away; chosen on dev, see training/corrector/LOG.md."""


@dataclass(frozen=True, slots=True)
class TagProbabilities:
    """What a tagger says of one sentence: the likeliest tags of each place, with probabilities."""

    edits: tuple[Mapping[str, float], ...]
    """For each word."""
    insertions: tuple[Mapping[str, float], ...]
    """For each gap: before each word, and at the end."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words ``start`` to ``end`` of a sentence become ``words``; equal bounds insert."""

    start: int
    end: int
    words: tuple[str, ...]
    tag: str
    """The likeliest of the tags that come to this."""
    probability: float


def proposals(
    words: Sequence[str], tags: TagProbabilities, forms: WordForms
) -> tuple[Proposal, ...]:
    """The likeliest change of each place, in order; names (``*...*``) are left alone."""
    found: list[Proposal] = []
    for index in range(len(words) + 1):
        insertion = _insertion(index, tags.insertions[index])
        if insertion is not None:
            found.append(insertion)
        if index < len(words) and "*" not in words[index]:
            change = _change(words, index, tags.edits[index], forms)
            if change is not None:
                found.append(change)
    return tuple(_beside(found, one, tags) for one in found)


def _beside(found: Sequence[Proposal], one: Proposal, tags: TagProbabilities) -> Proposal:
    """The change, less likely among words that something else may be wrong with.

    There a teacher rewrites more than the one word.
    """
    factor = 1.0
    for other in found:
        near = other.start <= one.end and one.start <= other.end
        if other is not one and near and other.probability < _LIKELY:
            factor *= 1 - _OTHER_CHANGE * other.probability
    for at in range(max(0, one.start - 1), min(len(tags.edits), one.end + 1)):
        unknown = max(tags.edits[at].get(UNKNOWN, 0.0), tags.insertions[at].get(UNKNOWN, 0.0))
        factor *= 1 - _UNKNOWN_CHANGE * unknown
    return replace(one, probability=one.probability * factor)


def _insertion(index: int, tags: Mapping[str, float]) -> Proposal | None:
    known = {tag: p for tag, p in tags.items() if tag not in {NOTHING, UNKNOWN}}
    if not known:
        return None
    tag = max(known, key=known.__getitem__)
    return Proposal(index, index, tuple(tag.split()), f"insert:{tag}", known[tag])


def _change(
    words: Sequence[str], index: int, tags: Mapping[str, float], forms: WordForms
) -> Proposal | None:
    """The likeliest outcome: tags that come to the same words count together."""
    sums: defaultdict[tuple[int, tuple[str, ...]], float] = defaultdict(float)
    names: dict[tuple[int, tuple[str, ...]], str] = {}
    for tag, probability in sorted(tags.items(), key=lambda item: -item[1]):
        outcome = _outcome(words, index, tag, forms)
        if outcome is not None:
            sums[outcome] += probability
            names.setdefault(outcome, tag)
    if not sums:
        return None
    best = max(sums, key=sums.__getitem__)
    return Proposal(index, best[0], best[1], names[best], sums[best])


def _outcome(
    words: Sequence[str], index: int, tag: str, forms: WordForms
) -> tuple[int, tuple[str, ...]] | None:
    """Where the changed words end, and what they become."""
    if tag in {KEEP, UNKNOWN}:
        return None
    if tag == SWAP:
        if index + 1 >= len(words) or "*" in words[index + 1]:
            return None
        return index + 2, (words[index + 1], words[index])
    made = apply_tag(tag, words[index], forms)
    return None if made is None else (index + 1, tuple(made.split()))


def compatible(
    candidates: Iterable[Proposal], wanted: Callable[[Proposal], bool]
) -> tuple[Proposal, ...]:
    """Those that are wanted and do not overlap, the likeliest first served; in order."""
    taken: list[Proposal] = []
    for one in sorted(filter(wanted, candidates), key=lambda one: -one.probability):
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    return tuple(sorted(taken, key=lambda one: (one.start, one.end)))


def applied(words: Sequence[str], changes: Iterable[Proposal]) -> tuple[str, ...]:
    """The sentence with these changes, which are in order and do not overlap."""
    done: list[str] = []
    at = 0
    for change in changes:
        done += [*words[at : change.start], *change.words]
        at = change.end
    return (*done, *words[at:])
