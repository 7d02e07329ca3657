"""What a dictionary knows about one word form."""

from dataclasses import dataclass

__all__ = ["WordFacts"]


@dataclass(frozen=True, slots=True)
class WordFacts:
    """Frequencies on the Zipf scale: 0 unknown, 3 uncommon, 5 everyday, 7 the commonest."""

    lemma: str
    spanish_zipf: float
    english_zipf: float
