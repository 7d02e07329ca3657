"""What a dictionary knows about one word form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["FactsOf", "WordFacts"]


@dataclass(frozen=True, slots=True)
class WordFacts:
    """Frequencies on the Zipf scale: 0 unknown, 3 uncommon, 5 everyday, 7 the commonest."""

    lemma: str
    spanish_zipf: float
    english_zipf: float


FactsOf: TypeAlias = Callable[[str], WordFacts]
"""What is known about a lower-case word form."""
