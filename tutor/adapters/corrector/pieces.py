"""Words cut into the pieces that the tagger knows, by the tokenizer that was trained with it."""

from collections.abc import Iterable
from functools import lru_cache

from tokenizers import Tokenizer

__all__ = ["BEGIN", "END", "UNKNOWN", "WordPieces"]

BEGIN, END, UNKNOWN = 0, 2, 3
_MOST_PIECES = 8
"""Of one word; what is longer is cut off."""
_REMEMBERED_WORDS = 20_000


class WordPieces:
    """The pieces of lower-case words as numbers."""

    def __init__(self, tokenizer: str) -> None:
        """``tokenizer``: its JSON."""
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._of = lru_cache(maxsize=_REMEMBERED_WORDS)(self._new)

    def places(self, words: Iterable[str]) -> tuple[list[int], list[int], list[int]]:
        """The pieces of a sentence, and where each word's first and last stand, ends included."""
        pieces, first, last = [BEGIN], [0], [0]
        for word in words:
            first.append(len(pieces))
            pieces += self._of(word)
            last.append(len(pieces) - 1)
        first.append(len(pieces))
        last.append(len(pieces))
        return [*pieces, END], first, last

    def _new(self, word: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(word, add_special_tokens=False).ids
        return ids[:_MOST_PIECES] or [UNKNOWN]
