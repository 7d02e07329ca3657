"""Spanish verbs conjugated by rule, and any form traced back to what it can be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from tutor.domain.conjugation_tables import (
    HIATUS,
    IRREGULAR,
    PARTICIPLES,
    SECOND_PARTICIPLES,
    STEM_CHANGES,
    Z_BEFORE_BACK_VOWEL,
    Irregular,
    by_ending,
)
from tutor.domain.verb_forms import Mood, Reading, Tense

__all__ = ["Slot", "VerbIndex", "is_infinitive", "paradigm", "readings_of"]

Slot: TypeAlias = tuple[Mood, Tense, int]

_ACCENTED = "áéíóú"
_UNACCENTED = str.maketrans(_ACCENTED, "aeiou")
_ACCENT = str.maketrans("aeiou", _ACCENTED)
_INFINITIVE = re.compile(r"(?P<verb>.*(?:ar|er|[ií]r))(?:se)?")
_ONE_SYLLABLE = re.compile(r"[^aeiouáéíóú]+u?(?:i[óé]|i[áé]is|uí|uís)")
"""*crie, guio, hui*: as one syllable they carry no accent."""
_WITH_CLITICS = re.compile(r"(?P<verb>.+(?:[aeiáéí]r|[áé]ndo))(?:me|te|se|nos|os)?(?:l[aeo]s?)?")
_NOTHING = Irregular()
_PERSONS = range(1, 7)
_SINGLE: Mapping[Mood, Slot] = {
    mood: (mood, Tense.NONE, 0) for mood in (Mood.INFINITIVE, Mood.GERUND, Mood.PARTICIPLE)
}


def _slots(mood: Mood, tense: Tense) -> tuple[Slot, ...]:
    return tuple((mood, tense, person) for person in _PERSONS)


_PRESENT = _slots(Mood.INDICATIVE, Tense.PRESENT)
_PRETERITE = _slots(Mood.INDICATIVE, Tense.PRETERITE)
_IMPERFECT = _slots(Mood.INDICATIVE, Tense.IMPERFECT)
_FUTURE = _slots(Mood.INDICATIVE, Tense.FUTURE)
_CONDITIONAL = _slots(Mood.INDICATIVE, Tense.CONDITIONAL)
_SUBJUNCTIVE = _slots(Mood.SUBJUNCTIVE, Tense.PRESENT)
_SUBJUNCTIVE_IMPERFECT = _slots(Mood.SUBJUNCTIVE, Tense.IMPERFECT)

_LONGEST_OF_ONE_SYLLABLE = 6
_FUTURE_ENDINGS = ("é", "ás", "á", "emos", "éis", "án")
_PAST_ENDINGS = ("ía", "ías", "ía", "íamos", "íais", "ían")
_RA = ("ra", "ras", "ra", "ramos", "rais", "ran")
_SE = ("se", "ses", "se", "semos", "seis", "sen")


def is_infinitive(word: str) -> bool:
    """Whether a lower-case word is spelled like one, with or without *-se*."""
    return _INFINITIVE.fullmatch(word) is not None


@lru_cache(maxsize=1024)
def paradigm(infinitive: str) -> Mapping[Slot, str]:
    """All simple forms of a lower-case verb, but the imperative; *-se* is left off.

    Empty for a word that is no infinitive.
    """
    found = _INFINITIVE.fullmatch(infinitive)
    return MappingProxyType(dict(_forms(found["verb"])) if found else {})


@dataclass(frozen=True, slots=True)
class _Stems:
    """What endings are put behind; the same in most verbs."""

    plain: str
    stressed: str
    weak: str
    """Before *-ió, -ieron, -iendo*."""
    soft: str
    """We and you (plural) in the present subjunctive."""


def _forms(verb: str) -> Iterator[tuple[Slot, str]]:
    kind = verb[-2:].translate(_UNACCENTED)
    prefix, entry = by_ending(IRREGULAR, verb) or ("", _NOTHING)
    own = entry.prefixed(prefix) if prefix else entry
    stems = _stems(verb, kind, own)
    preterite = _row(own, "preterite") or _preterite(kind, stems, own)
    yield _SINGLE[Mood.INFINITIVE], verb
    yield _SINGLE[Mood.GERUND], own.gerund or stems.weak + ("ando" if kind == "ar" else _glide(stems.weak) + "endo")
    yield _SINGLE[Mood.PARTICIPLE], _participle(verb, kind, stems.plain)
    yield from zip(_PRESENT, _row(own, "present") or _present(kind, stems, own), strict=True)
    yield from zip(_PRETERITE, preterite, strict=True)
    yield from zip(_IMPERFECT, _row(own, "imperfect") or _imperfect(kind, stems.plain), strict=True)
    future = own.future or verb.translate(_UNACCENTED)
    yield from zip(_FUTURE, (future + end for end in _FUTURE_ENDINGS), strict=True)
    yield from zip(_CONDITIONAL, (future + end for end in _PAST_ENDINGS), strict=True)
    subjunctive = _row(own, "subjunctive") or _subjunctive(kind, stems, own)
    yield from zip(_SUBJUNCTIVE, subjunctive, strict=True)
    yield from zip(_SUBJUNCTIVE_IMPERFECT, _unreal(preterite[-1], _RA), strict=True)


def _row(own: Irregular, name: str) -> list[str]:
    return own.rows[name].split() if name in own.rows else []


def _stems(verb: str, kind: str, own: Irregular) -> _Stems:
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
        place = max(stressed.rfind("i"), stressed.rfind("u"))
        stressed = stressed[:place] + stressed[place].translate(_ACCENT) + stressed[place + 1 :]
    return _Stems(plain, own.stressed or stressed, weak, soft)


def _changed(stem: str, vowel: str, becomes: str) -> str:
    before, _, after = stem.rpartition(vowel)
    if becomes == "ue" and before.endswith("g"):
        becomes = "üe"
    return before + becomes + after


def _has_hiatus(verb: str) -> bool:
    if verb.endswith("uar"):
        return not verb.endswith(("guar", "cuar"))
    return by_ending(HIATUS, verb) is not None


def _present(kind: str, stems: _Stems, own: Irregular) -> list[str]:
    stressed, plain = stems.stressed, stems.plain
    if kind == "ar":
        singular = [stressed + end for end in ("o", "as", "a")]
        return [*singular, plain + "amos", _one_syllable(plain + "áis"), stressed + "an"]
    first = own.first or _before_back(stressed, plain + kind) + "o"
    if kind == "er":
        plural = ("emos", "éis")
    else:
        plural = ("ímos" if _ends_open(plain) else "imos", "ís")
    we, you = (plain + end for end in plural)
    return [first, stressed + "es", stressed + "e", we, _one_syllable(you), stressed + "en"]


def _subjunctive(kind: str, stems: _Stems, own: Irregular) -> list[str]:
    if kind == "ar":
        stressed, soft = _before_front(stems.stressed), _before_front(stems.plain)
        ends = ("e", "es", "e", "emos", "éis", "en")
    else:
        verb = stems.plain + kind
        stressed, soft = _before_back(stems.stressed, verb), _before_back(stems.soft, verb)
        ends = ("a", "as", "a", "amos", "áis", "an")
    if own.first:
        stressed = soft = own.first[:-1]
    s1, s2, s3, p1, p2, p3 = ends
    we, you = soft + p1, _one_syllable(soft + p2)
    return [stressed + s1, stressed + s2, stressed + s3, we, you, stressed + p3]


def _preterite(kind: str, stems: _Stems, own: Irregular) -> list[str]:
    if strong := own.preterite:
        third = strong[:-1] + "zo" if strong.endswith("c") else strong + "o"
        they = strong + ("eron" if strong.endswith("j") else "ieron")
        others = [strong + end for end in ("iste", "imos", "isteis")]
        return [strong + "e", others[0], third, *others[1:], they]
    plain, weak = stems.plain, stems.weak
    if kind == "ar":
        ends = ("aste", "ó", "amos", "asteis", "aron")
        return [_one_syllable(_before_front(plain) + "é"), *(_one_syllable(plain + e) for e in ends)]
    i = "í" if _ends_open(plain) else "i"
    glide = weak + _glide(weak)
    return [
        _one_syllable(plain + "í"),
        f"{plain}{i}ste",
        _one_syllable(glide + "ó"),
        f"{plain}{i}mos",
        f"{plain}{i}steis",
        glide + "eron",
    ]


def _imperfect(kind: str, plain: str) -> list[str]:
    ends = ("aba", "abas", "aba", "ábamos", "abais", "aban") if kind == "ar" else _PAST_ENDINGS
    return [plain + end for end in ends]


def _unreal(they_did: str, endings: tuple[str, ...]) -> list[str]:
    """The imperfect subjunctive, made of the preterite: *dijeron, dijera, dijéramos*."""
    stem = they_did[:-3]
    accented = stem[:-1] + stem[-1].translate(_ACCENT)
    return [(accented if n == 4 else stem) + end for n, end in zip(_PERSONS, endings, strict=True)]


def _participle(verb: str, kind: str, plain: str) -> str:
    if found := by_ending(PARTICIPLES, verb):
        return "".join(found)
    if kind == "ar":
        return plain + "ado"
    return plain + ("ído" if _ends_open(plain) else "ido")


def _glide(weak: str) -> str:
    """The *i* of *-ió, -ieron, -iendo*, where the stem has not swallowed it."""
    return "" if weak.endswith(("i", "y", "ñ", "ll")) else "i"


def _ends_open(stem: str) -> bool:
    return stem.endswith(("a", "e", "o"))


def _one_syllable(form: str) -> str:
    if len(form) <= _LONGEST_OF_ONE_SYLLABLE and _ONE_SYLLABLE.fullmatch(form):
        return form.translate(_UNACCENTED)
    return form


def _before_front(stem: str) -> str:
    """A stem in *-ar* spelled before *e*."""
    for spelling, instead in (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c")):
        if stem.endswith(spelling):
            return stem.removesuffix(spelling) + instead
    return stem


def _before_back(stem: str, verb: str) -> str:
    """A stem in *-er* or *-ir* spelled before *a* or *o*."""
    if stem.endswith("c"):
        takes_zc = stem[-2:-1] in {*"aeiou"} and verb not in Z_BEFORE_BACK_VOWEL
        return stem[:-1] + ("zc" if takes_zc else "z")
    for spelling, instead in (("gu", "g"), ("qu", "c"), ("g", "j")):
        if stem.endswith(spelling):
            return stem.removesuffix(spelling) + instead
    return stem


def _also(verb: str, forms: Mapping[Slot, str]) -> Iterator[tuple[Slot, str]]:
    """Forms to be read but not written: *-se*, *hay*, a second participle, an older accent."""
    they_did = forms[_PRETERITE[-1]]
    yield from zip(_SUBJUNCTIVE_IMPERFECT, _unreal(they_did, _SE), strict=True)
    if found := by_ending(SECOND_PARTICIPLES, verb):
        yield _SINGLE[Mood.PARTICIPLE], "".join(found)
    if verb == "haber":
        yield _PRESENT[2], "hay"
    if len(verb) <= _LONGEST_OF_ONE_SYLLABLE:
        for slot in (_PRETERITE[0], _PRETERITE[2], _PRESENT[4], _SUBJUNCTIVE[4]):
            form = forms[slot]
            place = max(form.rfind(vowel) for vowel in "aeiou")
            older = form[:place] + form[place].translate(_ACCENT) + form[place + 1 :]
            if form == form.translate(_UNACCENTED) and _ONE_SYLLABLE.fullmatch(older):
                yield slot, older


@lru_cache(maxsize=1024)
def _slots_by_form(verb: str) -> Mapping[str, tuple[Slot, ...]]:
    found: dict[str, dict[Slot, None]] = {}
    forms = paradigm(verb)
    for slot, form in (*forms.items(), *(_also(verb, forms) if forms else ())):
        found.setdefault(form, {})[slot] = None
    return {form: tuple(slots) for form, slots in found.items()}


def readings_of(form: str, infinitives: Iterable[str]) -> frozenset[Reading]:
    """What a lower-case form can be among these verbs, pronouns behind it left off."""
    return frozenset(
        reading
        for verb in map(_without_se, infinitives)
        for bare in _bare(form)
        for reading in _readings(bare, verb)
    )


def _readings(form: str, verb: str) -> Iterator[Reading]:
    return (Reading(verb, *slot) for slot in _slots_by_form(verb).get(form, ()))


def _without_se(infinitive: str) -> str:
    found = _INFINITIVE.fullmatch(infinitive)
    return found["verb"] if found else infinitive


def _bare(form: str) -> tuple[str, ...]:
    """The form itself and what an infinitive or gerund is without pronouns: *haciéndolo*."""
    found = _WITH_CLITICS.fullmatch(form)
    if not found or found["verb"] == form:
        return (form,)
    return (form, found["verb"], found["verb"].translate(_UNACCENTED))


class VerbIndex:
    """Known verbs by any of their forms."""

    def __init__(self, infinitives: Iterable[str]) -> None:
        verbs = dict.fromkeys(map(_without_se, infinitives))
        self._verbs_of: dict[str, tuple[str, ...]] = {}
        for verb in verbs:
            for form in _slots_by_form.__wrapped__(verb):
                self._verbs_of[form] = (*self._verbs_of.get(form, ()), verb)
        self._known = frozenset(verbs)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a lower-case form can be; a verb named earlier comes first."""
        found = (
            reading
            for bare in _bare(form)
            for verb in self._verbs_of.get(bare, ())
            for reading in _readings(bare, verb)
        )
        return tuple(dict.fromkeys(found))

    def form(self, lemma: str, mood: Mood, tense: Tense, person: int) -> str | None:
        """One form of a known verb; nothing where there is none."""
        return paradigm(lemma).get((mood, tense, person)) if lemma in self._known else None
