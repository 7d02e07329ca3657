"""A model's answer as one text, as far as it is wanted."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

from tutor.errors import LanguageModelAnswerError

__all__ = ["WholeAnswer", "whole_answer"]


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """What has come of an answer."""

    text: str
    cut: LanguageModelAnswerError | None = None
    """Why it is not whole, where it was cut at its limit or empty."""


async def whole_answer(
    pieces: AsyncGenerator[str, None], is_enough: Callable[[str], bool] = lambda _: False
) -> WholeAnswer:
    """The pieces of ChatModel.stream joined, no more of them than are enough.

    Raises LanguageModelError, but for what ``cut`` tells.
    """
    text = ""
    async with aclosing(pieces) as opened:
        try:
            async for piece in opened:
                text += piece
                if is_enough(text):
                    break
        except LanguageModelAnswerError as error:
            return WholeAnswer(text, error)
    return WholeAnswer(text)
