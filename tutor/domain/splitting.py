"""Where speech is in a recording, and where to cut a long one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tutor.domain.endpointing import SpeechGate

__all__ = ["Span", "cut_smaller", "speech_spans", "split_at_pauses"]

_BEFORE_SECONDS = 0.3
_AFTER_SECONDS = 0.3
"""Sound kept around speech, so that a soft first or last consonant is whole."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time."""

    start_seconds: float
    end_seconds: float

    @property
    def duration_seconds(self) -> float:
        """Length in seconds."""
        return self.end_seconds - self.start_seconds


def speech_spans(
    probabilities: Iterable[float],
    frame_seconds: float,
    *,
    min_speech_seconds: float = 0.1,
    min_pause_seconds: float = 0.2,
) -> tuple[Span, ...]:
    """Stretches of speech in order, given the probability of speech in each frame.

    Speech shorter than ``min_speech_seconds`` is a click; silence shorter than
    ``min_pause_seconds`` is not a pause.
    """
    gate = SpeechGate()
    spans: list[Span] = []
    for index, probability in enumerate(probabilities):
        if not gate.is_speech(probability):
            continue
        start, end = index * frame_seconds, (index + 1) * frame_seconds
        if spans and start - spans[-1].end_seconds < min_pause_seconds:
            spans[-1] = Span(spans[-1].start_seconds, end)
        else:
            spans.append(Span(start, end))
    return tuple(span for span in spans if span.duration_seconds >= min_speech_seconds)


def split_at_pauses(
    spans: Sequence[Span],
    *,
    max_seconds: float,
    long_pause_seconds: float = 2.0,
) -> tuple[Span, ...]:
    """Pieces no longer than ``max_seconds`` that hold all of the speech in ``spans``.

    A pause of ``long_pause_seconds`` always separates; a longer run of speech is cut at its
    longest pause, and in mid-speech only where there is none. The silence before, after and
    between pieces is left out but for a margin.
    """
    widest = max_seconds - _BEFORE_SECONDS - _AFTER_SECONDS
    if widest <= 0:
        raise ValueError("max_seconds must leave room for the margins")
    runs: list[list[Span]] = []
    for span in spans:
        if runs and span.start_seconds - runs[-1][-1].end_seconds < long_pause_seconds:
            runs[-1].append(span)
        else:
            runs.append([span])
    pieces = [piece for run in runs for piece in _within(run, widest)]
    return tuple(_with_margins(pieces))


def cut_smaller(
    piece: Span, spans: Sequence[Span], *, smallest_seconds: float = 4.0
) -> tuple[Span, ...]:
    """A piece of ``split_at_pauses`` cut again, into halves or less, between the ``spans`` in it.

    The piece itself where it holds no pause; nothing is cut for being longer than
    ``smallest_seconds``.
    """
    inside = [_overlap(piece, span) for span in spans if _overlap(piece, span).duration_seconds > 0]
    if len(inside) <= 1:
        return (piece,)
    longest = max(piece.duration_seconds / 2, smallest_seconds)
    return tuple(_overlap(piece, part) for part in split_at_pauses(inside, max_seconds=longest))


def _overlap(one: Span, other: Span) -> Span:
    """What both have in common; of no length or less where that is nothing."""
    return Span(
        max(one.start_seconds, other.start_seconds), min(one.end_seconds, other.end_seconds)
    )


def _within(run: Sequence[Span], widest: float) -> list[Span]:
    pieces: list[Span] = []
    remaining = list(run)
    while remaining:
        limit = remaining[0].start_seconds + widest
        if remaining[-1].end_seconds <= limit:
            pieces.append(Span(remaining[0].start_seconds, remaining[-1].end_seconds))
            break
        cut = _longest_pause(remaining, limit)
        if cut:
            pieces.append(Span(remaining[0].start_seconds, remaining[cut - 1].end_seconds))
            remaining = remaining[cut:]
        else:
            pieces.append(Span(remaining[0].start_seconds, limit))
            remaining = [Span(limit, remaining[0].end_seconds), *remaining[1:]]
    return pieces


def _longest_pause(spans: Sequence[Span], limit: float) -> int:
    """Index of the span after the longest pause that lies before ``limit``; 0 without one.

    Pauses in the second half are preferred, so that pieces stay few.
    """
    middle = (spans[0].start_seconds + limit) / 2
    best, best_key = 0, (False, 0.0)
    for index in range(1, len(spans)):
        end = spans[index - 1].end_seconds
        if end > limit:
            break
        key = (end >= middle, spans[index].start_seconds - end)
        if key > best_key:
            best, best_key = index, key
    return best


def _with_margins(pieces: Sequence[Span]) -> list[Span]:
    widened: list[Span] = []
    for index, piece in enumerate(pieces):
        floor = (pieces[index - 1].end_seconds + piece.start_seconds) / 2 if index else 0.0
        start = max(floor, piece.start_seconds - _BEFORE_SECONDS)
        end = piece.end_seconds + _AFTER_SECONDS
        if index + 1 < len(pieces):
            end = min(end, (piece.end_seconds + pieces[index + 1].start_seconds) / 2)
        widened.append(Span(start, end))
    return widened
