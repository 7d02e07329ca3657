"""A language model asks and answers about a text; the rules of the domain decide what is kept."""

import asyncio
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, ValidationError

from tutor.adapters.llm.whole_answer import whole_answer
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.lesson import Level
from tutor.domain.remark import Remark, remark_flaws
from tutor.ports import ChatModel, Lexicon

__all__ = ["LanguageModelCommentator"]

_MOST_TOKENS = 120
_TEMPERATURES = (0.2, 0.7)
"""Of each attempt: the second one is to be another."""
_TASK = """\
Lees unas frases en español para alguien que lo aprende en el nivel {level}. Escribe una \
pregunta corta sobre lo que pasa en ellas y su respuesta, en una frase corta y sencilla, con \
palabras de las frases. Contesta solo con JSON: {{"question": "¿…?", "answer": "…"}}"""
_EXAMPLES = (
    (
        "Pedro llega tarde a la oficina. El tren no funciona hoy.",
        '{"question": "¿Por qué llega tarde Pedro?", "answer": "El tren no funciona."}',
    ),
    (
        "En verano mis primas viven con nosotros. Dormimos todas en el jardín.",
        '{"question": "¿Dónde duermen las primas?", "answer": "Duermen en el jardín."}',
    ),
)


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str
    answer: str

    def to_domain(self) -> Remark:
        return Remark(self.question.strip(), self.answer.strip())


class LanguageModelCommentator:
    """A Commentator that asks a model up to twice and says nothing rather than what will not do."""

    def __init__(self, chat: ChatModel, lexicon: Lexicon) -> None:
        self._chat = chat
        self._lexicon = lexicon

    async def remark(self, sentences: Sequence[str], level: Level) -> Remark | None:
        """See Commentator.remark."""
        for temperature in _TEMPERATURES:
            remark = _remark_in(await self._answer(sentences, level, temperature))
            if remark is not None and await asyncio.to_thread(
                self._will_do, remark, sentences, level
            ):
                return remark
        return None

    def _will_do(self, remark: Remark, sentences: Sequence[str], level: Level) -> bool:
        return not any(remark_flaws(remark, sentences, level, self._lexicon.facts))

    async def _answer(self, sentences: Sequence[str], level: Level, temperature: float) -> str:
        messages = [ChatMessage(ChatRole.SYSTEM, _TASK.format(level=level))]
        for asked, answered in (*_EXAMPLES, (" ".join(sentences), "")):
            messages.append(ChatMessage(ChatRole.USER, asked))
            if answered:
                messages.append(ChatMessage(ChatRole.ASSISTANT, answered))
        stream = self._chat.stream(messages, max_tokens=_MOST_TOKENS, temperature=temperature)
        answer = await whole_answer(stream, lambda so_far: "}" in so_far)
        return "" if answer.cut else answer.text  # the next attempt may be whole


def _remark_in(answer: str) -> Remark | None:
    """The first JSON object of an answer; None where there is none of that shape."""
    start, end = answer.find("{"), answer.find("}")
    try:
        return _Answer.model_validate_json(answer[start : end + 1]).to_domain()
    except ValidationError:
        return None
