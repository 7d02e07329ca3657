"""What a mistake is, as finely as is certain: its kind, its sub-kind and what tells it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tutor.domain.alignment import Alignment, Span
from tutor.domain.correction import EditKind
from tutor.domain.edit_kinds import kind_of
from tutor.domain.explaining import rules_being as being
from tutor.domain.explaining import rules_nouns as nouns
from tutor.domain.explaining import rules_small as small
from tutor.domain.explaining import rules_verbs as verbs
from tutor.domain.explaining import rules_words as words
from tutor.domain.explaining.library import kind_of_sub_kind
from tutor.domain.explaining.scene import Named, Scene, scene_of
from tutor.domain.spanish_words import CLITICS
from tutor.domain.sub_kinds import SubKind
from tutor.domain.word_facts import FactsOf

__all__ = ["Diagnosis", "diagnose"]

_LONGEST_QUOTED = 4
"""Words of a rewording that are quoted; a longer one is heard in the sentence itself."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a change is."""

    kind: EditKind
    sub_kind: SubKind
    trigger: str = ""
    """The words elsewhere in the sentence that decide; empty where none do."""


def diagnose(alignment: Alignment, span: Span, facts: FactsOf) -> Diagnosis:
    """What a teacher would call this change; the plainer name wherever the finer is unsure."""
    scene = scene_of(alignment, span, facts)
    found = _telling(scene) or _by_kind(scene, kind_of(alignment, span, facts))
    return Diagnosis(kind_of_sub_kind(found.sub_kind), found.sub_kind, found.trigger)


def _telling(scene: Scene) -> Named | None:
    if scene.moved:
        return None
    rules = (
        small.telling_small_words,
        being.telling_verbs,
        nouns.telling_noun_words,
        words.telling_pronouns,
    )
    return next((found for rule in rules if (found := rule(scene)) is not None), None)


def _by_kind(scene: Scene, kind: EditKind) -> Named:
    if kind is EditKind.WORD_ORDER:
        return words.order(scene, _LONGEST_QUOTED)
    if _is_attached(scene):
        return Named(SubKind.PRONOUN_ATTACHED)
    if kind is EditKind.PHRASING or max(len(scene.said), len(scene.better)) > _LONGEST_QUOTED:
        return _rephrased(scene)
    if not scene.said and (not scene.behind or kind not in _WHEN_MISSING):
        return words.missing_word(scene)
    if not scene.better and kind not in _WHEN_MISSING:
        return words.extra_word(scene)
    if kind is EditKind.GUSTAR:
        return being.gustar(scene) or _not_like_gustar(scene)
    rule = _RULES.get(kind)
    return Named(SubKind(kind)) if rule is None else rule(scene)


def _not_like_gustar(scene: Scene) -> Named:
    """Of a verb that is like *gustar* in some of its uses only."""
    if not scene.said or not scene.better or set(scene.change) <= CLITICS:
        return words.pronoun(scene)
    return being.person(scene) if scene.one_for_one else _rephrased(scene)


def _is_attached(scene: Scene) -> bool:
    """Whether a pronoun before an infinitive went behind it: *lo ver*, *verlo*."""
    alone = len(scene.better) == 1 and len(scene.said) == 2  # noqa: PLR2004
    return alone and scene.better[0] == scene.said[1] + scene.said[0]


def _rephrased(scene: Scene) -> Named:
    long = max(len(scene.said), len(scene.better)) > _LONGEST_QUOTED
    quoted = scene.said and scene.better and not long
    return Named(SubKind.PHRASING if quoted else SubKind.LONG_PHRASING)


_WHEN_MISSING = frozenset(
    {
        EditKind.ARTICLE,
        EditKind.PREPOSITION,
        EditKind.PRONOUN,
        EditKind.PERSONAL_A,
        EditKind.GUSTAR,
    }
)
_RULES: Mapping[EditKind, Callable[[Scene], Named]] = {
    EditKind.GENDER_AGREEMENT: nouns.gender,
    EditKind.NUMBER_AGREEMENT: nouns.number,
    EditKind.ARTICLE: nouns.article,
    EditKind.SER_ESTAR: being.ser_estar,
    EditKind.VERB_PERSON: being.person,
    EditKind.VERB_TENSE: verbs.tense,
    EditKind.VERB_MOOD: verbs.mood,
    EditKind.VERB_FORM: verbs.form,
    EditKind.POR_PARA: small.por_para,
    EditKind.PREPOSITION: small.preposition,
    EditKind.PERSONAL_A: small.personal_a,
    EditKind.PRONOUN: words.pronoun,
    EditKind.ACCENT: words.accent,
    EditKind.SPELLING: words.spelling,
    EditKind.WORD_CHOICE: words.word_choice,
}
