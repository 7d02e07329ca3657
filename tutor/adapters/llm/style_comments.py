"""A language model's comments on style: what it is asked, and what of its answer is kept."""

import asyncio
import re
from collections.abc import Iterator, Sequence

from tutor.adapters.llm.whole_answer import whole_answer
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.correction import Correction
from tutor.domain.style_comment import (
    Spoken,
    StyleComment,
    comments_to_show,
    sentences_with_style,
)
from tutor.ports import ChatModel, Lexicon

__all__ = ["LanguageModelStyleCritic"]

_MOST_TOKENS = 240
_MOST_CHARACTERS = 3000
"""Of the learner's sentences; with them a window of 2048 tokens is nearly full."""
_LINE = re.compile(r"\W*(\d{1,3})\s*[:.)|*\-–—]+\s*(.+)")

_TASK = """\
You help people who learn Spanish to sound more natural. You are given what a learner said, one \
numbered sentence a line, with every mistake already corrected. So say nothing about grammar or \
spelling. Pick at most three sentences that a native speaker would put differently. For each write \
one line: its number, a colon, and one short remark in English, at most 25 words, which quotes \
some of the learner's own words in «guillemets». If all of them sound natural, write only: none"""
_EXAMPLES = (
    (
        """\
1. Vivo con dos amigos en el centro.
2. El hotel era muy grande y muy limpio y muy barato.
3. Yo pienso que yo voy a viajar en verano.""",
        """\
2: You say «muy» three times; «grande, limpio y baratísimo» would be livelier.
3: The verbs already say who, so «pienso que voy a viajar» sounds lighter than «yo pienso que yo \
voy a viajar».""",
    ),
    (
        """\
1. Ayer cenamos en casa de mi abuela.
2. Me encanta cómo cocina, la verdad.""",
        "none",
    ),
    (
        "1. Después comí, después dormí y después salí con mi perro.",
        "1: You say «después» three times; «luego» and «al final» would carry the story.",
    ),
)
_PREFIX = (
    ChatMessage(ChatRole.SYSTEM, _TASK),
    *(
        ChatMessage(role, text)
        for asked, answer in _EXAMPLES
        for role, text in ((ChatRole.USER, asked), (ChatRole.ASSISTANT, answer))
    ),
)


class LanguageModelStyleCritic:
    """A StyleCritic for which a model writes, and the rules of the domain decide what is shown."""

    def __init__(self, chat: ChatModel, lexicon: Lexicon) -> None:
        self._chat = chat
        self._lexicon = lexicon

    async def comments(self, corrections: Sequence[Correction]) -> tuple[StyleComment, ...]:
        """See StyleCritic.comments; of a long session only the end is read."""
        spoken = _latest(sentences_with_style(corrections))
        if not spoken:
            return ()
        written = tuple(_comments(await self._answer(spoken), spoken))
        return await asyncio.to_thread(comments_to_show, written, self._lexicon.facts)

    async def _answer(self, spoken: Sequence[Spoken]) -> str:
        """What the model writes; without its last line where that was cut."""
        lines = [f"{number}. {one.better}" for number, one in enumerate(spoken, start=1)]
        messages = (*_PREFIX, ChatMessage(ChatRole.USER, "\n".join(lines)))
        stream = self._chat.stream(messages, max_tokens=_MOST_TOKENS, temperature=0.0)
        answer = await whole_answer(stream)
        if answer.cut is None:
            return answer.text
        if not answer.text:
            raise answer.cut
        return answer.text.rpartition("\n")[0]


def _latest(spoken: Sequence[Spoken]) -> Sequence[Spoken]:
    """As many of the last sentences as a small window holds."""
    room = _MOST_CHARACTERS
    start = len(spoken)
    while start and len(spoken[start - 1].better) <= room:
        start -= 1
        room -= len(spoken[start].better)
    return spoken[start:]


def _comments(answer: str, spoken: Sequence[Spoken]) -> Iterator[StyleComment]:
    """Each line of an answer that is about one of the sentences."""
    for line in answer.splitlines():
        found = _LINE.fullmatch(line.strip())
        if found and 0 < int(found[1]) <= len(spoken):
            yield StyleComment(spoken[int(found[1]) - 1].said, found[2])
