"""The forms of *vosotros* and those of *ustedes*: *tenéis/tienen*, *venid/vengan*."""

from collections.abc import Iterator

from tutor.domain.pronunciation import plain
from tutor.domain.verb_forms import Mood, Reading, Tense, readings
from tutor.domain.word_facts import WordFacts

__all__ = ["is_of_several"]

_IRREGULAR = ("ser", "estar", "ir", "haber", "dar", "ver", "tener", "hacer", "decir", "saber")
_LONGEST_ENDING = 7
_SHORTEST_STEM = 1
_YOU_ALL = 5
_YOU_FORMAL = 6


def is_of_several(one: str, other: str) -> bool:
    """Whether two lower-case forms say the same to several people."""
    return _is_informal_of(one, other) or _is_informal_of(other, one)


def _is_informal_of(informal: str, formal: str) -> bool:
    if informal.endswith(("ad", "ed", "id", "aos", "eos", "íos")):
        return _is_order_of(plain(informal), formal)
    if not informal.endswith("is"):
        return False
    for lemma in _lemmas(informal):
        forms = {(one.mood, one.tense) for one in _read(informal, lemma, _YOU_ALL)}
        if forms & {(one.mood, one.tense) for one in _read(formal, lemma, _YOU_FORMAL)}:
            return True
    return False


def _is_order_of(informal: str, formal: str) -> bool:
    """*mirad* and *miren*, *sentaos* and *siéntense*."""
    reflexive = informal.endswith("os")
    if reflexive != formal.endswith("nse"):
        return False
    infinitive = informal.removesuffix("os" if reflexive else "d") + "r"
    form = plain(formal.removesuffix("se")) if reflexive else formal
    return any(
        (each.mood, each.tense) == (Mood.SUBJUNCTIVE, Tense.PRESENT)
        for each in _read(form, infinitive, _YOU_FORMAL)
    )


def _lemmas(form: str) -> Iterator[str]:
    """The infinitives that a form may be of."""
    yield from _IRREGULAR
    for cut in range(3, _LONGEST_ENDING + 1):
        stem = form[:-cut]
        if len(stem) >= _SHORTEST_STEM:
            yield from (stem + ending for ending in ("ar", "er", "ir"))


def _read(form: str, lemma: str, person: int) -> Iterator[Reading]:
    found = readings(form, _unknown, lemma)
    return (each for each in found if each.lemma == lemma and each.person == person)


def _unknown(word: str) -> WordFacts:
    return WordFacts(word, 0.0, 0.0)
