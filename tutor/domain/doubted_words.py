"""Words that are heard uncertainly again and again."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tutor.domain.correction import Correction, Doubt
from tutor.domain.tokens import tokenize

__all__ = ["doubt_counts", "doubted_again", "sentence_meant"]


def doubt_counts(doubts: Iterable[Doubt]) -> Counter[str]:
    """How often each word was doubted, by the word that was probably meant, casefolded.

    Left out is what was perhaps not said at all, or should not have been.
    """
    return Counter(_key(doubt) for doubt in doubts if _key(doubt))


def doubted_again(doubts: Iterable[Doubt], before: Mapping[str, int]) -> tuple[Doubt, ...]:
    """Of each word, the first doubt that is not the very first; ``before`` counts earlier ones."""
    seen = {word for word, times in before.items() if times}
    again: dict[str, Doubt] = {}
    for doubt in doubts:
        word = _key(doubt)
        if word and word in seen:
            again.setdefault(word, doubt)
        seen.add(word)
    return tuple(again.values())


def sentence_meant(doubt: Doubt, correction: Correction) -> str:
    """The better sentence with the doubted word as it was probably meant.

    Empty where the word has no single place in it: a guess would teach a wrong sentence.
    """
    said = [token.norm for token in tokenize(doubt.said)]
    tokens = tokenize(correction.better)
    runs = [tokens[start : start + len(said)] for start in range(len(tokens) - len(said) + 1)]
    places = [run for run in runs if said and [token.norm for token in run] == said]
    if len(places) != 1:
        return ""
    first, last = places[0][0], places[0][-1]
    meant = doubt.better
    if first.text[:1].isupper():
        meant = meant[:1].upper() + meant[1:]
    return f"{correction.better[: first.start]}{meant}{correction.better[last.end :]}"


def _key(doubt: Doubt) -> str:
    """Of the word; empty where the ears do not choose between two."""
    if not doubt.said or not doubt.is_of_hearing:
        return ""
    return " ".join(doubt.better.casefold().split())
