"""A server that was not there is not waited for in every turn."""

import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing

from tutor.domain.chat import ChatMessage
from tutor.errors import LanguageModelUnreachableError
from tutor.ports import ChatModel

__all__ = ["RestingChat"]

_REST_SECONDS = 60.0


class RestingChat:
    """A ChatModel that, after a request without any answer, fails at once for a minute."""

    def __init__(self, chat: ChatModel, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._chat = chat
        self._monotonic = monotonic
        self._rests_until = 0.0
        self._failure = ""

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        """See ChatModel.stream."""
        if self._failure and self._monotonic() < self._rests_until:
            raise LanguageModelUnreachableError(self._failure)
        has_answered = False
        answer = self._chat.stream(
            messages, max_tokens=max_tokens, temperature=temperature, schema=schema
        )
        try:
            async with aclosing(answer) as pieces:
                async for piece in pieces:
                    has_answered = True
                    yield piece
        except LanguageModelUnreachableError as error:
            if not has_answered:
                self._failure = str(error)
                self._rests_until = self._monotonic() + _REST_SECONDS
            raise
        self._failure = ""
