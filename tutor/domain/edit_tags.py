"""What a tagger can say about a word: a small language of changes, each written as a short text.

``keep``, ``delete``, ``unknown`` (wrong, but no tag says how), ``swap`` (with the next word),
``accent``, ``spelling``, ``gender``, ``number``, ``gender_number``, ``verb:MOOD:TENSE:PERSON``,
``as:INFINITIVE`` (another verb in the same form), ``word:WORDS`` and ``ending:OLD>NEW``.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from tutor.domain.verb_forms import Mood, Reading, Tense
from tutor.domain.word_forms import WordForms

__all__ = [
    "DELETE",
    "KEEP",
    "SWAP",
    "UNKNOWN",
    "apply_tag",
    "ending_tag",
    "tags_between",
    "verb_tag",
    "word_tag",
]

KEEP, DELETE, UNKNOWN, SWAP = "keep", "delete", "unknown", "swap"
_SHORTEST_STEM = 2
_LONGEST_ENDING = 4

_Change: TypeAlias = Callable[[WordForms, str], str | None]
_CHANGES: dict[str, _Change] = {
    "accent": lambda forms, word: forms.other_accent(word),
    "spelling": lambda forms, word: forms.respelled(word),
    "gender": lambda forms, word: forms.other_gender(word),
    "number": lambda forms, word: forms.other_number(word),
    "gender_number": lambda forms, word: forms.other_gender_and_number(word),
}
_OTHER_VERBS = ("estar", "ser")


def apply_tag(tag: str, word: str, forms: WordForms) -> str | None:
    """The words that a tag makes of a lower-case word, ``""`` for none at all.

    None where it changes nothing, or does not apply. ``swap`` concerns two words: see the decoder.
    """
    if tag == DELETE:
        return ""
    made = _made(tag, word, forms)
    return made if made and made != word else None


def _made(tag: str, word: str, forms: WordForms) -> str | None:
    change = _CHANGES.get(tag)
    if change is not None:
        return change(forms, word)
    name, _, value = tag.partition(":")
    match name:
        case "word":
            return value
        case "verb":
            mood, tense, person = value.split(":")
            return forms.conjugated(word, Mood(mood), Tense(tense), int(person))
        case "as":
            return forms.as_verb(word, value)
        case "ending":
            old, _, new = value.partition(">")
            return _with_ending(word, old, new, forms)
        case _:
            return None


def _with_ending(word: str, old: str, new: str, forms: WordForms) -> str | None:
    if not word.endswith(old) or len(word) - len(old) < _SHORTEST_STEM:
        return None
    made = word.removesuffix(old) + new
    return made if forms.is_word(made) else None


def word_tag(words: str) -> str:
    """The tag that puts these words in place of any."""
    return f"word:{words}"


def verb_tag(reading: Reading) -> str:
    """The tag that puts a verb into the form of a reading."""
    return f"verb:{reading.mood}:{reading.tense}:{reading.person}"


def ending_tag(word: str, better: str) -> str | None:
    """The tag that changes only an ending; None for words of too different a beginning."""
    same = 0
    while same < min(len(word), len(better)) and word[same] == better[same]:
        same += 1
    old, new = word[same:], better[same:]
    if same < _SHORTEST_STEM or max(len(old), len(new)) > _LONGEST_ENDING:
        return None
    return f"ending:{old}>{new}"


def tags_between(word: str, better: str, forms: WordForms) -> Iterable[str]:
    """The tags that make one word of another by inflection or spelling, the most telling first."""
    for tag in ("accent", "gender", "number", "gender_number"):
        if _CHANGES[tag](forms, word) == better:
            yield tag
    for tag in sorted({verb_tag(reading) for reading in forms.readings(better)}, key=_verb_order):
        if apply_tag(tag, word, forms) == better:
            yield tag
    for lemma in _OTHER_VERBS:
        if forms.as_verb(word, lemma) == better:
            yield f"as:{lemma}"
    if forms.respelled(word) == better:
        yield "spelling"


def _verb_order(tag: str) -> tuple[str, str, int]:
    """One order of the readings of a form, so that a form always gets the same tag."""
    _, mood, tense, person = tag.split(":")
    return mood, tense, -int(person)
