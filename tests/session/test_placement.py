from tests.domain.test_placement import ORDERED
from tests.fakes import FakeCorrector
from tests.session.test_review import Desk
from tutor.domain.lesson import Level
from tutor.domain.placement import PromptKind
from tutor.errors import LanguageModelAnswerError
from tutor.session.events import Problem, Speaking
from tutor.session.placement import PlacementPlan, PlacementSession
from tutor.session.way_events import PlacementEnded, PromptAnswered, WayStarted

LONG = (
    "ayer fui con mi hermana al mercado y compré pan porque antes en casa no había nada y mañana"
    " voy a llamar otra vez aunque sería mejor viajar"
)


class Room(Desk):
    async def place(self, script=None, failure=None, **plan):
        corrector = FakeCorrector(script, failure)
        session = PlacementSession(
            PlacementPlan(ORDERED, **plan), self.equipment, corrector, self.events.append
        )
        await session.run()
        return self

    @property
    def ended(self):
        *_, last = self.events
        assert isinstance(last, PlacementEnded)
        return last


def answers(level, how_many):
    """The best answer to each of a level's prompts."""
    return [
        " ".join(group[0] for group in prompt.keys)
        + (LONG if prompt.kind is PromptKind.OPEN else "")
        for prompt in ORDERED[level][:how_many]
    ]


async def test_who_answers_everything_well_is_placed_at_the_highest_level():
    given = [one for level in (Level.A2, Level.B1, Level.B2) for one in answers(level, 3)]
    ended = (await Room(*given).place()).ended
    assert ended.is_complete
    assert ended.result.level is Level.B2


async def test_who_knows_nothing_is_placed_at_the_lowest_level_after_six_prompts():
    room = await Room(*["no sé"] * 12).place()
    assert len(room.of(PromptAnswered)) == 6
    assert (room.ended.result.level, room.ended.is_complete) == (Level.A1, True)


async def test_a_sentence_to_be_said_is_put_in_english_and_a_question_in_spanish():
    room = await Room("no sé", "no sé").place()
    said = [event.line.text for event in room.of(Speaking)]
    assert ORDERED[Level.A2][0].text in said
    assert ORDERED[Level.A2][1].text in said
    assert "How do you say this in Spanish?" in said


async def test_mistakes_count_against_an_answer():
    right = await Room(LONG).place()
    wrong = await Room(LONG).place({LONG: LONG.replace("la", "el").replace("mi", "la")})
    scores = [room.of(PromptAnswered)[0].step.score for room in (right, wrong)]
    assert scores[0] > scores[1]


async def test_it_can_be_left_early_and_says_that_it_is_not_complete():
    room = await Room("no sé", "adiós").place()
    assert not room.ended.is_complete
    assert room.ended.result.answers == 1
    assert room.of(WayStarted)


async def test_a_prompt_is_put_again_when_asked():
    room = await Room("otra vez", "no sé").place()
    said = [event.line.text for event in room.of(Speaking)]
    assert said.count(ORDERED[Level.A2][0].text) == 2


async def test_a_corrector_that_fails_is_told_and_the_placement_goes_on():
    failure = LanguageModelAnswerError("It failed.")
    room = await Room("fui a casa", "no sé").place(failure=failure)
    assert [event.message for event in room.of(Problem)] == ["It failed."]
    assert len(room.of(PromptAnswered)) == 2
