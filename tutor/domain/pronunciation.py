"""How words look without their accents, how like two words are, and whether they sound alike."""

import re
import unicodedata

__all__ = ["letter_distance", "likeness", "plain", "sound_distance", "sounds_alike"]

_STRONG = "aeoáéó"
_VOWELS = "aeiouáéíóúü"
_ACCENTED = "áéíóú"
_UNACCENTED = str.maketrans("áéíóú", "aeiou")
_SILENT_U = re.compile(r"(?<=[gq])u(?=[eiéí])")
_SOUNDS = (
    (re.compile(r"c(?=[ei])"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"z"), "s"),
    (re.compile(r"v"), "b"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"qu?"), "k"),
    (re.compile(r"c(?!h)"), "k"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"ü"), "u"),
    (re.compile(r"y$"), "i"),
)
"""Spelling to sound as most of America speaks: ``s, c, z`` are one, ``b, v`` are one, no ``h``."""


def plain(word: str) -> str:
    """Without accents; ``ñ`` stays."""
    marks = unicodedata.normalize("NFD", word.replace("ñ", "\0"))
    kept = "".join(mark for mark in marks if unicodedata.category(mark) != "Mn")
    return kept.replace("\0", "ñ")


def likeness(one: str, other: str) -> float:
    """1 for words equal but for accents, 0 for words that share no letter in place."""
    left, right = plain(one), plain(other)
    longest = max(len(left), len(right))
    return 1 - letter_distance(left, right) / longest if longest else 1.0


def letter_distance(left: str, right: str) -> int:
    """Levenshtein's: the fewest letters to change, add or drop."""
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(right, start=1):
            best = min(row[j] + 1, row[j - 1] + 1, diagonal + (letter != other))
            diagonal, row[j] = row[j], best
    return row[-1]


def sounds_alike(one: str, other: str) -> bool:
    """Whether two lower-case phrases cannot be told apart by ear.

    Spacing, silent letters and written accents that move no stress make no difference:
    *como/cómo* and *haver/haber* sound alike, *hablo/habló* and *sabia/sabía* do not.
    """
    joined, other_joined = one.replace(" ", ""), other.replace(" ", "")
    if one.count(" ") != other.count(" ") and plain(joined) == plain(other_joined):
        return True
    return _sound(one) == _sound(other)


def sound_distance(one: str, other: str) -> int:
    """How many sounds two lower-case phrases differ in, whatever is stressed or parted."""
    left, right = _sound(one).replace("'", ""), _sound(other).replace("'", "")
    return letter_distance(left, right)


def _sound(phrase: str) -> str:
    marked = "".join(_with_stress(word) for word in phrase.split())
    for pattern, sound in _SOUNDS:
        marked = pattern.sub(sound, marked)
    return marked


def _with_stress(word: str) -> str:
    """A word with an accent on its stressed vowel, needed or not; none in one syllable."""
    nuclei = _nuclei(word)
    written = next((i for i, letter in enumerate(word) if letter in _ACCENTED), None)
    bare = word.translate(_UNACCENTED)
    if len(nuclei) <= 1:
        return bare
    if written is None:
        ends_weak = word[-1] in "aeiouns"
        written = nuclei[-2] if ends_weak else nuclei[-1]
    return bare[: written + 1] + "'" + bare[written + 1 :]


def _nuclei(word: str) -> list[int]:
    """Where the loudest vowel of each syllable stands."""
    nuclei: list[int] = []
    previous = ""
    muted = {match.start() for match in _SILENT_U.finditer(word)}
    for index, letter in enumerate(word):
        vowel = letter in _VOWELS or (letter == "y" and index == len(word) - 1)
        if not vowel or index in muted:
            previous = ""
            continue
        if not previous or not _glides(previous, letter):
            nuclei.append(index)
        elif letter in _STRONG or (previous not in _STRONG and letter not in _STRONG):
            nuclei[-1] = index
        previous = letter
    return nuclei


def _glides(first: str, second: str) -> bool:
    """Whether two neighbouring vowels make one syllable."""
    if first in "íú" or second in "íú":
        return False
    return not (first in _STRONG and second in _STRONG)
