"""When, how sure, and in what form."""

from tutor.domain.conjugation import paradigm
from tutor.domain.explaining.scene import Named, Scene
from tutor.domain.explaining.times import is_age, is_hour
from tutor.domain.explaining.triggers import (
    FUTURE_SIGNALS,
    IMPERFECT_SIGNALS,
    INDICATIVE_TRIGGERS,
    PRETERITE_SIGNALS,
    SUBJUNCTIVE_TRIGGERS,
)
from tutor.domain.spanish_words import ESTAR, HABER, PREPOSITIONS
from tutor.domain.sub_kinds import SubKind
from tutor.domain.verb_forms import Mood, Tense, readings

__all__ = ["form", "mood", "tense"]

_NEARBY = 4
"""Words between a trigger and its verb."""
_LINKS = frozenset("y e o pero que cuando si porque".split())
"""Words that begin another clause."""
_PERFECT = frozenset("he has ha hemos habéis han".split())
_PLUPERFECT = frozenset("había habías habíamos habíais habían".split())
_WITH_INFINITIVE = frozenset(
    "querer poder deber necesitar preferir soler desear lograr conseguir decidir intentar esperar "
    "gustar encantar".split()
)
_PLAIN_TENSES = {
    Tense.PRESENT: SubKind.PRESENT,
    Tense.PRETERITE: SubKind.PRETERITE,
    Tense.IMPERFECT: SubKind.IMPERFECT,
    Tense.FUTURE: SubKind.FUTURE,
    Tense.CONDITIONAL: SubKind.CONDITIONAL,
}
_PARTICIPLE = (Mood.PARTICIPLE, Tense.NONE, 0)


def tense(scene: Scene) -> Named:
    """The sub-kind where the tense was another one."""
    if len(scene.better) == 2 and Mood.PARTICIPLE in scene.moods(scene.better[1]):  # noqa: PLR2004
        if scene.better[0] in _PERFECT:
            return Named(SubKind.PERFECT)
        if scene.better[0] in _PLUPERFECT:
            return Named(SubKind.PLUPERFECT)
    if scene.better[-1] in HABER and Mood.PARTICIPLE in scene.moods(scene.next_word):
        return Named(SubKind.TENSE)
    tenses = scene.tenses()
    indicative = {reading.mood for reading in scene.better_readings()} == {Mood.INDICATIVE}
    if not scene.one_verb or len(tenses) != 1 or not indicative:
        return Named(SubKind.TENSE)
    (better,) = tenses
    said = {reading.tense for reading in scene.said_readings()}
    match better:
        case Tense.PRETERITE:
            return _preterite(scene, said)
        case Tense.IMPERFECT:
            return _imperfect(scene, said)
        case Tense.FUTURE if signal := scene.phrase(FUTURE_SIGNALS):
            return Named(SubKind.FUTURE_SIGNAL, signal)
        case Tense.CONDITIONAL if scene.facts(scene.better[-1]).lemma in {"gustar", "encantar"}:
            return Named(SubKind.CONDITIONAL_WISH)
        case _:
            return Named(_PLAIN_TENSES.get(better, SubKind.TENSE))


def _preterite(scene: Scene, said: set[Tense]) -> Named:
    if signal := scene.phrase(PRETERITE_SIGNALS):
        return Named(SubKind.PRETERITE_SIGNAL, signal)
    if said == {Tense.IMPERFECT}:
        return Named(SubKind.PRETERITE_NOT_IMPERFECT)
    return Named(SubKind.PRETERITE)


def _imperfect(scene: Scene, said: set[Tense]) -> Named:
    lemmas = scene.lemmas(scene.better[-1])
    if "tener" in lemmas and is_age(scene.after):
        return Named(SubKind.IMPERFECT_AGE)
    if "ser" in lemmas and scene.next_word in {"la", "las"} and is_hour(scene.after[1:]):
        return Named(SubKind.IMPERFECT_HOUR)
    if signal := scene.phrase(IMPERFECT_SIGNALS):
        return Named(SubKind.IMPERFECT_SIGNAL, signal)
    if said == {Tense.PRETERITE}:
        return Named(SubKind.IMPERFECT_NOT_PRETERITE)
    return Named(SubKind.IMPERFECT)


def mood(scene: Scene) -> Named:
    """The sub-kind where the mood was another one."""
    found = scene.better_readings()
    moods = {reading.mood for reading in found}
    if not scene.one_verb or len(moods) != 1:
        return Named(SubKind.MOOD)
    if moods == {Mood.INDICATIVE}:
        return _indicative(scene)
    if moods != {Mood.SUBJUNCTIVE}:
        return Named(SubKind.MOOD)
    return _subjunctive(scene, {reading.tense for reading in found})


def _subjunctive(scene: Scene, tenses: set[Tense]) -> Named:
    past = tenses == {Tense.IMPERFECT}
    if past and _governs("como si", scene):
        return Named(SubKind.SUBJUNCTIVE_COMO_SI)
    if past and _governs("si", scene):
        return Named(SubKind.SUBJUNCTIVE_SI)
    for sub_kind, phrases in SUBJUNCTIVE_TRIGGERS:
        if past and sub_kind is SubKind.SUBJUNCTIVE_TIME:
            continue
        if trigger := next((phrase for phrase in phrases if _governs(phrase, scene)), ""):
            return Named(sub_kind, trigger)
    return Named(SubKind.SUBJUNCTIVE_PAST if past else SubKind.SUBJUNCTIVE)


def _indicative(scene: Scene) -> Named:
    said = {reading.tense for reading in scene.said_readings()}
    if Tense.PRESENT in said and _governs("si", scene):
        return Named(SubKind.INDICATIVE_SI)
    negative = {"no", "nunca", "sin", "tampoco"} & set(scene.left)
    if negative:
        return Named(SubKind.INDICATIVE)
    if _governs("porque", scene):
        return Named(SubKind.INDICATIVE_BECAUSE)
    trigger = next((phrase for phrase in INDICATIVE_TRIGGERS if _governs(phrase, scene)), "")
    return Named(SubKind.INDICATIVE_BELIEF if trigger else SubKind.INDICATIVE, trigger)


def _governs(phrase: str, scene: Scene) -> bool:
    """Whether a phrase stands before the changed verb, with no other clause between them."""
    _, found, between = f" {' '.join(scene.left)} ".rpartition(f" {phrase} ")
    words = between.split()
    other = any(word in _LINKS or scene.is_finite(word) for word in words)
    return bool(found) and len(words) <= _NEARBY and not other


def form(scene: Scene) -> Named:
    """The sub-kind where a form without a person was meant, or one with."""
    moods = scene.moods(scene.better[-1]) or {reading.mood for reading in scene.better_readings()}
    if not scene.one_verb or len(moods) != 1:
        return Named(SubKind.VERB_FORM)
    (better,) = moods
    said = {reading.mood for reading in scene.said_readings()}
    match better:
        case Mood.INFINITIVE:
            return _infinitive(scene, said)
        case Mood.GERUND if said != {Mood.GERUND}:
            estar = scene.before in ESTAR or "seguir" in scene.lemmas(scene.before)
            return Named(SubKind.GERUND_AFTER_ESTAR if estar else SubKind.GERUND)
        case Mood.PARTICIPLE:
            return _participle(scene, said)
        case _ if better.is_finite and said and not any(mood.is_finite for mood in said):
            return Named(SubKind.CONJUGATED)
        case _:
            return Named(SubKind.VERB_FORM)


def _infinitive(scene: Scene, said: set[Mood]) -> Named:
    if said == {Mood.INFINITIVE}:
        return Named(SubKind.VERB_FORM)
    if scene.before in PREPOSITIONS:
        return Named(SubKind.INFINITIVE_AFTER_PREPOSITION)
    if scene.before == "que" and scene.lemmas(" ".join(scene.left[-2:-1])) & {"tener", "haber"}:
        return Named(SubKind.INFINITIVE_AFTER_QUE, " ".join(scene.left[-2:]))
    if scene.is_finite(scene.before) and scene.verb_before in _WITH_INFINITIVE:
        return Named(SubKind.INFINITIVE_AFTER_VERB)
    if said == {Mood.GERUND}:
        return Named(SubKind.INFINITIVE_NOT_GERUND)
    return Named(SubKind.INFINITIVE)


def _participle(scene: Scene, said: set[Mood]) -> Named:
    better = scene.better[-1]
    regular = ("ado", "ido", "ído")
    if scene.said[-1].endswith(regular) and not better.endswith(regular):
        lemmas = (each.lemma for each in readings(better, scene.facts))
        verb = next((verb for verb in lemmas if paradigm(verb).get(_PARTICIPLE) == better), "")
        if verb[:2] == scene.said[-1][:2]:
            return Named(SubKind.PARTICIPLE_IRREGULAR, verb)
    if said == {Mood.PARTICIPLE}:
        return Named(SubKind.VERB_FORM)
    after_haber = scene.before in HABER
    return Named(SubKind.PARTICIPLE_AFTER_HABER if after_haber else SubKind.PARTICIPLE)
