"""What a language model is told."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ChatMessage", "ChatRole"]


class ChatRole(StrEnum):
    """Who a message is from, in the words of the OpenAI-compatible interface."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message of a chat."""

    role: ChatRole
    content: str
