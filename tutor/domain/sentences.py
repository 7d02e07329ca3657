"""Sentences of Spanish: cutting a stream into them, and telling when two ask the same."""

import re
import unicodedata

__all__ = ["SentenceSplitter", "alike", "is_question", "likeness", "plain_words", "split_sentences"]

_CANDIDATE = re.compile(r"(?P<stop>[.!?…]+)[\"'»”’)\]*_]*(?=\s)|\n")
_LAST_TOKEN = re.compile(r"\S*$")
_ABBREVIATIONS = frozenset(
    "sr sra srta sres dr dra d dª dña ud uds vd vds prof profa etc ej p pág núm tel av avda"
    " c/ aprox máx mín ee uu jj a.m p.m a m".split()
)
_MAY_END_A_SENTENCE = frozenset({"etc", "ud", "uds", "a.m", "p.m"})
_LIST_NUMBER = re.compile(r"\s*\d{1,2}\.")
_WORD = re.compile(r"\w+")
_INTERROGATIVES = frozenset(
    "cómo cuándo cuánto cuánta cuántos cuántas cuál cuáles dónde quién quiénes".split()
)
_NOISE = frozenset(
    "a al ahora algo con de del el ella en entonces es eso esta este la las le les lo los me mi"
    " muy más no o os para pero por pues que qué se si son su sus te ti tu tus tú un una unas unos"
    " usted y ya yo".split()
)
_ALIKE_SHARE = 0.6


class SentenceSplitter:
    """Gives each sentence of a stream as soon as it is complete, however the stream is cut.

    Sentences are split at white space only, so no word is ever lost or changed.
    """

    def __init__(self) -> None:
        self._pending = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that are complete now that ``piece`` has come."""
        self._pending += piece
        complete = []
        while (end := _first_boundary(self._pending, is_all=False)) is not None:
            complete.append(self._pending[:end].strip())
            self._pending = self._pending[end:]
        return [sentence for sentence in complete if sentence]

    def finish(self) -> list[str]:
        """The rest, once nothing more will come."""
        rest, self._pending = self._pending, ""
        complete = []
        while (end := _first_boundary(rest, is_all=True)) is not None:
            complete.append(rest[:end].strip())
            rest = rest[end:]
        return [sentence for sentence in (*complete, rest.strip()) if sentence]


def split_sentences(text: str) -> list[str]:
    """The sentences of a whole text."""
    splitter = SentenceSplitter()
    return [*splitter.feed(text), *splitter.finish()]


def is_question(sentence: str) -> bool:
    """Whether a sentence asks something."""
    return "?" in sentence


def plain_words(text: str) -> list[str]:
    """The words in lower case without accents (ñ stays ñ) and without punctuation."""
    return [_without_accent(word) for word in _WORD.findall(text.lower())]


def alike(one: str, other: str) -> bool:
    """Whether two sentences say or ask nearly the same, by the words that carry meaning."""
    return likeness(one, other) >= _ALIKE_SHARE


def likeness(one: str, other: str) -> float:
    """The share of the words that carry meaning which two sentences have in common, 0 to 1."""
    words, others = _telling_words(one), _telling_words(other)
    if not words or not others:
        return float(plain_words(one) == plain_words(other))
    return len(words & others) / len(words | others)


def _first_boundary(text: str, *, is_all: bool) -> int | None:
    """The index after the first sentence; None if there is none or if it needs more text."""
    for found in _CANDIDATE.finditer(text):
        if found["stop"] is None:
            return found.end()
        follows = text[found.end() :].lstrip()[:1]
        if not follows and not is_all:
            if _is_certain(found["stop"]):
                return found.end()
            return None
        if not _goes_on(text[: found.start()], found["stop"], follows):
            return found.end()
    return None


def _is_certain(stop: str) -> bool:
    return "?" in stop or "!" in stop


def _goes_on(before: str, stop: str, follows: str) -> bool:
    """Whether the sentence goes on after ``stop``, given what stands before and after it."""
    if _is_certain(stop):
        return False
    if stop != ".":
        return follows.islower()
    if _LIST_NUMBER.fullmatch(before + stop):
        return True
    last = _LAST_TOKEN.findall(before)[0].lstrip("¿¡(\"'«“")
    if len(last) == 1 and last.isupper():
        return True
    if last.lower() in _MAY_END_A_SENTENCE:
        return follows.islower()
    return last.lower() in _ABBREVIATIONS


def _telling_words(text: str) -> frozenset[str]:
    return frozenset(
        _without_accent(word)
        for word in _WORD.findall(text.lower())
        if word in _INTERROGATIVES or word not in _NOISE
    )


def _without_accent(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    kept = [
        mark
        for before, mark in zip(" " + decomposed, decomposed, strict=False)
        if not unicodedata.combining(mark) or (mark == "\N{COMBINING TILDE}" and before == "n")
    ]
    return unicodedata.normalize("NFC", "".join(kept))
