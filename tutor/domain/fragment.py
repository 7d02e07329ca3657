"""Whether what was said is an answer without a verb, as *Sí, a la playa*."""

import re
from collections.abc import Sequence

from tutor.domain.pronunciation import plain
from tutor.domain.spanish_words import (
    CLITICS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    PEOPLE,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from tutor.domain.tokens import Token
from tutor.domain.verb_forms import readings
from tutor.domain.word_facts import FactsOf

__all__ = ["is_fragment"]

_NEVER_VERBS = PREPOSITIONS | frozenset(
    "nada como cerca tarde noche media mañana solo claro cierto luego casa cosa cosas hora horas "
    "mamá papá mejor peor pronto quizás además jamás detrás atrás música una uno mal bien café "
    "allá acá así aquí ahí allí ayer tomate".split()
)
"""That look like verb forms, or whose dictionary word is taken for one."""
_NOUNS_TOO = frozenset({"vino", "fuera"})
_BEFORE_VERBS = (
    SUBJECT_PRONOUNS
    | PEOPLE
    | (CLITICS - DEFINITE_ARTICLES)
    | frozenset("no ya también tampoco siempre nunca que quien".split())
)
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | frozenset({"al", "del", "qué"})
_ORDER = re.compile(r"(?P<verb>.+?)(?:me|te|se|nos|les?)?(?:l[aeo]s?)?")
_VOS_ORDER = re.compile(r"(?P<verb>.+[aei])(?:me|te|nos|[mt]el[ao]s?)")
_SHORT_ORDER = re.compile(
    r"(?:di|da|dá|pon|haz|ten|sal)(?:(?:me|te|se|nos)l[ao]s?|me|les?|nos|l[ao]s?)|vete|venga|"
    r"ven|haz|ten|pon|sé"
)
_VOS = re.compile(r"(?P<verb>.*[áéí])s?")
_STEM_VOWELS = (("ue", "o"), ("ue", "u"), ("ie", "e"), ("i", "e"))
"""As in a stressed stem, and as in the infinitive."""
_EVERYDAY_ZIPF = 3.5
"""How common an infinitive is from which a form is guessed."""
_SHORTEST_GUESS = 4
"""Letters of such an infinitive: shorter ones are everyday words of other kinds."""


def is_fragment(tokens: Sequence[Token], facts: FactsOf) -> bool:
    """Whether there are words, and no finite verb among them.

    A form that may be a noun counts as a verb only where its neighbours say so.
    """
    return bool(tokens) and not any(_is_verb(tokens, at, facts) for at in range(len(tokens)))


def _is_verb(tokens: Sequence[Token], at: int, facts: FactsOf) -> bool:
    word = tokens[at].norm
    before = _before(tokens, at)
    if (
        tokens[at].is_name
        or before == "desde"
        or (word in _NEVER_VERBS and before not in SUBJECT_PRONOUNS | {"no"})
    ):
        return False
    if _is_finite(word, facts):
        return word not in _NOUNS_TOO or _is_no_thing(tokens, at)
    if before in _BEFORE_NOUNS:
        return False
    return (
        _is_order(word, facts)
        or _is_voseo(word, facts)
        or (_has_verb_place(tokens, at) and _may_be_finite(word, facts))
    )


def _before(tokens: Sequence[Token], at: int) -> str:
    """The word before; empty at the beginning and after punctuation."""
    return "" if at == 0 or tokens[at].gap.strip() else tokens[at - 1].norm


def _is_no_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether *vino*, *fuera* is the verb: *no vino*, *vino mi madre*, but *vino blanco*."""
    before = _before(tokens, at)
    if before in _BEFORE_NOUNS:
        return False
    if before in _BEFORE_VERBS | {"si", "ojalá"}:
        return True
    return _is_followed_by(tokens, at, DETERMINERS | {"a", "con"})


def _has_verb_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that is also a noun has a subject, an object or a first person's ending."""
    named = at > 0 and tokens[at - 1].is_name
    first_person = tokens[at].norm.endswith("o") and len(tokens) > 1
    subject = _before(tokens, at) in _BEFORE_VERBS
    return named or first_person or subject or _is_followed_by(tokens, at, DETERMINERS)


def _is_followed_by(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    behind = tokens[at + 1 : at + 2]
    return bool(behind) and behind[0].norm in words and not behind[0].gap.strip()


def _is_finite(word: str, facts: FactsOf, lemma: str | None = None) -> bool:
    return any(each.mood.is_finite for each in readings(word, facts, lemma))


def _may_be_finite(word: str, facts: FactsOf) -> bool:
    """Whether an everyday infinitive has this form."""
    stem = word.removesuffix("n").removesuffix("s")
    stem = stem[:-1] if plain(stem)[-1:] in {"a", "e", "o"} else stem
    stems = [stem, *(stem.replace(*vowels) for vowels in _STEM_VOWELS)]
    infinitives = {stem + ending for stem in stems for ending in ("ar", "er", "ir")}
    return any(_is_everyday(each, facts) and _is_finite(word, facts, each) for each in infinitives)


def _is_everyday(infinitive: str, facts: FactsOf) -> bool:
    return len(infinitive) >= _SHORTEST_GUESS and facts(infinitive).spanish_zipf >= _EVERYDAY_ZIPF


def _is_order(word: str, facts: FactsOf) -> bool:
    """An imperative with its pronouns: *dime*, *llámame*, *siéntate*; *decime*."""
    if _SHORT_ORDER.fullmatch(word):
        return True
    vos = _VOS_ORDER.fullmatch(word)
    if vos is not None and _is_everyday(vos["verb"] + "r", facts):
        return True
    found = _ORDER.fullmatch(word)
    if found is None or found["verb"] == word or plain(found["verb"]) == found["verb"]:
        return False
    verb = plain(found["verb"])
    return (
        facts(word).lemma.removesuffix("se")[-2:] in {"ar", "er", "ir"}
        or _is_finite(verb, facts)
        or _may_be_finite(verb, facts)
    )


def _is_voseo(word: str, facts: FactsOf) -> bool:
    """*tenés*, *vení*: an infinitive whose *r* gave way."""
    found = _VOS.fullmatch(word)
    return word == "sos" or (found is not None and _is_everyday(plain(found["verb"]) + "r", facts))
