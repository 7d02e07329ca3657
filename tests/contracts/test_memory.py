"""What every Memory and every Diary does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contracts.record_keepers import RECORD_KEEPERS
from tests.records import AT, a_card, a_session, a_turn, finished
from tutor.domain.correction import Correction
from tutor.domain.fact import Fact, FactKind, fact_of
from tutor.domain.level_evidence import LevelEvidence
from tutor.domain.memory import facts_in
from tutor.domain.session_ending import SessionEnding
from tutor.domain.transcript import typed_transcript
from tutor.errors import NotStoredError


@pytest.fixture(params=RECORD_KEEPERS)
def keeper(request):
    with RECORD_KEEPERS[request.param]() as keeper:
        yield keeper


@pytest.fixture
def memory(keeper):
    return keeper.memory


@pytest.fixture
def diary(keeper):
    return keeper.diary


def a_fact(fact_id="fact-1", sentence="Tengo dos hijas.", minute=0, number=1) -> Fact:
    (told,) = facts_in(sentence)
    return fact_of(
        told,
        fact_id=fact_id,
        lesson_id="a1-cafe",
        session_id="session-1",
        turn_number=number,
        at=AT + timedelta(minutes=minute),
    )


def saying(sentence, number=1, *card_ids):
    return replace(
        a_turn(number, *card_ids),
        transcript=typed_transcript(sentence),
        correction=Correction(sentence, sentence),
    )


async def texts(memory):
    return [fact.text for fact in await memory.facts()]


async def test_a_fact_is_there_as_it_was_told(memory):
    await memory.tell(a_fact())
    assert await memory.facts() == (a_fact(),)


async def test_facts_come_newest_first(memory):
    await memory.tell(a_fact("1", "Vivo en Leeds.", minute=5))
    await memory.tell(a_fact("2", "Me llamo Ana.", minute=1))
    await memory.tell(a_fact("3", "Tengo un perro.", minute=5))
    assert [fact.id for fact in await memory.facts()] == ["3", "1", "2"]


async def test_a_newer_fact_of_the_same_kind_takes_the_place_of_the_older(memory):
    await memory.tell(a_fact("1", "Vivo en York."))
    await memory.tell(a_fact("2", "Vivo en Leeds.", minute=1))
    assert await texts(memory) == ["Vives en Leeds."]


async def test_the_same_told_again_is_one_fact_with_a_new_date(memory):
    await memory.tell(a_fact("1", minute=0))
    await memory.tell(a_fact("2", minute=3))
    (fact,) = await memory.facts()
    assert (fact.id, fact.at) == ("1", AT + timedelta(minutes=3))


async def test_a_fact_says_what_the_learner_makes_it_say(memory):
    await memory.tell(a_fact())
    changed = await memory.change("fact", "Tienes tres hijas.")
    assert changed == replace(a_fact(), text="Tienes tres hijas.")
    assert await memory.facts() == (changed,)


async def test_what_was_asked_is_noted(memory):
    await memory.tell(a_fact())
    await memory.asked("fact-1", AT)
    await memory.asked("unknown", AT)
    assert [fact.asked_at for fact in await memory.facts()] == [AT]


@pytest.mark.parametrize("fact_id", ["unknown", "", "fact"])
async def test_an_id_that_names_no_single_fact_is_refused(memory, fact_id):
    await memory.tell(a_fact("fact-1"))
    await memory.tell(a_fact("fact-2", "Me llamo Ana."))
    with pytest.raises(NotStoredError):
        await memory.forget(fact_id)
    with pytest.raises(NotStoredError):
        await memory.change(fact_id, "Tienes tres hijas.")


async def test_a_forgotten_fact_takes_along_the_words_in_which_it_was_told(keeper, memory):
    await keeper.journal.start_session(a_session())
    tired, daughters = a_card("card-1"), a_card("card-2")
    await keeper.journal.record_turn(saying("Tengo dos hijas.", 1, "card-2"), [daughters])
    await keeper.journal.record_turn(saying("Estoy cansada.", 2, "card-1"), [tired])
    await keeper.journal.record_turn(saying("Sí, tengo dos hijas.", 3), [])
    await keeper.journal.finish_turn(
        finished(saying("Estoy cansada.", 2, "card-1"), reply="¿Cómo están tus hijas?")
    )
    await memory.tell(a_fact())
    await memory.tell(a_fact("other", "Me llamo Ana.", number=2))
    forgotten = await memory.forget("fact")
    assert (forgotten.facts, sorted(forgotten.turns), forgotten.cards) == (
        1,
        [("session-1", 1), ("session-1", 3)],
        1,
    )
    first, second, third = await keeper.journal.turns("session-1")
    for turn in (first, third):
        assert (turn.transcript.text, turn.correction.better, turn.reply) == ("", "", "")
        assert turn.card_ids == ()
    assert (second.transcript.text, second.reply) == ("Estoy cansada.", "")
    assert [card.id for card in await keeper.deck.cards()] == ["card-1"]
    assert await texts(memory) == ["Te llamas Ana."]


async def test_everything_can_be_forgotten_at_once(keeper, memory):
    await keeper.journal.start_session(a_session())
    await keeper.journal.record_turn(saying("Vivo en York.", 1), [])
    await keeper.journal.record_turn(saying("Estoy cansada.", 2), [])
    await memory.tell(a_fact("1", number=7))
    await memory.tell(a_fact("2", "Me llamo Ana.", number=8))
    forgotten = await memory.forget_all()
    assert (forgotten.facts, forgotten.turns) == (2, (("session-1", 1),))
    assert await memory.facts() == ()
    words = [turn.transcript.text for turn in await keeper.journal.turns("session-1")]
    assert words == ["", "Estoy cansada."]


def an_ending(session_id="session-1", minute=10) -> SessionEnding:
    moment = AT + timedelta(minutes=minute)
    return SessionEnding(
        session_id=session_id,
        lesson_id="a1-cafe",
        topic="En el café",
        ended_at=moment,
        evidence=LevelEvidence(120, 61.5, 7, 14, (30, 12, 5, 1)),
        courage_ask="La última vez ibas a pedir un café. ¿Qué tal fue?",
        courage_given_at=moment,
    )


async def test_an_ending_is_there_as_it_was_noted_and_newest_first(keeper, diary):
    for minute, name in enumerate(("session-1", "session-2"), start=1):
        await keeper.journal.start_session(a_session(name))
        await diary.end_session(an_ending(name, minute))
    assert await diary.endings() == (an_ending("session-2", 2), an_ending("session-1", 1))
    assert await diary.endings(1) == (an_ending("session-2", 2),)


async def test_a_session_ends_once(keeper, diary):
    await keeper.journal.start_session(a_session())
    cut_off = replace(an_ending(), courage_given_at=None)
    await diary.end_session(cut_off)
    await diary.end_session(an_ending())
    assert await diary.endings() == (an_ending(),)


async def test_the_end_of_a_session_that_was_not_started_is_refused(diary):
    with pytest.raises(NotStoredError):
        await diary.end_session(an_ending())


async def test_that_the_courage_task_was_asked_about_is_noted(keeper, diary):
    await keeper.journal.start_session(a_session())
    await diary.end_session(an_ending())
    await diary.courage_asked("session-1", AT)
    await diary.courage_asked("unknown", AT)
    assert [ending.courage_asked_at for ending in await diary.endings()] == [AT]


def test_kinds_are_stored_under_their_own_names():
    assert {kind.value for kind in FactKind} >= {"name", "home", "family", "plan"}
