"""What language models do for a session, in our own words."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Protocol

from tutor.domain.chat import ChatMessage
from tutor.domain.conversation import Conversation
from tutor.domain.correction import Correction
from tutor.domain.language import Language
from tutor.domain.lesson import Level
from tutor.domain.remark import Remark
from tutor.domain.style_comment import StyleComment

__all__ = ["ChatModel", "Commentator", "Partner", "StyleCritic", "Translator"]


class ChatModel(Protocol):
    """A language model that answers a list of messages."""

    def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        """Pieces of the answer as they come; raises LanguageModelError.

        ``schema``: the JSON schema that the answer is to follow, where the server can make it.
        An answer cut at ``max_tokens`` ends in LanguageModelAnswerError, after its last piece.
        Closing the generator stops the model.
        """
        ...


class StyleCritic(Protocol):
    """Has an opinion on how something was said, which may be wrong."""

    async def comments(self, corrections: Sequence[Correction]) -> tuple[StyleComment, ...]:
        """At most three, on what was said in a session; raises LanguageModelError.

        Each is about one sentence, and quotes words of it.
        """
        ...


class Commentator(Protocol):
    """Has something to ask about a text, and to answer."""

    async def remark(self, sentences: Sequence[str], level: Level) -> Remark | None:
        """One question and its answer; None where nothing would do. Raises LanguageModelError."""
        ...


class Partner(Protocol):
    """Keeps the conversation going."""

    def reply(self, conversation: Conversation, learner: str) -> AsyncGenerator[str, None]:
        """The model's sentences, each as soon as it is complete; raises LanguageModelError.

        Closing the generator stops the model.
        """
        ...

    async def get_ready(self, conversation: Conversation) -> None:
        """Do what the next reply would otherwise wait for; raises LanguageModelError."""
        ...


class Translator(Protocol):
    """Puts Spanish into English, and English into Spanish."""

    async def translate(self, text: str, into: Language) -> str:
        """A word or a few sentences in the other language, on one line.

        Raises LanguageModelError, also where nothing usable came.
        """
        ...
