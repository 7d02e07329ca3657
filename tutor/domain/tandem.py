"""The English half of an exchange: a sentence with a mistake, and whether it was mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.domain.sentences import plain_words

__all__ = ["EnglishMistake", "is_explained", "is_mended", "mistake_flaws"]


@dataclass(frozen=True, slots=True)
class EnglishMistake:
    """What somebody who speaks Spanish says in English, and how it is right."""

    wrong: str
    right: str
    keys: tuple[str, ...]
    """Phrases of which any, said in one piece, shows that the sentence was mended."""
    why: tuple[str, ...]
    """Words of which any shows that it was explained."""


def is_mended(mistake: EnglishMistake, said: str) -> bool:
    """Whether an utterance holds what is right, whatever is around it."""
    words = plain_words(said)
    return any(_holds(words, plain_words(key)) for key in mistake.keys)


def is_explained(mistake: EnglishMistake, said: str) -> bool:
    """Whether an utterance gives a reason, as far as its words tell."""
    reason = _without(plain_words(said), plain_words(mistake.right))
    return any(_holds(reason, plain_words(word)) for word in mistake.why)


def mistake_flaws(mistake: EnglishMistake) -> Iterator[str]:
    """What keeps a mistake from being told, a phrase each."""
    if not mistake.keys or not mistake.why:
        yield "it has no key words"
    if not is_mended(mistake, mistake.right):
        yield "the right sentence does not mend it"
    if is_mended(mistake, mistake.wrong):
        yield "the wrong sentence mends it"
    if is_explained(mistake, mistake.right):
        yield "the right sentence explains it"


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(list(words[at : at + size]) == list(phrase) for at in range(len(words) - size + 1))


def _without(words: Sequence[str], quoted: Sequence[str]) -> Sequence[str]:
    """The words but for the whole sentence in them: repeating it is no reason."""
    size = len(quoted)
    for at in range(len(words) - size + 1):
        if list(words[at : at + size]) == list(quoted):
            return [*words[:at], *words[at + size :]]
    return words
