"""The tokenizer, cut down to the pieces that Spanish needs."""

import json
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

from tutor.adapters.corrector.pieces import BEGIN, END, UNKNOWN

__all__ = ["PAD", "pruned_tokenizer"]

PAD = 1
_ALPHABET = "abcdefghijklmnopqrstuvwxyzáéíóúüñçàèìòùâêîôûäëïöãõ0123456789▁'-.,:$%€"


def pruned_tokenizer(source: Path, words: Iterable[str]) -> tuple[str, list[int]]:
    """The JSON of a tokenizer with only the pieces of these words, and the rows that it keeps."""
    full = Tokenizer.from_file(str(source))
    kept = {BEGIN, PAD, END, UNKNOWN}
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
    document["model"]["unk_id"] = rows.index(UNKNOWN)
    document["added_tokens"] = [
        token for token in document["added_tokens"] if token["id"] <= UNKNOWN
    ]
    document["normalizer"] = {"type": "NFC"}
    document["post_processor"] = None
    document["truncation"] = document["padding"] = None
    return json.dumps(document, ensure_ascii=False), rows
