"""The real word forms, read once for all tests that need them."""

from functools import cache

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.conjugation import VerbIndex
from tutor.domain.word_forms import WordForms

VERBS = (
    "ser estar ir haber tener hablar comer vivir venir querer hacer ver gustar escribir "
    "encontrar dormir casar"
).split()


@cache
def spanish_forms() -> WordForms:
    return WordForms(WordfreqLexicon().frequencies(), VerbIndex(VERBS))
