"""The stems of a Spanish verb, and how they are spelled before an ending."""

import re
from dataclasses import dataclass

from tutor.domain.conjugation_tables import (
    HIATUS,
    STEM_CHANGES,
    Z_BEFORE_BACK_VOWEL,
    Irregular,
    by_ending,
)

__all__ = [
    "Stems",
    "accented",
    "before_back",
    "before_front",
    "ends_open",
    "glide",
    "one_syllable",
    "stems_of",
    "unaccented",
]

_ACCENTED = "áéíóú"
_UNACCENTED = str.maketrans(_ACCENTED, "aeiou")
_ACCENT = str.maketrans("aeiou", _ACCENTED)
_ONE_SYLLABLE = re.compile(r"[^aeiouáéíóú]+u?(?:i[óé]|i[áé]is|uí|uís)")
"""*crie, guio, hui*: as one syllable they carry no accent."""
_LONGEST_OF_ONE_SYLLABLE = 6


def unaccented(word: str) -> str:
    """Without acute accents; *ñ* and *ü* stay."""
    return word.translate(_UNACCENTED)


def accented(stem: str, vowels: str = "aeiou") -> str:
    """With an accent on the last of these vowels."""
    place = max(stem.rfind(vowel) for vowel in vowels)
    return stem[:place] + stem[place].translate(_ACCENT) + stem[place + 1 :]


@dataclass(frozen=True, slots=True)
class Stems:
    """What endings are put behind; the same in most verbs."""

    plain: str
    stressed: str
    weak: str
    """Before *-ió, -ieron, -iendo*."""
    soft: str
    """We and you (plural) in the present subjunctive."""


def stems_of(verb: str, kind: str, own: Irregular) -> Stems:
    """By the closed lists, the sounds at the stem's end, and what the verb has of its own."""
    plain = verb[:-2]
    stressed = weak = soft = plain
    _, change = by_ending(STEM_CHANGES, verb) or ("", "")
    if change:
        vowel, _, becomes = change.partition(">")
        under_stress, _, elsewhere = becomes.partition("/")
        stressed = _changed(plain, vowel, under_stress)
        if kind == "ir" and (elsewhere or under_stress == "i"):
            weak = soft = _changed(plain, vowel, elsewhere or "i")
    if verb.endswith("eír"):
        stressed, weak, soft = plain[:-1] + "í", plain[:-1] + "i", plain[:-1] + "i"
    elif kind != "ar" and plain and plain[-1] in "aeouü" and plain[-2:] not in {"gu", "qu"}:
        weak = plain.replace("ü", "u") + "y"
        if plain[-1] in "uü":
            stressed = soft = weak
    if _has_hiatus(verb):
        stressed = accented(stressed, "iu")
    return Stems(plain, own.stressed or stressed, weak, soft)


def _changed(stem: str, vowel: str, becomes: str) -> str:
    before, _, after = stem.rpartition(vowel)
    if becomes == "ue" and before.endswith("g"):
        becomes = "üe"
    return before + becomes + after


def _has_hiatus(verb: str) -> bool:
    if verb.endswith("uar"):
        return not verb.endswith(("guar", "cuar"))
    return by_ending(HIATUS, verb) is not None


def glide(weak: str) -> str:
    """The *i* of *-ió, -ieron, -iendo*, where the stem has not swallowed it."""
    return "" if weak.endswith(("i", "y", "ñ", "ll")) else "i"


def ends_open(stem: str) -> bool:
    """Whether an *i* behind it needs an accent: *le-ímos*, *ca-ído*."""
    return stem.endswith(("a", "e", "o"))


def one_syllable(form: str) -> str:
    """A form without its accent where it has no second syllable."""
    if len(form) <= _LONGEST_OF_ONE_SYLLABLE and _ONE_SYLLABLE.fullmatch(form):
        return form.translate(_UNACCENTED)
    return form


def before_front(stem: str) -> str:
    """A stem in *-ar* spelled before *e*."""
    for spelling, instead in (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c")):
        if stem.endswith(spelling):
            return stem.removesuffix(spelling) + instead
    return stem


def before_back(stem: str, verb: str) -> str:
    """A stem in *-er* or *-ir* spelled before *a* or *o*."""
    if stem.endswith("c"):
        takes_zc = stem[-2:-1] in {*"aeiou"} and verb not in Z_BEFORE_BACK_VOWEL
        return stem[:-1] + ("zc" if takes_zc else "z")
    for spelling, instead in (("gu", "g"), ("qu", "c"), ("g", "j")):
        if stem.endswith(spelling):
            return stem.removesuffix(spelling) + instead
    return stem
