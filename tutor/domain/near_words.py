"""How near one word is to another: the same, misspelled or misheard, or something else."""

from tutor.domain.agreement import agreement
from tutor.domain.edit_kinds import verb_change
from tutor.domain.pronunciation import letter_distance, plain, sound_distance, sounds_alike
from tutor.domain.target import Grade
from tutor.domain.verb_forms import readings
from tutor.domain.word_facts import FactsOf

__all__ = ["accent_grade", "is_one_letter_off", "is_other_form", "spoken_grade"]

_NO_WORD = 2.5
"""Zipf below which a form is no Spanish word; lists of frequent words hold misspellings too."""
_SHORTEST_MISHEARD = 3


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether a letter was changed, added, dropped, or swapped with its neighbour."""
    if letter_distance(one, other) <= 1:
        return True
    differing = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    swapped = len(one) == len(other) and len(differing) == 2  # noqa: PLR2004  # two places
    if not swapped:
        return False
    first, second = differing
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def is_other_form(word: str, right: str, facts: FactsOf) -> bool:
    """Whether two different lower-case words are forms of one."""
    if not word or word == right:
        return False
    return (
        facts(word).lemma == facts(right).lemma
        or agreement(word, right) is not None
        or verb_change(word, right, facts) is not None
    )


def accent_grade(word: str, right: str, facts: FactsOf) -> Grade:
    """What a word is worth that is equal but for accents: *hablo* for *habló* is another form."""
    if word == right:
        return Grade.EXACT
    if sounds_alike(word, right) or not (_ends_stressed(word) or _ends_stressed(right)):
        return Grade.SLIP
    lemmas = {facts(word).lemma, facts(right).lemma}
    meant = _meanings(word, lemmas, facts)
    wanted = _meanings(right, lemmas, facts)
    return Grade.WRONG if meant and wanted and meant.isdisjoint(wanted) else Grade.SLIP


def spoken_grade(word: str, right: str, mistake: str, facts: FactsOf) -> Grade:
    """What one heard or typed word is worth where one form of it is tested.

    A word that no dictionary knows and that sounds almost like the right one is a slip, of the
    pen or of the ear; it has to be nearer to the right word than to the mistake.
    """
    if word == right:
        return Grade.EXACT
    if not word or word == mistake:
        return Grade.WRONG
    if plain(word) == plain(right):
        return accent_grade(word, right, facts)
    distance = sound_distance(word, right)
    if mistake and sound_distance(word, mistake) <= distance:
        return Grade.WRONG
    if sounds_alike(word, right):
        return Grade.SLIP
    is_word = facts(word).spanish_zipf >= _NO_WORD and distance > 0
    is_near = distance <= 1 and len(right) >= _SHORTEST_MISHEARD
    return Grade.SLIP if is_near and not is_word else Grade.WRONG


def _ends_stressed(word: str) -> bool:
    """Whether an accent is written on the last syllable, as in *habló* and *hablarás*."""
    return word.rstrip("ns")[-1:] in set("áéíóú")


def _meanings(word: str, lemmas: set[str], facts: FactsOf) -> set[tuple[str, ...]]:
    found = readings(word, facts).union(*(readings(word, facts, lemma) for lemma in lemmas))
    return {(each.mood, each.tense, str(each.person)) for each in found}
