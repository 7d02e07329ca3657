"""Several jobs for one processor, one after the other."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing

from tutor.domain.chat import ChatMessage
from tutor.ports import ChatModel

__all__ = ["OneAtATime"]


class OneAtATime:
    """A ChatModel that waits for its turn in a lane it shares with others.

    Answers made at the same time on two cores take twice as long each, and change: a small model
    near a tie answers differently when its arithmetic is batched with another's.
    """

    def __init__(self, chat: ChatModel, lane: asyncio.Lock) -> None:
        self._chat = chat
        self._lane = lane

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        """See ChatModel.stream; whoever asked first is answered first."""
        async with self._lane:
            answer = self._chat.stream(
                messages, max_tokens=max_tokens, temperature=temperature, schema=schema
            )
            async with aclosing(answer) as pieces:
                async for piece in pieces:
                    yield piece
