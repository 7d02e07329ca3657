"""What is right in one country and different in another, or right both ways: never corrected."""

from collections.abc import Sequence

from tutor.domain.pronunciation import plain
from tutor.domain.regional_words import same_elsewhere
from tutor.domain.second_persons import is_of_several
from tutor.domain.spanish_words import DEGREES
from tutor.domain.verb_forms import Mood, Tense, readings
from tutor.domain.voseo import is_voseo
from tutor.domain.word_facts import WordFacts

__all__ = ["are_variants"]

_SUBJUNCTIVE_PAIRS = (
    ("ra", "se"), ("ras", "ses"), ("ran", "sen"), ("ramos", "semos"), ("rais", "seis"),
)  # fmt: skip
_POLITE_STEMS = {
    "hubie": "hab", "quisie": "quer", "debie": "debe", "pudie": "pod", "hubié": "hab",
    "quisié": "quer", "debié": "debe", "pudié": "pod",
}  # fmt: skip
"""Of verbs whose subjunctive may stand for the conditional, never the other way round."""
_PERFECT = dict(zip("he has ha hemos habéis han".split(), range(1, 7), strict=True))
_LONG_PAST = frozenset("ayer anoche anteayer antier pasado pasada pasados pasadas hace".split())
_SER_ESTAR = (
    ("soy", "estoy"), ("eres", "estás"), ("es", "está"), ("somos", "estamos"), ("son", "están"),
    ("era", "estaba"), ("eras", "estabas"), ("éramos", "estábamos"), ("eran", "estaban"),
    ("sea", "esté"), ("sean", "estén"), ("sois", "estáis"), ("sos", "estás"),
)  # fmt: skip
_TRAIT_OR_STATE = frozenset(
    "casado soltero divorciado viudo claro prohibido feliz gordo delgado flaco guapo bonito lindo "
    "calvo viejo caro barato rico delicioso".split()
)
_OTHERS_PLURAL = frozenset(
    "ellos ellas los las mis tus sus nuestros nuestras todos todas y".split()
)
_DAYTIMES = frozenset("mañana tarde noche mañanas tardes noches".split())
_ARTICLE_PAIRS = tuple(
    frozenset(pair.split())
    for pair in ("el la", "un una", "los las", "unos unas", "al a", "del de")
)
_AT_HAND = 3
"""Words before a verb among which its subject is looked for."""

_Words = Sequence[str]


def are_variants(said: _Words, better: _Words, before: _Words = (), after: _Words = ()) -> bool:
    """Whether two lower-case phrases are equally right, between the words around them.

    What depends on its neighbours is a variant only where they are given.
    """
    if list(said) == list(better):
        return False
    if (
        _perfect_for_preterite(said, better, (*before, *after))
        or _perfect_for_preterite(better, said, (*before, *after))
        or _missed(said, better)
        or _missed(better, said)
        or _small_words(said, better, before, after)
        or is_voseo(" ".join(said), " ".join(better))
    ):
        return True
    if len(said) != len(better) or not said:
        return False
    if len(said) == 1:
        return _word_variants(said[0], better[0], before, after)
    return _each_is(said, better)


def _word_variants(one: str, two: str, before: _Words, after: _Words) -> bool:
    others = _OTHERS_PLURAL & set(before[-_AT_HAND:])
    return (
        same_elsewhere(one, two)
        or (is_of_several(one, two) and not others)
        or _subjunctives(one, two)
        or _polite(one, two)
        or _ser_or_estar(one, two, after)
    )


def _each_is(said: _Words, better: _Words) -> bool:
    """Whether every word that differs is a variant, articles following their nouns."""
    changed = [(one, two) for one, two in zip(said, better, strict=True) if one != two]
    lexical = [pair for pair in changed if frozenset(pair) not in _ARTICLE_PAIRS]
    return bool(lexical) and all(
        is_voseo(one, two) or _word_variants(one, two, (), ()) for one, two in lexical
    )


def _subjunctives(one: str, two: str) -> bool:
    """*hablara* and *hablase* are the same form."""
    for pair in _SUBJUNCTIVE_PAIRS:
        for mine, other in (pair, pair[::-1]):
            stem = one.removesuffix(mine)
            if one.endswith(mine) and two.endswith(other):
                return len(stem) > 1 and plain(stem) == plain(two.removesuffix(other))
    return False


def _polite(said: str, better: str) -> bool:
    """*hubiera* for *habría*, *quisiera* for *querría*."""
    for stem, future in _POLITE_STEMS.items():
        ending = said.removeprefix(stem)
        if said.startswith(stem) and ending.startswith("ra"):
            return better == f"{future}ría{ending[2:]}"
    return False


def _ser_or_estar(one: str, two: str, after: _Words) -> bool:
    """Before what may be seen as a trait or as a state: *es casado*, *está casado*."""
    if (one, two) not in _SER_ESTAR and (two, one) not in _SER_ESTAR:
        return False
    told = next((word for word in after if word not in DEGREES), "")
    singular = told if told in _TRAIT_OR_STATE else told.removesuffix("s")
    masculine = singular[:-1] + "o" if singular.endswith("a") else singular
    return bool({singular, masculine, singular.removesuffix("e")} & _TRAIT_OR_STATE)


def _perfect_for_preterite(long: _Words, short: _Words, around: _Words) -> bool:
    """*he comido* and *comí* of one verb and person, but not of a day gone by."""
    if len(long) != 2 or len(short) != 1 or long[0] not in _PERFECT:  # noqa: PLR2004
        return False
    if _LONG_PAST & set(around):
        return False
    return any(
        each.tense is Tense.PRETERITE and each.person == _PERFECT[long[0]] and each.lemma == lemma
        for lemma in _infinitives(long[1])
        for each in readings(short[0], _unknown, lemma)
    )


def _infinitives(participle: str) -> tuple[str, ...]:
    """What a participle may be of."""
    if participle == "sido":
        return ("ser",)
    irregular = {
        each.lemma
        for each in readings(participle, _unknown)
        if each.mood is Mood.PARTICIPLE and each.lemma != participle
    }
    if irregular:
        return tuple(irregular)
    for ending, infinitives in (("ado", ("ar",)), ("ído", ("er", "ír")), ("ido", ("er", "ir"))):
        if participle.endswith(ending):
            return tuple(participle.removesuffix(ending) + each for each in infinitives)
    return ()


def _missed(long: _Words, short: _Words) -> bool:
    """*echo de menos* and *extraño*."""
    if len(long) != 3 or len(short) != 1 or tuple(long[1:]) != ("de", "menos"):  # noqa: PLR2004
        return False
    return long[0].startswith("ech") and short[0] == "extrañ" + long[0].removeprefix("ech")


def _small_words(said: _Words, better: _Words, before: _Words, after: _Words) -> bool:
    """Prepositions and pronouns that vary in certain places only."""
    one, two = " ".join(said), " ".join(better)
    last = before[-1] if before else ""
    if {one, two} <= {"a", "en", "por"}:
        day = len(after) > 1 and after[0] in {"la", "las"} and after[1] in _DAYTIMES
        return day or ({one, two} == {"a", "en"} and last.startswith("entr"))
    if {one, two} in ({"", "al"}, {"", "a"}):
        return last.startswith(("jueg", "jug"))
    return (one, two, last) in {("los", "lo", "se"), ("las", "la", "se")}


def _unknown(word: str) -> WordFacts:
    return WordFacts(word, 0.0, 0.0)
