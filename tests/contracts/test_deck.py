"""What every Deck does."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.contracts.record_keepers import RECORD_KEEPERS
from tests.records import AT, a_card, a_session, a_turn, a_word, an_answer, learned
from tutor.domain.card import CardKind, CardStatus, Direction, say_it_card
from tutor.domain.correction import EditKind
from tutor.domain.deck_query import CardQuery, DeckContents, KindStatistics
from tutor.domain.review import ReviewLimits, ReviewSource
from tutor.domain.schedule import Phase, Rating
from tutor.errors import NotStoredError, StoreError

DAY = timedelta(days=1)


@pytest.fixture(params=RECORD_KEEPERS)
def keeper(request):
    with RECORD_KEEPERS[request.param]() as keeper:
        yield keeper


@pytest.fixture
def deck(keeper):
    return keeper.deck


def ids(cards):
    return [card.id for card in cards]


async def found(deck, **conditions):
    return ids(await deck.cards(CardQuery(**conditions)))


# Cards, newest first


async def test_a_new_deck_is_empty(deck):
    assert await deck.cards() == ()
    assert await deck.contents() == DeckContents(())
    assert await deck.statistics(AT) == ()


async def test_the_newest_card_comes_first_whenever_it_was_stored(deck):
    for name, minute in (("b", 2), ("c", 3), ("a", 1)):
        await deck.add([a_card(name, minute)])
    assert ids(await deck.cards()) == ["c", "b", "a"]


async def test_of_cards_made_at_one_moment_the_last_stored_comes_first(deck):
    await deck.add([a_card("z"), a_card("a")])
    await deck.add([a_card("m")])
    assert ids(await deck.cards()) == ["m", "a", "z"]


@pytest.mark.parametrize(("limit", "expected"), [(0, 0), (1, 1), (2, 2), (5, 3), (None, 3)])
async def test_a_limit_keeps_the_newest(deck, limit, expected):
    await deck.add([a_card(name, minute) for minute, name in enumerate("abc")])
    assert await found(deck, limit=limit) == ["c", "b", "a"][:expected]


async def test_added_cards_come_back_in_their_order(deck):
    cards = [a_card("b", 2), a_word(minute=1), a_card("a", 3)]
    assert await deck.add(cards) == tuple(cards)
    assert await deck.add([]) == ()


async def test_a_card_is_found_by_its_id_or_the_beginning_of_it(deck):
    await deck.add([a_card("abc"), a_card("abd"), a_card("ab"), a_card("ABX"), a_card("a%")])
    for name, card_id in (("abc", "abc"), ("abd", "abd"), ("ab", "ab"), ("AB", "ABX")):
        assert (await deck.card(name)).id == card_id
    assert await deck.card("a%") == a_card("a%")
    for name in ("a", "", "abcd", "b", "a_"):
        with pytest.raises(NotStoredError):
            await deck.card(name)


# The same mistake again


async def test_the_same_mistake_again_counts_and_adds_its_sentence(deck):
    first = a_card("first", identity="same")
    again = a_card("again", 5, identity="same", sentence="hoy estoy cansada")
    await deck.add([first])
    (merged,) = await deck.add([again])
    assert merged == replace(first, repetitions=1, more_sentences=("hoy estoy cansada",))
    assert await deck.cards() == (merged,)
    with pytest.raises(NotStoredError):
        await deck.card("again")


async def test_a_mistake_made_twice_in_one_call_becomes_one_card(deck):
    cards = [a_card("a", identity="same"), a_card("b"), a_card("c", identity="same")]
    added = await deck.add(cards)
    assert ids(added) == ["a", "b", "a"]
    assert [card.repetitions for card in added] == [1, 0, 1]
    assert ids(await deck.cards()) == ["b", "a"]


async def test_a_repeated_word_gains_the_new_translation(deck):
    await deck.add([a_word("w-1", "vaso", "glass")])
    (merged,) = await deck.add([a_word("w-2", "vaso", "tumbler")])
    assert (merged.id, merged.translations) == ("w-1", ("glass", "tumbler"))


async def test_what_was_learned_is_forgotten_by_making_the_mistake_again(keeper):
    await keeper.deck.restore(DeckContents((learned(a_card("a", identity="x"), AT + 9 * DAY),)))
    before = (await keeper.deck.card("a")).face(Direction.CLOZE)
    (card,) = await keeper.deck.add([a_card("b", 7, identity="x")])
    face = card.face(Direction.CLOZE)
    at = AT + timedelta(minutes=7)
    assert (face.schedule.phase, face.schedule.due) == (
        Phase.RELEARNING,
        at + timedelta(minutes=10),
    )
    assert (face.reviews, face.lapses) == (before.reviews + 1, before.lapses + 1)
    (review,) = await keeper.reviews.reviews("a")
    assert (review.before, review.after) == (before.schedule, face.schedule)
    assert (review.answer.source, review.answer.rating) == (ReviewSource.PRACTICE, Rating.AGAIN)
    assert (review.answer.at, review.answer.direction) == (at, Direction.CLOZE)


async def test_every_face_that_was_learned_is_forgotten_and_no_other(keeper):
    word = learned(a_word("w"), AT)
    word = replace(word, faces=(word.faces[0], a_word("w").faces[1]))
    await keeper.deck.restore(DeckContents((word,)))
    (card,) = await keeper.deck.add([a_word("again")])
    assert [face.schedule.phase for face in card.faces] == [Phase.RELEARNING, Phase.NEW]
    assert len(await keeper.reviews.reviews("w")) == 1
    (card,) = await keeper.deck.add([a_word("and-again")])
    assert [face.schedule.phase for face in card.faces] == [Phase.RELEARNING, Phase.NEW]
    assert card.repetitions == 2
    assert len(await keeper.reviews.reviews("w")) == 1


async def test_an_id_that_is_taken_keeps_every_card_of_the_call_out(deck):
    await deck.add([a_card("a")])
    for cards in ([a_card("b"), a_card("a", identity="other")], [a_card("c"), a_card("c")]):
        with pytest.raises(StoreError):
            await deck.add(cards)
    assert await deck.cards() == (a_card("a"),)


async def test_cards_added_at_once_are_all_there(deck):
    await asyncio.gather(*(deck.add([a_card(f"{n}"), a_word(f"w{n}")]) for n in range(8)))
    assert len(await deck.cards()) == 9
    assert (await found(deck, kinds=frozenset({CardKind.VOCABULARY}))) != []
    (word,) = await deck.cards(CardQuery(kinds=frozenset({CardKind.VOCABULARY})))
    assert word.repetitions == 7


# Changing and deleting


async def test_a_change_replaces_everything_but_the_schedules(deck):
    await deck.restore(DeckContents((learned(a_card("a"), AT),)))
    changed = a_card(
        "a",
        minute=3,
        sentence="otra frase",
        edit_kind=EditKind.GENDER_AGREEMENT,
        lesson_id="b1",
        identity="other",
        translations=("a",),
        more_sentences=("b", "c"),
        status=CardStatus.SUSPENDED,
    )
    await deck.change(changed)
    kept = replace(changed, faces=learned(a_card("a"), AT).faces)
    assert await deck.card("a") == kept
    assert await found(deck, text="otra") == ["a"]
    assert await found(deck, text="cansado hoy muy yo") == ["a"]  # as it was heard
    assert await found(deck, edit_kind=EditKind.SER_ESTAR) == []


async def test_a_change_forgets_the_words_that_are_gone(deck):
    await deck.add([a_word("w", "servilleta", "napkin"), a_word("v", "vaso", "glass")])
    await deck.change(replace(a_word("w", "servilleta", "napkin"), translations=("serviette",)))
    assert await found(deck, text="napkin") == []
    assert await found(deck, text="serviette") == ["w"]
    assert await found(deck, text="glass") == ["v"]


async def test_only_a_stored_card_can_be_changed_or_deleted(deck):
    with pytest.raises(NotStoredError):
        await deck.change(a_card("a"))
    with pytest.raises(NotStoredError):
        await deck.delete("a")


async def test_a_card_cannot_be_changed_into_another_one(deck):
    await deck.add([a_card("a"), a_card("b")])
    with pytest.raises(StoreError):
        await deck.change(a_card("a", identity=a_card("b").identity))
    assert await deck.cards() == (a_card("b"), a_card("a"))


async def test_deleting_forgets_the_card_its_reviews_and_its_mistakes(keeper):
    await keeper.deck.add([a_card("a"), a_card("b")])
    await keeper.reviews.answer(an_answer("1", "a"), ReviewLimits())
    await keeper.reviews.answer(an_answer("2", "b"), ReviewLimits())
    await keeper.deck.delete("a")
    assert ids(await keeper.deck.cards()) == ["b"]
    assert await keeper.reviews.reviews("a") == ()
    assert len(await keeper.reviews.reviews("b")) == 1
    assert await found(keeper.deck, text="cansado") == ["b"]
    assert [kind.total for kind in await keeper.deck.statistics(AT)] == [1]
    assert await keeper.deck.add([a_card("a")]) == (a_card("a"),)


async def test_deleting_a_card_leaves_its_turn(keeper):
    await keeper.journal.start_session(a_session())
    await keeper.journal.record_turn(a_turn(1, "a"), [a_card("a")])
    await keeper.deck.delete("a")
    assert await keeper.journal.turns("session-1") == (a_turn(1, "a"),)
    assert await found(keeper.deck, session_id="session-1") == []


# Queries


@pytest.fixture
async def mixed(keeper):
    """A mistake of each of two kinds, a word that was missing, two words learned without."""
    await keeper.journal.start_session(a_session())
    await keeper.journal.start_session(a_session("session-2"))
    mistake = a_card("mistake", 1)
    gender = a_card(
        "gender",
        2,
        edit_kind=EditKind.GENDER_AGREEMENT,
        lesson_id="a2-viaje",
        sentence="¿Dónde está el mañoso acción?",
        heard="",
        more_sentences=("La Española CANTÓ ayer",),
        status=CardStatus.SUSPENDED,
    )
    missing = a_word("missing", "vaso", "drinking glass", 3, edit_kind=EditKind.ENGLISH_WORD)
    await keeper.journal.record_turn(a_turn(1, "mistake", "gender"), [mistake, gender])
    await keeper.journal.record_turn(a_turn(1, "missing", session_id="session-2"), [missing])
    say_it = say_it_card("ferrocarril", "", card_id="say", lesson_id="", now=AT + 4 * DAY)
    await keeper.deck.add([a_word("word", "perro", "dog", 4), say_it])
    return keeper.deck


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"kinds": frozenset({CardKind.CLOZE})}, "gender mistake"),
        ({"kinds": frozenset({CardKind.VOCABULARY, CardKind.SAY_IT})}, "say word missing"),
        ({"is_correction": True}, "missing gender mistake"),
        ({"is_correction": False}, "say word"),
        ({"edit_kind": EditKind.GENDER_AGREEMENT}, "gender"),
        ({"edit_kind": EditKind.WORD_CHOICE}, ""),
        ({"lesson_id": "a1-cafe"}, "mistake"),
        ({"lesson_id": ""}, "say word missing"),
        ({"session_id": "session-1"}, "gender mistake"),
        ({"session_id": "session-2"}, "missing"),
        ({"session_id": "session-3"}, ""),
        ({"since": AT + timedelta(minutes=3)}, "say word missing"),
        ({"until": AT + timedelta(minutes=3)}, "gender mistake"),
        (
            {"since": AT + timedelta(minutes=2), "until": AT + timedelta(minutes=4)},
            "missing gender",
        ),
        ({"status": CardStatus.SUSPENDED}, "gender"),
        ({"status": CardStatus.ACTIVE, "limit": 2}, "say word"),
        ({"kinds": frozenset({CardKind.VOCABULARY}), "is_correction": True}, "missing"),
        ({"session_id": "session-1", "lesson_id": "a2-viaje"}, "gender"),
    ],
)
async def test_every_condition_holds(mixed, conditions, expected):
    assert await found(mixed, **conditions) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cansado", "mistake"),
        ("CANS", "mistake"),
        ("ansado", ""),
        ("soy", "gender mistake"),
        ("mañoso", "gender"),
        ("manoso", "gender"),
        ("donde esta", "gender"),
        ("dónde cantó espanola", "gender"),
        ("accio", "gender"),
        ("napkin", ""),
        ("glass dri", "missing"),
        ("dog", "word"),
        ("ferro", "say"),
        ("e", "gender mistake"),
        ("cansado dog", ""),
        ("¿ ?", "say word missing gender mistake"),
        ("", "say word missing gender mistake"),
        ("%", "say word missing gender mistake"),
        ("perro' OR 1=1 --", ""),
    ],
)
async def test_each_word_of_a_text_begins_a_word_of_the_card(mixed, text, expected):
    assert await found(mixed, text=text) == expected.split()


async def test_a_text_is_found_newest_first_within_the_limit(deck):
    await deck.add([a_card(f"{n}", n) for n in (3, 1, 4, 0, 2)])
    assert await found(deck, text="cansad", limit=3) == ["4", "3", "2"]
    assert await found(deck, text="cansado yo", limit=2) == ["4", "3"]
    assert await found(deck, text="muy", until=AT + timedelta(minutes=3), limit=2) == ["2", "1"]


async def test_a_card_is_in_every_session_in_which_its_mistake_was_made(keeper):
    for number in (1, 2):
        session_id = f"session-{number}"
        await keeper.journal.start_session(a_session(session_id))
        card = a_card(f"c{number}", identity="same")
        await keeper.journal.record_turn(a_turn(1, card.id, session_id=session_id), [card])
    assert await found(keeper.deck, session_id="session-1") == ["c1"]
    assert await found(keeper.deck, session_id="session-2") == ["c1"]


# Statistics


async def test_statistics_count_every_time_a_kind_was_corrected(deck):
    old, older, oldest = (AT - days * DAY for days in (27, 28, 56))
    await deck.add([a_card("1", created_at=oldest), a_card("2", created_at=older)])
    await deck.add([a_card("3", created_at=old), a_card("4", identity=a_card("1").identity)])
    await deck.add([a_card("5", edit_kind=EditKind.GENDER_AGREEMENT), a_word()])
    assert await deck.statistics(AT) == (
        KindStatistics(EditKind.SER_ESTAR, total=4, wrong=0, recent=2, before=1),
        KindStatistics(EditKind.GENDER_AGREEMENT, total=1, wrong=0, recent=1, before=0),
    )


async def test_marking_a_correction_as_wrong_moves_the_statistics(deck):
    await deck.add([a_card("1"), a_card("2"), a_card("1b", identity=a_card("1").identity)])
    (card, other) = sorted(await deck.cards(), key=lambda card: card.id)
    for status, wrong in ((CardStatus.WRONG, 2), (CardStatus.WRONG, 2), (CardStatus.ACTIVE, 0)):
        await deck.change(replace(card, status=status))
        (kind,) = await deck.statistics(AT)
        assert (kind.total, kind.wrong, kind.recent) == (3, wrong, 3)
    await deck.change(replace(card, status=CardStatus.WRONG))
    await deck.add([a_card("1c", identity=card.identity)])
    assert [kind.wrong for kind in await deck.statistics(AT)] == [3]
    await deck.change(replace(other, status=CardStatus.WRONG))
    assert [kind.wrong for kind in await deck.statistics(AT)] == [4]
    await deck.delete(card.id)
    assert await deck.statistics(AT) == (KindStatistics(EditKind.SER_ESTAR, 1, 1, 1, 0),)


async def test_a_correction_of_another_kind_is_counted_there(deck):
    await deck.add([a_card("1")])
    await deck.change(a_card("1", edit_kind=EditKind.GENDER_AGREEMENT))
    assert await deck.statistics(AT) == (KindStatistics(EditKind.GENDER_AGREEMENT, 1, 0, 1, 0),)
    await deck.change(a_card("1", edit_kind=None))
    assert await deck.statistics(AT) == ()
    await deck.change(a_card("1", repetitions=4))
    assert await deck.statistics(AT) == (KindStatistics(EditKind.SER_ESTAR, 5, 0, 5, 0),)


async def test_the_most_frequent_kind_comes_first(deck):
    kinds = [
        EditKind.VERB_FORM,
        EditKind.GENDER_AGREEMENT,
        EditKind.GENDER_AGREEMENT,
        EditKind.ACCENT,
    ]
    await deck.add([a_card(f"{n}", edit_kind=kind) for n, kind in enumerate(kinds)])
    assert [kind.edit_kind for kind in await deck.statistics(AT)] == [
        EditKind.GENDER_AGREEMENT,
        *sorted([EditKind.VERB_FORM, EditKind.ACCENT]),
    ]


# Leaving and coming back


async def test_contents_hold_everything_in_order(keeper):
    await keeper.deck.add([a_card("b", 1), a_card("c"), a_card("a", 1)])
    for answer in (an_answer("2", "a"), an_answer("1", "b"), an_answer("0", "c", at=AT + DAY)):
        await keeper.reviews.answer(answer, ReviewLimits())
    await keeper.reviews.undo()
    contents = await keeper.deck.contents()
    assert ids(contents.cards) == ["c", "a", "b"]
    assert [review.answer.id for review in contents.reviews] == ["1", "2", "0"]
    assert [review.is_undone for review in contents.reviews] == [False, False, True]


async def test_what_is_there_already_is_left_out(keeper):
    await keeper.deck.add([a_card("a"), a_card("b")])
    await keeper.reviews.answer(an_answer("1", "a"), ReviewLimits())
    before = await keeper.deck.contents()
    assert await keeper.deck.restore(before) == 0
    others = (a_card("a", identity="x"), a_card("x", identity=a_card("b").identity), a_card("c"))
    (review,) = before.reviews
    reviews = [
        replace(review, answer=an_answer(card_id, card_id)) for card_id in ("a", "x", "c", "none")
    ]
    assert await keeper.deck.restore(DeckContents(others, tuple(reviews))) == 1
    assert ids((await keeper.deck.contents()).cards) == ["a", "b", "c"]
    assert await keeper.reviews.reviews("c") == (reviews[2],)
    assert len(await keeper.reviews.reviews("a")) == 1


@pytest.mark.parametrize("kind", RECORD_KEEPERS)
@settings(deadline=None, max_examples=20)
@given(contents=strategies.deck_contents)
def test_any_deck_comes_back_unchanged_from_what_it_holds(kind, contents):
    async def move(keeper):
        assert await keeper.deck.restore(contents) == len(contents.cards)
        return await keeper.deck.contents(), await keeper.deck.cards()

    with RECORD_KEEPERS[kind]() as keeper:
        stored, newest_first = asyncio.run(move(keeper))
    assert stored == contents
    assert all(moment.utcoffset() == timedelta(0) for moment in moments_in(stored))
    moments = [card.created_at for card in newest_first]
    assert moments == sorted(moments, reverse=True)


def moments_in(contents):
    for card in contents.cards:
        yield card.created_at
        for face in card.faces:
            yield face.schedule.due
            if face.schedule.last_review is not None:
                yield face.schedule.last_review


@pytest.mark.parametrize("kind", RECORD_KEEPERS)
@settings(deadline=None, max_examples=20)
@given(cards=strategies.card_lists, data=st.data())
def test_any_card_is_found_by_the_beginning_of_any_of_its_words(kind, cards, data):
    words = [(card, word) for card in cards for word in f"{card.sentence} {card.better}".split()]
    if not words:
        return
    card, word = data.draw(st.sampled_from(words))
    length = data.draw(st.integers(min_value=1, max_value=len(word)))

    async def find(keeper):
        await keeper.deck.restore(DeckContents(tuple(cards)))
        return await keeper.deck.cards(CardQuery(text=word[:length]))

    with RECORD_KEEPERS[kind]() as keeper:
        assert card in asyncio.run(find(keeper))
