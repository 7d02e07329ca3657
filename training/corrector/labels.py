"""From a sentence and its correction to the tags that a tagger should have given."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from training.corrector.corpus import Words
from tutor.domain.edit_tags import (
    DELETE,
    KEEP,
    SWAP,
    UNKNOWN,
    apply_tag,
    ending_tag,
    tags_between,
    word_tag,
)
from tutor.domain.pronunciation import plain
from tutor.domain.proposal import NOTHING
from tutor.domain.word_forms import WordForms

__all__ = [
    "Labelled",
    "Labeller",
    "Steps",
    "Tags",
    "count_tags",
    "without_swaps",
    "word_steps",
]

_FEWEST = 4
"""Uses in the corpus below which a tag is not learned."""
_LONGEST_INSERTION = 2
_ARTICLES = frozenset({"la", "los", "las"})
_CLOSED = 3
"""Letters up to which a word is mostly a small word of grammar."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Word by word: what became of each (None: deleted), and what was put before it or at the end.

    ``inserted`` has one entry more than ``became``.
    """

    became: tuple[str | None, ...]
    inserted: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags in the order of the network's outputs."""

    edits: tuple[str, ...]
    insertions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with the number of a tag for each word, and of an insertion for each gap."""

    words: Words
    edits: tuple[int, ...]
    insertions: tuple[int, ...]
    keep_weight: float = 1.0
    """How surely a word without an edit is right."""


def word_steps(said: Words, better: Words) -> Steps:
    """The cheapest way from one sentence to the other, likely partners first."""
    moves = _moves(said, better)
    i, j = len(said), len(better)
    became: list[str | None] = [None] * len(said)
    inserted: list[list[str]] = [[] for _ in range(len(said) + 1)]
    while i or j:
        match moves[i][j]:
            case "pair":
                i, j = i - 1, j - 1
                became[i] = better[j]
            case "drop":
                i -= 1
            case _:
                j -= 1
                inserted[i].insert(0, better[j])
    return Steps(tuple(became), tuple(tuple(words) for words in inserted))


def _moves(said: Words, better: Words) -> list[list[str]]:
    """The last step of the cheapest way to each pair of places."""
    costs = [float(j) for j in range(len(better) + 1)]
    moves = [["put"] * (len(better) + 1)]
    for i, word in enumerate(said, start=1):
        above, costs = costs, [float(i)]
        row = ["drop"]
        for j, other in enumerate(better, start=1):
            best, move = min(
                (above[j - 1] + _cost(word, other), "pair"),
                (above[j] + 1.0, "drop"),
                (costs[j - 1] + 1.0, "put"),
                key=lambda option: option[0],
            )
            costs.append(best)
            row.append(move)
        moves.append(row)
    return moves


@lru_cache(maxsize=1_000_000)
def _cost(word: str, other: str) -> float:
    if word == other:
        return 0.0
    if "*" in word or "*" in other:
        return 3.0
    likeness = Levenshtein.normalized_similarity(plain(word), plain(other))
    cost = 1.6 - 1.2 * likeness
    both_short = len(word) <= _CLOSED + 1 and len(other) <= _CLOSED + 1
    return min(cost, 1.3) if both_short else cost


class Labeller:
    """Gives tags; with ``tags`` only those of that list, else any."""

    def __init__(self, forms: WordForms, tags: Tags | None = None) -> None:
        self._forms = forms
        self._edits = {tag: n for n, tag in enumerate(tags.edits)} if tags else None
        self._insertions = {tag: n for n, tag in enumerate(tags.insertions)} if tags else None
        self.tag: Callable[[str, str | None], str] = lru_cache(maxsize=500_000)(self._tag)

    def label(self, said: Words, better: Words, keep_weight: float = 1.0) -> Labelled:
        """The numbers of the tags from one sentence to the other."""
        return self.number(said, *self.name(said, word_steps(said, better)), keep_weight)

    def name(self, said: Words, steps: Steps) -> tuple[list[str], list[str]]:
        """The tags themselves: of the words, and of the gaps."""
        steps, swapped = without_swaps(said, steps)
        became, inserted = list(steps.became), [list(words) for words in steps.inserted]
        _take_articles(said, became, inserted)
        edits = [
            SWAP if index in swapped else self.tag(word, better)
            for index, (word, better) in enumerate(zip(said, became, strict=True))
        ]
        return edits, [" ".join(words) or NOTHING for words in inserted]

    def number(
        self, said: Words, edits: Sequence[str], insertions: Sequence[str], weight: float = 1.0
    ) -> Labelled:
        """Tags as numbers; what is not in the lists is unknown."""
        known, gaps = self._edits, self._insertions
        if known is None or gaps is None:
            raise ValueError("a labeller without tags cannot number them")
        return Labelled(
            said,
            tuple(known.get(tag, known[UNKNOWN]) for tag in edits),
            tuple(gaps.get(tag, gaps[UNKNOWN]) for tag in insertions),
            weight,
        )

    def _tag(self, word: str, better: str | None) -> str:
        if better is None:
            return DELETE
        if word == better:
            return KEEP
        return next((tag for tag in self._candidates(word, better) if self._is_known(tag)), UNKNOWN)

    def _is_known(self, tag: str) -> bool:
        return self._edits is None or tag in self._edits

    def _candidates(self, word: str, better: str) -> Iterable[str]:
        yield from tags_between(word, better, self._forms)
        if min(len(word), len(better)) <= _CLOSED:
            yield word_tag(better)
        ending = ending_tag(word, better)
        if ending and apply_tag(ending, word, self._forms) == better:
            yield ending
        yield word_tag(better)


def without_swaps(said: Words, steps: Steps) -> tuple[Steps, frozenset[int]]:
    """The steps with neighbours that changed places left as they are, and where those stand."""
    became, inserted = list(steps.became), list(steps.inserted)
    swapped: set[int] = set()
    for index in range(len(said) - 1):
        one, two = said[index], said[index + 1]
        if one == two:
            continue
        if became[index] is None and became[index + 1] == two and inserted[index + 2] == (one,):
            inserted[index + 2] = ()
        elif inserted[index] == (two,) and became[index] == one and became[index + 1] is None:
            inserted[index] = ()
        else:
            continue
        became[index], became[index + 1] = one, two
        swapped.add(index)
    return Steps(tuple(became), tuple(inserted)), frozenset(swapped)


def _take_articles(said: Words, became: list[str | None], inserted: list[list[str]]) -> None:
    """*al* to *a la* is one word's gender, not a new word beside a changed one."""
    for index, word in enumerate(said):
        if word not in {"al", "del"}:
            continue
        preposition = "a" if word == "al" else "de"
        behind, better = inserted[index + 1], became[index]
        if better == preposition and len(behind) == 1 and behind[0] in _ARTICLES:
            became[index] = f"{preposition} {behind[0]}"
            inserted[index + 1] = []
        elif inserted[index] == [preposition] and better in _ARTICLES:
            became[index] = f"{preposition} {better}"
            inserted[index] = []


def count_tags(labeller: Labeller, steps: Iterable[tuple[Words, Steps]]) -> Tags:
    """The tags that occur often enough to be learned.

    A word's tag is the first that fits, so a rare ending's uses count for the whole word too.
    """
    edits: Counter[str] = Counter()
    insertions: Counter[str] = Counter()
    for said, step in steps:
        named, gaps = labeller.name(said, step)
        edits.update(named)
        insertions.update(gap for gap in gaps if len(gap.split()) <= _LONGEST_INSERTION)
        edits.update(
            word_tag(better)
            for tag, better in zip(named, step.became, strict=True)
            if better and tag.startswith("ending:")
        )
    fixed = (KEEP, DELETE, UNKNOWN, SWAP)
    return Tags(
        (*fixed, *(tag for tag, n in edits.most_common() if n >= _FEWEST and tag not in fixed)),
        (
            NOTHING,
            UNKNOWN,
            *(
                tag
                for tag, n in insertions.most_common()
                if n >= _FEWEST and tag != NOTHING and "*" not in tag
            ),
        ),
    )
