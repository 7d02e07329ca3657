"""A language model writes a story, a sentence at a time; the rules of the domain judge each."""

import asyncio

from tutor.adapters.llm.whole_answer import whole_answer
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.lesson import Level
from tutor.domain.sentences import split_sentences
from tutor.domain.story import MIN_QUESTIONS, People, Story, StoryQuestion
from tutor.domain.story_writing import SENTENCES, question_from, sentence_flaws
from tutor.ports import ChatModel, Commentator, Lexicon

__all__ = ["LanguageModelStoryteller"]

_MOST_TOKENS = 60
_TEMPERATURES = (0.4, 0.8)
"""Of each attempt at a sentence."""
_MOST_FAILURES = 2
"""Sentences running that will not do, after which a story is given up."""
_STYLE = {
    Level.A1: "frases muy cortas en presente, con palabras muy comunes",
    Level.A2: "frases cortas en pasado, con palabras comunes",
    Level.B1: "frases claras en pasado",
    Level.B2: "un español natural y variado",
}
_TASK = """\
Escribes un cuento corto para alguien que aprende español: {style}. Trata de {name}, en {place}, \
con {thing}. Escribe solo la frase siguiente del cuento, una sola, sin preguntas."""
_BEGIN = "Empieza el cuento."
_GO_ON = "Sigue."


class LanguageModelStoryteller:
    """Writes a story, or none where the model's sentences will not do."""

    def __init__(self, chat: ChatModel, commentator: Commentator, lexicon: Lexicon) -> None:
        self._chat = chat
        self._commentator = commentator
        self._lexicon = lexicon

    async def story(self, people: People, level: Level) -> Story | None:
        """A story about these people, with questions; raises LanguageModelError."""
        sentences: list[str] = []
        failures = 0
        while len(sentences) < SENTENCES[level] and failures < _MOST_FAILURES:
            sentence = await self._sentence(sentences, people, level)
            failures = failures + 1 if sentence is None else 0
            sentences += [] if sentence is None else [sentence]
        questions = await self._questions(sentences, level)
        if len(sentences) < SENTENCES[level] or len(questions) < MIN_QUESTIONS:
            return None
        return Story(level, f"Un cuento sobre {people.name}", tuple(sentences), tuple(questions))

    async def _sentence(self, so_far: list[str], people: People, level: Level) -> str | None:
        for temperature in _TEMPERATURES:
            written = await self._answer(so_far, people, level, temperature)
            sentence = (split_sentences(written.strip().strip('"«»')) or [""])[0]
            flaws = await asyncio.to_thread(
                list, sentence_flaws(sentence, so_far, level, people, self._lexicon.facts)
            )
            if not flaws:
                return sentence
        return None

    async def _questions(self, sentences: list[str], level: Level) -> list[StoryQuestion]:
        """One about each part of the story, as far as it will do, until there are enough."""
        size = max(1, len(sentences) // MIN_QUESTIONS)
        found: dict[str, StoryQuestion] = {}
        for start in range(0, len(sentences), size):
            part = sentences[start : start + size]
            remark = await self._commentator.remark(part, level)
            question = None if remark is None else question_from(remark, part)
            if question is not None:
                found.setdefault(question.ask, question)
        return list(found.values())[:MIN_QUESTIONS]

    async def _answer(
        self, so_far: list[str], people: People, level: Level, temperature: float
    ) -> str:
        task = _TASK.format(
            style=_STYLE[level], name=people.name, place=people.place, thing=people.thing
        )
        messages = [ChatMessage(ChatRole.SYSTEM, task), ChatMessage(ChatRole.USER, _BEGIN)]
        for sentence in so_far:
            messages.append(ChatMessage(ChatRole.ASSISTANT, sentence))
            messages.append(ChatMessage(ChatRole.USER, _GO_ON))
        stream = self._chat.stream(messages, max_tokens=_MOST_TOKENS, temperature=temperature)
        # Cut behind its first sentence, or else it will not do.
        answer = await whole_answer(stream, lambda so_far: len(split_sentences(so_far)) > 1)
        return answer.text
