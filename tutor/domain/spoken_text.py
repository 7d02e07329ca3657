"""A line of text as it is to be said: which words, and which voice says which part."""

import re
from unicodedata import category

from tutor.domain.abbreviations import abbreviations_in_full
from tutor.domain.language import Language, SpokenLine
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.spoken_numbers import numbers_in_words

__all__ = ["fragments", "head_and_rest", "spoken"]

_SPANISH_INSIDE = re.compile(r"«([^«»]*)»([,.;:!?…]*)")

_HEAD = re.compile(r"^[^,:;«»]*\w[^,:;«»]*[,:;](?=\s)")
_LEAST_REST = 2
"""Words behind a head that make it worth being said by itself."""

_REMOVED = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\b(?:https?://|www\.)\S*[\w/]", re.IGNORECASE), " "),
    (re.compile(r"^\s*(?:[-*+•]|#{1,6})\s+", re.MULTILINE), ""),
    (re.compile(r"(?<=[^\W\d_])\s*«|»(?=\s*\w)"), ", "),
    (re.compile(r"[*`~#|\\^<>{}«»\"“”„‹›¨´]|(?<!\w)['‘’]|['‘’](?!\w)|_+"), " "),
    (re.compile(r"[’‘]"), "'"),
    (re.compile(r"[()\[\]]|\s[-–—]+\s|—|[→⇒]"), ", "),
)
"""What is written but not said, and what it leaves behind."""

_SYMBOLS = {
    Language.SPANISH: {"&": "y", "+": "más", "=": "igual a", "×": "por", "@": "arroba"},
    Language.ENGLISH: {"&": "and", "+": "plus", "=": "equals", "×": "times", "@": "at"},
}

_TIDIED = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+(?=[,.;:!?…])"), ""),
    (re.compile(r"(?<=[.!?…])\s*[,;:]+|[,;:]+(?=[,;:.!?…])|(?<=[¿¡])[,;:\s]+|^[,;:.\s]+"), ""),
)


def fragments(line: SpokenLine) -> tuple[SpokenLine, ...]:
    """The parts of a line that one voice each says, in order.

    An English line may hold Spanish in «guillemets»; punctuation right behind the closing
    one belongs to the Spanish, whose melody it shapes. Parts without a letter or digit are
    left out, so a line that says nothing has none.
    """
    if line.language is not Language.ENGLISH:
        return _worth_saying([line])
    parts = []
    end = 0
    for match in _SPANISH_INSIDE.finditer(line.text):
        parts.append(SpokenLine(Language.ENGLISH, line.text[end : match.start()].strip()))
        if _says_something(match[1]):
            parts.append(SpokenLine(Language.SPANISH, match[1].strip() + match[2]))
        end = match.end()
    parts.append(SpokenLine(Language.ENGLISH, line.text[end:].strip()))
    return _worth_saying(parts)


def head_and_rest(text: str) -> tuple[str, ...]:
    """A line up to its first pause, and what comes behind it; the whole where there is none.

    Joined by a space they are the line. A pause inside «guillemets» does not count.
    """
    match = _HEAD.match(text)
    rest = text[match.end() :].strip() if match else ""
    if match is None or len(rest.split()) < _LEAST_REST:
        return (text,)
    return match.group(), rest


def spoken(text: str, language: Language, speller: NumberSpeller) -> str:
    """The text as it is said: no digit, no mark-up, no address, no emoji; "" for nothing to say."""
    for pattern, left in _REMOVED:
        text = pattern.sub(left, text)
    for symbol, word in _SYMBOLS[language].items():
        text = text.replace(symbol, f" {word} ")
    text = numbers_in_words(abbreviations_in_full(text, language), language, speller)
    text = text.replace("/", ", ")
    text = "".join(mark if _is_sayable(mark) else " " for mark in text)
    for pattern, left in _TIDIED:
        text = pattern.sub(left, text)
    return text.strip() if _says_something(text) else ""


def _is_sayable(mark: str) -> bool:
    return category(mark)[0] in "LMZ" or mark in "¿?¡!,.;:…'-"


def _worth_saying(parts: list[SpokenLine]) -> tuple[SpokenLine, ...]:
    return tuple(part for part in parts if _says_something(part.text))


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)
