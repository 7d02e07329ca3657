from tests.fakes import FakeCorrector, InMemoryDeck, InMemoryJournal
from tests.session.test_review import Desk
from tutor.domain.language import Pace
from tutor.domain.lesson import Level
from tutor.domain.story import Story, StoryQuestion
from tutor.session.corrected_turns import CorrectingEquipment
from tutor.session.events import Corrected, Speaking, TurnFinished
from tutor.session.story import StoryPlan, StorySession
from tutor.session.way_events import StoryAnswered, StoryEnded

STORY = Story(
    Level.A1,
    "La casa",
    ("Ana vive en Lima.", "Tiene una moto roja."),
    (
        StoryQuestion("¿Dónde vive Ana?", (("lima",),), "Ana vive en Lima."),
        StoryQuestion("¿Qué tiene?", (("moto",),), "Tiene una moto."),
        StoryQuestion("¿De qué color es?", (("roja",),), "Es roja."),
    ),
)


class Corner(Desk):
    def correcting(self, script=None):
        self.journal = InMemoryJournal(self.records)
        return CorrectingEquipment(self.equipment, FakeCorrector(script), self.journal)

    async def story(self, script=None, **plan):
        session = StorySession(
            StoryPlan(STORY, **plan), self.correcting(script), self.events.append
        )
        await session.run()
        return self

    @property
    def ended(self):
        *_, last = self.events
        assert isinstance(last, StoryEnded)
        return last

    @property
    def said(self):
        return [event.line.text for event in self.of(Speaking)]


async def test_the_story_is_told_slowly_before_the_first_question():
    corner = await Corner("en Lima").story()
    assert corner.said[:4] == ["La casa.", *STORY.sentences, "¿Dónde vive Ana?"]
    assert corner.voice.paces[:4] == [Pace.SLOW] * 3 + [Pace.NORMAL]


async def test_answers_are_judged_by_what_they_say_and_the_answer_is_told_afterwards():
    corner = await Corner("vive en lima", "un perro", "es roja").story()
    assert [event.is_right for event in corner.of(StoryAnswered)] == [True, False, True]
    assert all(question.answer in corner.said for question in STORY.questions)
    assert (corner.ended.questions, corner.ended.right) == (3, 2)


async def test_answers_are_corrected_and_become_cards():
    corner = await Corner("ella vivo en Lima").story({"ella vivo en Lima": "ella vive en Lima"})
    (corrected,) = corner.of(Corrected)
    assert corrected.correction.better == "ella vive en Lima"
    assert "Se dice: «ella vive en Lima»" in corner.said
    assert len(await InMemoryDeck(corner.records).cards()) == 1
    assert (corner.ended.corrections, corner.ended.cards) == (1, 1)
    assert corner.of(StoryAnswered)[0].is_right


async def test_a_turn_is_stored_with_what_was_said_after_it():
    corner = await Corner("en Lima").story()
    (finished,) = corner.of(TurnFinished)
    (stored,) = await corner.journal.turns(finished.turn.session_id)
    assert stored == finished.turn
    assert stored.reply == "Sí, eso es. Ana vive en Lima."


async def test_a_question_is_asked_again_and_a_hint_is_the_story_once_more():
    corner = await Corner("otra vez", "pista", "más despacio", "en Lima").story()
    assert corner.said.count("¿Dónde vive Ana?") == 4
    assert corner.said.count("Ana vive en Lima.") == 2 + 1
    assert corner.ended.right == 1


async def test_the_learner_may_stop_and_may_run_out_of_words():
    assert (await Corner("adiós").story()).ended.questions == 0
    assert (await Corner().story()).ended.questions == 0


async def test_no_question_is_asked_after_the_limit():
    assert (await Corner("en Lima").story(limit_seconds=0)).ended.questions == 0
