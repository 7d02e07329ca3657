"""What every Deck does."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.contracts.record_keepers import RECORD_KEEPERS
from tests.records import a_card, a_session, a_turn


@pytest.fixture(params=RECORD_KEEPERS)
def keeper(request):
    with RECORD_KEEPERS[request.param]() as (journal, deck):
        yield journal, deck


async def store(journal, *turns_cards):
    await journal.start_session(a_session())
    for number, cards in enumerate(turns_cards, 1):
        await journal.record_turn(a_turn(number, *(card.id for card in cards)), cards)


async def test_a_new_deck_is_empty(keeper):
    _, deck = keeper
    assert await deck.cards() == ()


async def test_the_newest_card_comes_first_whenever_it_was_stored(keeper):
    journal, deck = keeper
    await store(journal, [a_card("b", minute=2)], [a_card("c", minute=3)], [a_card("a", minute=1)])
    assert [card.id for card in await deck.cards()] == ["c", "b", "a"]


async def test_of_cards_made_at_one_moment_the_last_stored_comes_first(keeper):
    journal, deck = keeper
    await store(journal, [a_card("z"), a_card("a")], [a_card("m")])
    assert [card.id for card in await deck.cards()] == ["m", "a", "z"]


@pytest.mark.parametrize(("limit", "expected"), [(1, 1), (2, 2), (5, 3), (None, 3)])
async def test_a_limit_keeps_the_newest(keeper, limit, expected):
    journal, deck = keeper
    await store(journal, [a_card(name, minute) for minute, name in enumerate("abc")])
    assert [card.id for card in await deck.cards(limit=limit)] == ["c", "b", "a"][:expected]


@pytest.mark.parametrize("kind", RECORD_KEEPERS)
@settings(deadline=None, max_examples=25)
@given(cards=st.lists(strategies.cards, max_size=5, unique_by=lambda card: card.id))
def test_any_cards_come_back_unchanged_newest_first(kind, cards):
    async def keep(journal, deck):
        await store(journal, cards)
        return await deck.cards()

    with RECORD_KEEPERS[kind]() as (journal, deck):
        stored = asyncio.run(keep(journal, deck))
    assert sorted(stored, key=lambda card: card.id) == sorted(cards, key=lambda card: card.id)
    moments = [card.created_at for card in stored]
    assert moments == sorted(moments, reverse=True)
    assert all(moment.utcoffset() == timedelta(0) for moment in moments)
