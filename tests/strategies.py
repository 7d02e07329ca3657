"""Domain values as hypothesis makes them up."""

from datetime import UTC

from hypothesis import strategies as st

from tutor.domain.card import Card, CardKind
from tutor.domain.correction import Correction, Doubt, Edit, EditKind, Explanation
from tutor.domain.language import Language, SpokenLine
from tutor.domain.record import Timings, TurnRecord
from tutor.domain.transcript import Segment, Transcript, Word

__all__ = ["cards", "corrections", "moments", "texts", "transcripts", "turn_records"]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
"""Any text that can be written as UTF-8; NUL is not text to PostgreSQL."""

ids = st.uuids().map(str)
moments = st.datetimes(timezones=st.just(UTC))
seconds = st.floats(min_value=0, max_value=1e6)
probabilities = st.floats(min_value=0, max_value=1)
small_numbers = st.integers(min_value=0, max_value=1000)

words = st.builds(Word, texts, seconds, seconds, probabilities)
segments = st.builds(Segment, st.lists(words, max_size=4).map(tuple), probabilities)
transcripts = st.builds(
    Transcript, st.lists(segments, max_size=3).map(tuple), st.sampled_from(Language)
)

explanations = st.builds(Explanation, texts, texts)
edits = st.builds(
    Edit, small_numbers, small_numbers, texts, texts, st.sampled_from(EditKind), explanations
)
doubts = st.builds(Doubt, texts, texts, probabilities)
corrections = st.builds(
    Correction,
    texts,
    texts,
    st.lists(edits, max_size=3).map(tuple),
    st.lists(doubts, max_size=2).map(tuple),
)

spoken_lines = st.builds(SpokenLine, st.sampled_from(Language), texts)
timings = st.builds(Timings, seconds, seconds, seconds, seconds, seconds, seconds)
turn_records = st.builds(
    TurnRecord,
    session_id=ids,
    number=st.integers(min_value=1, max_value=10_000),
    transcript=transcripts,
    correction=corrections,
    card_ids=st.lists(ids, max_size=3).map(tuple),
    at=moments,
    reply=texts,
    spoken=st.lists(spoken_lines, max_size=4).map(tuple),
    timings=timings,
)

cards = st.builds(
    Card,
    id=ids,
    kind=st.sampled_from(CardKind),
    sentence=texts,
    heard=texts,
    said=texts,
    better=texts,
    edit_kind=st.sampled_from(EditKind),
    explanation=explanations,
    lesson_id=texts,
    created_at=moments,
)
