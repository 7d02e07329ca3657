from tests.domain.test_tandem import AGREE, WENT
from tests.session.test_review import Desk
from tutor.domain.language import Language
from tutor.session.events import Speaking
from tutor.session.tandem import TandemPlan, TandemSession
from tutor.session.way_events import MistakeMended, TandemEnded


class Table(Desk):
    async def tandem(self, *mistakes, **plan):
        whole = TandemPlan(mistakes or (WENT,), **plan)
        await TandemSession(whole, self.equipment, self.events.append).run()
        return self

    @property
    def said(self):
        return [event.line.text for event in self.of(Speaking)]

    @property
    def ended(self):
        *_, last = self.events
        assert isinstance(last, TandemEnded)
        return last


async def test_half_time_is_told_and_that_the_tutor_is_a_program():
    table = await Table().tandem()
    assert table.of(Speaking)[0].line.language is Language.SPANISH
    assert "a program" in table.said[1]


async def test_a_sentence_mended_with_its_reason_is_said_right_and_thanked_for():
    table = await Table("You say went, because it is past.").tandem()
    told = table.said[table.said.index(WENT.wrong) :]
    assert told[2:4] == [WENT.right, "Ah, that makes sense. Thank you."]
    assert (table.ended.mended, table.ended.explained) == (1, 1)


async def test_without_a_reason_the_tutor_asks_for_it_once():
    table = await Table("I went home.", "I just know it.", "unheard").tandem()
    assert sum("why" in text.lower() for text in table.said) == 1
    assert (table.ended.mended, table.ended.explained) == (1, 0)


async def test_what_was_not_mended_is_asked_about_once_more_and_then_looked_up():
    table = await Table("It is perfect.", "No idea at all, sorry.").tandem()
    assert "Hmm, what should I say instead?" in table.said
    assert "I have looked it up. It should be:" in table.said
    assert table.ended.mended == 0


async def test_a_sentence_can_be_heard_again_and_passed_over():
    table = await Table("again", "next", "I agree, it is a verb.").tandem(WENT, AGREE)
    assert table.said.count(WENT.wrong) == 2
    assert [event.is_mended for event in table.of(MistakeMended)] == [False, True]


async def test_it_ends_with_the_time_and_with_the_learner():
    assert (await Table("went").tandem(limit_seconds=0)).ended.mistakes == 0
    assert (await Table("goodbye").tandem()).ended.mistakes == 0
    assert (await Table().tandem()).said[-1] == "Thank you for your help. See you next time!"
