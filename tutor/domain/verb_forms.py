"""What a Spanish verb form can mean: its mood, tense and person."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tutor.domain.conjugation import VerbIndex, bare_forms, paradigm, readings_of
from tutor.domain.pronunciation import plain
from tutor.domain.verb_reading import Mood, Reading, Tense
from tutor.domain.word_facts import FactsOf

__all__ = ["Mood", "Reading", "Tense", "readings"]

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
    (Mood.SUBJUNCTIVE, Tense.PRESENT, "a as a amos áis an"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "iera ieras iera iéramos ierais ieran"),
    (Mood.SUBJUNCTIVE, Tense.IMPERFECT, "iese ieses iese iésemos ieseis iesen"),
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
_I_DID = (Mood.INDICATIVE, Tense.PRETERITE, 1)
_TELLING = (
    (Mood.INDICATIVE, Tense.PRESENT, 1),
    (Mood.INDICATIVE, Tense.PRESENT, 3),
    (Mood.SUBJUNCTIVE, Tense.PRESENT, 1),
)
"""Forms that show the stems of a verb: *digo, dice, diga*."""
_OFTEN_MISTAKEN = (
    "ser ir estar haber dar ver tener salir venir hacer decir poner escribir abrir volver morir"
    " romper cubrir descubrir resolver elegir mentir consumir imprimir aburrir"
)
"""Verbs of which a frequency lexicon files forms under another lemma."""


_LONGEST_SHORT_VERB = 3


@lru_cache(maxsize=1)
def _often_mistaken() -> VerbIndex:
    return VerbIndex(_OFTEN_MISTAKEN.split())


def readings(form: str, facts: FactsOf, lemma: str | None = None) -> frozenset[Reading]:
    """Everything that a lower-case form can be as a verb; empty for other words.

    ``lemma`` stands in for a form that no dictionary knows. A form that the verb does not have
    is read by its ending, *sabo*, and as one without its accents: *penso* is *pienso* or *pensó*.
    """
    if not form:
        return frozenset()
    known = frozenset(_often_mistaken().readings(form))
    if known and lemma in {None, *(reading.lemma for reading in known)}:
        return known
    found = lemma or _lemma(form, facts)
    exact = readings_of(form, [found])
    if exact or known:  # *es* is no slip of *haber*
        return exact
    return _without_accents(form, found) | _meant(form, found)


def _without_accents(form: str, lemma: str) -> frozenset[Reading]:
    slots = (slot for slot, right in paradigm(lemma).items() if plain(right) == form)
    return frozenset(Reading(lemma, *slot) for slot in slots)


def _lemma(form: str, facts: FactsOf) -> str:
    """Of *buscarla*, that of *buscar*; *muerte* is no pronoun behind a rare verb.

    Nor is *paros*: the verbs as short as *par* are those often mistaken.
    """
    bare = [each for each in bare_forms(form) if each == form or len(each) > _LONGEST_SHORT_VERB]
    return max(map(facts, reversed(bare)), key=lambda known: known.spanish_zipf).lemma


def _meant(form: str, lemma: str) -> frozenset[Reading]:
    """What a learner makes of a verb by the wrong rule."""
    table = {"ar": _AR, "er": _ER, "ir": _IR, "ír": _IR}.get(lemma[-2:])
    if table is None:
        return frozenset()
    forms = paradigm(lemma)
    first = forms[_I_DID]
    whole = (
        (_STRONG, {first.removesuffix("e")} - {first}),
        (_FROM_INFINITIVE, {plain(lemma)}),
    )
    for rows, stems in whole:
        if found := _matches(form, lemma, rows, stems):
            return found
    skeletons = {_skeleton(lemma[:-2]), *(_skeleton(forms[slot][:-1]) for slot in _TELLING)}
    return _matches(form, lemma, table, skeletons, _skeleton) or _matches(
        form,
        lemma,
        [(mood, tense, plain(rows)) for mood, tense, rows in table],
        skeletons,
        _skeleton,
    )


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
