"""What every ChatModel keeps to; the servers that misbehave are in test_chat.py."""

from contextlib import aclosing

import pytest
from pytest_httpserver import HTTPServer

from tests.adapters.chat_server import CHAT_PATH, gather, sse
from tests.fakes import FakeChatModel
from tutor.adapters.llm.chat import OpenAiChat
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.errors import LanguageModelAnswerError

MESSAGES = (ChatMessage(ChatRole.SYSTEM, "Sé breve."), ChatMessage(ChatRole.USER, "Hola"))


@pytest.fixture(params=["fake", "openai"])
def chat_saying(request, httpserver: HTTPServer):
    """A function from pieces and whether the answer is cut to a ChatModel."""

    def make(*pieces: str, is_cut: bool = False):
        if request.param == "fake":
            return FakeChatModel(pieces, is_cut=is_cut)
        reason = "length" if is_cut else "stop"
        httpserver.expect_request(CHAT_PATH).respond_with_data(
            sse(*pieces, reason=reason), content_type="text/event-stream"
        )
        return OpenAiChat(httpserver.url_for("/v1"), "m")

    return make


async def test_pieces_come_in_order_and_whole(chat_saying):
    chat = chat_saying("¡Ho", "la! ", "¿Qué tal?")
    pieces = [piece async for piece in chat.stream(MESSAGES, max_tokens=9, temperature=0.0)]
    assert "".join(pieces) == "¡Hola! ¿Qué tal?"


async def test_an_answer_cut_at_the_limit_gives_its_pieces_then_an_error(chat_saying):
    chat = chat_saying("uno ", "dos ", is_cut=True)
    pieces: list[str] = []
    with pytest.raises(LanguageModelAnswerError):
        await gather(chat.stream(MESSAGES, max_tokens=9, temperature=0.0), pieces)
    assert "".join(pieces) == "uno dos "


async def test_an_empty_answer_is_an_error(chat_saying):
    with pytest.raises(LanguageModelAnswerError):
        async for _ in chat_saying().stream(MESSAGES, max_tokens=9, temperature=0.0):
            pass


async def test_a_stream_may_be_closed_early_and_the_model_asked_again(chat_saying):
    chat = chat_saying("uno ", "dos ", "tres")
    async with aclosing(chat.stream(MESSAGES, max_tokens=9, temperature=0.0)) as pieces:
        assert await anext(pieces) == "uno "
    again = [piece async for piece in chat.stream(MESSAGES, max_tokens=9, temperature=0.0)]
    assert "".join(again) == "uno dos tres"
