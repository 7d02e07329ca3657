"""What a chat server sends, as text, and reading what becomes of it."""

import json
from collections.abc import AsyncIterator

__all__ = ["CHAT_PATH", "chunk", "gather", "sse"]

CHAT_PATH = "/v1/chat/completions"


def chunk(piece: str | None, reason: str | None = None) -> str:
    """One event of a streamed answer."""
    row = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": reason}],
    }
    return f"data: {json.dumps(row)}\n\n"


def sse(*pieces: str, reason: str | None = "stop") -> str:
    """A whole streamed answer."""
    return "".join(chunk(piece) for piece in pieces) + chunk(None, reason) + "data: [DONE]\n\n"


async def gather(pieces: AsyncIterator[str], into: list[str]) -> None:
    """Append the pieces as they come, so that those before an error are kept."""
    async for piece in pieces:
        into.append(piece)  # noqa: PERF401  # a comprehension would lose them
