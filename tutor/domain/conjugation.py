"""Spanish verbs conjugated by rule, and any form traced back to what it can be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from tutor.domain.conjugation_spelling import (
    Stems,
    accented,
    before_back,
    before_front,
    ends_open,
    glide,
    one_syllable,
    stems_of,
    unaccented,
)
from tutor.domain.conjugation_tables import (
    IRREGULAR,
    PARTICIPLES,
    SECOND_PARTICIPLES,
    Irregular,
    by_ending,
)
from tutor.domain.verb_reading import Mood, Reading, Tense

__all__ = ["Slot", "VerbIndex", "bare_forms", "is_infinitive", "paradigm", "readings_of"]

Slot: TypeAlias = tuple[Mood, Tense, int]

_INFINITIVE = re.compile(r"(?P<verb>.*(?:ar|er|[ií]r))(?:se)?")
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


def _forms(verb: str) -> Iterator[tuple[Slot, str]]:
    kind = unaccented(verb[-2:])
    prefix, entry = by_ending(IRREGULAR, verb) or ("", _NOTHING)
    own = entry.prefixed(prefix) if prefix else entry
    stems = stems_of(verb, kind, own)
    preterite = _row(own, "preterite") or _preterite(kind, stems, own)
    yield _SINGLE[Mood.INFINITIVE], verb
    yield _SINGLE[Mood.GERUND], own.gerund or _gerund(kind, stems.weak)
    yield _SINGLE[Mood.PARTICIPLE], _participle(verb, kind, stems.plain)
    yield from zip(_PRESENT, _row(own, "present") or _present(kind, stems, own), strict=True)
    yield from zip(_PRETERITE, preterite, strict=True)
    yield from zip(_IMPERFECT, _row(own, "imperfect") or _imperfect(kind, stems.plain), strict=True)
    future = own.future or unaccented(verb)
    yield from zip(_FUTURE, (future + end for end in _FUTURE_ENDINGS), strict=True)
    yield from zip(_CONDITIONAL, (future + end for end in _PAST_ENDINGS), strict=True)
    subjunctive = _row(own, "subjunctive") or _subjunctive(kind, stems, own)
    yield from zip(_SUBJUNCTIVE, subjunctive, strict=True)
    yield from zip(_SUBJUNCTIVE_IMPERFECT, _unreal(preterite[-1], _RA), strict=True)


def _row(own: Irregular, name: str) -> list[str]:
    return own.rows[name].split() if name in own.rows else []


def _present(kind: str, stems: Stems, own: Irregular) -> list[str]:
    stressed, plain = stems.stressed, stems.plain
    if kind == "ar":
        singular = [stressed + end for end in ("o", "as", "a")]
        return [*singular, plain + "amos", one_syllable(plain + "áis"), stressed + "an"]
    first = own.first or before_back(stressed, plain + kind) + "o"
    if kind == "er":
        we, you = plain + "emos", plain + "éis"
    else:
        we, you = plain + ("ímos" if ends_open(plain) else "imos"), plain + "ís"
    return [first, stressed + "es", stressed + "e", we, one_syllable(you), stressed + "en"]


def _subjunctive(kind: str, stems: Stems, own: Irregular) -> list[str]:
    if kind == "ar":
        stressed, soft = before_front(stems.stressed), before_front(stems.plain)
        ends = ("e", "es", "e", "emos", "éis", "en")
    else:
        verb = stems.plain + kind
        stressed, soft = before_back(stems.stressed, verb), before_back(stems.soft, verb)
        ends = ("a", "as", "a", "amos", "áis", "an")
    if own.first:
        stressed = soft = own.first[:-1]
    s1, s2, s3, p1, p2, p3 = ends
    we, you = soft + p1, one_syllable(soft + p2)
    return [stressed + s1, stressed + s2, stressed + s3, we, you, stressed + p3]


def _preterite(kind: str, stems: Stems, own: Irregular) -> list[str]:
    if strong := own.preterite:
        third = strong[:-1] + "zo" if strong.endswith("c") else strong + "o"
        they = strong + ("eron" if strong.endswith("j") else "ieron")
        others = [strong + end for end in ("iste", "imos", "isteis")]
        return [strong + "e", others[0], third, *others[1:], they]
    plain, weak = stems.plain, stems.weak
    if kind == "ar":
        ends = ("aste", "ó", "amos", "asteis", "aron")
        return [one_syllable(before_front(plain) + "é"), *(one_syllable(plain + e) for e in ends)]
    i = "í" if ends_open(plain) else "i"
    soft = weak + glide(weak)
    return [
        one_syllable(plain + "í"),
        f"{plain}{i}ste",
        one_syllable(soft + "ó"),
        f"{plain}{i}mos",
        f"{plain}{i}steis",
        soft + "eron",
    ]


def _imperfect(kind: str, plain: str) -> list[str]:
    ends = ("aba", "abas", "aba", "ábamos", "abais", "aban") if kind == "ar" else _PAST_ENDINGS
    return [plain + end for end in ends]


def _unreal(they_did: str, endings: tuple[str, ...]) -> list[str]:
    """The imperfect subjunctive, made of the preterite: *dijeron, dijera, dijéramos*."""
    stem = they_did[:-3]
    return [(accented(stem) if end.endswith("mos") else stem) + end for end in endings]


def _gerund(kind: str, weak: str) -> str:
    return weak + ("ando" if kind == "ar" else glide(weak) + "endo")


def _participle(verb: str, kind: str, plain: str) -> str:
    if found := by_ending(PARTICIPLES, verb):
        return "".join(found)
    if kind == "ar":
        return plain + "ado"
    return plain + ("ído" if ends_open(plain) else "ido")


def _also(verb: str, forms: Mapping[Slot, str]) -> Iterator[tuple[Slot, str]]:
    """Forms to be read but not written: *-se*, *hay*, a second participle, an older accent."""
    they_did = forms[_PRETERITE[-1]]
    yield from zip(_SUBJUNCTIVE_IMPERFECT, _unreal(they_did, _SE), strict=True)
    if found := by_ending(SECOND_PARTICIPLES, verb):
        yield _SINGLE[Mood.PARTICIPLE], "".join(found)
    if verb == "haber":
        yield _PRESENT[2], "hay"
    for slot in (_PRETERITE[0], _PRETERITE[2], _PRESENT[4], _SUBJUNCTIVE[4]):
        form = forms[slot]
        if form == unaccented(form) and one_syllable(older := accented(form)) != older:
            yield slot, older


def _readable(verb: str) -> dict[str, dict[Slot, None]]:
    found: dict[str, dict[Slot, None]] = {}
    if is_infinitive(verb):
        forms = dict(_forms(verb))
        for slot, form in (*forms.items(), *_also(verb, forms)):
            found.setdefault(form, {})[slot] = None
    return found


_slots_by_form = lru_cache(maxsize=1024)(_readable)


def bare_forms(form: str) -> tuple[str, ...]:
    """The form itself and what an infinitive or gerund is without pronouns: *haciéndolo*."""
    found = _WITH_CLITICS.fullmatch(form)
    if not found or found["verb"] == form:
        return (form,)
    return (form, found["verb"], unaccented(found["verb"]))


def readings_of(form: str, infinitives: Iterable[str]) -> frozenset[Reading]:
    """What a lower-case form can be among these verbs, pronouns behind it left off."""
    return frozenset(
        reading
        for verb in map(_without_se, infinitives)
        for bare in bare_forms(form)
        for reading in _readings(bare, verb)
    )


def _readings(form: str, verb: str) -> Iterator[Reading]:
    return (Reading(verb, *slot) for slot in _slots_by_form(verb).get(form, ()))


def _without_se(infinitive: str) -> str:
    found = _INFINITIVE.fullmatch(infinitive)
    return found["verb"] if found else infinitive


class VerbIndex:
    """Known verbs by any of their forms."""

    def __init__(self, infinitives: Iterable[str]) -> None:
        verbs = dict.fromkeys(map(_without_se, infinitives))
        self._verbs_of: dict[str, tuple[str, ...]] = {}
        for verb in verbs:
            for form in _readable(verb):
                self._verbs_of[form] = (*self._verbs_of.get(form, ()), verb)
        self._known = frozenset(verbs)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a lower-case form can be; a verb named earlier comes first."""
        found = (
            reading
            for bare in bare_forms(form)
            for verb in self._verbs_of.get(bare, ())
            for reading in _readings(bare, verb)
        )
        return tuple(dict.fromkeys(found))

    def form(self, lemma: str, mood: Mood, tense: Tense, person: int) -> str | None:
        """One form of a known verb; nothing where there is none."""
        return paradigm(lemma).get((mood, tense, person)) if lemma in self._known else None
