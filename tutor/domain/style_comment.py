"""What a language model thinks of how something was said, as far as it may be shown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tutor.domain.correction import Correction
from tutor.domain.edit_kinds import is_english
from tutor.domain.pronunciation import plain
from tutor.domain.sentences import split_sentences
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import FactsOf

__all__ = ["Spoken", "StyleComment", "comments_to_show", "sentences_with_style"]

MOST_COMMENTS = 3
LONGEST_COMMENT = 200
"""Characters; more is a lecture."""

_FEWEST_WORDS = 4
"""Of a sentence: shorter ones have no style to speak of."""
_FEWEST_ENGLISH_WORDS = 3
_ENGLISH_SHARE = 0.5
"""Of the words around the Spanish."""
_QUOTED = re.compile(
    r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"|`([^`]+)`|\*+([^*]+)\*+"
    r"|(?<!\w)['‘]([^'‘’]+)['’](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence of the learner, and how it is right."""

    said: str
    better: str


@dataclass(frozen=True, slots=True)
class StyleComment:
    """An opinion on one sentence of the learner, who may be given it, but never as a mistake."""

    sentence: str
    """As it was said."""
    comment: str
    """One line of English; the Spanish in it in «guillemets»."""


def sentences_with_style(corrections: Iterable[Correction]) -> tuple[Spoken, ...]:
    """The sentences long enough to have a style, each once, in the order they were said."""
    found = dict.fromkeys(one for correction in corrections for one in _sentences(correction))
    return tuple(one for one in found if len(tokenize(one.said)) >= _FEWEST_WORDS)


def comments_to_show(
    written: Iterable[StyleComment], facts: FactsOf, most: int = MOST_COMMENTS
) -> tuple[StyleComment, ...]:
    """At most ``most`` of the comments that a model wrote, the first of each sentence.

    Dropped is what is long, is not English, or quotes no words that the learner said.
    """
    kept: dict[str, StyleComment] = {}
    for one in written:
        comment = _in_guillemets(one.comment)
        if one.sentence not in kept and _may_be_shown(one.sentence, comment, facts):
            kept[one.sentence] = StyleComment(one.sentence, comment)
    return tuple(kept.values())[:most]


def _sentences(correction: Correction) -> Iterator[Spoken]:
    """The sentences of a turn; the turn whole where a correction joined or parted them."""
    said, better = split_sentences(correction.said), split_sentences(correction.better)
    if len(said) != len(better):
        said, better = [correction.said], [correction.better]
    return map(Spoken, said, better)


def _in_guillemets(comment: str) -> str:
    """On one line, and whatever is quoted, in whichever way, in the quotation marks of Spanish."""
    line = " ".join(comment.split())
    return _QUOTED.sub(lambda found: f"«{next(filter(None, found.groups())).strip()}»", line)


def _may_be_shown(sentence: str, comment: str, facts: FactsOf) -> bool:
    said = _words(sentence)
    quotes = [_words(found.group(1)) for found in re.finditer(r"«([^«»]+)»", comment)]
    around = [token.norm for token in tokenize(re.sub(r"«[^«»]*»", ",", comment))]
    english = sum(is_english(word, facts) for word in around)
    return (
        len(comment) <= LONGEST_COMMENT
        and any(_holds(said, quote) for quote in quotes)
        and english >= max(_FEWEST_ENGLISH_WORDS, _ENGLISH_SHARE * len(around))
    )


def _words(text: str) -> list[str]:
    return [plain(token.norm) for token in tokenize(text)]


def _holds(said: Sequence[str], quote: Sequence[str]) -> bool:
    """Whether words stand in a sentence, one after the other."""
    size = len(quote)
    return size > 0 and any(said[at : at + size] == quote for at in range(len(said) - size + 1))
