"""The word forms that training and the program share."""

from collections.abc import Mapping

import simplemma

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.conjugation import VerbIndex, is_infinitive, paradigm
from tutor.domain.verb_forms import Mood, Tense
from tutor.domain.word_forms import WordForms

__all__ = ["infinitives", "spanish_forms"]

_VERB = 1e-6
"""Share of all words from which an infinitive is taken for a verb that learners meet."""
_SHORTEST = 3
_TELLING = (
    (Mood.INDICATIVE, Tense.PRESENT, 1),
    (Mood.INDICATIVE, Tense.PRESENT, 3),
    (Mood.INDICATIVE, Tense.PRETERITE, 3),
    (Mood.INDICATIVE, Tense.IMPERFECT, 3),
    (Mood.SUBJUNCTIVE, Tense.PRESENT, 3),
    (Mood.GERUND, Tense.NONE, 0),
    (Mood.PARTICIPLE, Tense.NONE, 0),
)
_TOLD = 5
"""Telling forms that must be known: *lugar* and *mujer* are no verbs."""


def infinitives(known: Mapping[str, float]) -> list[str]:
    """The common verbs, the commonest first."""
    verbs = [
        word
        for word, frequency in known.items()
        if frequency >= _VERB
        and word.isalpha()
        and is_infinitive(word)
        and simplemma.lemmatize(word, lang="es") == word
        and _is_verb(word, known)
    ]
    return sorted(verbs, key=known.__getitem__, reverse=True)


def spanish_forms() -> WordForms:
    """Made of wordfreq's list and the conjugation of its verbs."""
    known = WordfreqLexicon().frequencies()
    return WordForms(known, VerbIndex(infinitives(known)))


def _is_verb(word: str, known: Mapping[str, float]) -> bool:
    forms = paradigm(word)
    told = sum(forms.get(slot, "") in known for slot in _TELLING)
    return word == "ir" or (len(word) >= _SHORTEST and told >= _TOLD)
