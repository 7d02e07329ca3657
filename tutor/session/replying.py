"""The tutor's reply: the partner's sentences as far as they will do, then the lesson's own."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

from tutor.domain.conversation import Conversation
from tutor.domain.level_words import LevelWords
from tutor.domain.reply_guard import ReplyGuard, spoken_form
from tutor.domain.stock_phrases import acknowledgement, follow_up
from tutor.errors import LanguageModelError
from tutor.ports import Partner

__all__ = ["Lead", "reply_sentences"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What the tutor says before the partner does, or in its place."""

    sentences: tuple[str, ...] = ()
    is_whole: bool = False
    """Whether it is the whole reply, so that no partner is asked."""
    helps: bool = False
    """Whether it is there because the learner struggles."""


async def reply_sentences(  # noqa: PLR0913  # two of them are wishes that most do without
    partner: Partner | None,
    conversation: Conversation,
    learner: str,
    on_problem: Callable[[str], None],
    *,
    lesson_leads: bool = False,
    words: LevelWords | None = None,
) -> AsyncGenerator[str, None]:
    """The sentences of the tutor's turn, each as early as it can be said; the last one asks.

    The partner is stopped once its question has been said. Where it gives none, wanders or
    fails, the lesson's own question follows; a failure is told once to ``on_problem``.
    Without a partner the lesson talks alone. Where the ``lesson_leads``, the partner is stopped
    after its first statement: a small model would only repeat the lesson's question, at the cost
    of half a second, and where none is left look for one of its own for many seconds, often in
    vain. By ``words`` what is beyond the learner's level is left out.
    """
    guard = ReplyGuard(conversation, learner, words)
    if partner is not None:
        try:
            if words is not None:
                await asyncio.to_thread(words.load)
            async with aclosing(partner.reply(conversation, learner)) as sentences:
                async for sentence in sentences:
                    speakable = spoken_form(sentence, conversation.next_question)
                    if guard.judge(speakable).is_said:
                        yield speakable
                    if guard.is_complete:
                        return
                    if guard.has_statement and lesson_leads:
                        break
        except LanguageModelError as error:
            on_problem(str(error))
    if not guard.has_statement:
        yield acknowledgement(conversation)
    yield follow_up(conversation)
