from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from tests.fakes import FakePartner, a_lesson
from tutor.domain.conversation import Conversation, Exchange
from tutor.errors import LanguageModelBusyError
from tutor.session.replying import reply_sentences

TALK = Conversation(a_lesson())
OWN_QUESTION = TALK.lesson.questions[0]


async def reply(partner, talk: Conversation = TALK) -> tuple[list[str], list[str]]:
    problems: list[str] = []
    sentences = [
        sentence async for sentence in reply_sentences(partner, talk, "Un gato.", problems.append)
    ]
    return sentences, problems


async def test_a_good_reply_is_said_as_it_is():
    partner = FakePartner(["¡Qué bonito!", "¿De qué color es?"])
    assert await reply(partner) == (["¡Qué bonito!", "¿De qué color es?"], [])


async def test_the_partner_is_stopped_after_its_question():
    partner = FakePartner(["¿De qué color es?", "¿Y qué come?", "¿Y bebe?"])
    sentences, _ = await reply(partner)
    assert sentences[-1] == "¿De qué color es?"
    assert partner.was_stopped


async def test_the_first_sentence_is_there_before_the_second_is_made():
    class TwoSteps:
        is_second_wanted = False

        async def reply(self, conversation, learner) -> AsyncGenerator[str, None]:
            del conversation, learner
            yield "¡Qué bonito!"
            self.is_second_wanted = True
            yield "¿De qué color es?"

        async def get_ready(self, conversation) -> None:
            del conversation

    partner = TwoSteps()
    async with aclosing(reply_sentences(partner, TALK, "Un gato.", print)) as sentences:
        assert await anext(sentences) == "¡Qué bonito!"
        assert not partner.is_second_wanted


async def test_a_reply_without_a_question_gets_the_lessons_own():
    assert await reply(FakePartner(["¡Qué bonito!"])) == (["¡Qué bonito!", OWN_QUESTION], [])


async def test_a_reply_that_wanders_off_is_replaced_by_the_lesson():
    partner = FakePartner(["As an AI I have no cat.", "¿En qué puedo ayudarte hoy?"])
    assert await reply(partner) == (["Entiendo.", OWN_QUESTION], [])


@pytest.mark.parametrize("said", [[], ["¡Qué bonito!"]])
async def test_a_partner_that_fails_is_told_once_and_the_talk_goes_on(said):
    partner = FakePartner(said, failure=LanguageModelBusyError("Busy. Try again later."))
    sentences, problems = await reply(partner)
    assert sentences == [*(said or ["Entiendo."]), OWN_QUESTION]
    assert problems == ["Busy. Try again later."]


async def test_without_a_partner_the_lesson_talks_alone_and_never_repeats_itself():
    talk = TALK
    asked = []
    for _ in range(6):
        sentences, problems = await reply(None, talk)
        assert problems == []
        assert len(sentences) == 2
        asked.append(sentences[-1])
        talk = talk.with_exchange(Exchange("Sí.", " ".join(sentences)))
    assert tuple(asked[:3]) == TALK.lesson.questions
    assert len(set(asked)) == len(asked)


async def test_where_the_lesson_leads_the_partner_is_stopped_after_its_reaction():
    partner = FakePartner(["¡Qué bonito!", "¿De qué color es?"])
    sentences = reply_sentences(partner, TALK, "Un gato.", print, lesson_leads=True)
    assert [sentence async for sentence in sentences] == ["¡Qué bonito!", OWN_QUESTION]
    assert partner.was_stopped


async def test_where_the_lesson_leads_it_does_so_when_its_questions_are_used_up_too():
    talk = TALK
    for question in TALK.lesson.questions:
        talk = talk.with_exchange(Exchange("Sí.", question))
    partner = FakePartner(["¡Qué bonito!", "¿De qué color es?"])
    sentences = reply_sentences(partner, talk, "Un gato.", print, lesson_leads=True)
    *_, last = [sentence async for sentence in sentences]
    assert last.endswith("?")
    assert last != "¿De qué color es?"
    assert partner.was_stopped
