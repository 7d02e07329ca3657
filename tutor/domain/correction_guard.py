"""Which proposed changes are corrections: when in doubt, silence."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from tutor.domain.alignment import Alignment, Span
from tutor.domain.correction import EditKind
from tutor.domain.edit_kinds import is_english
from tutor.domain.hearing import DOUBTFUL_PROBABILITY, Hearing
from tutor.domain.known_right import is_known_right
from tutor.domain.known_wrong import is_known_wrong
from tutor.domain.object_pronouns import is_either_pronoun
from tutor.domain.pronunciation import sounds_alike
from tutor.domain.regional_variants import are_variants
from tutor.domain.spanish_words import (
    CONTRACTIONS,
    DEGREES,
    NUMBER_WORDS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from tutor.domain.tokens import Token
from tutor.domain.word_facts import FactsOf

__all__ = ["Verdict", "judge", "trusted_spans"]

_REAL_WORD_ZIPF = 1.5
_MOST_CHANGED = 0.5
"""Share of a sentence's words from which a correction is another sentence."""
_SHORT_SENTENCE = 5
"""Words up to which a sentence may change more than that: half of three words is one mistake."""
_MOST_CHANGED_SHORT = 0.75
_ABOUT_SPEAKERS = frozenset(
    "soy estoy fui eres estás eras estabas somos estamos éramos estábamos siento sientes "
    "sentí sentía sentimos".split()
)
_MOST_ADDED = 2
"""Words that one change may add beyond those it replaces."""


class Verdict(StrEnum):
    """What becomes of a proposed change."""

    KEEP = "keep"
    ASK = "ask"
    STYLE = "style"
    DROP = "drop"


def trusted_spans(alignment: Alignment) -> tuple[Span, ...]:
    """The spans of the sentences that were corrected, without those of sentences rewritten."""
    starts = [index for index, token in enumerate(alignment.said) if token.initial]
    trusted: list[Span] = []
    for start, end in pairwise([*starts, len(alignment.said)]):
        last = end == len(alignment.said)
        own = [span for span in alignment.spans if start <= span.start < end + last]
        changed = sum(max(span.end - span.start, _new_words(span)) for span in own)
        limit = _MOST_CHANGED_SHORT if end - start <= _SHORT_SENTENCE else _MOST_CHANGED
        if changed <= limit * (end - start):
            trusted += own
    return tuple(trusted)


def _new_words(span: Span) -> int:
    return span.better_end - span.better_start


def judge(
    alignment: Alignment, span: Span, kind: EditKind, hearing: Hearing, facts: FactsOf
) -> Verdict:
    """Keep a change, take it as a matter of style, ask about what was heard, or drop it.

    Several words that merely disappear are a rewording: what a learner says too much is one word.
    """
    said, better = alignment.said_words(span), alignment.better_words(span)
    if _is_style(alignment, span):
        return Verdict.DROP if better else Verdict.STYLE
    if (
        _touches_name_or_number((*said, *better))
        or (kind is EditKind.GENDER_AGREEMENT and _describes_speakers(alignment, span))
        or (len(said) > 1 and not better)
        or _unfit(better, len(said), facts)
        or _are_right_here(alignment, span, facts)
        or is_known_wrong(alignment, span, kind, facts)
        or (not hearing.typed and _cannot_be_heard(said, better))
    ):
        return Verdict.DROP
    if hearing.lowest(span) < DOUBTFUL_PROBABILITY:
        return Verdict.ASK if better and kind is not EditKind.PHRASING else Verdict.DROP
    return Verdict.KEEP


def _touches_name_or_number(tokens: Sequence[Token]) -> bool:
    return any(
        token.is_name or token.norm in NUMBER_WORDS or any(mark.isdigit() for mark in token.text)
        for token in tokens
    )


def _is_style(alignment: Alignment, span: Span) -> bool:
    """A subject pronoun that comes or goes is a choice, but not behind a preposition: *con yo*."""
    said, better = alignment.said_words(span), alignment.better_words(span)
    alone = tuple(token.norm for token in (*said, *better))
    if (said and better) or len(alone) != 1 or alone[0] not in SUBJECT_PRONOUNS:
        return False
    before = alignment.said[: span.start][-1:]
    return not (said and before and before[0].norm in PREPOSITIONS)


def _describes_speakers(alignment: Alignment, span: Span) -> bool:
    """Whether an adjective describes *yo*, *tú* or *nosotros*: nobody here knows their gender."""
    before = [token.norm for token in alignment.said[: span.start] if token.norm not in DEGREES]
    return bool(before) and before[-1] in _ABOUT_SPEAKERS


def _are_right_here(alignment: Alignment, span: Span, facts: FactsOf) -> bool:
    """Whether what was said is right where it stands, or somewhere."""
    said = [token.norm for token in alignment.said_words(span)]
    better = [token.norm for token in alignment.better_words(span)]
    before = [token.norm for token in alignment.said[: span.start]]
    after = [token.norm for token in alignment.said[span.end :]]
    if are_variants(said, better, before, after) or is_known_right(said, better, before, after):
        return True
    return len(said) == len(better) == 1 and is_either_pronoun(said[0], better[0], after, facts)


def _unfit(better: Sequence[Token], replaced: int, facts: FactsOf) -> bool:
    """Whether new words are not Spanish, or too many."""
    if len(better) - replaced > _MOST_ADDED:
        return True
    return any(
        facts(token.norm).spanish_zipf < _REAL_WORD_ZIPF or is_english(token.norm, facts)
        for token in better
        if token.norm not in CONTRACTIONS
    )


def _cannot_be_heard(said: Sequence[Token], better: Sequence[Token]) -> bool:
    one = " ".join(token.norm for token in said)
    two = " ".join(token.norm for token in better)
    return bool(one and two) and sounds_alike(one, two)
