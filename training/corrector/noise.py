"""Errors like the learners', put into right sentences: fresh ones in every epoch."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from training.corrector.corpus import Words
from training.corrector.labels import Steps, without_swaps
from tutor.domain.edit_tags import apply_tag, verb_tag
from tutor.domain.pronunciation import plain
from tutor.domain.word_forms import WordForms

__all__ = ["Noise", "Noisy"]

_END = "</s>"
_COMMON = 60
"""Times a word was seen from which its own errors are known."""
_COMMON_CONTEXT = 30
_SMALL_WORD = 250
"""Times a word was seen from which it is a class of its own."""
_MISSPELT = 0.003
_NONWORD = 0.3
"""Share of non-words that are kept where inflecting made one: *problemo*."""
_Draws: TypeAlias = Counter[str]


@dataclass(frozen=True, slots=True)
class Noisy:
    """A sentence with errors, and the steps back to the right one."""

    said: Words
    steps: Steps


@dataclass(slots=True)
class _Counts:
    seen: Counter[str] = field(default_factory=Counter)
    wrong: defaultdict[str, _Draws] = field(default_factory=lambda: defaultdict(Counter))
    dropped: Counter[str] = field(default_factory=Counter)
    added: defaultdict[str, _Draws] = field(default_factory=lambda: defaultdict(Counter))


class Noise:
    """How often which error is made, counted in a corpus, and made again."""

    def __init__(self, forms: WordForms, frequent: Counter[str]) -> None:
        """``frequent``: how often the corpus's right sentences hold each word."""
        self._forms = forms
        self._frequent = frequent
        self._by_word = _Counts()
        self._by_context = _Counts()
        self._by_class = _Counts()
        self._swaps: Counter[tuple[str, str]] = Counter()
        self._neighbours: Counter[tuple[str, str]] = Counter()
        self._classes: dict[str, str] = {}
        self._extra: _Draws = Counter()

    def learn(self, said: Words, better: Words, steps: Steps) -> None:
        """Count the errors of one sentence."""
        for one, two in pairwise(better):
            self._neighbours[self._class(one), self._class(two)] += 1
        steps, swapped = without_swaps(said, steps)
        for index in swapped:
            self._swaps[self._class(said[index + 1]), self._class(said[index])] += 1
        following = _END
        for word, became in reversed(_events(steps, said)):
            kind = self._class(following)
            if became is None:
                if word is not None:
                    for counts, key in ((self._by_word, following), (self._by_class, kind)):
                        counts.added[key][word] += 1
                    self._extra[word] += 1
                continue
            self._count(word, became, following)
            following = became
        for counts, key in ((self._by_word, _END), (self._by_class, self._class(_END))):
            counts.seen[key] += 1

    def _count(self, word: str | None, better: str, following: str) -> None:
        keys = (
            (self._by_word, better),
            (self._by_context, f"{better} {self._class(following)}"),
            (self._by_class, self._class(better)),
        )
        for counts, key in keys:
            counts.seen[key] += 1
            if word is None:
                counts.dropped[key] += 1
        if word is None or word == better:
            return
        self._by_word.wrong[better][word] += 1
        self._by_context.wrong[keys[1][1]][word] += 1
        self._by_class.wrong[keys[2][1]][self._way(better, word)] += 1

    def _way(self, better: str, word: str) -> str:
        """How a wrong word came from the right one, as a tag that makes it of others too."""
        if plain(word) == plain(better):
            return "accent"
        ours = {reading.lemma for reading in self._forms.readings(better)}
        for reading in self._forms.readings(word):
            if reading.lemma in ours:
                return verb_tag(reading)
        for tag in ("gender", "number", "gender_number"):
            if apply_tag(tag, better, self._forms) == word or _flipped(tag, better) == word:
                return tag
        return "other"

    def _class(self, word: str) -> str:
        """The word itself where it is frequent, else its verb form, else its ending."""
        found = self._classes.get(word)
        if found is None:
            found = self._classes[word] = self._new_class(word)
        return found

    def _new_class(self, word: str) -> str:
        if word == _END or "*" in word or self._frequent[word] >= _SMALL_WORD:
            return word
        readings = self._forms.readings(word)
        if readings:
            return min(verb_tag(reading) for reading in readings)
        return "-" + word[-2:] if word.endswith("s") else "-" + word[-1:]

    def corrupt(self, better: Words, rng: random.Random, strength: float) -> Noisy:
        """A sentence with errors drawn as the learners make them, ``strength`` times as often."""
        said: list[str] = []
        became: list[str | None] = []
        inserted: list[list[str]] = [[]]
        swap = self._swap(better, rng, strength)
        for index, word in enumerate((*better, _END)):
            extra = self._added(word, rng, strength)
            if extra is not None and (not said or said[-1] != extra):
                said.append(extra)
                became.append(None)
                inserted.append([])
            if word == _END:
                break
            if swap is not None and index in {swap, swap + 1}:
                if index == swap:
                    said += [better[index + 1], word]
                    became += [None, word]
                    inserted += [[], [better[index + 1]]]
                continue
            following = better[index + 1] if index + 1 < len(better) else _END
            wrong = self._wrong(word, following, rng, strength)
            if wrong is None:
                inserted[-1].append(word)
                continue
            said.append(wrong)
            became.append(word)
            inserted.append([])
        return Noisy(tuple(said), Steps(tuple(became), tuple(map(tuple, inserted))))

    def _swap(self, better: Words, rng: random.Random, strength: float) -> int | None:
        """Where two neighbours change places; at most once in a sentence."""
        for index, (one, two) in enumerate(pairwise(better)):
            key = self._class(one), self._class(two)
            swaps = self._swaps[key]
            if swaps and rng.random() < strength * swaps / (self._neighbours[key] + swaps + 10):
                return index
        return None

    def _added(self, following: str, rng: random.Random, strength: float) -> str | None:
        """A word too many before ``following``, or none."""
        for counts, key, least in (
            (self._by_word, following, _COMMON),
            (self._by_class, self._class(following), 1),
        ):
            seen = counts.seen[key]
            if seen >= least:
                added = counts.added.get(key)
                rate = added.total() / seen if added else 0.0
                return _draw(added, rng) if added and rng.random() < strength * rate else None
        return None

    def _wrong(self, word: str, following: str, rng: random.Random, strength: float) -> str | None:
        """What a learner would write for a word; None where they would leave it out."""
        if "*" in word:
            return word
        counts, key = self._counts_for(word, following)
        seen = counts.seen[key]
        if not seen:
            return word
        if rng.random() < strength * counts.dropped[key] / (seen + 3):
            return None
        ways = counts.wrong.get(key)
        if ways and rng.random() < strength * ways.total() / (seen + 3):
            way = _draw(ways, rng)
            return way if counts is not self._by_class else self._made(way, word, rng)
        if len(word) > 4 and rng.random() < _MISSPELT * strength:  # noqa: PLR2004
            return _mistyped(word, rng)
        return word

    def _counts_for(self, word: str, following: str) -> tuple[_Counts, str]:
        context = f"{word} {self._class(following)}"
        if self._by_context.seen[context] >= _COMMON_CONTEXT:
            return self._by_context, context
        if self._by_word.seen[word] >= _COMMON:
            return self._by_word, word
        return self._by_class, self._class(word)

    def _made(self, way: str, word: str, rng: random.Random) -> str:
        if way == "accent":
            return plain(word) if plain(word) != word else self._forms.other_accent(word) or word
        if way == "other":
            return _mistyped(word, rng) if len(word) > 3 else word  # noqa: PLR2004
        made = apply_tag(way, word, self._forms)
        if made:
            return made
        flipped = _flipped(way, word)
        return flipped if flipped and rng.random() < _NONWORD else word


def _flipped(tag: str, word: str) -> str | None:
    """Another gender or number by the ending alone, be it a word or not."""
    base, plural = (word[:-1], "s") if word.endswith("s") else (word, "")
    match tag:
        case "gender" if base[-1:] in {"o", "a"}:
            return base[:-1] + ("a" if base[-1] == "o" else "o") + plural
        case "number":
            return base if plural else word + "s"
        case _:
            return None


def _draw(counts: _Draws, rng: random.Random) -> str:
    return rng.choices(list(counts), weights=list(counts.values()))[0]


def _mistyped(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    changed = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return rng.choice(changed)


def _events(steps: Steps, said: Words) -> list[tuple[str | None, str | None]]:
    """What was said beside what it should have been, in order; None where nothing stands."""
    events: list[tuple[str | None, str | None]] = []
    for index, put in enumerate(steps.inserted):
        events += [(None, word) for word in put]
        if index < len(said):
            events.append((said[index], steps.became[index]))
    return events
