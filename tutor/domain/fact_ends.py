"""Where a fact begins and ends within a clause."""

import re

from tutor.domain.conjugation import is_infinitive
from tutor.domain.second_person import FIRST_PERSON_FORMS
from tutor.domain.spanish_words import ARTICLES, CLITICS, DETERMINERS, NUMBER_WORDS, PREPOSITIONS

__all__ = ["complement_of", "is_finished", "without_beginning"]

_LONGEST = 9
"""Words; a longer complement has something else in it."""
_BEGINNING = re.compile(
    r"(?:(?:y|e|pero|bueno|pues|sí|si|entonces|también|además|hola|oye|ahora|actualmente|hoy"
    r"|en realidad|la verdad es que|la verdad|es que|yo|ya(?! no)|buenos días|buenas"
    r"|siempre|normalmente|todavía|aún)\b[,.!]*\s*)+",
    re.IGNORECASE,
)
_STOPS = frozenset(
    "porque pero que cuando donde aunque mientras pues si quien cual cuyo sino entonces así hasta"
    " también tampoco ahora todavía aún ya gracias claro verdad vale".split()
)
"""What follows one of these is another story."""
_JOINED = DETERMINERS | NUMBER_WORDS | PREPOSITIONS | ARTICLES
_NOT_TO_BE_TAKEN_ALONE = frozenset(
    "nuestro nuestra nuestros nuestras nosotros nosotras nos yo te tú tu tus ti contigo usted"
    " ustedes vos vuestro vuestra él ella ellos ellas no este esta estos estas ese esa esos esas"
    " aquel aquella esto eso".split()
)
_NOUNS_TOO = frozenset("trabajo estudio juego canto".split())
_DANGLING = (
    PREPOSITIONS | ARTICLES | CLITICS | (DETERMINERS - {"todo", "todos", "mucho", "poco"})
    | frozenset("y o e u ni muy tan más menos como no".split())
)  # fmt: skip
_TOKEN = re.compile(r"[^\s]+")


def without_beginning(clause: str) -> str:
    """The clause behind *pues, bueno, yo también*; one space between words."""
    text = " ".join(clause.split())
    return text[found.end() :] if (found := _BEGINNING.match(text)) else text


def complement_of(after_verb: str) -> str:
    """What belongs to the verb in front of it: up to a word that begins something else.

    Behind *y* only what is of the same sort is kept: *dos hijas y un hijo*, *nadar y leer*.
    """
    kept: list[str] = []
    words = _TOKEN.findall(after_verb)
    for place, word in enumerate(words):
        norm, before = _norm(word), _norm(words[place - 1]) if place else ""
        if norm in _STOPS or (norm in FIRST_PERSON_FORMS and before not in DETERMINERS):
            break
        following = _norm(words[place + 1]) if place + 1 < len(words) else ""
        if norm in {"y", "e", "o", "u", "ni"} and not _goes_on(kept, following, words[place + 1 :]):
            break
        kept.append(word)
    return " ".join(kept).strip(" ,.;:!¡…-")


def is_finished(complement: str) -> bool:
    """Whether a complement can be said as it is: not too long, not cut off, of nobody else."""
    words = [_norm(word) for word in complement.split()]
    if not words or len(words) > _LONGEST:
        return False
    # Behind a determiner a form of ours is a noun or a slip.
    is_mine = not (FIRST_PERSON_FORMS - _NOUNS_TOO).isdisjoint(words)
    return not is_mine and words[-1] not in _DANGLING and _NOT_TO_BE_TAKEN_ALONE.isdisjoint(words)


def _goes_on(kept: list[str], following: str, rest: list[str]) -> bool:
    if following in _JOINED:
        return True
    if kept and is_infinitive(_norm(kept[0])):
        return is_infinitive(following)
    is_last = len(rest) == 1
    return is_last and bool(kept) and _norm(kept[-1]) not in _JOINED and rest[0][:1].isupper()


def _norm(word: str) -> str:
    return word.strip(".,;:!¡…").lower()
