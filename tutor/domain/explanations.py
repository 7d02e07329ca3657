"""Why something is better: the text of its sub-kind, with the words filled in."""

from tutor.domain.alignment import Alignment, Span
from tutor.domain.correction import Explanation
from tutor.domain.diagnosis import Diagnosis
from tutor.domain.explaining.library import entry_of
from tutor.domain.explaining.scene import Scene, scene_of
from tutor.domain.spanish_words import DETERMINERS
from tutor.domain.word_facts import FactsOf

__all__ = ["explain"]


_WITH_A_NOUN = DETERMINERS | {"primera", "última"}


def explain(alignment: Alignment, span: Span, diagnosis: Diagnosis, facts: FactsOf) -> Explanation:
    """The explanation of one change, with its words filled in."""
    scene = scene_of(alignment, span, facts)
    words = {
        "said": alignment.said_text(span),
        "better": alignment.better_text(span),
        "next": scene.behind[0].shown if scene.behind else "",
        "following": _following(scene),
        "described": diagnosis.trigger or scene.described,
        "before": scene.before,
        "verb": diagnosis.trigger or scene.liking_verb or scene.verb_before,
        "trigger": diagnosis.trigger,
    }
    entry = entry_of(diagnosis.sub_kind)
    return Explanation(entry.spanish.format(**words), entry.english.format(**words))


def _following(scene: Scene) -> str:
    """The next word, with the one behind it where it does not stand alone."""
    two = scene.behind[: 2 if scene.next_word in _WITH_A_NOUN else 1]
    return " ".join(token.shown for token in two)
