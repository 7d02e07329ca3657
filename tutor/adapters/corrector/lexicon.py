"""What wordfreq counts and simplemma lemmatises, as our Lexicon."""

from collections.abc import Mapping
from functools import lru_cache

from tutor.domain.word_facts import WordFacts

__all__ = ["WordfreqLexicon"]

_REMEMBERED_WORDS = 20_000


class WordfreqLexicon:
    """Spanish word forms; the lists are read at the first question, about half a second."""

    def __init__(self) -> None:
        self._cached = lru_cache(maxsize=_REMEMBERED_WORDS)(_facts)

    def frequencies(self) -> Mapping[str, float]:
        """The share of all words that each Spanish form has."""
        from wordfreq import get_frequency_dict

        return get_frequency_dict("es", wordlist="large")

    def facts(self, word: str) -> WordFacts:
        """See Lexicon.facts; a form that no list holds is its own lemma."""
        return self._cached(word)


def _facts(word: str) -> WordFacts:
    if not word.strip():
        return WordFacts(word, 0.0, 0.0)
    import simplemma
    from wordfreq import zipf_frequency

    return WordFacts(
        lemma=simplemma.lemmatize(word, lang="es"),
        spanish_zipf=zipf_frequency(word, "es", wordlist="large"),
        english_zipf=zipf_frequency(word, "en", wordlist="small"),
    )
