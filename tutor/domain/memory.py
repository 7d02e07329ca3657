"""Facts about the learner, found in what they said by rules that would rather miss than err."""

import re
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from tutor.domain.fact import Fact, Told
from tutor.domain.fact_rules import told_in_clause
from tutor.domain.pronunciation import plain
from tutor.domain.second_person import FIRST_PERSON_FORMS
from tutor.domain.sentences import is_question, plain_words, split_sentences
from tutor.domain.spanish_words import CLITICS, DETERMINERS, NUMBER_WORDS, PREPOSITIONS, SER

__all__ = ["facts_in", "mentions"]

_UNREAL = frozenset(
    "si ojala quiza quizas imagina imagino imaginamos imaginemos imaginate supongamos digamos"
    " finjo fingimos quisiera querria gustaria encantaria seria tendria viviria pudiera fuera"
    " dice dicen dijo dijeron decia digo dije pregunta pregunto escribe escribio llamado mentira"
    " broma personaje papel sueño sueños pelicula ejemplo cuento soñe repite traduce significa"
    " frase oracion".split()
)
"""Without accents: who says one of these may be telling of no world or somebody else's words."""
_UNREAL_PHRASES = (
    "tal vez", "como si", "a lo mejor", "cuando era", "cuando tenia", "de niño", "de niña",
    "no es verdad", "no es cierto", "como se dice", "en la obra", "creo que", "pienso que",
)  # fmt: skip
_SMALL_WORDS = frozenset(
    plain(word)
    for word in DETERMINERS | PREPOSITIONS | CLITICS | NUMBER_WORDS | SER | {"y", "años", "llama"}
)
_QUOTES = re.compile(r"[«»“”\"]")
_FILLERS = re.compile(r"\b(?:e+h+|e+m+|u+m+|m+h?m+|este\.\.\.|a+h+)\b[,.…]*\s*", re.IGNORECASE)
_BEGINNINGS = "|".join(sorted(FIRST_PERSON_FORMS | {"nací", "yo", "me", "a mí"}))
_OF_RELATIVES = (
    r"mis?\s+\w+(?:\s+\w+)?\s+(?:no\s+)?"
    r"(?:se\s+llaman?|viven?|trabajan?|estudian?|tienen?|es|son)"
)
_CLAUSE = re.compile(
    rf"\s*[,;:()—–]\s*|\s+(?:y|e|pero|porque|aunque|además|entonces|pues)\s+"
    rf"(?=(?:también\s+|ya\s+|no\s+)*(?:{_BEGINNINGS}|{_OF_RELATIVES})\b)",
    re.IGNORECASE,
)


def facts_in(better: str, doubted: Collection[str] = ()) -> tuple[Told, ...]:
    """What the learner told about themselves in a corrected sentence, in the order of telling.

    Nothing of questions, of what may be unreal or somebody else's, and of clauses that hold one of
    the ``doubted`` words, which may have been misheard.
    """
    doubts = {word for text in doubted for word in plain_words(text)}
    return tuple(_facts(better, doubts))


def mentions(text: str, fact: Fact) -> bool:
    """Whether a text says everything that is the fact's own: *Leeds* of *Vives en Leeds*."""
    words = set(plain_words(text))
    own = {word for word in plain_words(fact.text)[1:] if word not in _SMALL_WORDS}
    return bool(own) and own <= words


def _facts(text: str, doubts: AbstractSet[str]) -> Iterator[Told]:
    for sentence in split_sentences(_FILLERS.sub("", text)):
        if _may_be_unreal(sentence):
            continue
        for clause in _CLAUSE.split(sentence):
            bare = clause.strip(" .!¡…-")
            told = told_in_clause(bare) if doubts.isdisjoint(plain_words(bare)) else None
            if told is not None:
                yield told


def _may_be_unreal(sentence: str) -> bool:
    # An accent tells "sí" from "si".
    words = plain_words(sentence.replace("sí", "").replace("Sí", ""))
    text = f" {' '.join(words)} "
    return (
        is_question(sentence)
        or _QUOTES.search(sentence) is not None
        or not _UNREAL.isdisjoint(words)
        or any(f" {phrase} " in text for phrase in _UNREAL_PHRASES)
    )
