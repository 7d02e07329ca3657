"""What every ReviewBook does."""

import asyncio
import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.contracts.record_keepers import RECORD_KEEPERS
from tests.records import AT, a_card, a_word, an_answer, learned
from tutor.domain.card import CardStatus, Direction
from tutor.domain.deck_query import DeckContents
from tutor.domain.grading import Grade
from tutor.domain.review import Day, DueCounts, ReviewLimits, ReviewSource
from tutor.domain.schedule import Phase, Rating
from tutor.errors import NotStoredError

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
TODAY = Day(AT - timedelta(hours=8), AT + timedelta(hours=16))
TOMORROW = Day(TODAY.end, TODAY.end + DAY)
LIMITS = ReviewLimits()
NOTHING = DueCounts(0, 0, 0)


@pytest.fixture(params=RECORD_KEEPERS)
def keeper(request):
    with RECORD_KEEPERS[request.param]() as keeper:
        yield keeper


@pytest.fixture
def deck(keeper):
    return keeper.deck


@pytest.fixture
def reviews(keeper):
    return keeper.reviews


async def due(reviews, now=AT, day=TODAY, limits=LIMITS, put_off=()):
    """The id of the next due card, and its direction where that is no cloze."""
    found = await reviews.next_due(now, day, limits, put_off=put_off)
    if found is None:
        return None
    is_cloze = found.direction is Direction.CLOZE
    return found.card.id if is_cloze else (found.card.id, found.direction)


async def asked(reviews, now=AT, day=TODAY, limits=LIMITS):
    """What is asked one after the other where everything is put off."""
    put_off: list[tuple[str, Direction]] = []
    while (found := await reviews.next_due(now, day, limits, put_off=put_off)) is not None:
        put_off.append((found.card.id, found.direction))
    return put_off


# What is due


async def test_nothing_is_due_in_an_empty_deck(reviews):
    assert await due(reviews) is None
    assert await reviews.counts(AT, TODAY, LIMITS) == NOTHING
    assert await reviews.undo() is None
    assert await reviews.reviews("card-1") == ()


async def test_what_is_being_learned_comes_first_then_reviews_then_new_then_what_is_ahead(keeper):
    deck, reviews = keeper.deck, keeper.reviews
    await deck.add([a_card("new-2", 2), a_card("new-1", 1), a_card("due"), a_card("ahead")])
    late = learned(a_card("late"), AT - 3 * DAY)
    today = learned(a_card("today"), TODAY.end - MINUTE)
    tomorrow = learned(a_card("tomorrow"), TODAY.end)
    await deck.restore(DeckContents((today, tomorrow, late)))
    await reviews.answer(an_answer("1", "due", Rating.AGAIN, at=AT - 2 * MINUTE), LIMITS)
    await reviews.answer(an_answer("2", "ahead", Rating.GOOD, at=AT), LIMITS)
    order = [card_id for card_id, _ in await asked(reviews)]
    assert order == ["due", "late", "today", "new-1", "new-2", "ahead"]
    assert await reviews.counts(AT, TODAY, LIMITS) == DueCounts(new=2, learning=2, review=2)


async def test_of_what_is_being_learned_the_longest_due_comes_first(deck, reviews):
    await deck.add([a_card("a"), a_card("b")])
    await reviews.answer(an_answer("1", "a", Rating.AGAIN, at=AT - 2 * MINUTE), LIMITS)
    await reviews.answer(an_answer("2", "b", Rating.AGAIN, at=AT - 3 * MINUTE), LIMITS)
    assert [card_id for card_id, _ in await asked(reviews)] == ["b", "a"]


async def test_what_is_being_learned_is_asked_ahead_within_the_limit_only(deck, reviews):
    await deck.add([a_card("a")])
    await reviews.answer(an_answer("1", "a", Rating.GOOD), LIMITS)
    assert await due(reviews) == "a"
    assert await due(reviews, limits=ReviewLimits(ahead_seconds=600)) == "a"
    impatient = ReviewLimits(ahead_seconds=599)
    assert await due(reviews, limits=impatient) is None
    assert await reviews.counts(AT, TODAY, impatient) == DueCounts(0, 1, 0)


async def test_what_is_put_off_is_not_asked(deck, reviews):
    await deck.add([a_card("a", 0), a_word("w", minute=1)])
    assert await due(reviews) == "a"
    first = [("a", Direction.CLOZE)]
    assert await due(reviews, put_off=first) == ("w", Direction.TO_ENGLISH)
    both = [*first, ("w", Direction.TO_ENGLISH)]
    assert await due(reviews, put_off=both) == ("w", Direction.TO_SPANISH)
    assert await due(reviews, put_off=[*both, ("w", Direction.TO_SPANISH)]) is None
    assert (
        await due(reviews, put_off={("w", Direction.TO_ENGLISH), ("gone", Direction.CLOZE)}) == "a"
    )


@pytest.mark.parametrize("status", [CardStatus.SUSPENDED, CardStatus.LEECH, CardStatus.WRONG])
async def test_only_active_cards_are_asked(deck, reviews, status):
    await deck.add([a_card("a"), a_word("w")])
    await reviews.answer(an_answer("1", "a", Rating.AGAIN, at=AT - MINUTE), LIMITS)
    await deck.restore(DeckContents((learned(a_card("b"), AT),)))
    for card in await deck.cards():
        await deck.change(replace(card, status=status))
    assert await due(reviews) is None
    assert await reviews.counts(AT, TODAY, LIMITS) == NOTHING
    await deck.change(replace(await deck.card("b"), status=CardStatus.ACTIVE))
    assert await due(reviews) == "b"


async def test_a_restored_card_that_is_suspended_is_not_asked(deck, reviews):
    await deck.restore(DeckContents((a_card("a", status=CardStatus.SUSPENDED),)))
    assert await due(reviews) is None


# Daily limits


async def test_new_cards_are_asked_up_to_the_limit_of_a_day(deck, reviews):
    await deck.add([a_card(name) for name in "abc"])
    limits = ReviewLimits(new_per_day=2)
    assert await reviews.counts(AT, TODAY, limits) == DueCounts(2, 0, 0)
    for name in "ab":
        assert await due(reviews, limits=limits) == name
        await reviews.answer(an_answer(name, name, Rating.EASY), limits)
    assert await due(reviews, limits=limits) is None
    assert await reviews.counts(AT, TODAY, limits) == NOTHING
    assert await due(reviews, now=TOMORROW.start, day=TOMORROW, limits=limits) == "c"
    assert await reviews.counts(TOMORROW.start, TOMORROW, limits) == DueCounts(1, 0, 0)


async def test_reviews_are_asked_up_to_the_limit_of_a_day(deck, reviews):
    cards = (learned(a_card("a"), AT - 2 * DAY), learned(a_card("b"), AT - DAY), a_card("new"))
    await deck.restore(DeckContents(cards))
    limits = ReviewLimits(reviews_per_day=1)
    assert await reviews.counts(AT, TODAY, limits) == DueCounts(1, 0, 1)
    await reviews.answer(an_answer("1", "a"), limits)
    assert await due(reviews, limits=limits) == "new"
    assert await reviews.counts(AT, TODAY, limits) == DueCounts(1, 0, 0)
    assert await due(reviews, now=TOMORROW.start, day=TOMORROW, limits=limits) == "b"


async def test_what_is_being_learned_has_no_limit(deck, reviews):
    await deck.add([a_card("a")])
    none = ReviewLimits(new_per_day=0, reviews_per_day=0)
    assert await due(reviews, limits=none) is None
    await reviews.answer(an_answer("1", "a", Rating.AGAIN, at=AT - MINUTE), none)
    assert await due(reviews, limits=none) == "a"


async def test_forgetting_while_talking_uses_up_no_limit(deck, reviews):
    await deck.restore(DeckContents((learned(a_card("a"), AT + 9 * DAY), learned(a_card("b"), AT))))
    await deck.add([a_card("again", identity=a_card("a").identity)])
    limits = ReviewLimits(reviews_per_day=1, ahead_seconds=0)
    assert await due(reviews, limits=limits) == "b"


async def test_the_day_begins_with_its_start_and_ends_before_its_end(deck, reviews):
    await deck.add([a_card(name) for name in "abc"])
    limits = ReviewLimits(new_per_day=1, ahead_seconds=0)
    moment = timedelta(microseconds=1)
    await reviews.answer(an_answer("1", "a", Rating.EASY, at=TODAY.start - moment), limits)
    await reviews.answer(an_answer("2", "b", Rating.EASY, at=TODAY.end), limits)
    assert await due(reviews, limits=limits) == "c"
    assert await due(reviews, day=TOMORROW, limits=limits) is None
    await reviews.answer(an_answer("3", "c", Rating.EASY, at=TODAY.start), limits)
    assert await reviews.counts(AT, TODAY, limits) == NOTHING


# Siblings


async def test_the_other_direction_of_a_word_waits_until_the_next_day(deck, reviews):
    await deck.add([a_word("w")])
    assert await reviews.counts(AT, TODAY, LIMITS) == DueCounts(1, 0, 0)
    easy = an_answer("1", "w", Rating.EASY, direction=Direction.TO_ENGLISH)
    await reviews.answer(easy, LIMITS)
    assert await due(reviews) is None
    assert await reviews.counts(AT, TODAY, LIMITS) == NOTHING
    assert await due(reviews, TOMORROW.start, TOMORROW) == ("w", Direction.TO_SPANISH)
    assert await reviews.counts(TOMORROW.start, TOMORROW, LIMITS) == DueCounts(1, 0, 0)


async def test_a_learned_sibling_waits_too_but_not_one_that_is_being_learned(deck, reviews):
    await deck.restore(DeckContents((learned(a_word("w"), AT),)))
    assert await reviews.counts(AT, TODAY, LIMITS) == DueCounts(0, 0, 1)
    forgotten = an_answer("1", "w", Rating.AGAIN, direction=Direction.TO_ENGLISH)
    await reviews.answer(forgotten, LIMITS)
    assert await due(reviews) == ("w", Direction.TO_ENGLISH)
    assert await asked(reviews) == [("w", Direction.TO_ENGLISH)]
    other = an_answer("2", "w", Rating.AGAIN, direction=Direction.TO_SPANISH)
    await reviews.answer(other, LIMITS)
    assert len(await asked(reviews)) == 2


async def test_a_card_with_a_due_and_a_new_face_is_counted_once(deck, reviews):
    word = replace(a_word("w"), faces=(learned(a_word("w"), AT).faces[0], a_word("w").faces[1]))
    await deck.restore(DeckContents((word,)))
    assert await reviews.counts(AT, TODAY, LIMITS) == DueCounts(0, 0, 1)
    no_reviews = ReviewLimits(reviews_per_day=0)
    assert await reviews.counts(AT, TODAY, no_reviews) == DueCounts(1, 0, 0)


async def test_an_answer_taken_back_frees_its_sibling_and_its_limit(deck, reviews):
    await deck.add([a_word("w")])
    limits = ReviewLimits(new_per_day=1)
    easy = an_answer("1", "w", Rating.EASY, direction=Direction.TO_SPANISH)
    await reviews.answer(easy, limits)
    assert await due(reviews, limits=limits) is None
    await reviews.undo()
    assert await due(reviews, limits=limits) == ("w", Direction.TO_ENGLISH)


# Answering


async def test_an_answer_moves_its_face_and_is_kept(deck, reviews):
    await deck.add([a_word("w")])
    answer = replace(
        an_answer("1", "w", Rating.HARD, direction=Direction.TO_SPANISH, source=ReviewSource.QUIZ),
        text="la serviyeta",
        grade=Grade.SLIP,
    )
    review = await reviews.answer(answer, LIMITS)
    card = await deck.card("w")
    face = card.face(Direction.TO_SPANISH)
    assert (face.schedule, face.reviews, face.lapses) == (review.after, 1, 0)
    assert (review.answer, review.before) == (answer, a_word("w").faces[1].schedule)
    assert (review.after.phase, review.after.due) == (Phase.LEARNING, AT + 5 * MINUTE)
    assert card.face(Direction.TO_ENGLISH) == a_word("w").faces[0]
    assert await reviews.reviews("w") == (review,)


async def test_a_face_is_learned_by_its_answers_one_after_the_other(deck, reviews):
    await deck.add([a_card("a")])
    phases = []
    ratings = [Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.EASY]
    for number, rating in enumerate(ratings):
        answer = an_answer(f"{number}", "a", rating, at=AT + number * DAY)
        review = await reviews.answer(answer, LIMITS)
        phases.append(review.after.phase)
    face = (await deck.card("a")).face(Direction.CLOZE)
    learning, review, relearning = Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING
    assert phases == [learning, review, relearning, review, review]
    assert (face.reviews, face.lapses, face.schedule.due) == (5, 1, AT + 8 * DAY)
    log = await reviews.reviews("a")
    assert [review.answer.rating for review in log] == ratings
    assert all(one.after == next_one.before for one, next_one in itertools.pairwise(log))


async def test_answering_twice_under_one_id_changes_nothing(deck, reviews):
    await deck.add([a_card("a")])
    first = await reviews.answer(an_answer("1", "a"), LIMITS)
    before = await deck.contents()
    assert await reviews.answer(an_answer("1", "a"), LIMITS) == first
    assert await reviews.answer(an_answer("1", "a", Rating.EASY, at=AT + DAY), LIMITS) == first
    assert await deck.contents() == before
    undone = await reviews.undo()
    assert await reviews.answer(an_answer("1", "a"), LIMITS) == undone
    assert (await deck.card("a")) == a_card("a")


async def test_only_a_face_that_is_there_can_be_answered(deck, reviews):
    await deck.add([a_card("a")])
    for answer in (an_answer("1", "b"), an_answer("2", "a", direction=Direction.SAY_IT)):
        with pytest.raises(NotStoredError):
            await reviews.answer(answer, LIMITS)
    assert await deck.contents() == DeckContents((a_card("a"),))


async def test_reviews_come_oldest_first_undone_ones_included(deck, reviews):
    await deck.add([a_card("a")])
    for name, minute in (("z", 5), ("y", 1), ("x", 1), ("w", 3)):
        await reviews.answer(an_answer(name, "a", at=AT + minute * MINUTE), LIMITS)
    await reviews.undo()
    log = await reviews.reviews("a")
    assert [review.answer.id for review in log] == ["y", "x", "w", "z"]
    assert [review.is_undone for review in log] == [False, False, False, True]


async def test_answers_given_at_once_all_count(deck, reviews):
    await deck.add([a_card("a")])
    await asyncio.gather(
        *(reviews.answer(an_answer(f"{number}", "a"), LIMITS) for number in range(8))
    )
    assert (await deck.card("a")).face(Direction.CLOZE).reviews == 8
    assert len(await reviews.reviews("a")) == 8


# Leeches


async def test_a_card_that_has_lapsed_too_often_is_a_leech(deck, reviews):
    await deck.restore(DeckContents((learned(a_card("a"), AT, lapses=1),)))
    limits = ReviewLimits(leech_lapses=3)
    for number, rating in enumerate([Rating.AGAIN, Rating.AGAIN, Rating.GOOD, Rating.AGAIN]):
        assert (await deck.card("a")).status is CardStatus.ACTIVE
        await reviews.answer(an_answer(f"{number}", "a", rating), limits)
    card = await deck.card("a")
    assert (card.status, card.face(Direction.CLOZE).lapses) == (CardStatus.LEECH, 3)
    assert await due(reviews, limits=limits) is None
    assert await reviews.counts(AT, TODAY, limits) == NOTHING


async def test_the_lapses_of_both_directions_make_a_leech(deck, reviews):
    await deck.restore(DeckContents((learned(a_word("w"), AT),)))
    limits = ReviewLimits(leech_lapses=2)
    for direction in (Direction.TO_ENGLISH, Direction.TO_SPANISH):
        answer = an_answer(direction, "w", Rating.AGAIN, direction=direction)
        await reviews.answer(answer, limits)
    assert (await deck.card("w")).status is CardStatus.LEECH


async def test_a_card_that_is_not_asked_does_not_become_a_leech(deck, reviews):
    wrong = replace(learned(a_card("a"), AT), status=CardStatus.WRONG)
    await deck.restore(DeckContents((wrong,)))
    await reviews.answer(an_answer("1", "a", Rating.AGAIN), ReviewLimits(leech_lapses=1))
    assert (await deck.card("a")).status is CardStatus.WRONG


async def test_a_leech_that_was_none_before_the_answer_is_none_after_undoing_it(deck, reviews):
    before = learned(a_card("a"), AT)
    await deck.restore(DeckContents((before,)))
    await reviews.answer(an_answer("1", "a", Rating.AGAIN), ReviewLimits(leech_lapses=1))
    await reviews.undo()
    assert await deck.card("a") == before
    assert await due(reviews) == "a"


async def test_a_leech_from_before_stays_one_when_an_answer_is_taken_back(deck, reviews):
    leech = replace(learned(a_card("a"), AT, lapses=8), status=CardStatus.LEECH)
    await deck.restore(DeckContents((leech,)))
    await reviews.answer(an_answer("1", "a", Rating.AGAIN), LIMITS)
    await reviews.undo()
    assert await deck.card("a") == leech


# Undoing


async def test_undoing_puts_schedule_and_counts_back_and_can_be_repeated(deck, reviews):
    await deck.restore(DeckContents((learned(a_card("a"), AT), a_card("b"))))
    at_first = await deck.cards()
    await reviews.answer(an_answer("1", "a", Rating.AGAIN), LIMITS)
    between = await deck.cards()
    await reviews.answer(an_answer("2", "b", Rating.EASY, at=AT + MINUTE), LIMITS)
    for expected, cards in (("2", between), ("1", at_first)):
        review = await reviews.undo()
        assert (review.answer.id, review.is_undone) == (expected, True)
        assert await deck.cards() == cards
    assert await reviews.undo() is None
    assert await deck.cards() == at_first
    assert [review.is_undone for review in (await deck.contents()).reviews] == [True, True]


async def test_the_last_answer_is_the_latest_and_of_one_moment_the_one_stored_last(deck, reviews):
    await deck.add([a_card(name) for name in "abc"])
    await reviews.answer(an_answer("1", "a", at=AT + MINUTE), LIMITS)
    await reviews.answer(an_answer("3", "b"), LIMITS)
    await reviews.answer(an_answer("2", "c"), LIMITS)
    assert [(await reviews.undo()).answer.id for _ in range(3)] == ["1", "2", "3"]


async def test_forgetting_while_talking_is_not_taken_back(deck, reviews):
    await deck.restore(DeckContents((learned(a_card("a"), AT),)))
    await deck.add([a_card("b", identity=a_card("a").identity)])
    assert await reviews.undo() is None
    assert (await deck.card("a")).face(Direction.CLOZE).schedule.phase is Phase.RELEARNING


async def test_the_answer_to_a_deleted_card_is_not_taken_back(deck, reviews):
    await deck.add([a_card("a"), a_card("b")])
    await reviews.answer(an_answer("1", "a"), LIMITS)
    await reviews.answer(an_answer("2", "b", at=AT + MINUTE), LIMITS)
    await deck.delete("b")
    assert (await reviews.undo()).answer.id == "1"
    assert await reviews.undo() is None


# Whatever is in the deck


@st.composite
def some_days(draw):
    """A deck around today, and what is answered in it."""
    deck = draw(strategies.card_lists)
    minutes = st.integers(min_value=-3 * 24 * 60, max_value=3 * 24 * 60)

    def near(schedule):
        return replace(schedule, due=AT + draw(minutes) * MINUTE)

    cards = [
        replace(
            card,
            status=draw(st.sampled_from([CardStatus.ACTIVE, CardStatus.ACTIVE, CardStatus.LEECH])),
            faces=tuple(replace(face, schedule=near(face.schedule)) for face in card.faces),
        )
        for card in deck
    ]
    limits = ReviewLimits(
        new_per_day=draw(st.integers(0, 3)),
        reviews_per_day=draw(st.integers(0, 3)),
        ahead_seconds=draw(st.sampled_from([0.0, 1200.0])),
        leech_lapses=draw(st.integers(1, 3)),
    )
    return cards, limits, draw(st.lists(st.sampled_from(Rating), max_size=8))


@pytest.mark.parametrize("kind", RECORD_KEEPERS)
@settings(deadline=None, max_examples=20)
@given(some_days())
def test_a_review_asks_what_it_counts_and_is_wholly_taken_back(kind, deck_and_answers):
    cards, limits, ratings = deck_and_answers

    async def review(keeper):
        await keeper.deck.restore(DeckContents(tuple(cards)))
        at_first = await keeper.deck.cards()
        given = 0
        for number, rating in enumerate(ratings):
            now = AT + number * 7 * MINUTE
            found = await keeper.reviews.next_due(now, TODAY, limits)
            counts = await keeper.reviews.counts(now, TODAY, limits)
            if found is None:
                assert (counts.new, counts.review) == (0, 0)
                break
            assert found.card.status is CardStatus.ACTIVE
            assert counts != NOTHING
            answer = an_answer(
                f"{number}", found.card.id, rating, at=now, direction=found.direction
            )
            assert (await keeper.reviews.answer(answer, limits)).before == found.face.schedule
            given += 1
        for _ in range(given):
            assert await keeper.reviews.undo() is not None
        assert await keeper.reviews.undo() is None
        assert await keeper.deck.cards() == at_first

    with RECORD_KEEPERS[kind]() as keeper:
        asyncio.run(review(keeper))


async def test_an_answer_may_take_the_place_of_another(keeper):
    await keeper.deck.add([a_card("a")])
    first = await keeper.reviews.answer(an_answer("one", "a", Rating.AGAIN), LIMITS)
    second = await keeper.reviews.answer(
        an_answer("two", "a", Rating.GOOD), LIMITS, instead_of="one"
    )
    assert second.before == first.before
    face = (await keeper.deck.card("a")).face(Direction.CLOZE)
    assert (face.schedule, face.reviews) == (second.after, 1)
    assert {r.answer.id: r.is_undone for r in await keeper.reviews.reviews("a")} == {
        "one": True,
        "two": False,
    }


async def test_an_answer_taken_back_already_is_not_taken_back_again(keeper):
    await keeper.deck.add([a_card("a")])
    await keeper.reviews.answer(an_answer("one", "a", Rating.AGAIN), LIMITS)
    await keeper.reviews.undo()
    await keeper.reviews.answer(an_answer("two", "a", Rating.GOOD), LIMITS, instead_of="one")
    assert (await keeper.deck.card("a")).face(Direction.CLOZE).reviews == 1
