"""What a speaker says while looking for words: fillers, repeats, repairs and false starts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from tutor.domain.pronunciation import plain
from tutor.domain.spanish_words import (
    ARTICLES,
    CLITICS,
    DETERMINERS,
    ESTAR,
    HABER,
    NUMBER_WORDS,
    PEOPLE,
    PREPOSITIONS,
    SER,
)
from tutor.domain.tokens import Token

__all__ = ["disfluent_words"]

_HESITATIONS = frozenset("eh em ehm mm mmm mhm hm hmm um uh uhm ah ay uf pff bah".split())
_FILLERS = tuple(
    tuple(words.split())
    for words in (
        "este", "esto", "pues", "bueno", "vale", "mira", "mirá", "digamos", "claro", "hombre",
        "verdad", "sabes", "sabés", "entiendes", "entendés", "che", "tipo", "entonces", "a ver",
        "o sea", "es decir", "no sé", "la verdad", "cómo se dice", "cómo decirlo",
        "por así decirlo",
    )
)  # fmt: skip
"""Fillers only where punctuation stands on both sides."""
_REPLACING = (("perdón",), ("digo",), ("mejor", "dicho"), ("quiero", "decir"), ("perdona",))
_PEOPLE = frozenset(map(plain, PEOPLE))
_AND = frozenset({"y", "o", "ni"})
"""Between words said twice on purpose: *más y más y …*."""
_ANSWERS = frozenset({"no", "sí"})
_IR = frozenset("voy vas va vamos vais van iba ibas íbamos ibais iban fui fuiste fue ido".split())
_COUSINS = (SER | ESTAR | _IR, HABER, ARTICLES, NUMBER_WORDS)
"""Within each, one word is said for another."""
_DETERMINERS = ARTICLES | frozenset("mi mis tu tus su sus este esta estos estas ese esa".split())
_LEADING = ARTICLES | frozenset(
    "mi mis tu tus su sus a al con de del desde en por para sin".split()
)
"""Words that cannot end a phrase."""
_LINKS = frozenset("cuando si porque que donde mientras aunque como".split())
_UNCHANGING = _LINKS | PREPOSITIONS | CLITICS | frozenset("pero sino pronto tarde luego".split())
"""Never a form of the word beside them."""
_LONGEST_REPEAT = 4
_REACH = 4
"""Words that a repair goes back at most."""
_CORRECTED = 3
"""Words replaced after *perdón*, *digo*."""
_FEWEST_LETTERS = 2
_MOST_ADDED = 3
_ENDING = re.compile(r"[bdmnrst]*")
_PAUSE = re.compile(r"[,–—-]|…|\.{2,}")
_ELLIPSIS = re.compile(r"…|\.{2,}")
_CUT_OFF = re.compile(r"\s*(?:…|\.{2,}|[–—-])\s+")
_STOP = re.compile(r"(?<!\.)\.(?!\.)|[!?;:(]")


@dataclass(frozen=True, slots=True)
class _Word:
    """One word beside the fillers, and what stands between it and the one before."""

    index: int
    norm: str
    name: bool
    """Or a number: what may be twice the same by right."""
    pause: bool
    ellipsis: bool
    stop: bool
    """Whether another sentence begins with it."""


def disfluent_words(tokens: Sequence[Token]) -> frozenset[int]:
    """The indices of words that no listener takes for what was meant.

    Of a repeat and of a repair both sides count, since a corrector may drop either; an article or
    a preposition that replaces another does not, since it is what the speaker settled on.
    """
    found = set(_fillers(tokens))
    words = _spoken(tokens, found)
    for hits in (_repeats(words), _repairs(words), _false_starts(words, tokens)):
        found |= {words[at].index for at in hits}
    return frozenset(found.union(*_corrections(tokens, found)))


def _fillers(tokens: Sequence[Token]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        if token.norm in _HESITATIONS or _is_filler_alone(tokens, index):
            yield index
        for phrase in _FILLERS:
            end = index + len(phrase)
            if _norms(tokens, index, end) == phrase and _is_set_off(tokens, index, end):
                yield from range(index, end)


def _is_filler_alone(tokens: Sequence[Token], index: int) -> bool:
    """*Pues* before whatever follows, and a questioning *no*."""
    token = tokens[index]
    if token.norm == "pues":
        return _opens(tokens, index) and index + 1 < len(tokens)
    return token.norm == "no" and token.gap.endswith("¿") and _gap(tokens, index + 1)[:1] == "?"


def _norms(tokens: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    return tuple(token.norm for token in tokens[start:end])


def _gap(tokens: Sequence[Token], index: int) -> str:
    """What stands before a word; a full stop after the last."""
    return tokens[index].gap if index < len(tokens) else "?" if index == len(tokens) else "."


def _opens(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or bool(tokens[index].gap.strip())


def _is_set_off(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a phrase stands between punctuation, and is not all of a sentence."""
    behind = _gap(tokens, end)
    starts = start == 0 or _is_stop(tokens[start].gap)
    ends = end >= len(tokens) or _is_stop(behind)
    return _opens(tokens, start) and bool(behind.strip()) and not (starts and ends)


def _is_stop(gap: str) -> bool:
    return _STOP.search(gap) is not None


def _spoken(tokens: Sequence[Token], fillers: set[int]) -> list[_Word]:
    words: list[_Word] = []
    gap = ""
    for index, token in enumerate(tokens):
        gap += token.gap
        if index in fillers:
            gap += ","
            continue
        stop = not words or _is_stop(gap.replace("?,", ","))
        pause = not stop and _PAUSE.search(gap) is not None
        ellipsis = pause and _ELLIPSIS.search(gap) is not None
        name = token.is_name or not token.text[0].isalpha()
        words.append(_Word(index, token.norm, name, pause, ellipsis, stop))
        gap = ""
    return words


def _repeats(words: Sequence[_Word]) -> Iterator[int]:
    for length in range(1, _LONGEST_REPEAT + 1):
        for start in range(len(words) - 2 * length + 1):
            middle, end = start + length, start + 2 * length
            one, two = words[start:middle], words[middle:end]
            answered = length == 1 and one[0].norm in _ANSWERS and two[0].pause
            named = two[0].name or (length > 1 and two[-1].norm in _AND)
            same = [word.norm for word in one] == [word.norm for word in two]
            if (
                same
                and not (answered or named)
                and not any(word.stop for word in words[start + 1 : end])
            ):
                yield from range(start, end)


def _repairs(words: Sequence[_Word]) -> Iterator[int]:
    for at, word in enumerate(words):
        if not word.pause:
            continue
        marked = word.norm == "no" and at + 1 < len(words) and words[at + 1].pause
        start = at + marked
        back = _gone_back(words, at, start, free=marked or word.ellipsis)
        if back:
            yield from range(at - back, min(start + back, _clause_end(words, start)))


def _gone_back(words: Sequence[_Word], at: int, start: int, *, free: bool) -> int:
    """How many words before ``at`` are said anew from ``start`` on; 0 for none.

    Only where ``free`` does the same word again suffice: after a comma it may be a list.
    """
    before = _clause_start(words, at)
    for back in range(1, min(_REACH, at - before) + 1):
        old, new = words[at - back : at], words[start : start + back]
        if len(new) < back and not free:
            break
        lead = [one.norm == two.norm for one, two in zip(old, new, strict=False)]
        again = lead[0] or _alike(old[0].norm, new[0].norm)
        changed = all(lead[:-1]) and _alike(old[-1].norm, new[-1].norm)
        linked = lead[0] and old[0].norm in _LINKS and back == _FEWEST_LETTERS
        if free and again and not _is_small_change(old, new):
            return back
        if (changed or (linked and before == at - back)) and not _depends(words, before, at):
            return 0 if _is_small_change(old, new) else back
    return 0


def _is_small_change(old: Sequence[_Word], new: Sequence[_Word]) -> bool:
    return len(old) == len(new) == 1 and {old[0].norm, new[0].norm} <= _LEADING


def _depends(words: Sequence[_Word], before: int, at: int) -> bool:
    """Whether a longer clause waits for the next: *Cuando llegué, llegaron todos*."""
    first, behind = words[before].norm, words[at].norm
    return first in _LINKS and behind != first


def _clause_start(words: Sequence[_Word], at: int) -> int:
    start = at - 1
    while start > 0 and not (words[start].stop or words[start].pause):
        start -= 1
    return max(start, 0)


def _clause_end(words: Sequence[_Word], start: int) -> int:
    rest = takewhile(lambda word: not (word.stop or word.pause), words[start + 1 :])
    return start + 1 + len(list(rest))


def _alike(one: str, two: str) -> bool:
    """Whether two different words may be forms of one, or stand for each other."""
    if one == two or {plain(one), plain(two)} <= _PEOPLE:
        return False
    if any({one, two} <= cousins for cousins in _COUSINS):
        return True
    if {one, two} & (DETERMINERS | _UNCHANGING) or min(len(one), len(two)) <= _FEWEST_LETTERS:
        return False
    if plain(one)[-2:] == plain(two)[-2:] and plain(one) != plain(two):
        return False
    short, long = sorted((_consonants(one), _consonants(two)), key=len)
    added = long.removeprefix(short)
    return (
        len(short) >= _FEWEST_LETTERS
        and plain(one)[:1] == plain(two)[:1]
        and (_first_vowel(one) == "a") == (_first_vowel(two) == "a")
        and len(added) <= _MOST_ADDED
        and (added == "" or long.startswith(short))
        and _ENDING.fullmatch(added) is not None
    )


def _consonants(word: str) -> str:
    return "".join(letter for letter in plain(word) if letter not in "aeiouü")


def _first_vowel(word: str) -> str:
    """In a verb it may change, but never to or from *a*."""
    return next((letter for letter in plain(word) if letter in "aeiou"), "")


def _false_starts(words: Sequence[_Word], tokens: Sequence[Token]) -> Iterator[int]:
    """Words given up: a small word for another, and the beginning of one."""
    for at, (word, behind) in enumerate(pairwise(words)):
        if not behind.pause:
            continue
        gap = tokens[word.index + 1].gap
        begun = behind.norm.startswith(word.norm) and len(word.norm) >= _FEWEST_LETTERS
        if (word.norm in _LEADING and behind.norm in _LEADING | _DETERMINERS) or (
            _CUT_OFF.fullmatch(gap) and begun and behind.norm != word.norm
        ):
            yield at


def _corrections(tokens: Sequence[Token], fillers: set[int]) -> Iterator[set[int]]:
    """What stands around *perdón*, *digo* and their like."""
    for index in range(1, len(tokens)):
        for phrase in _REPLACING:
            end = index + len(phrase)
            set_off = _norms(tokens, index, end) == phrase and _is_set_off(tokens, index, end)
            if not set_off or end >= len(tokens) or _is_stop(tokens[index].gap):
                continue
            before = _run(tokens, range(index - 1, -1, -1), inward=True)
            if fillers.issuperset(before):
                continue
            after = _run(tokens, range(end, len(tokens)), inward=False)
            again = [at for at in before if tokens[at].norm == tokens[end].norm]
            reach = index - again[0] if again else min(len(after), _CORRECTED)
            yield set(range(max(index - reach, before[-1]), end)) | set(after[:reach])


def _run(tokens: Sequence[Token], order: range, *, inward: bool) -> list[int]:
    """The words from the first of an order to the next punctuation."""
    taken: list[int] = []
    for at in order:
        if not inward and taken and tokens[at].gap.strip():
            break
        taken.append(at)
        if inward and tokens[at].gap.strip():
            break
    return taken
