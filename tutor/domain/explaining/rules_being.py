"""*Ser*, *estar*, *haber*, *tener*, verbs like *gustar*, and who does it."""

from tutor.domain.explaining.scene import Named, Scene
from tutor.domain.explaining.times import is_age, is_counted, is_hour
from tutor.domain.explaining.word_lists import (
    COLLECTIVES,
    EVENTS,
    FEELINGS,
    MONTHS,
    POSSESSIVES,
    PROFESSIONS,
    STATES,
    TIME_UNITS,
    TRAITS,
    WEATHER,
    WEEKDAYS,
    is_listed,
)
from tutor.domain.spanish_words import (
    CLITICS,
    DEFINITE_ARTICLES,
    DEGREES,
    DETERMINERS,
    ESTAR,
    GUSTAR_LIKE,
    INDEFINITE_ARTICLES,
    SER,
    SUBJECT_PRONOUNS,
)
from tutor.domain.sub_kinds import SubKind
from tutor.domain.verb_forms import Mood

__all__ = ["gustar", "person", "ser_estar", "telling_verbs"]

_PLACES = frozenset("aquí allí ahí allá acá cerca lejos dentro fuera afuera en".split())
_ESTAR_PHRASES = (
    "de acuerdo", "de vacaciones", "de viaje", "de pie", "de moda", "a punto", "de buen humor",
    "de mal humor", "a favor", "en contra",
)  # fmt: skip
_THERE_IS = frozenset("hay había hubo habrá habría haya hubiera".split())
_THERE_ARE = frozenset("habían hubieron habrán habrían hayan hubieran".split())
_PERSONS = {
    "yo": {1}, "tú": {2}, "él": {3}, "ella": {3}, "usted": {3}, "nosotros": {4}, "nosotras": {4},
    "vosotros": {5}, "vosotras": {5}, "ellos": {6}, "ellas": {6}, "ustedes": {6},
}  # fmt: skip
_KNOWN_ZIPF = 2.0
_FIRST, _SECOND, _WE = 1, 2, 4
_SINGULAR, _PLURAL = {1, 2, 3}, {4, 5, 6}
_PLAIN_VERBS = frozenset("ser estar ir haber tener hacer decir ver dar venir".split())
_TIMES_OF_DAY = frozenset("noche día madrugada mañana tarde".split())
_MEASURES = DEGREES | frozenset("mucho mucha buen mal tanto tanta".split())
_PLURAL_WORDS = frozenset(
    "los las unos unas mis tus sus nuestros nuestras estos estas esos esas muchos muchas todos "
    "todas".split()
)


def ser_estar(scene: Scene) -> Named:
    """The sub-kind of one of the two verbs instead of the other."""
    if not scene.one_verb:
        return Named(SubKind.PHRASING)
    if scene.better[-1] in ESTAR:
        return _to_estar(scene)
    return Named(_to_ser(scene))


def _to_estar(scene: Scene) -> Named:
    two = " ".join(scene.after[:2])
    three = " ".join(scene.after[:3])
    if {two, three} & set(_ESTAR_PHRASES):
        return Named(SubKind.ESTAR_PHRASE, two if two in _ESTAR_PHRASES else three)
    if scene.next_word.endswith("ndo") and Mood.GERUND in scene.moods(scene.next_word):
        return Named(SubKind.ESTAR_GERUND)
    if scene.next_word in _PLACES:
        return Named(SubKind.ESTAR_PLACE)
    if scene.described in {"bien", "mal"}:
        return Named(SubKind.ESTAR_WELL)
    if is_listed(scene.described, STATES):
        return Named(SubKind.ESTAR_STATE)
    if _is_participle(scene.described, scene):
        return Named(SubKind.ESTAR_RESULT)
    return Named(SubKind.TO_ESTAR)


def _is_participle(word: str, scene: Scene) -> bool:
    stem = word.rstrip("s")[:-2]
    ends = word.rstrip("s")[-2:] in {"do", "da"}
    verbs = {"a": ("ar",), "i": ("er", "ir")}.get(stem[-1:], ())
    known = any(scene.facts(stem[:-1] + ending).spanish_zipf >= _KNOWN_ZIPF for ending in verbs)
    return ends and known


def _to_ser(scene: Scene) -> SubKind:  # a flat list of what can follow
    following = scene.next_word
    if following in {"la", "las"} and is_hour(scene.after[1:]):
        return SubKind.SER_HOUR
    if WEEKDAYS & set(scene.after[:2]) or (
        MONTHS & set(scene.after[:4]) and following in {"el", *MONTHS}
    ):
        return SubKind.SER_DATE
    if scene.before in EVENTS and following == "en":
        return SubKind.SER_EVENT
    if following in {"de", "del"} and scene.third_word not in _TIMES_OF_DAY:
        return SubKind.SER_OF
    if scene.described in PROFESSIONS:
        return SubKind.SER_PROFESSION
    if (following in INDEFINITE_ARTICLES and scene.third_word != "poco") or (
        following in POSSESSIVES and following in DETERMINERS
    ):
        return SubKind.SER_IDENTITY
    return SubKind.SER_TRAIT if is_listed(scene.described, TRAITS) else SubKind.TO_SER


def gustar(scene: Scene) -> Named | None:
    """The sub-kind of a mistake with a verb like *gustar*."""
    if not scene.liking_verb or not scene.better:
        return None
    if not scene.one_for_one:
        return Named(SubKind.GUSTAR_PERSON)
    if scene.better[0] in CLITICS:
        if scene.said[0] in CLITICS:
            return Named(SubKind.GUSTAR_PRONOUN)
        return Named(SubKind.GUSTAR_PERSON)
    persons = {reading.person for reading in scene.better_readings()}
    if scene.next_word in _PLURAL_WORDS and persons == {6}:
        return Named(SubKind.GUSTAR_PLURAL)
    if scene.is_infinitive(scene.next_word) and persons == {3}:
        return Named(SubKind.GUSTAR_INFINITIVE)
    return Named(SubKind.GUSTAR_AGREES)


def person(scene: Scene) -> Named:
    """The sub-kind where a verb and its subject did not fit."""
    if not scene.one_for_one:
        return Named(SubKind.PERSON)
    persons = {reading.person for reading in scene.better_readings()}
    if scene.before == "yo" and scene.left[-2:-1] == ("y",) and persons == {_WE}:
        return Named(SubKind.PERSON_AND_ME, " ".join(scene.left[-3:-1]))
    alone = not {"y", "e", "ni", "o", "de", "con", "a", "para"} & set(scene.left[-3:-1])
    if _PERSONS.get(scene.before, set()) & persons and alone:
        return Named(SubKind.PERSON_OF_PRONOUN)
    if scene.before in COLLECTIVES and persons <= {1, 3} and 3 in persons and alone:  # noqa: PLR2004
        return Named(SubKind.PERSON_OF_COLLECTIVE)
    if _may_be_a_noun(scene):
        return Named(SubKind.ENDING)
    return Named(_person_by_form(persons, {reading.person for reading in scene.said_readings()}))


def _may_be_a_noun(scene: Scene) -> bool:
    """Whether the forms may also be a noun's or an adjective's: *trabajo*, *sano*."""
    _, better = scene.change
    verbal = scene.before in SUBJECT_PRONOUNS | CLITICS | {"no"}
    lemma = scene.facts(better).lemma
    return (
        lemma[-2:] not in {"ar", "er", "ir"}
        and not scene.lemmas(better) & _PLAIN_VERBS
        and not verbal
    )


def _person_by_form(better: set[int], said: set[int]) -> SubKind:
    named = {_FIRST: SubKind.PERSON_I, _SECOND: SubKind.PERSON_YOU, _WE: SubKind.PERSON_WE}
    if len(better) == 1 and min(better) in named:
        return named[min(better)]
    if better <= _PLURAL and said <= _SINGULAR and said:
        return SubKind.PERSON_PLURAL
    return SubKind.PERSON_SINGULAR if better <= _SINGULAR and said <= _PLURAL else SubKind.PERSON


def telling_verbs(scene: Scene) -> Named | None:
    """What certain verbs tell, whatever kind they would be otherwise."""
    return _there_is(scene) or _idiom(scene) or _phrase(scene) or _liking(scene)


def _there_is(scene: Scene) -> Named | None:
    said, better = scene.change
    if Mood.PARTICIPLE in scene.moods(scene.next_word):
        return None
    if said in _THERE_ARE and better in _THERE_IS:
        return Named(SubKind.THERE_IS_SINGULAR)
    if better in _THERE_IS and (said in SER | ESTAR or "tener" in scene.lemmas(said)):
        return Named(SubKind.THERE_IS)
    known = scene.next_word in DEFINITE_ARTICLES or scene.next_word in POSSESSIVES
    if said in _THERE_IS and better in ESTAR and known:
        return Named(SubKind.ESTAR_OF_KNOWN)
    return None


def _idiom(scene: Scene) -> Named | None:
    said, better = scene.change
    thing = next((word for word in scene.after if word not in _MEASURES), "")
    if scene.better == ("hace",) and not scene.said:
        measured = TIME_UNITS & set(scene.after[:3])
        some = scene.next_word in {"un", "una", "unos", "unas", "mucho", "poco", "muchos", "varios"}
        return Named(SubKind.AGO) if measured and (some or is_counted(scene.next_word)) else None
    lemmas = scene.lemmas(better)
    if "tener" in lemmas and said in SER | ESTAR:
        if is_age(scene.after):
            return Named(SubKind.AGE_WITH_TENER)
        return Named(SubKind.FEELING_WITH_TENER, thing) if thing in FEELINGS else None
    if "hacer" in lemmas and (said in SER | ESTAR or "tener" in scene.lemmas(said)):
        weather = thing in WEATHER and (thing != "tiempo" or {"buen", "mal"} & {*scene.after[:2]})
        return Named(SubKind.WEATHER_WITH_HACER, thing) if weather else None
    return None


def _phrase(scene: Scene) -> Named | None:
    if not scene.is_infinitive(scene.next_word):
        return None
    if scene.better == ("a",) and not scene.said and scene.verb_before == "ir":
        return Named(SubKind.GOING_TO)
    owing = "tener" in scene.lemmas(scene.before) and scene.better == ("que",)
    return Named(SubKind.HAVING_TO) if owing and scene.said in {(), ("a",), ("de",)} else None


def _liking(scene: Scene) -> Named | None:
    """A missing *a* before the person who likes; a pronoun that is another one."""
    near = scene.after[:5]
    liked = [index for index, word in enumerate(near) if scene.facts(word).lemma in GUSTAR_LIKE]
    if not liked:
        return None
    clitic = near[liked[0] - 1] if liked[0] else ""
    if scene.better == ("a",) and not scene.said and clitic in {"me", "te", "le", "nos", "les"}:
        return Named(SubKind.GUSTAR_A_PERSON, scene.facts(near[liked[0]]).lemma)
    said, better = scene.change
    people = {"me", "te", "le", "nos", "les", "os"}
    numbers = better.rstrip("s") == said.rstrip("s")
    if liked[0] == 0 and better in people and said in CLITICS and not numbers:
        return Named(SubKind.GUSTAR_PRONOUN)
    return None
