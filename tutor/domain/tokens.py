"""The words of a text, each with its place in it."""

import re
from dataclasses import dataclass

__all__ = ["Token", "tokenize"]

_WORD = re.compile(r"\*\w+\*|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text, without the punctuation around it."""

    text: str
    start: int
    """Offset of its first character in the text."""
    end: int
    gap: str
    """What stands between the word before it and this one."""
    initial: bool
    """Whether it opens a sentence, so that its capital says nothing."""

    @property
    def norm(self) -> str:
        """Lower case; accents stay."""
        return self.text.lower()

    @property
    def shown(self) -> str:
        """As it is written in the middle of a sentence."""
        return self.text[:1].lower() + self.text[1:] if self.initial else self.text

    @property
    def is_name(self) -> bool:
        """Capitalised where no sentence begins, or a corpus's ``*PLACE*``."""
        return self.text.startswith("*") or (not self.initial and self.text[:1].isupper())


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of a text in order; ``*NAME*`` and ``10:30`` are one word each."""
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        initial = not found or _SENTENCE_END.search(gap) is not None
        found.append(Token(match.group(), match.start(), match.end(), gap, initial))
        last = match.end()
    return tuple(found)
