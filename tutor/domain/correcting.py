"""From what was heard and a better sentence to a correction."""

from tutor.domain.alignment import Alignment, Span, align
from tutor.domain.correction import Correction, Doubt, Edit
from tutor.domain.correction_guard import Hearing, Verdict, judge, trusted_spans
from tutor.domain.diagnosis import diagnose
from tutor.domain.explanations import explain
from tutor.domain.transcript import Transcript
from tutor.domain.word_facts import FactsOf

__all__ = ["build_correction"]


def build_correction(transcript: Transcript, better_text: str, facts: FactsOf) -> Correction:
    """The edits from a transcript to a better sentence that are worth telling.

    ``better_text`` is a proposal: what only restyles, guesses or rewrites is dropped, and what was
    badly heard becomes a doubt.
    """
    said = transcript.text
    alignment = align(said, better_text)
    hearing = Hearing(transcript.is_typed, _probabilities(transcript, alignment))
    edits: list[tuple[Span, Edit]] = []
    doubts: list[Doubt] = []
    for span in trusted_spans(alignment):
        edit = _edit(alignment, span, facts)
        verdict = judge(alignment, span, edit.kind, hearing, facts)
        if verdict is Verdict.KEEP:
            edits.append((span, edit))
        elif verdict is Verdict.ASK:
            doubts.append(Doubt(edit.said, edit.better, hearing.lowest(span)))
    better = alignment.apply(span for span, _ in edits)
    return Correction(said, better, tuple(edit for _, edit in edits), tuple(doubts))


def _edit(alignment: Alignment, span: Span, facts: FactsOf) -> Edit:
    diagnosis = diagnose(alignment, span, facts)
    return Edit(
        span.start,
        span.end,
        alignment.said_text(span),
        alignment.better_text(span),
        diagnosis.kind,
        explain(alignment, span, diagnosis, facts),
        diagnosis.sub_kind,
    )


def _probabilities(transcript: Transcript, alignment: Alignment) -> tuple[float, ...]:
    """The probability of each word of the alignment; a heard word may hold several of them."""
    at: list[float] = []
    for word in transcript.words:
        at += [word.probability] * (len(word.text) + 1)
    return tuple(at[token.start] for token in alignment.said)
