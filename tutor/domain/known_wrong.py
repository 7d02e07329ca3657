"""Changes that make a sentence worse by themselves, whatever a tagger or a model thinks."""

from collections.abc import Sequence
from itertools import pairwise

from tutor.domain.agreement import looks_plural
from tutor.domain.alignment import Alignment, Span
from tutor.domain.correction import EditKind
from tutor.domain.governed import is_governed
from tutor.domain.spanish_words import ARTICLES, CLITICS, DETERMINERS
from tutor.domain.tokens import Token
from tutor.domain.verb_forms import readings
from tutor.domain.word_facts import FactsOf

__all__ = ["is_known_wrong"]

_AND = frozenset("y e o u ni".split())
_ONE_OF = frozenset("uno una cada ninguno ninguna alguno alguna".split())
_BEFORE_VERBS = CLITICS | {"no", "también", "siempre", "nunca", "ya"}
_IN_A_LIST = 5
"""Words behind an article among which a comma makes a list of what it stands in."""
_PARTITIVE = 4
"""Words before a verb among which *uno de ellos* is looked for."""
_LONGER_THAN = 2
_CLOSE = 2
_HARDLY_A_WORD = 2.0


def is_known_wrong(alignment: Alignment, span: Span, kind: EditKind, facts: FactsOf) -> bool:
    """Whether a change is one of those."""
    said = [token.norm for token in alignment.said_words(span)]
    better = [token.norm for token in alignment.better_words(span)]
    before = alignment.better[: span.better_start]
    after = alignment.better[span.better_end :]
    words_before = [token.norm for token in before]
    following = after[0].norm if after else ""
    if is_governed(said, better, words_before, following, kind):
        return True
    if not better:
        listed = [token.norm for token in after[1:3]]
        return _is_needed(said, words_before, following, facts) or (
            said[0] in ARTICLES and listed[:1] == ["y"] and listed[-1] in ARTICLES
        )
    return (
        (better == ["mí"] and bool(after) and after[0].is_name and not after[0].gap.strip())
        or (better == ["porque"] and words_before[-1:] == ["por"])
        or (better[-1] in {"conmigo", "contigo"} and following in {"mi", "mí", "ti", "tú"})
        or (not said and better[0] in ARTICLES and _is_listed(words_before, after))
        or (not said and better[0] in ARTICLES and _is_unclear(after, facts))
        or (kind is EditKind.PERSONAL_A and _is_place(after))
        or (kind is EditKind.VERB_PERSON and _is_one_of_several(words_before))
        or (kind is EditKind.NUMBER_AGREEMENT and _breaks_agreement(said, better, before, after))
    )


def _is_needed(said: Sequence[str], before: Sequence[str], following: str, facts: FactsOf) -> bool:
    """Whether a word that is to go is the second article of a pair, or *él* without its accent."""
    if len(said) != 1 or said[0] not in ARTICLES:
        return False
    paired = before[-1:] and before[-1] in _AND and bool(set(before[-5:-1]) & DETERMINERS)
    finite = any(reading.mood.is_finite for reading in readings(following, facts))
    verbal = finite or following in _BEFORE_VERBS
    return bool(paired) or (said == ["el"] and verbal)


def _is_listed(before: Sequence[str], after: Sequence[Token]) -> bool:
    """Whether an article would make one thing of a list uneven."""
    listed = any("," in token.gap for token in after[1:_IN_A_LIST])
    return listed or before[-1:] in (["y"], ["e"], ["o"], ["u"], ["ni"])


def _is_unclear(after: Sequence[Token], facts: FactsOf) -> bool:
    """Whether a word close behind is hardly one: nobody knows what it was to be."""
    near = [token for token in after[:_CLOSE] if not token.is_name]
    return any(facts(token.norm).spanish_zipf < _HARDLY_A_WORD for token in near)


def _is_place(after: Sequence[Token]) -> bool:
    """Whether a hidden name behind is not a person's."""
    return bool(after) and after[0].text.startswith("*") and "NAME" not in after[0].text


def _is_one_of_several(before: Sequence[str]) -> bool:
    near = list(before[-_PARTITIVE:])
    return any(one in _ONE_OF and two == "de" for one, two in pairwise(near))


def _breaks_agreement(
    said: Sequence[str], better: Sequence[str], before: Sequence[Token], after: Sequence[Token]
) -> bool:
    """Whether a word and the determiner beside it agreed, and would no longer."""
    if len(said) != 1 or len(better) != 1:
        return False
    partner = ""
    if before and before[-1].norm in DETERMINERS:
        partner = before[-1].norm
    elif said[0] in DETERMINERS and after:
        partner = after[0].norm
    if not partner or min(len(said[0]), len(partner)) <= _LONGER_THAN:
        return False
    return looks_plural(partner) == looks_plural(said[0]) != looks_plural(better[0])
