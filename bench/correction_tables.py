"""What the tutor's corrections are made of: by kind, by course, and how sure it was of each."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gec_scoring import Score, Sentence, outcomes
from kind_agreement import Marked, their_name

from tutor.domain.alignment import Alignment, Span, align
from tutor.domain.correction import Correction, Edit
from tutor.domain.diagnosis import diagnose
from tutor.domain.word_facts import FactsOf

__all__ = ["Change", "agreement", "by_course", "by_kind", "reliability", "told"]

_BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a sentence, comparable across systems."""

    start: int
    end: int
    better: str


def told(correction: Correction) -> list[tuple[Change, Edit]]:
    """The edits and tips of a correction."""
    return [
        (Change(edit.start, edit.end, edit.better.lower()), edit)
        for edit in (*correction.edits, *correction.tips)
    ]


def _change(alignment: Alignment, span: Span) -> Change:
    return Change(span.start, span.end, alignment.better_text(span).lower())


def _made_by(sentence: Sentence) -> list[dict[Change, tuple[Alignment, Span]]]:
    """Each teacher's changes."""
    alignments = [align(sentence.source, reference) for reference in sentence.references]
    return [{_change(one, span): (one, span) for span in one.spans} for one in alignments]


def by_kind(
    sentences: Iterable[Sentence], corrections: Mapping[str, Correction], facts: FactsOf
) -> str:
    """Precision and recall of each kind, by what the tutor's rules call it on either side."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for sentence in sentences:
        ours = {change: edit.kind.value for change, edit in told(corrections[sentence.id])}
        theirs = max(_made_by(sentence), key=lambda made: len(made.keys() & ours.keys()))
        for change, kind in ours.items():
            (right if change in theirs else wrong)[kind] += 1
        for change, (alignment, span) in theirs.items():
            if change not in ours:
                missed[diagnose(alignment, span, facts).kind.value] += 1
    lines = [f"{'kind':20} {'told':>5} {'right':>5} {'precision':>9} {'recall':>7}"]
    there = right + missed
    kinds = sorted({*right, *wrong, *missed}, key=lambda kind: (-there[kind], kind))
    for kind in kinds:
        made = right[kind] + wrong[kind]
        lines.append(
            f"{kind:20} {made:5} {right[kind]:5} {_share(right[kind], made):>9}"
            f" {_share(right[kind], there[kind]):>7}"
        )
    return "\n".join(lines)


def by_course(sentences: Sequence[Sentence], corrected: Mapping[str, str]) -> str:
    """The scores of each course level."""
    found: defaultdict[str, Score] = defaultdict(Score)
    for sentence, outcome in zip(sentences, outcomes(sentences, corrected), strict=True):
        found[sentence.course] += outcome
    counts = Counter(sentence.course for sentence in sentences)
    lines = [f"{'course':32} {'n':>5} {'precision':>9} {'recall':>7} {'F0.5':>6} {'altered':>8}"]
    lines += [
        f"{course:32} {counts[course]:5} {one.precision:9.3f} {one.recall:7.3f}"
        f" {one.f_half:6.3f} {one.altered:8.3f}"
        for course, one in sorted(found.items())
    ]
    return "\n".join(lines)


def reliability(sentences: Iterable[Sentence], corrections: Mapping[str, Correction]) -> str:
    """How often teachers made the changes of which the tutor was so and so sure, doubts too."""
    pairs: list[tuple[float, bool]] = []
    for sentence in sentences:
        made = _made_by(sentence)
        correction = corrections[sentence.id]
        pairs += [
            (edit.probability, any(change in one for one in made))
            for change, edit in told(correction)
        ]
        said_better = {
            (alignment.said_text(span).lower(), change.better)
            for one in made
            for change, (alignment, span) in one.items()
        }
        pairs += [
            (doubt.probability, (doubt.said.lower(), doubt.better.lower()) in said_better)
            for doubt in correction.doubts
        ]
    lines = [f"{'probability':13} {'changes':>7} {'stated':>7} {'right':>6}"]
    for low, high in pairwise(_BINS):
        own = [(p, is_right) for p, is_right in pairs if low <= p < high]
        if own:
            stated = sum(p for p, _ in own) / len(own)
            share = sum(is_right for _, is_right in own) / len(own)
            top = min(high, 1)
            lines.append(f"{low:.2f} to {top:.2f}  {len(own):7} {stated:7.2f} {share:6.2f}")
    return "\n".join(lines)


def agreement(
    marked: Iterable[Marked], correct: Callable[[str], Correction], facts: FactsOf
) -> tuple[int, int]:
    """Of the annotated errors that the tutor finds too, how many it names alike; and how many."""
    alike = found = 0
    known: dict[str, dict[Change, Edit]] = {}
    for one in marked:
        if one.sentence not in known:
            known[one.sentence] = dict(told(correct(one.sentence)))
        alignment = align(one.sentence, one.corrected)
        for span in alignment.spans[:1]:
            if _change(alignment, span) in known[one.sentence]:
                found += 1
                alike += their_name(diagnose(alignment, span, facts)) == one.kind
    return alike, found


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"
