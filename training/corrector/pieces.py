"""The tokenizer, cut down to the pieces that Spanish needs."""

import json
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

__all__ = ["BEGIN", "END", "PAD", "Pieces", "pruned_tokenizer"]

BEGIN, PAD, END, _UNKNOWN = 0, 1, 2, 3
_ALPHABET = "abcdefghijklmnopqrstuvwxyzáéíóúüñçàèìòùâêîôûäëïöãõ0123456789▁'-.,:$%€"
_MOST_PIECES = 8
"""Of one word; what is longer is cut off."""


def pruned_tokenizer(source: Path, words: Iterable[str]) -> tuple[str, list[int]]:
    """The JSON of a tokenizer with only the pieces of these words, and the rows that it keeps."""
    full = Tokenizer.from_file(str(source))
    kept = {BEGIN, PAD, END, _UNKNOWN}
    for encoding in full.encode_batch([[word] for word in words], is_pretokenized=True):
        kept.update(encoding.ids)
    for letter in _ALPHABET:
        kept.update(
            row
            for row in (full.token_to_id(letter), full.token_to_id(f"▁{letter}"))
            if row is not None
        )
    rows = sorted(kept - {full.token_to_id("<mask>")})
    document = json.loads(source.read_text("utf-8"))
    vocabulary = document["model"]["vocab"]
    document["model"]["vocab"] = [vocabulary[row] for row in rows]
    document["model"]["unk_id"] = rows.index(_UNKNOWN)
    document["added_tokens"] = [
        token for token in document["added_tokens"] if token["id"] <= _UNKNOWN
    ]
    document["normalizer"] = {"type": "NFC"}
    document["post_processor"] = None
    document["truncation"] = document["padding"] = None
    return json.dumps(document, ensure_ascii=False), rows


class Pieces:
    """Words as numbers of pieces, remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The pieces of a word; at least one."""
        found = self._known.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            found = self._known[word] = ids[:_MOST_PIECES] or [_UNKNOWN]
        return found

    def places(self, words: Iterable[str]) -> tuple[list[int], list[int], list[int]]:
        """The pieces of a sentence, and each word's first and last, its ends among them."""
        pieces, first, last = [BEGIN], [0], [0]
        for word in words:
            first.append(len(pieces))
            pieces += self.of(word)
            last.append(len(pieces) - 1)
        first.append(len(pieces))
        last.append(len(pieces))
        return [*pieces, END], first, last
