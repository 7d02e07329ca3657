"""Sessions whose tutor is talked over, with the listener that a learner with headphones has."""

from dataclasses import replace

from tests.domain.test_placement import ORDERED
from tests.domain.test_tandem import WENT
from tests.fakes import FakeCorrector
from tests.records import a_card
from tests.session.talked_over import TalkedOver
from tests.session.test_placement import Room
from tests.session.test_practice import MISTAKE, RIGHT, Sitting
from tests.session.test_review import MADRID, Desk
from tests.session.test_story import STORY, Corner
from tests.session.test_tandem import Table
from tutor.domain.grading import Grade
from tutor.domain.language import Language
from tutor.domain.lesson import Level
from tutor.domain.review import ReviewLimits
from tutor.session.events import Heard, NothingHeard, Speaking, TurnFinished
from tutor.session.placement import PlacementPlan, PlacementSession
from tutor.session.review import ReviewPlan, ReviewSession
from tutor.session.review_events import Asked, Graded, Regraded
from tutor.session.speaking import Narrator
from tutor.session.story import StoryPlan, StorySession
from tutor.session.tandem import TandemPlan, TandemSession
from tutor.session.way_events import MistakeMended, PromptAnswered, StoryAnswered

QUESTION = "¿Por qué estás cansado?"
"""The second sentence of the partner's reply."""


async def practised(*answers, over, heard_seconds=0.0):
    learner = TalkedOver((*answers, "Adiós."), over)
    learner.player.heard_seconds = heard_seconds
    sitting = Sitting(
        listener=learner.listener,
        transcriber=learner.transcriber,
        player=learner.player,
        overhearer=learner.overhearer,
        on_emit=learner.told,
    )
    async with learner.present():
        await sitting.run()
    return sitting


async def test_a_turn_of_the_tutor_that_is_talked_over_is_kept_as_far_as_it_was_said():
    half = 0.02 * len("¿Por qué estás")
    sitting = await practised(RIGHT, over={QUESTION: MISTAKE}, heard_seconds=half)
    first, second = sitting.turns
    assert first.reply == "Vaya. ¿Por qué estás…"
    stored = list(sitting.journal.records.turns.values())
    assert [turn.reply for turn in stored] == [first.reply, second.reply]


async def test_the_next_turn_is_what_was_said_over_the_tutor_from_its_first_word():
    sitting = await practised(RIGHT, over={QUESTION: MISTAKE})
    assert [turn.transcript.text for turn in sitting.turns] == [RIGHT, MISTAKE]
    assert not sitting.of(NothingHeard)
    assert sitting.turns[1].timings.speech_seconds > 1.4


async def test_a_wish_can_be_said_over_the_tutor():
    sitting = await practised(RIGHT, over={QUESTION: "Más despacio."})
    assert len(sitting.turns) == 1
    assert [event.transcript.text for event in sitting.of(Heard)][1] == "Más despacio."


def headphones(desk, learner):
    """The desk with this learner before it."""
    voices = dict.fromkeys(Language, desk.voice)
    desk.equipment = replace(
        desk.equipment,
        listener=learner.listener,
        transcriber=learner.transcriber,
        narrator=Narrator(voices, learner.player, learner.overhearer),
    )

    def emit(event):
        desk.events.append(event)
        learner.told(event)

    return emit


async def reviewed(*answers, over, cards):
    desk, learner = Desk(cards=cards), TalkedOver(answers, over)
    emit = headphones(desk, learner)
    await desk.deck.add(cards)
    plan = ReviewPlan(MADRID, ReviewLimits(), most_answers=len(cards))
    async with learner.present():
        await ReviewSession(plan, desk.deck, desk.book, desk.equipment, emit).run()
    return desk


CARDS = (a_card("card-1"), a_card("card-2", minute=1))
PUT = "Completa: «yo … muy cansado hoy»"
EXPLAINED = "El cansancio es un estado."


def said(desk):
    return [event.line.text for event in desk.of(Speaking)]


async def test_a_question_may_be_answered_before_it_has_been_put_to_its_end():
    desk = await reviewed("estoy", over={PUT: "Yo estoy muy cansado hoy."}, cards=CARDS)
    assert [event.grade for event in desk.of(Graded)] == [Grade.EXACT, Grade.EXACT]
    assert said(desk).count("No se dice «soy».") == 1


async def test_a_remark_over_the_explanation_is_no_answer_to_the_next_question():
    desk = await reviewed("soy", "estoy", over={EXPLAINED: "Ya lo sabía."}, cards=CARDS)
    assert [event.heard for event in desk.of(Graded)] == ["soy", "estoy"]
    assert said(desk).count(PUT) == 2
    assert "Being tired is a state." not in said(desk)


async def test_a_wish_over_the_explanation_is_for_the_answer_that_it_explains():
    desk = await reviewed("soy", "estoy", over={EXPLAINED: "Estaba bien."}, cards=CARDS)
    assert [event.number for event in desk.of(Regraded)] == [1]
    assert [event.heard for event in desk.of(Graded)] == ["soy", "estoy"]


async def test_who_has_had_enough_may_say_so_over_the_explanation():
    desk = await reviewed("soy", over={EXPLAINED: "Adiós."}, cards=CARDS)
    assert len(desk.of(Asked)) == len(desk.of(Graded)) == 1


async def test_an_explanation_can_be_had_again_where_it_was_talked_over():
    desk = await reviewed("soy", "estoy", over={EXPLAINED: "Otra vez."}, cards=CARDS)
    assert said(desk).count(EXPLAINED) == 2
    assert said(desk).count("Being tired is a state.") == 1
    assert [event.heard for event in desk.of(Graded)] == ["soy", "estoy"]


async def test_a_story_goes_on_with_its_question_and_keeps_what_was_said_of_a_turn():
    desk, right = Corner(), STORY.questions[1].answer
    over = {STORY.sentences[1]: "Qué bonito.", right: "Ya lo sé."}
    learner = TalkedOver(("en Lima", "una moto", "es roja"), over)
    learner.player.heard_seconds = 0.02 * len("Tiene una")
    emit = headphones(desk, learner)
    async with learner.present():
        await StorySession(StoryPlan(STORY), desk.correcting(), emit).run()
    assert [event.heard for event in desk.of(StoryAnswered)] == ["en Lima", "una moto", "es roja"]
    assert desk.of(TurnFinished)[1].turn.reply == "Exacto. Tiene una…"
    assert all(question.ask in said(desk) for question in STORY.questions)


async def test_a_remark_over_the_welcome_of_a_placement_answers_nothing():
    room = Room()
    first = ORDERED[Level.A2][0]
    welcome = "Let us see how much Spanish you speak. If you do not know, say: no sé."
    learner = TalkedOver(("No sé.", "Adiós."), {welcome: "Muy bien, empezamos."})
    emit = headphones(room, learner)
    async with learner.present():
        await PlacementSession(PlacementPlan(ORDERED), room.equipment, FakeCorrector(), emit).run()
    assert [event.heard for event in room.of(PromptAnswered)] == ["No sé."]
    assert first.text in said(room)


async def test_a_remark_over_the_half_time_of_an_exchange_mends_nothing():
    table = Table()
    half_time = "I make mistakes. Please tell me what is wrong, in English."
    learner = TalkedOver(("You say went, because it is past.",), {half_time: "Okay, I see."})
    emit = headphones(table, learner)
    async with learner.present():
        await TandemSession(TandemPlan((WENT,)), table.equipment, emit).run()
    assert table.of(MistakeMended)[0].heard == ("You say went, because it is past.",)
    assert WENT.wrong in said(table)
