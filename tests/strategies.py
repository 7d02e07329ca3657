"""Domain values as hypothesis makes them up."""

from datetime import UTC

from hypothesis import strategies as st

from tutor.domain.card import Card, CardKind, CardStatus, Direction, Face
from tutor.domain.correction import Correction, Doubt, Edit, EditKind, Explanation
from tutor.domain.deck_query import DeckContents
from tutor.domain.grading import Grade
from tutor.domain.language import Language, SpokenLine
from tutor.domain.record import Timings, TurnRecord
from tutor.domain.review import Answer, Review, ReviewSource
from tutor.domain.schedule import Phase, Rating, Schedule
from tutor.domain.sub_kinds import SubKind
from tutor.domain.transcript import Segment, Transcript, Word

__all__ = [
    "answers_to",
    "card_lists",
    "cards",
    "corrections",
    "deck_contents",
    "moments",
    "schedules",
    "texts",
    "transcripts",
    "turn_records",
]

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
    Edit,
    small_numbers,
    small_numbers,
    texts,
    texts,
    st.sampled_from(EditKind),
    explanations,
    st.none() | st.sampled_from(SubKind),
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

_learned = {
    "due": moments,
    "stability": st.floats(min_value=0.001, max_value=36500),
    "difficulty": st.floats(min_value=1, max_value=10),
    "last_review": moments,
}
schedules = st.one_of(
    st.builds(Schedule, due=moments),
    st.builds(
        Schedule,
        phase=st.sampled_from([Phase.LEARNING, Phase.RELEARNING]),
        step=st.integers(min_value=0, max_value=3),
        **_learned,
    ),
    st.builds(Schedule, phase=st.just(Phase.REVIEW), **_learned),
)
"""Whose fields fit their phase."""

directions = {
    CardKind.CLOZE: (Direction.CLOZE,),
    CardKind.VOCABULARY: (Direction.TO_ENGLISH, Direction.TO_SPANISH),
    CardKind.SAY_IT: (Direction.SAY_IT,),
}


@st.composite
def _cards(draw: st.DrawFn) -> Card:
    kind = draw(st.sampled_from(CardKind))
    faces = [
        Face(direction, draw(schedules), draw(small_numbers), draw(small_numbers))
        for direction in directions[kind]
    ]
    some_texts = st.lists(texts, max_size=3).map(tuple)
    return Card(
        id=draw(ids),
        kind=kind,
        identity=draw(texts),
        sentence=draw(texts),
        heard=draw(texts),
        said=draw(texts),
        better=draw(texts),
        edit_kind=draw(st.none() | st.sampled_from(EditKind)),
        explanation=draw(explanations),
        lesson_id=draw(texts),
        created_at=draw(moments),
        faces=tuple(faces),
        translations=draw(some_texts),
        more_sentences=draw(some_texts),
        repetitions=draw(st.integers(min_value=0, max_value=20)),
        status=draw(st.sampled_from(CardStatus)),
    )


cards = _cards()
"""With the faces of their kind, at any moment of their learning."""

card_lists = st.lists(
    cards, max_size=5, unique_by=(lambda card: card.id, lambda card: card.identity)
)
"""That a deck can hold side by side."""


def answers_to(card: Card) -> st.SearchStrategy[Answer]:
    """Any answer to one of its faces."""
    return st.builds(
        Answer,
        id=ids,
        card_id=st.just(card.id),
        direction=st.sampled_from([face.direction for face in card.faces]),
        rating=st.sampled_from(Rating),
        at=moments,
        text=texts,
        grade=st.none() | st.sampled_from(Grade),
        source=st.sampled_from(ReviewSource),
    )


@st.composite
def _deck_contents(draw: st.DrawFn) -> DeckContents:
    held = draw(card_lists)
    reviews: st.SearchStrategy[list[Review]] = st.just([])
    if held:
        answers = st.sampled_from(held).flatmap(answers_to)
        review = st.builds(Review, answers, schedules, schedules, st.booleans())
        reviews = st.lists(review, max_size=6, unique_by=lambda review: review.answer.id)
    return DeckContents(
        tuple(sorted(held, key=lambda card: (card.created_at, card.id))),
        tuple(sorted(draw(reviews), key=lambda review: (review.answer.at, review.answer.id))),
    )


deck_contents = _deck_contents()
"""Cards and reviews of them, in the order of Deck.contents."""
