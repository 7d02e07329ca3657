"""Leaving a server alone that was not there."""

import pytest

from tests.fakes import FakeClock
from tutor.adapters.llm.resting import RestingChat
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.errors import LanguageModelBusyError, LanguageModelUnreachableError

ASKED = (ChatMessage(ChatRole.USER, "Hola."),)
GONE = LanguageModelUnreachableError("It is gone. Start it.")


class Server:
    """A ChatModel that answers each request as it is told to."""

    def __init__(self, *answers):
        self._answers = list(answers)
        self.requests = 0

    async def stream(self, messages, *, max_tokens, temperature, schema=None):
        del messages, max_tokens, temperature, schema
        self.requests += 1
        for piece in self._answers.pop(0):
            if isinstance(piece, Exception):
                raise piece
            yield piece


async def answer(chat):
    return [piece async for piece in chat.stream(ASKED, max_tokens=9, temperature=0.0)]


async def failure(chat):
    with pytest.raises(LanguageModelUnreachableError) as caught:
        await answer(chat)
    return str(caught.value)


async def test_a_server_that_was_not_there_is_not_asked_again_for_a_minute():
    clock, server = FakeClock(), Server([GONE], ["Hola"])
    chat = RestingChat(server, monotonic=clock.monotonic)
    assert await failure(chat) == str(GONE)
    clock.advance(59)
    assert await failure(chat) == str(GONE)
    assert server.requests == 1
    clock.advance(1)
    assert await answer(chat) == ["Hola"]


async def test_a_server_that_broke_off_or_was_busy_is_asked_again_at_once():
    server = Server(["Ho", GONE], [LanguageModelBusyError("Busy.")], ["Hola"])
    chat = RestingChat(server, monotonic=FakeClock().monotonic)
    await failure(chat)
    with pytest.raises(LanguageModelBusyError):
        await answer(chat)
    assert await answer(chat) == ["Hola"]
