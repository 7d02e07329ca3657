"""What every Journal does."""

import asyncio
import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from tests import strategies
from tests.contracts.record_keepers import RECORD_KEEPERS
from tests.records import AT, a_card, a_correction, a_session, a_turn, finished
from tutor.domain.card import CardKind, say_it_card
from tutor.domain.correction import Doubt
from tutor.domain.deck_query import CardQuery
from tutor.domain.record import Timings
from tutor.errors import NotStoredError, StoreError

SAY_IT = frozenset({CardKind.SAY_IT})


@pytest.fixture(params=RECORD_KEEPERS)
def keeper(request):
    with RECORD_KEEPERS[request.param]() as keeper:
        yield keeper


@pytest.fixture
def journal(keeper):
    return keeper.journal


@pytest.fixture
def deck(keeper):
    return keeper.deck


async def test_a_recorded_turn_and_its_cards_are_there(journal, deck):
    await journal.start_session(a_session())
    await journal.record_turn(a_turn(1, "card-1"), [a_card("card-1")])
    assert await journal.turns("session-1") == (a_turn(1, "card-1"),)
    assert await deck.cards() == (a_card("card-1"),)


async def test_what_follows_the_hearing_is_stored_by_finishing_only(journal):
    await journal.start_session(a_session())
    await journal.record_turn(finished(a_turn()), [])
    assert await journal.turns("session-1") == (a_turn(),)
    await journal.finish_turn(finished(a_turn()))
    assert await journal.turns("session-1") == (finished(a_turn()),)


async def test_finishing_again_replaces_the_reply(journal):
    await journal.start_session(a_session())
    await journal.record_turn(a_turn(), [])
    await journal.finish_turn(finished(a_turn(), reply="¿Cómo?"))
    await journal.finish_turn(finished(a_turn(), reply="¿Por qué?"))
    assert [turn.reply for turn in await journal.turns("session-1")] == ["¿Por qué?"]


async def test_recording_a_turn_again_changes_nothing(journal, deck):
    await journal.start_session(a_session())
    for _ in range(2):
        await journal.record_turn(a_turn(1, "card-1"), [a_card("card-1")])
        await journal.finish_turn(finished(a_turn(1, "card-1")))
    assert await journal.turns("session-1") == (finished(a_turn(1, "card-1")),)
    assert len(await deck.cards()) == 1


async def test_other_words_under_a_stored_number_are_refused(journal):
    await journal.start_session(a_session())
    await journal.record_turn(a_turn(), [])
    other = replace(a_turn(), correction=replace(a_correction(), better="estoy cansado"))
    with pytest.raises(StoreError):
        await journal.record_turn(other, [])
    assert await journal.turns("session-1") == (a_turn(),)


async def test_a_turn_of_a_session_that_was_not_started_is_refused(journal, deck):
    with pytest.raises(NotStoredError):
        await journal.record_turn(a_turn(1, "card-1"), [a_card("card-1")])
    assert await journal.turns("session-1") == ()
    assert await deck.cards() == ()


async def test_a_card_that_is_stored_already_keeps_its_turn_out(journal, deck):
    await journal.start_session(a_session())
    await journal.record_turn(a_turn(1, "card-1"), [a_card("card-1")])
    with pytest.raises(StoreError):
        await journal.record_turn(a_turn(2, "new", "card-1"), [a_card("new"), a_card("card-1")])
    assert await journal.turns("session-1") == (a_turn(1, "card-1"),)
    assert await deck.cards() == (a_card("card-1"),)


async def test_the_recorded_turn_is_returned_as_it_is_stored(journal):
    await journal.start_session(a_session())
    assert await journal.record_turn(finished(a_turn(1, "a")), [a_card("a")]) == a_turn(1, "a")
    await journal.finish_turn(finished(a_turn(1, "a")))
    assert await journal.record_turn(a_turn(1, "a"), [a_card("a")]) == finished(a_turn(1, "a"))


async def test_a_mistake_made_again_is_stored_under_the_card_that_is_there(journal, deck):
    await journal.start_session(a_session())
    await journal.record_turn(a_turn(1, "a"), [a_card("a", identity="same")])
    again = [a_card("new"), a_card("b", identity="same"), a_card("c", identity="same")]
    stored = await journal.record_turn(a_turn(2, "b", "new", "c"), again)
    assert stored == a_turn(2, "a", "new", "a")
    assert await journal.turns("session-1") == (a_turn(1, "a"), stored)
    assert [card.id for card in await deck.cards()] == ["new", "a"]
    assert (await deck.card("a")).repetitions == 2


async def test_a_turn_keeps_cards_that_belong_to_no_edit_behind_those_that_do(journal, deck):
    await journal.start_session(a_session())
    spoken = say_it_card("perro", "", card_id="p", lesson_id="a1-cafe", now=AT)
    for number in (1, 2):
        cards = [a_card(f"a{number}"), replace(spoken, id=f"p{number}")]
        stored = await journal.record_turn(a_turn(number, *(card.id for card in cards)), cards)
        assert stored.card_ids == (f"a{number}", "p1")
    assert [card.repetitions for card in await deck.cards(CardQuery(kinds=SAY_IT))] == [1]


async def test_a_turn_that_is_recorded_again_repeats_no_mistake(journal, deck):
    await journal.start_session(a_session())
    await journal.record_turn(a_turn(1, "a"), [a_card("a", identity="same")])
    for _ in range(2):
        stored = await journal.record_turn(a_turn(2, "b"), [a_card("b", identity="same")])
        assert stored == a_turn(2, "a")
    assert (await deck.card("a")).repetitions == 1


async def test_the_last_session_is_the_one_that_started_last(journal):
    assert await journal.last_session_id() is None
    for name, minute in (("b", 2), ("c", 3), ("a", 1)):
        session = replace(a_session(name), started_at=AT + timedelta(minutes=minute))
        await journal.start_session(session)
    assert await journal.last_session_id() == "c"
    await journal.start_session(replace(session, id="of the same moment", started_at=AT))
    assert await journal.last_session_id() == "c"


def doubting(number, *words, session_id="session-1"):
    """A turn in which these words were heard uncertainly."""
    doubts = tuple(Doubt("x", word, 0.3) for word in words)
    turn = a_turn(number, session_id=session_id)
    return replace(turn, correction=replace(turn.correction, doubts=doubts))


async def test_doubted_words_are_counted_across_sessions(journal):
    assert dict(await journal.doubted_words()) == {}
    for session_id in ("session-1", "session-2"):
        await journal.start_session(a_session(session_id))
    await journal.record_turn(doubting(1, "perro", "Jamón"), [])
    await journal.record_turn(doubting(2), [])
    await journal.record_turn(doubting(1, "Perro", session_id="session-2"), [])
    assert dict(await journal.doubted_words()) == {"perro": 2, "jamón": 1}


async def test_only_the_last_turns_are_asked_about_doubted_words(journal):
    for name, minute, words in (("new", 2, ["a", "b", "c"]), ("old", 1, ["d"])):
        await journal.start_session(
            replace(a_session(name), started_at=AT + timedelta(minutes=minute))
        )
        for number, word in enumerate(words, start=1):
            await journal.record_turn(doubting(number, word, session_id=name), [])
    assert dict(await journal.doubted_words(limit=2)) == {"b": 1, "c": 1}
    assert set(await journal.doubted_words(limit=3)) == {"a", "b", "c"}
    assert set(await journal.doubted_words(limit=4)) == {"a", "b", "c", "d"}


@pytest.mark.parametrize("started", [True, False])
async def test_a_turn_that_was_not_recorded_cannot_be_finished(journal, started):
    if started:
        await journal.start_session(a_session())
    with pytest.raises(NotStoredError):
        await journal.finish_turn(finished(a_turn()))


async def test_starting_a_session_again_changes_nothing(journal):
    for _ in range(2):
        await journal.start_session(a_session())
    await journal.record_turn(a_turn(), [])
    assert await journal.turns("session-1") == (a_turn(),)


async def test_another_session_under_a_stored_id_is_refused(journal):
    await journal.start_session(a_session())
    with pytest.raises(StoreError):
        await journal.start_session(replace(a_session(), lesson_id="a2-viaje"))


async def test_turns_come_by_number_and_from_their_own_session(journal):
    for session_id in ("session-1", "session-2"):
        await journal.start_session(a_session(session_id))
    for number in (3, 1, 2):
        await journal.record_turn(a_turn(number), [])
    await journal.record_turn(a_turn(1, session_id="session-2"), [])
    assert [turn.number for turn in await journal.turns("session-1")] == [1, 2, 3]
    assert await journal.turns("session-2") == (a_turn(1, session_id="session-2"),)


async def test_turns_recorded_at_once_are_all_there(journal):
    await journal.start_session(a_session())
    numbers = range(1, 9)
    await asyncio.gather(*(journal.record_turn(a_turn(number), []) for number in numbers))
    assert [turn.number for turn in await journal.turns("session-1")] == list(numbers)


@pytest.mark.parametrize("kind", RECORD_KEEPERS)
def test_any_turn_comes_back_unchanged(kind):
    session_numbers = itertools.count()

    @settings(deadline=None, max_examples=60)
    @given(strategies.turn_records)
    def comes_back(turn):
        asyncio.run(keep(replace(turn, session_id=f"session-{next(session_numbers)}")))

    async def keep(turn):
        await journal.start_session(a_session(turn.session_id))
        await journal.record_turn(turn, [])
        heard = replace(turn, reply="", spoken=(), timings=Timings())
        assert await journal.turns(turn.session_id) == (heard,)
        await journal.finish_turn(turn)
        assert await journal.turns(turn.session_id) == (turn,)

    with RECORD_KEEPERS[kind]() as keeper:
        journal = keeper.journal
        comes_back()
