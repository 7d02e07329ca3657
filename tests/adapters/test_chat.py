"""Servers that misbehave, each a real one on the loopback."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from tests.adapters.chat_server import CHAT_PATH, chunk, gather, sse
from tutor.adapters.llm.address import is_loopback
from tutor.adapters.llm.chat import OpenAiChat
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.errors import (
    LanguageModelAnswerError,
    LanguageModelBusyError,
    LanguageModelRefusedError,
    LanguageModelUnreachableError,
)

MESSAGES = (ChatMessage(ChatRole.USER, "Hola"),)
STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def answer(chat: OpenAiChat, max_tokens: int = 20) -> list[str]:
    async with chat:
        return [
            piece async for piece in chat.stream(MESSAGES, max_tokens=max_tokens, temperature=0.0)
        ]


@asynccontextmanager
async def raw_server(send: Callable[[asyncio.StreamWriter], Awaitable[None]]):
    """A server that reads a request's head and leaves the rest to ``send``."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        try:
            await send(writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        port = server.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.close()


async def test_a_refused_connection_says_to_start_the_server(unused_tcp_port):
    chat = OpenAiChat(f"http://127.0.0.1:{unused_tcp_port}/v1", "m")
    with pytest.raises(LanguageModelUnreachableError, match=r"tutor config set llm\.base_url"):
        await answer(chat)


@pytest.mark.parametrize("address", ["nonsense", "localhost:1/v1", "http://[::", "http://"])
async def test_an_address_that_is_none_is_unreachable(address):
    with pytest.raises(LanguageModelUnreachableError):
        await answer(OpenAiChat(address, "m"))


@pytest.mark.parametrize(
    ("status", "error", "step"),
    [
        (401, LanguageModelRefusedError, "tutor config set llm.api_key"),
        (403, LanguageModelRefusedError, "tutor config set llm.api_key"),
        (404, LanguageModelRefusedError, "tutor config set llm.model"),
        (400, LanguageModelRefusedError, "tutor config list"),
        (429, LanguageModelBusyError, "Try again later"),
        (500, LanguageModelBusyError, "Try again later"),
        (503, LanguageModelBusyError, "Try again later"),
    ],
)
async def test_a_status_becomes_an_error_with_a_next_step(httpserver, status, error, step):
    httpserver.expect_request(CHAT_PATH).respond_with_data("no", status=status)
    with pytest.raises(error) as raised:
        await answer(OpenAiChat(httpserver.url_for("/v1"), "m"))
    assert step in str(raised.value)


async def test_where_no_model_is_named_none_is_quoted(httpserver: HTTPServer):
    httpserver.expect_request("/v1/models").respond_with_data("no", status=404)
    with pytest.raises(LanguageModelRefusedError, match="has no language model there"):
        await answer(OpenAiChat(httpserver.url_for("/v1")))


async def test_a_redirect_is_not_followed(httpserver: HTTPServer):
    httpserver.expect_request(CHAT_PATH).respond_with_data(
        "", status=307, headers={"Location": httpserver.url_for("/elsewhere")}
    )
    with pytest.raises(LanguageModelRefusedError):
        await answer(OpenAiChat(httpserver.url_for("/v1"), "m"))
    assert [request.path for request, _ in httpserver.log] == [CHAT_PATH]


async def test_a_server_that_accepts_and_hangs_is_given_up():
    async def hang(_writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    async with raw_server(hang) as address:
        with pytest.raises(LanguageModelUnreachableError, match=r"llm\.timeout_seconds"):
            await answer(OpenAiChat(address, "m", timeout_seconds=0.2))


async def test_a_server_that_stalls_in_the_middle_is_given_up():
    async def stall(writer: asyncio.StreamWriter) -> None:
        writer.write((STREAM + chunk("Hola")).encode())
        await writer.drain()
        await asyncio.Event().wait()

    async with raw_server(stall) as address:
        with pytest.raises(LanguageModelUnreachableError, match=r"llm\.timeout_seconds"):
            await answer(OpenAiChat(address, "m", timeout_seconds=0.3))


async def test_signs_of_life_without_words_do_not_extend_the_wait():
    async def ping(writer: asyncio.StreamWriter) -> None:
        writer.write(STREAM.encode())
        while True:
            writer.write(b": ping\n\n")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with raw_server(ping) as address:
        with pytest.raises(LanguageModelUnreachableError, match=r"llm\.timeout_seconds"):
            await answer(OpenAiChat(address, "m", timeout_seconds=0.2))


async def test_an_answer_that_breaks_off_gives_its_pieces_then_an_error():
    async def break_off(writer: asyncio.StreamWriter) -> None:
        writer.write((STREAM + chunk("Hola, ¿qué")).encode())
        await writer.drain()

    pieces: list[str] = []
    async with raw_server(break_off) as address, OpenAiChat(address, "m") as chat:
        with pytest.raises(LanguageModelUnreachableError):
            await gather(chat.stream(MESSAGES, max_tokens=20, temperature=0.0), pieces)
    assert pieces == ["Hola, ¿qué"]


async def test_a_chunked_answer_cut_by_the_network_is_unreachable():
    async def cut(writer: asyncio.StreamWriter) -> None:
        head = STREAM.replace("Connection: close", "Transfer-Encoding: chunked")
        writer.write(f"{head}ff\r\n{chunk('Hola')}".encode())
        await writer.drain()

    async with raw_server(cut) as address:
        with pytest.raises(LanguageModelUnreachableError):
            await answer(OpenAiChat(address, "m"))


async def test_an_answer_that_never_stops_is_cut():
    async def babble(writer: asyncio.StreamWriter) -> None:
        writer.write(STREAM.encode())
        while True:
            writer.write(chunk("bla bla bla ").encode())
            await writer.drain()

    async with raw_server(babble) as address:
        with pytest.raises(LanguageModelAnswerError, match="too long"):
            await answer(OpenAiChat(address, "m"), max_tokens=5)


@pytest.mark.parametrize(
    "body",
    [
        "data: {rubbish\n\n",
        "data: [1, 2]\n\n",
        'data: "text"\n\n',
        'data: {"choices": 3}\n\n',
        'data: {"choices": [7]}\n\n',
        'data: {"choices": [{"delta": {"content": {"a": 1}}}]}\n\n',
        'data: {"error": {"message": "out of memory"}}\n\n',
        b"data: \xff\xfe\n\n",
        "<html>A page</html>",
        "",
    ],
)
async def test_rubbish_is_an_unusable_answer(httpserver, body):
    httpserver.expect_request(CHAT_PATH).respond_with_data(body, content_type="text/event-stream")
    with pytest.raises(LanguageModelAnswerError):
        await answer(OpenAiChat(httpserver.url_for("/v1"), "m"))


async def test_without_a_name_the_servers_first_model_is_asked(httpserver: HTTPServer):
    httpserver.expect_request("/v1/models").respond_with_json(
        {"object": "list", "data": [{"id": "qwen", "object": "model"}]}
    )
    httpserver.expect_request(CHAT_PATH).respond_with_data(sse("Hola"))
    assert await answer(OpenAiChat(httpserver.url_for("/v1"))) == ["Hola"]
    assert httpserver.log[-1][0].get_json()["model"] == "qwen"


async def test_a_server_without_models_says_how_to_name_one(httpserver: HTTPServer):
    httpserver.expect_request("/v1/models").respond_with_json({"object": "list", "data": []})
    with pytest.raises(LanguageModelAnswerError, match=r"tutor config set llm\.model"):
        await answer(OpenAiChat(httpserver.url_for("/v1")))


async def test_nothing_about_the_machine_is_told(httpserver: HTTPServer, monkeypatch):
    monkeypatch.setenv("OPENAI_ORG_ID", "acme")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "secret")
    monkeypatch.setenv("OPENAI_API_KEY", "for-another-server")
    httpserver.expect_request(CHAT_PATH).respond_with_data(sse("Hola"))
    await answer(OpenAiChat(httpserver.url_for("/v1"), "m"))
    sent = str(httpserver.log[0][0].headers).lower()
    for word in ("acme", "secret", "for-another-server", "linux", "cpython", "arch"):
        assert word not in sent


async def test_a_proxy_of_the_environment_is_not_used_for_this_machine(
    httpserver: HTTPServer, monkeypatch, unused_tcp_port
):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_tcp_port}")
    httpserver.expect_request(CHAT_PATH).respond_with_data(sse("Hola"))
    assert await answer(OpenAiChat(httpserver.url_for("/v1"), "m")) == ["Hola"]


async def test_the_key_and_the_extra_fields_are_sent(httpserver: HTTPServer):
    seen = []

    def handler(request):
        seen.append((request.headers["Authorization"], request.get_json()))
        return Response(sse("Hola"), content_type="text/event-stream")

    httpserver.expect_request(CHAT_PATH).respond_with_handler(handler)
    chat = OpenAiChat(httpserver.url_for("/v1"), "m", "k", extra_body={"id_slot": 1})
    await answer(chat)
    key, body = seen[0]
    assert key == "Bearer k"
    assert (body["id_slot"], body["max_tokens"], body["stream"]) == (1, 20, True)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://[::1]:1/v1", True),
        ("https://api.example.org/v1", False),
        ("http://192.168.1.4/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
    ],
)
def test_only_this_machines_addresses_are_loopback(address, expected):
    assert is_loopback(address) is expected
