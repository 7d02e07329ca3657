"""Where *le* and *lo* both stand: of a person met, called, helped, or of *usted*."""

from collections.abc import Sequence

from tutor.domain.verb_forms import readings
from tutor.domain.word_facts import FactsOf

__all__ = ["is_either_pronoun"]

_MASCULINE = (frozenset({"le", "lo"}), frozenset({"les", "los"}))
_EITHER = (*_MASCULINE, frozenset({"le", "la"}), frozenset({"les", "las"}))
_MEET = frozenset(
    "ver conocer querer llamar ayudar visitar esperar invitar saludar buscar encontrar llevar "
    "acompañar escuchar entender abrazar amar besar recordar cuidar mirar extrañar respetar matar "
    "recoger dejar oír creer atender felicitar despedir convencer odiar seguir necesitar reconocer "
    "detener echar contratar elegir presentar perdonar molestar preocupar asustar sorprender "
    "interesar divertir impresionar obedecer servir".split()
)
"""Whose object may be a person, whom Spain calls *le*."""
_HELP = frozenset(
    "llamar ayudar atender creer entender molestar preocupar asustar sorprender interesar divertir "
    "impresionar obedecer servir".split()
)
"""With which a woman too may be *le*, and with every verb when she is *usted*."""
_MODAL = frozenset(
    "ir haber estar poder querer deber tener soler acabar empezar volver saber pensar intentar "
    "venir pasar necesitar preferir".split()
)
_BETWEEN = frozenset({"a", "de", "que"})
_LONGEST = 5
"""Words in which the verb is looked for."""


def is_either_pronoun(said: str, better: str, after: Sequence[str], facts: FactsOf) -> bool:
    """Whether one object pronoun may stand for the other before the lower-case words ``after``.

    The pronoun may hang on an infinitive: *verle*, *verlo*.
    """
    for pronouns in _EITHER:
        verbs = _MEET if pronouns in _MASCULINE else _HELP
        if {said, better} == pronouns and _main_verb(after, facts) & verbs:
            return True
        if any(_hang_on(said, better, one, pronouns) & verbs for one in pronouns):
            return True
    return False


def _hang_on(said: str, better: str, pronoun: str, pronouns: frozenset[str]) -> frozenset[str]:
    """The infinitive that two words share before their pronouns."""
    verb = said.removesuffix(pronoun)
    same = verb != said and {verb + each for each in pronouns} == {said, better}
    return frozenset({verb}) if same else frozenset()


def _main_verb(after: Sequence[str], facts: FactsOf) -> frozenset[str]:
    """The dictionary forms of the verb that a pronoun belongs to: *le voy a ver* is of *ver*."""
    found: frozenset[str] = frozenset()
    for word in after[:_LONGEST]:
        if found and word in _BETWEEN:
            continue
        lemmas = frozenset(each.lemma for each in readings(word, facts))
        non_finite = any(not each.mood.is_finite for each in readings(word, facts))
        if not lemmas or (found and not non_finite):
            break
        found = lemmas
        if not found & _MODAL:
            break
    return found
