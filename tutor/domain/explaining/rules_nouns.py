"""The words around a noun: gender, number, articles, adjectives, comparisons."""

from collections.abc import Sequence

from tutor.domain.agreement import differs_in_both
from tutor.domain.explaining.scene import Named, Scene
from tutor.domain.explaining.times import is_counted, is_hour
from tutor.domain.explaining.word_lists import (
    BODY,
    DEMONSTRATIVES,
    FEMININE_IN_O,
    MASCULINE_IN_A,
    MONTHS,
    NEUTERS,
    POSSESSIVES,
    PROFESSIONS,
    SHORT_FORMS,
    STRESSED_A,
    WEEKDAYS,
)
from tutor.domain.pronunciation import plain
from tutor.domain.spanish_words import (
    ARTICLES,
    CONTRACTIONS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    ESTAR,
    INDEFINITE_ARTICLES,
    NUMBER_WORDS,
    SER,
)
from tutor.domain.sub_kinds import SubKind

__all__ = ["article", "gender", "number", "telling_noun_words"]

_FEMININE_ENDINGS = ("ción", "ciones", "sión", "siones", "dad", "dades", "tad", "tades")
_MASCULINE_ENDINGS = ("aje", "ajes")
_QUANTITIES = (NUMBER_WORDS - {"cero"}) | frozenset(
    "muchos muchas pocos pocas varios varias".split()
)
_MUCH = frozenset("mucho mucha muchos muchas".split())
_GOOD = frozenset("bueno buena buenos buenas buen".split())
_COMPARATIVES = frozenset("mejor mejores peor peores mayor mayores menor menores".split())
_AFTER_ARTICLE = frozenset("mismo misma mismos mismas mejor peor más único única".split())
_BAD = frozenset("malo mala malos malas".split())
_NEARBY = 5
"""Words back in which the first half of a comparison is looked for."""
_EITHER_GENDER = frozenset(
    "mejor mejores peor peores mayor mayores menor menores gran grande grandes joven".split()
)
"""Adjectives that stand before a noun and do not show its gender."""


def gender(scene: Scene) -> Named:
    """The sub-kind where the gender was wrong."""
    said, better = scene.change
    if not scene.one_for_one:
        return Named(SubKind.GENDER)
    if differs_in_both(said, better):
        return Named(SubKind.GENDER_AND_NUMBER)
    if better in DETERMINERS | set(CONTRACTIONS) and scene.behind:
        return _gender_of_determiner(better, scene)
    if scene.before in SER | ESTAR | {"muy"} and better not in DETERMINERS | {"uno"}:
        return Named(SubKind.GENDER_DESCRIBED)
    return Named(SubKind.GENDER)


def _gender_of_determiner(better: str, scene: Scene) -> Named:
    noun = scene.next_word
    masculine = better in {"el", "un", "al", "del"} or better.rstrip("s").endswith(("o", "e"))
    if noun in STRESSED_A and better in {"el", "un"}:
        return Named(SubKind.STRESSED_A)
    if noun in MASCULINE_IN_A and masculine:
        return Named(SubKind.MASCULINE_IN_A)
    if noun in FEMININE_IN_O and not masculine:
        return Named(SubKind.FEMININE_IN_O)
    if noun.endswith(_FEMININE_ENDINGS) and not masculine:
        return Named(SubKind.FEMININE_DAD_CION)
    if noun.endswith(_MASCULINE_ENDINGS) and masculine:
        return Named(SubKind.MASCULINE_AJE)
    sure = scene.noun and scene.noun not in _EITHER_GENDER
    return Named(SubKind.GENDER_DETERMINER if sure else SubKind.GENDER, scene.noun if sure else "")


def number(scene: Scene) -> Named:
    """The sub-kind where the number was wrong."""
    _, better = scene.change
    if better in DETERMINERS and scene.noun:
        return Named(SubKind.NUMBER_DETERMINER, scene.noun)
    if better.endswith("s") and (scene.before in _QUANTITIES or scene.before.isdigit()):
        return Named(SubKind.PLURAL_AFTER_QUANTITY)
    if scene.before in SER | ESTAR | {"muy"} and better and better not in DETERMINERS:
        return Named(SubKind.NUMBER_DESCRIBED)
    return Named(SubKind.NUMBER)


def article(scene: Scene) -> Named:
    """The sub-kind where an article was missing, too many or another one."""
    if not scene.said:
        return Named(_article_missing(scene))
    if not scene.better:
        return Named(_article_superfluous(scene))
    if len(scene.better) == 1 and CONTRACTIONS.get(scene.better[0]) == scene.said:
        return Named(SubKind.CONTRACTION)
    if scene.better[0] in CONTRACTIONS and scene.said == CONTRACTIONS[scene.better[0]][:1]:
        return Named(SubKind.ARTICLE_JOINED)
    parted = scene.said[0] in CONTRACTIONS and scene.better == CONTRACTIONS[scene.said[0]][:1]
    if parted and scene.next_word not in ARTICLES:
        return Named(SubKind.ARTICLE_PARTED)
    said, better = scene.change
    if said in INDEFINITE_ARTICLES and better in DEFINITE_ARTICLES - {"lo"}:
        return Named(SubKind.DEFINITE_ARTICLE)
    if said in DEFINITE_ARTICLES and better in INDEFINITE_ARTICLES:
        return Named(SubKind.INDEFINITE_ARTICLE)
    return Named(SubKind.ARTICLE_OTHER)


def _article_missing(scene: Scene) -> SubKind:
    (better,) = scene.better
    definite = better in DEFINITE_ARTICLES
    if scene.next_word in WEEKDAYS and definite:
        return SubKind.ARTICLE_OF_WEEKDAY
    hour = scene.before in {"a", "son", "eran"} and is_hour(scene.after)
    if better in {"la", "las"} and hour:
        return SubKind.ARTICLE_OF_HOUR
    if definite and scene.facts(scene.before).lemma in {"gustar", "encantar", "interesar"}:
        return SubKind.ARTICLE_WITH_LIKING
    return SubKind.ARTICLE_MISSING


def _article_superfluous(scene: Scene) -> SubKind:
    if (
        scene.next_word in {"otro", "otra", "otros", "otras"}
        and scene.said[0] in INDEFINITE_ARTICLES
    ):
        return SubKind.ARTICLE_BEFORE_OTRO
    if scene.next_word in MONTHS:
        return SubKind.ARTICLE_OF_MONTH
    if scene.next_word in POSSESSIVES and scene.next_word in DETERMINERS:
        return SubKind.ARTICLE_BEFORE_POSSESSIVE
    if scene.next_word in PROFESSIONS and scene.before in SER | {"como"}:
        return SubKind.ARTICLE_OF_PROFESSION
    return SubKind.ARTICLE_SUPERFLUOUS


def telling_noun_words(scene: Scene) -> Named | None:
    """What certain pairs of words tell, whatever kind they would be otherwise."""
    if not scene.better:
        better_already = scene.said in {("más",), ("mas",)} and scene.next_word in {
            "mejor", "mejores", "peor", "peores",
        }  # fmt: skip
        return Named(SubKind.MORE_BETTER) if better_already else None
    said, better = scene.change
    return (
        _owner_or_distance(said, better, scene) or _form(said, better, scene) or _comparison(scene)
        if said
        else _comparison(scene)
    )


def _owner_or_distance(said: str, better: str, scene: Scene) -> Named | None:
    if better == "lo" and said in ARTICLES and scene.behind and not scene.moods(scene.next_word):
        return Named(SubKind.NEUTER_LO)
    if said == "lo" and better in DEFINITE_ARTICLES and scene.next_word in _AFTER_ARTICLE:
        return Named(SubKind.LO_BEFORE_NOUN)
    if better in POSSESSIVES and POSSESSIVES.get(said, "") != POSSESSIVES[better]:
        return Named(SubKind.POSSESSIVE) if said in POSSESSIVES or said in ARTICLES else None
    if said in POSSESSIVES and better in DEFINITE_ARTICLES and scene.next_word in BODY:
        return Named(SubKind.POSSESSIVE_OF_BODY)
    if said in NEUTERS and better in DEMONSTRATIVES and scene.noun:
        return Named(SubKind.DEMONSTRATIVE_NEUTER)
    if said in DEMONSTRATIVES and better in NEUTERS:
        return Named(SubKind.DEMONSTRATIVE_ALONE)
    apart = DEMONSTRATIVES.get(said, "") != DEMONSTRATIVES.get(better, "")
    both = said in DEMONSTRATIVES and better in DEMONSTRATIVES
    return Named(SubKind.DEMONSTRATIVE) if both and apart else None


def _form(said: str, better: str, scene: Scene) -> Named | None:
    if better == "mal" and said in _BAD and (said != "malo" or not scene.noun):
        return Named(SubKind.ADVERB_BIEN)
    if better == "mucho" and said in _MUCH and not scene.noun:
        return Named(SubKind.ADVERB_MUCHO)
    if said in SHORT_FORMS.get(better, ()):
        return Named(SubKind.SHORT_FORM)
    if better in SHORT_FORMS.get(said, ()):
        return Named(SubKind.LONG_FORM)
    if better == "muy" and said in _MUCH and scene.behind:
        return Named(SubKind.MUY)
    if said == "muy" and better in _MUCH and scene.next_word not in _COMPARATIVES:
        return Named(SubKind.MUCHO)
    if better == "bien" and said in _GOOD:
        return Named(SubKind.ADVERB_BIEN)
    if said == "bien" and better in _GOOD:
        return Named(SubKind.ADJECTIVE_BUENO)
    stem = plain(said)[: -1 if said[-1:] in {"o", "a", "e"} else None]
    if better.endswith("mente") and not said.endswith("mente") and plain(better).startswith(stem):
        return Named(SubKind.ADVERB_IN_MENTE)
    return None


def _comparison(scene: Scene) -> Named | None:
    said, better = scene.change
    near = scene.left[-_NEARBY:]
    counted = is_counted(scene.next_word)
    if said == "que" and better == "de" and scene.before in {"más", "menos"} and counted:
        return Named(SubKind.MORE_THAN_NUMBER)
    if better == "como" and said in {"que", "de"}:
        trigger = next(
            (word for word in near if word in {"tan", "tanto", "tanta", "tantos", "tantas"}), ""
        )
        return Named(SubKind.AS_AS, trigger) if trigger else None
    if scene.said in {("en",), ("en", "el")} and scene.better in {("de",), ("del",)}:
        return _superlative(near)
    return None


def _superlative(near: Sequence[str]) -> Named | None:
    """The last superlative of some words, if there is one: *el mejor*, *la ciudad más*."""
    for index, word in reversed(list(enumerate(near))):
        if word in _COMPARATIVES | {"más"} and DEFINITE_ARTICLES & set(near[:index][-2:]):
            return Named(SubKind.SUPERLATIVE_OF, word)
    return None
