"""Any server with OpenAI's chat interface: OpenAI, Ollama, LM Studio, vLLM, llama.cpp."""

import asyncio
import importlib
from collections.abc import AsyncGenerator, Awaitable, Mapping, Sequence
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from tutor.adapters.llm.address import is_address, is_loopback
from tutor.adapters.llm.failures import translated, unreachable
from tutor.domain.chat import ChatMessage
from tutor.errors import LanguageModelAnswerError, LanguageModelUnreachableError

if TYPE_CHECKING:
    from openai import AsyncOpenAI, AsyncStream
    from openai.types.chat import ChatCompletionChunk

T = TypeVar("T")

__all__ = ["OpenAiChat"]

_CONNECT_SECONDS = 5.0
"""A server that is there takes no longer to say so, however long it thinks."""

_DEADLINE_FACTOR = 4
"""A whole answer may take this many times the wait for one piece of it."""

_MAX_CHARACTERS_PER_TOKEN = 16
"""Beyond this a server has ignored ``max_tokens`` and may never stop."""

_UNTOLD = (
    "OpenAI-Organization",
    "OpenAI-Project",
    "X-Stainless-Arch",
    "X-Stainless-Async",
    "X-Stainless-Lang",
    "X-Stainless-OS",
    "X-Stainless-Package-Version",
    "X-Stainless-Runtime",
    "X-Stainless-Runtime-Version",
)
"""Headers about this machine and its environment that no server needs to know."""


class OpenAiChat:
    """A ChatModel behind a base URL; words go there and nowhere else.

    Redirects are not followed, and a server on this machine is never asked through a proxy.
    """

    def __init__(  # noqa: PLR0913  # a server may ask for as many
        self,
        base_url: str,
        model: str = "",
        api_key: str = "",
        *,
        timeout_seconds: float = 30.0,
        extra_body: Mapping[str, object] | None = None,
        socket_path: Path | None = None,
    ) -> None:
        """No ``model``: the server's first. ``timeout_seconds`` is the wait for one piece.

        ``socket_path`` is the Unix socket that a server listens on instead of a port.
        """
        self._base_url = base_url
        self._model = model
        self._api_key = api_key
        self._timeout_seconds = timeout_seconds
        self._extra_body = dict(extra_body or {})
        self._socket_path = socket_path
        self._client: AsyncOpenAI | None = None
        self._opening = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close its connections."""
        if self._client is not None:
            await self._client.close()

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        """See ChatModel.stream."""
        if not is_address(self._base_url):
            raise unreachable(self._base_url)
        openai = await asyncio.to_thread(importlib.import_module, "openai")
        waiting = _Patience(self._timeout_seconds)
        chunks: AsyncStream[ChatCompletionChunk] | None = None
        try:
            client = await self._open(openai)
            request: dict[str, Any] = {
                "model": self._model or await waiting.wait(_first_model(client)),
                "messages": [{"role": m.role.value, "content": m.content} for m in messages],
                "max_tokens": max_tokens,
                "temperature": temperature,
                "stream": True,
                "extra_body": self._extra_body,
                **_format(schema),
            }
            chunks = answer = await waiting.wait(client.chat.completions.create(**request))
            async for piece in _pieces(answer, waiting, max_tokens):
                yield piece
        except (openai.OpenAIError, TimeoutError, ValueError, AttributeError, TypeError) as error:
            raise translated(error, openai, self._base_url, self._model) from error
        finally:
            if chunks is not None:
                await chunks.close()

    async def _open(self, openai: ModuleType) -> "AsyncOpenAI":
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._new_client, openai)
        return self._client

    def _new_client(self, openai: ModuleType) -> "AsyncOpenAI":
        from httpx2 import AsyncHTTPTransport

        through_socket = self._socket_path and AsyncHTTPTransport(uds=str(self._socket_path))
        client: AsyncOpenAI = openai.AsyncOpenAI(
            base_url=self._base_url,
            api_key=self._api_key or "none",
            timeout=openai.Timeout(
                self._timeout_seconds,
                connect=min(_CONNECT_SECONDS, self._timeout_seconds),
            ),
            max_retries=0,
            default_headers={name: openai.Omit() for name in _UNTOLD},
            http_client=openai.DefaultAsyncHttpxClient(
                trust_env=not is_loopback(self._base_url),
                follow_redirects=False,
                transport=through_socket,
            ),
        )
        return client


def _format(schema: Mapping[str, object] | None) -> dict[str, Any]:
    """What asks for an answer in JSON; nothing where none is wanted."""
    if schema is None:
        return {}
    named = {"name": "answer", "strict": True, "schema": dict(schema)}
    return {"response_format": {"type": "json_schema", "json_schema": named}}


class _Patience:
    """Waits, but neither too long for one thing nor for all of them together."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._left = seconds * _DEADLINE_FACTOR

    async def wait(self, awaited: Awaitable[T]) -> T:
        """The awaited value; raises TimeoutError."""
        clock = asyncio.get_running_loop().time
        start = clock()
        try:
            # wait_for may swallow a cancellation
            async with asyncio.timeout(max(0.0, min(self._seconds, self._left))):
                return await awaited
        finally:
            self._left -= clock() - start


async def _first_model(client: "AsyncOpenAI") -> str:
    page = await client.models.list()
    if not page.data:
        raise LanguageModelAnswerError(
            "The language model server has no model. Run: tutor config set llm.model NAME"
        )
    return page.data[0].id


async def _pieces(
    chunks: "AsyncStream[ChatCompletionChunk]", patience: _Patience, max_tokens: int
) -> AsyncGenerator[str, None]:
    """The text of each chunk; raises LanguageModelError where the answer is not whole."""
    reason = None
    characters = 0
    while reason is None:
        try:
            chunk = await patience.wait(anext(chunks))
        except StopAsyncIteration:
            break
        for choice in chunk.choices:
            reason = choice.finish_reason or reason
            piece = choice.delta.content or ""
            if not isinstance(piece, str):
                raise TypeError("the client does not validate what it reads")
            characters += len(piece)
            if piece:
                yield piece
        if characters > max_tokens * _MAX_CHARACTERS_PER_TOKEN:
            reason = "length"
    if reason == "length":
        raise LanguageModelAnswerError(
            "The language model's answer was too long and was cut. "
            "Say it in fewer words, or try another: tutor config set llm.model NAME"
        )
    if not characters:
        raise LanguageModelAnswerError(
            "The language model gave no answer. Try another one: tutor config set llm.model NAME"
        )
    if reason is None:
        raise LanguageModelUnreachableError(
            "The language model broke off in the middle of its answer. Try again."
        )
