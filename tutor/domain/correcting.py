"""From what was heard and what would be better to a correction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tutor.domain.alignment import Alignment, Span, align
from tutor.domain.clashes import without_clashes
from tutor.domain.correction import Correction, Doubt, Edit, EditKind
from tutor.domain.correction_guard import Verdict, judge, trusted_spans
from tutor.domain.diagnosis import diagnose
from tutor.domain.explanations import explain
from tutor.domain.hearing import hearing_of
from tutor.domain.proposal import Proposal, compatible
from tutor.domain.rewriting import rewritten
from tutor.domain.strictness import Thresholds
from tutor.domain.sub_kinds import SubKind
from tutor.domain.suspicion import Suspicion
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import Transcript
from tutor.domain.word_facts import FactsOf

__all__ = ["build_correction", "correct_by_proposals"]

_VAGUE = frozenset(
    {
        EditKind.WORD_CHOICE,
        EditKind.EXTRA_WORD,
        EditKind.PHRASING,
        SubKind.ARTICLE_JOINED,
        SubKind.ARTICLE_SUPERFLUOUS,
        SubKind.ARTICLE_MISSING,
        SubKind.A_SUPERFLUOUS,
        SubKind.PREPOSITION_SUPERFLUOUS,
    }
)
"""Where a tagger is least often right."""
_MORE_SURE = 0.1
_ProbabilityOf: TypeAlias = Callable[[Span], float]


@dataclass(slots=True)
class _Verdicts:
    """What became of each change, in the order of the sentence."""

    edits: list[tuple[Span, Edit]]
    tips: list[tuple[Span, Edit]]
    doubts: list[Doubt]


def build_correction(transcript: Transcript, better_text: str, facts: FactsOf) -> Correction:
    """The edits from a transcript to a better sentence that are worth telling.

    ``better_text`` is a suggestion: what only restyles, guesses or rewrites is dropped, and what
    was badly heard becomes a doubt.
    """
    alignment = align(transcript.text, better_text)
    verdicts = _verdicts(transcript, alignment, facts, lambda _: 1.0)
    return _correction(alignment, verdicts, tips=False)


def correct_by_proposals(
    transcript: Transcript, proposals: Sequence[Proposal], limits: Thresholds, facts: FactsOf
) -> Correction:
    """The edits, tips and doubts that proposals for the words of a transcript come to.

    The probabilities are those of being right, of words surely heard.
    """
    said = transcript.text
    suspicion = Suspicion(transcript, facts)
    weighed = [suspicion.weighed(one) for one in proposals]
    told = without_clashes(
        [token.norm for token in tokenize(said)],
        compatible(weighed, lambda one: one.probability >= suspicion.limit(one, limits)),
    )
    alignment = align(said, rewritten(said, told))
    verdicts = _verdicts(transcript, alignment, facts, _lowest_of(told))
    _demote(verdicts, limits.mistake + _MORE_SURE)
    for one in compatible(weighed, lambda one: one.probability >= limits.doubt):
        if not any(one.start <= other.end and other.start <= one.end for other in told):
            verdicts.doubts += _doubt(transcript, one, facts)
    return _correction(alignment, verdicts, tips=True)


def _demote(verdicts: _Verdicts, least: float) -> None:
    """Make doubts of those edits of the vaguest kinds that are not surer than others must be."""
    everything, verdicts.edits = verdicts.edits, []
    for span, edit in everything:
        if {edit.kind, edit.sub_kind} & _VAGUE and edit.probability < least:
            verdicts.doubts.append(_unsure(edit))
        else:
            verdicts.edits.append((span, edit))


def _unsure(edit: Edit) -> Doubt:
    """What becomes of an edit that may not be one for the better."""
    return Doubt(edit.said, edit.better, edit.probability, is_of_hearing=False)


def _lowest_of(told: Iterable[Proposal]) -> _ProbabilityOf:
    """The least sure of the proposals that a span holds."""

    def lowest(span: Span) -> float:
        return min(
            (one.probability for one in told if span.start <= one.start and one.end <= span.end),
            default=1.0,
        )

    return lowest


def _doubt(transcript: Transcript, one: Proposal, facts: FactsOf) -> list[Doubt]:
    """A change that is too unsure to be an edit, unless the rules drop it."""
    alignment = align(transcript.text, rewritten(transcript.text, (one,)))
    verdicts = _verdicts(transcript, alignment, facts, lambda _: one.probability)
    return [_unsure(edit) for _, edit in verdicts.edits]


def _verdicts(
    transcript: Transcript, alignment: Alignment, facts: FactsOf, probability_of: _ProbabilityOf
) -> _Verdicts:
    hearing = hearing_of(transcript, alignment.said)
    verdicts = _Verdicts([], [], [])
    for span in trusted_spans(alignment):
        edit = _edit(alignment, span, facts, probability_of(span))
        match judge(alignment, span, edit.kind, hearing, facts):
            case Verdict.KEEP:
                verdicts.edits.append((span, edit))
            case Verdict.STYLE:
                verdicts.tips.append((span, edit))
            case Verdict.ASK:
                verdicts.doubts.append(Doubt(edit.said, edit.better, hearing.lowest(span)))
            case Verdict.DROP:
                pass
    return verdicts


def _correction(alignment: Alignment, verdicts: _Verdicts, *, tips: bool) -> Correction:
    style = verdicts.tips if tips else []
    return Correction(
        alignment.text,
        alignment.apply(span for span, _ in verdicts.edits),
        tuple(edit for _, edit in verdicts.edits),
        tuple(verdicts.doubts),
        tuple(edit for _, edit in style),
        alignment.apply(span for span, _ in (*verdicts.edits, *style)) if style else "",
    )


def _edit(alignment: Alignment, span: Span, facts: FactsOf, probability: float) -> Edit:
    diagnosis = diagnose(alignment, span, facts)
    return Edit(
        span.start,
        span.end,
        alignment.said_text(span),
        alignment.better_text(span),
        diagnosis.kind,
        explain(alignment, span, diagnosis, facts),
        diagnosis.sub_kind,
        probability,
    )
