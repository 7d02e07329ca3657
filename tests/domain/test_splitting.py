import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.splitting import Span, cut_smaller, speech_spans, split_at_pauses

FRAME = 0.032


def frames(*stretches):
    """Probabilities of alternating silence and speech, each a number of frames."""
    return [
        0.9 if index % 2 else 0.01 for index, count in enumerate(stretches) for _ in range(count)
    ]


def test_silence_holds_no_speech():
    assert speech_spans(frames(100), FRAME) == ()


def test_a_click_is_not_speech():
    assert speech_spans(frames(20, 2, 20), FRAME) == ()


def test_speech_begins_and_ends_with_its_frames():
    (span,) = speech_spans(frames(10, 20, 10), 0.5)
    assert span == Span(5.0, 15.0)


def test_a_breath_within_a_word_is_no_pause():
    assert len(speech_spans(frames(10, 20, 3, 20), FRAME)) == 1


def test_a_pause_separates_speech():
    assert len(speech_spans(frames(10, 20, 15, 20), FRAME)) == 2


def test_short_speech_is_one_piece_with_a_margin():
    assert split_at_pauses([Span(1.0, 3.0)], max_seconds=27.0) == (Span(0.7, 3.3),)


def test_no_speech_makes_no_piece():
    assert split_at_pauses([], max_seconds=27.0) == ()


def test_a_margin_does_not_reach_before_the_beginning():
    assert split_at_pauses([Span(0.1, 3.0)], max_seconds=27.0)[0].start_seconds == 0.0


def test_long_speech_is_cut_at_its_longest_late_pause():
    spans = [Span(0.0, 10.0), Span(10.3, 18.0), Span(19.0, 24.0), Span(24.4, 35.0)]
    first, second = split_at_pauses(spans, max_seconds=27.0)
    assert 18.0 <= first.end_seconds <= 19.0
    assert 18.0 <= second.start_seconds <= 19.0


def test_a_long_pause_always_separates():
    assert len(split_at_pauses([Span(0.0, 2.0), Span(6.0, 8.0)], max_seconds=27.0)) == 2


def test_speech_without_a_pause_is_cut_where_it_must_be():
    pieces = split_at_pauses([Span(0.0, 60.0)], max_seconds=27.0)
    assert len(pieces) == 3
    assert pieces[0].end_seconds == pieces[1].start_seconds


def test_a_piece_that_is_all_margin_is_refused():
    with pytest.raises(ValueError, match="margins"):
        split_at_pauses([Span(0.0, 1.0)], max_seconds=0.5)


@st.composite
def spans_in_order(draw):
    spans, at = [], 0.0
    for pause, speech in draw(st.lists(st.tuples(st.floats(0.2, 5.0), st.floats(0.1, 70.0)))):
        spans.append(Span(at + pause, at + pause + speech))
        at += pause + speech
    return spans


@given(spans_in_order(), st.floats(2.0, 30.0))
def test_pieces_hold_all_speech_in_order_and_are_never_too_long(spans, max_seconds):
    pieces = split_at_pauses(spans, max_seconds=max_seconds)
    assert all(0 < piece.duration_seconds <= max_seconds + 1e-6 for piece in pieces)
    for one, other in itertools.pairwise(pieces):
        assert one.end_seconds <= other.start_seconds + 1e-6
    for span in spans:
        assert held(span, pieces) == pytest.approx(span.duration_seconds, abs=1e-6)


def held(span, pieces):
    """Seconds of a span that lie in the pieces."""
    return sum(
        max(
            0.0,
            min(span.end_seconds, piece.end_seconds) - max(span.start_seconds, piece.start_seconds),
        )
        for piece in pieces
    )


def test_a_piece_is_cut_smaller_at_its_pauses():
    spans = [Span(1.0, 6.0), Span(6.5, 10.0), Span(10.4, 14.0)]
    (piece,) = split_at_pauses(spans, max_seconds=27.0)
    smaller = cut_smaller(piece, spans)
    assert len(smaller) == 3
    assert all(held(span, smaller) == pytest.approx(span.duration_seconds) for span in spans)


def test_a_piece_without_a_pause_stays_whole():
    assert cut_smaller(Span(0.7, 9.3), [Span(1.0, 9.0)]) == (Span(0.7, 9.3),)


@given(spans_in_order(), st.floats(2.0, 30.0))
def test_what_is_cut_smaller_holds_the_same_speech(spans, max_seconds):
    for piece in split_at_pauses(spans, max_seconds=max_seconds):
        smaller = cut_smaller(piece, spans)
        if len(smaller) > 1:
            longest = max(piece.duration_seconds / 2, 4.0)
            assert all(part.duration_seconds <= longest + 1e-6 for part in smaller)
        for span in spans:
            assert held(span, smaller) == pytest.approx(held(span, [piece]), abs=1e-6)


@given(st.lists(st.floats(0.0, 1.0)))
def test_spans_are_in_order_and_within_the_sound(probabilities):
    spans = speech_spans(probabilities, FRAME)
    edges = [edge for span in spans for edge in (span.start_seconds, span.end_seconds)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(probabilities) * FRAME + 1e-9 for edge in edges)
