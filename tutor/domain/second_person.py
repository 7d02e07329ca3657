"""A learner's words about themselves, turned round so that the tutor can say them."""

import re

from tutor.domain.conjugation import VerbIndex, paradigm
from tutor.domain.verb_forms import Mood, Tense

__all__ = ["FIRST_PERSON_FORMS", "second_person", "turned_words"]

_VERBS = (
    "vivir trabajar tener ser estar estudiar aprender ir nacer jugar tocar hablar llamar cuidar"
    " enseñar criar cantar correr nadar bailar pintar tejer montar practicar"
).split()
_INDEX = VerbIndex(_VERBS)
_TENSES = (Tense.PRESENT, Tense.PRETERITE)

FIRST_PERSON_FORMS = frozenset(paradigm(verb)[Mood.INDICATIVE, Tense.PRESENT, 1] for verb in _VERBS)
"""*vivo, tengo*: where one of them stands, another thing begins to be told."""

_OTHER_WORDS = {
    "yo": "tú", "me": "te", "mi": "tu", "mis": "tus", "mí": "ti", "conmigo": "contigo",
    "mío": "tuyo", "mía": "tuya", "míos": "tuyos", "mías": "tuyas",
}  # fmt: skip
_WITH_PRONOUN = re.compile(r"(?P<verb>.+(?:[aeiáéí]r|[áé]ndo))me(?P<more>l[ao]s?)?", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def second_person(form: str) -> str | None:
    """*vives* of *vivo*, *naciste* of *nací*; None for a form that is none of *yo*."""
    for reading in _INDEX.readings(form.lower()):
        if reading.person == 1 and reading.mood is Mood.INDICATIVE and reading.tense in _TENSES:
            return paradigm(reading.lemma)[reading.mood, reading.tense, 2]
    return None


def turned_words(text: str) -> str:
    """Everything but the verb: *con mi hermana* becomes *con tu hermana*, *verme verte*."""
    return _WORD.sub(lambda found: _turned(found.group()), text)


def _turned(word: str) -> str:
    other = _OTHER_WORDS.get(word.lower())
    if other is not None:
        return other
    found = _WITH_PRONOUN.fullmatch(word)
    return f"{found['verb']}te{found['more'] or ''}" if found else word
