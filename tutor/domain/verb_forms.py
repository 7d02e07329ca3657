"""What a Spanish verb form can mean: its mood, tense and person, read from its ending."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.pronunciation import plain
from tutor.domain.word_facts import FactsOf

__all__ = ["IRREGULAR_PARTICIPLES", "Mood", "Reading", "Tense", "readings"]


class Mood(StrEnum):
    """How a form presents its action."""

    INDICATIVE = "indicative"
    SUBJUNCTIVE = "subjunctive"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"

    @property
    def is_finite(self) -> bool:
        """Whether the form has a person."""
        return self in {Mood.INDICATIVE, Mood.SUBJUNCTIVE}


class Tense(StrEnum):
    """When; ``NONE`` for forms without a person."""

    NONE = "none"
    PRESENT = "present"
    PRETERITE = "preterite"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a form can be."""

    lemma: str
    mood: Mood
    tense: Tense
    person: int
    """0 without a person; 1 to 3 in the singular, 4 to 6 in the plural."""


_Table = tuple[tuple[Mood, Tense, str], ...]

_AR: _Table = (
    (Mood.INDICATIVE, Tense.PRESENT, "o as a amos áis an"),
    (Mood.INDICATIVE, Tense.IMPERFECT, "aba abas aba ábamos abais aban"),
    (Mood.INDICATIVE, Tense.PRETERITE, "é aste ó amos asteis aron"),
    (Mood.SUBJUNCTIVE, Tense.PRESENT, "e es e emos éis en"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "ara aras ara áramos arais aran"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "ase ases ase ásemos aseis asen"),
    (Mood.GERUND, Tense.NONE, "ando"),
    (Mood.PARTICIPLE, Tense.NONE, "ado"),
)
_ER: _Table = (
    (Mood.INDICATIVE, Tense.PRESENT, "o es e emos éis en"),
    (Mood.INDICATIVE, Tense.IMPERFECT, "ía ías ía íamos íais ían"),
    (Mood.INDICATIVE, Tense.PRETERITE, "í iste ió imos isteis ieron"),
    (Mood.INDICATIVE, Tense.PRETERITE, "- íste yó ímos ísteis yeron"),
    (Mood.SUBJUNCTIVE, Tense.PRESENT, "a as a amos áis an"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "iera ieras iera iéramos ierais ieran"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "iese ieses iese iésemos ieseis iesen"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "yera yeras yera yéramos yerais yeran"),
    (Mood.GERUND, Tense.NONE, "iendo"),
    (Mood.GERUND, Tense.NONE, "yendo"),
    (Mood.PARTICIPLE, Tense.NONE, "ido"),
    (Mood.PARTICIPLE, Tense.NONE, "ído"),
)
_IR: _Table = (*_ER, (Mood.INDICATIVE, Tense.PRESENT, "- - - imos ís -"))
_FROM_INFINITIVE: _Table = (
    (Mood.INDICATIVE, Tense.FUTURE, "é ás á emos éis án"),
    (Mood.INDICATIVE, Tense.CONDITIONAL, "ía ías ía íamos íais ían"),
)
_STRONG: _Table = (
    (Mood.INDICATIVE, Tense.PRETERITE, "e iste o imos isteis ieron"),
    (Mood.INDICATIVE, Tense.PRETERITE, "- - - - - eron"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "iera ieras iera iéramos ierais ieran"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "era eras era éramos erais eran"),
)
_STRONG_STEMS = {
    "tener": "tuv", "estar": "estuv", "poder": "pud", "poner": "pus", "saber": "sup",
    "haber": "hub", "querer": "quis", "hacer": "hic hiz", "venir": "vin", "decir": "dij",
    "traer": "traj", "andar": "anduv", "caber": "cup", "ducir": "duj",
}  # fmt: skip
"""By the end of the infinitive, so that *obtener* goes with *tener*."""
_OTHER_STEMS = {
    "decir": "dig dic", "hacer": "hag", "caer": "caig", "traer": "traig", "oír": "oig",
    "saber": "sep", "caber": "quep", "ver": "ve v", "dar": "d",
}  # fmt: skip
_FUTURE_STEMS = {
    "hacer": "har", "decir": "dir", "tener": "tendr", "poner": "pondr", "venir": "vendr",
    "salir": "saldr", "valer": "valdr", "poder": "podr", "querer": "querr", "saber": "sabr",
    "haber": "habr", "caber": "cabr",
}  # fmt: skip
_IRREGULAR: dict[str, _Table] = {
    "ser": (
        (Mood.INDICATIVE, Tense.PRESENT, "soy eres es somos sois son"),
        (Mood.INDICATIVE, Tense.IMPERFECT, "era eras era éramos erais eran"),
        (Mood.INDICATIVE, Tense.PRETERITE, "fui fuiste fue fuimos fuisteis fueron"),
        (Mood.SUBJUNCTIVE, Tense.PRESENT, "sea seas sea seamos seáis sean"),
        (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "fuera fueras fuera fuéramos fuerais fueran"),
        (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "fuese fueses fuese fuésemos fueseis fuesen"),
        (Mood.GERUND, Tense.NONE, "siendo"),
        (Mood.PARTICIPLE, Tense.NONE, "sido"),
    ),
    "ir": (
        (Mood.INDICATIVE, Tense.PRESENT, "voy vas va vamos vais van"),
        (Mood.INDICATIVE, Tense.IMPERFECT, "iba ibas iba íbamos ibais iban"),
        (Mood.INDICATIVE, Tense.PRETERITE, "fui fuiste fue fuimos fuisteis fueron"),
        (Mood.SUBJUNCTIVE, Tense.PRESENT, "vaya vayas vaya vayamos vayáis vayan"),
        (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "fuera fueras fuera fuéramos fuerais fueran"),
        (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "fuese fueses fuese fuésemos fueseis fuesen"),
        (Mood.GERUND, Tense.NONE, "yendo"),
        (Mood.PARTICIPLE, Tense.NONE, "ido"),
    ),
    "estar": (
        (Mood.INDICATIVE, Tense.PRESENT, "estoy estás está estamos estáis están"),
        (Mood.SUBJUNCTIVE, Tense.PRESENT, "esté estés esté estemos estéis estén"),
        (Mood.INDICATIVE, Tense.PRETERITE, "estuve estuviste estuvo estuvimos - estuvieron"),
        (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "estuviera estuvieras estuviera - - estuvieran"),
    ),
    "haber": (
        (Mood.INDICATIVE, Tense.PRESENT, "he has ha hemos habéis han"),
        (Mood.INDICATIVE, Tense.PRESENT, "- - hay - - -"),
        (Mood.SUBJUNCTIVE, Tense.PRESENT, "haya hayas haya hayamos hayáis hayan"),
    ),
    "dar": (
        (Mood.INDICATIVE, Tense.PRESENT, "doy das da damos dais dan"),
        (Mood.INDICATIVE, Tense.PRETERITE, "di diste dio dimos disteis dieron"),
    ),
    "saber": ((Mood.INDICATIVE, Tense.PRESENT, "sé - - - - -"),),
    "ver": (
        (Mood.INDICATIVE, Tense.IMPERFECT, "veía veías veía veíamos veíais veían"),
        (Mood.INDICATIVE, Tense.PRETERITE, "vi viste vio vimos visteis vieron"),
        (Mood.INDICATIVE, Tense.PRESENT, "veo ves ve vemos veis ven"),
    ),
    "tener": ((Mood.INDICATIVE, Tense.PRETERITE, "tuve tuviste tuvo tuvimos - tuvieron"),),
}
_WITH_CLITICS = re.compile(r"(?P<verb>.{2,}(?:[aeiáéí]r|[áé]ndo))(?:me|te|se|nos)?(?:l[aeo]s?)?")
"""Matches a bare infinitive too."""
IRREGULAR_PARTICIPLES = {
    "hecho": "hacer", "dicho": "decir", "visto": "ver", "puesto": "poner", "escrito": "escribir",
    "abierto": "abrir", "vuelto": "volver", "muerto": "morir", "roto": "romper",
    "cubierto": "cubrir", "descubierto": "descubrir", "resuelto": "resolver",
}  # fmt: skip
_LEMMAS = {
    form: lemma
    for lemma, table in _IRREGULAR.items()
    if lemma != "ir"
    for _, _, forms in table
    for form in forms.split()
    if form != "-"
} | {
    form: lemma
    for lemma, forms in (
        ("ir", "voy vas va vamos vais van iba ibas íbamos ibais iban vaya vayas vayamos vayan"),
        ("salir", "salgo salga salgas salgamos salgan"),
        ("venir", "vengo venga vengas vengamos vengan vino"),
    )
    for form in forms.split()
}
"""Forms that a frequency lexicon files under another lemma."""


def readings(form: str, facts: FactsOf, lemma: str | None = None) -> frozenset[Reading]:
    """Everything that a lower-case form can be as a verb; empty for other words.

    ``lemma`` stands in for a form that no dictionary knows.
    """
    if not form:
        return frozenset()
    form = _without_clitics(form)
    found = lemma or _LEMMAS.get(form) or IRREGULAR_PARTICIPLES.get(form) or facts(form).lemma
    if form in IRREGULAR_PARTICIPLES:
        return frozenset({Reading(found, Mood.PARTICIPLE, Tense.NONE, 0)})
    if form == found and form[-2:] in {"ar", "er", "ir", "ír"}:
        return frozenset({Reading(found, Mood.INFINITIVE, Tense.NONE, 0)})
    irregular = _matches(form, found, _IRREGULAR.get(found, ()), {""})
    if irregular:
        lemmas = {found} | ({"ir", "ser"} if form in _SHARED else set())
        return frozenset(
            Reading(lemma, each.mood, each.tense, each.person)
            for lemma in lemmas
            for each in irregular
        )
    return _regular(form, found) or (_unaccented(form, found) if lemma else frozenset())


_SHARED = frozenset(
    "fui fuiste fue fuimos fuisteis fueron fuera fueras fuéramos fuerais fueran "
    "fuese fueses fuésemos fueseis fuesen".split()
)
"""Forms that *ser* and *ir* share."""


def _without_clitics(form: str) -> str:
    """An infinitive or gerund without the pronouns behind it: *relajarse*, *haciéndolo*."""
    found = _WITH_CLITICS.fullmatch(form)
    return plain(found["verb"]) if found else form


def _unaccented(form: str, lemma: str) -> frozenset[Reading]:
    """The readings of a form whose written accents are left out or astray."""
    rows = (*_IRREGULAR.get(lemma, ()),)
    bare = [(mood, tense, plain(forms)) for mood, tense, forms in rows]
    found = _matches(plain(form), lemma, bare, {""})
    future = [(mood, tense, plain(forms)) for mood, tense, forms in _FROM_INFINITIVE]
    stems = _stems(lemma, _FUTURE_STEMS) or {plain(lemma)}
    return found or _matches(plain(form), lemma, future, stems)


def _regular(form: str, lemma: str) -> frozenset[Reading]:
    table = {"ar": _AR, "er": _ER, "ir": _IR, "ír": _IR}.get(lemma[-2:])
    if table is None:
        return frozenset()
    whole = (
        (_STRONG, _stems(lemma, _STRONG_STEMS)),
        (_FROM_INFINITIVE, _stems(lemma, _FUTURE_STEMS) or {plain(lemma)}),
    )
    for rows, stems in whole:
        if found := _matches(form, lemma, rows, stems):
            return found
    skeletons = {_skeleton(stem) for stem in (lemma[:-2], *_stems(lemma, _OTHER_STEMS))}
    return _matches(form, lemma, table, skeletons, _skeleton) or _matches(
        form,
        lemma,
        [(mood, tense, plain(rows)) for mood, tense, rows in table],
        skeletons,
        _skeleton,
    )


def _stems(lemma: str, by_base: dict[str, str]) -> set[str]:
    return {
        lemma.removesuffix(base) + stem
        for base, stems in by_base.items()
        if lemma.endswith(base)
        for stem in stems.split()
    }


def _matches(
    form: str,
    lemma: str,
    table: Sequence[tuple[Mood, Tense, str]],
    stems: AbstractSet[str],
    stem_key: Callable[[str], str] = str,
) -> frozenset[Reading]:
    """The readings with the longest ending that leaves one of the stems."""
    found: dict[int, set[Reading]] = {}
    for mood, tense, endings in table:
        for number, ending in enumerate(endings.split(), start=1):
            if form.endswith(ending) and stem_key(form[: len(form) - len(ending)]) in stems:
                person = number if mood.is_finite else 0
                found.setdefault(len(ending), set()).add(Reading(lemma, mood, tense, person))
    return frozenset(found[max(found)]) if found else frozenset()


def _skeleton(stem: str) -> str:
    """The consonants, each sound spelled one way: *jueg, jug, jugu* are one; so are *ten, teng*."""
    consonants = "".join(letter for letter in plain(stem) if letter not in "aeiouühy")
    for spelling, sound in (("zc", "c"), ("z", "c"), ("qu", "c"), ("q", "c"), ("j", "g")):
        consonants = consonants.replace(spelling, sound)
    return consonants[:-1] if consonants[-2:] in {"ng", "lg"} else consonants
