from contextlib import aclosing
from dataclasses import replace

import pytest

from tests.fakes import FakeChatModel, FakePartner, a_lesson
from tutor.adapters.llm.partner import LanguageModelPartner, partner_messages
from tutor.domain.chat import ChatRole
from tutor.domain.conversation import Conversation, Exchange
from tutor.errors import LanguageModelAnswerError, LanguageModelBusyError

TALK = Conversation(a_lesson())
SENTENCES = ["¡Qué bonito!", "¿De qué color es?"]


@pytest.fixture(params=["fake", "language model"])
def partner_saying(request):
    """A function from sentences and a failure to a Partner."""

    def make(sentences, failure=None):
        if request.param == "fake":
            return FakePartner(sentences, sentences, failure=failure)
        text = " ".join(sentences)
        pieces = [text[start : start + 3] for start in range(0, len(text), 3)]
        return LanguageModelPartner(FakeChatModel(pieces, failure=failure))

    return make


async def test_sentences_come_whole_and_in_order(partner_saying):
    partner = partner_saying(SENTENCES)
    assert [sentence async for sentence in partner.reply(TALK, "Un gato.")] == SENTENCES


async def test_a_failure_reaches_the_session(partner_saying):
    partner = partner_saying(SENTENCES, LanguageModelBusyError("Busy."))
    with pytest.raises(LanguageModelBusyError):
        async for _ in partner.reply(TALK, "Un gato."):
            pass


async def test_a_reply_may_be_closed_early_and_the_partner_asked_again(partner_saying):
    partner = partner_saying(SENTENCES)
    async with aclosing(partner.reply(TALK, "Un gato.")) as sentences:
        assert await anext(sentences) == SENTENCES[0]
    assert [sentence async for sentence in partner.reply(TALK, "Un gato.")] == SENTENCES


async def test_a_sentence_cut_off_at_the_limit_is_left_out():
    partner = LanguageModelPartner(FakeChatModel(["¡Qué bonito! Me gus"], is_cut=True))
    assert [sentence async for sentence in partner.reply(TALK, "Un gato.")] == ["¡Qué bonito!"]


async def test_a_reply_cut_before_its_first_sentence_is_an_error():
    partner = LanguageModelPartner(FakeChatModel(["Me gus"], is_cut=True))
    with pytest.raises(LanguageModelAnswerError):
        async for _ in partner.reply(TALK, "Un gato."):
            pass


def long_talk(exchanges: int) -> Conversation:
    talk = TALK
    for number in range(exchanges):
        talk = talk.with_exchange(Exchange(f"Digo {number}.", f"Ya veo. ¿Número {number}?"))
    return talk


def test_every_message_but_the_last_is_what_it_was_a_turn_ago():
    talk = long_talk(3)
    before = partner_messages(talk, "Un gato.", window_tokens=4096)
    later = partner_messages(
        talk.with_exchange(Exchange("Un gato.", "¿Y qué más?")), "Nada.", window_tokens=4096
    )
    assert later[: len(before)] == before


def test_the_last_message_leads_to_the_lessons_next_question():
    last = partner_messages(TALK, "Un gato.", window_tokens=4096)[-1]
    assert last.role is ChatRole.USER
    assert last.content.startswith("Un gato.")
    assert TALK.lesson.questions[0] in last.content


@pytest.mark.parametrize("window_tokens", [700, 1200, 4096])
def test_the_oldest_exchanges_are_dropped_where_the_window_is_too_small(window_tokens):
    messages = partner_messages(long_talk(200), "Un gato.", window_tokens=window_tokens)
    assert sum(len(message.content) for message in messages) / 2.5 < window_tokens
    assert messages[0].role is ChatRole.SYSTEM
    assert [message.role for message in messages[1:]] == [
        ChatRole.USER if place % 2 == 0 else ChatRole.ASSISTANT
        for place in range(len(messages) - 1)
    ]
    assert TALK.lesson.opening in [message.content for message in messages]


def test_the_instructions_name_the_role_the_level_and_the_words():
    lesson = replace(TALK.lesson, tutor_name="Berta", target_words=("el ratón",))
    system = partner_messages(Conversation(lesson), "Hola.", window_tokens=4096)[0].content
    for part in ("Berta", "A2", "el ratón", lesson.scene):
        assert part in system


async def test_getting_ready_asks_for_what_comes_before_the_learners_words():
    chat = FakeChatModel(["Vale"], is_cut=True)
    await LanguageModelPartner(chat, reads_ahead=True).get_ready(TALK)
    (read,) = chat.asked
    *known, last = partner_messages(TALK, "Un gato.")
    assert list(read)[:-1] == known
    assert last.content.endswith(read[-1].content)


async def test_somebody_elses_server_is_not_asked_to_get_ready():
    chat = FakeChatModel(["Vale"])
    await LanguageModelPartner(chat).get_ready(TALK)
    assert list(chat.asked) == []
