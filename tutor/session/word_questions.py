"""Answering questions about words: from the vocabulary, else by the language model."""

import asyncio
from collections.abc import Callable

from tutor.domain.asked_word import AskedWord
from tutor.domain.conversation import Conversation
from tutor.domain.language import Language
from tutor.domain.stock_phrases import question_again
from tutor.domain.vocabulary import Entry
from tutor.domain.word_answer import WordAnswer, translated_answer, word_answer
from tutor.errors import LanguageModelError, LessonError
from tutor.ports import Lexicon, Translator, Vocabulary

__all__ = ["WordQuestions"]


class WordQuestions:
    """Knows what the vocabulary knows; reads it when the first word is asked for."""

    def __init__(
        self, vocabulary: Vocabulary | None, lexicon: Lexicon, translator: Translator | None
    ) -> None:
        """Without a vocabulary and a translator no question is answered."""
        self._vocabulary = vocabulary
        self._lexicon = lexicon
        self._translator = translator
        self._entries: tuple[Entry, ...] | None = None

    async def answer(
        self, asked: AskedWord, conversation: Conversation, on_problem: Callable[[str], None]
    ) -> WordAnswer | None:
        """A word and the question that was open; None where nobody knows it.

        A vocabulary that cannot be read, and a model that fails, are told to ``on_problem``.
        """
        question = question_again(conversation)
        if self._vocabulary is not None:
            try:
                found = await asyncio.to_thread(self._look_up, asked, question, self._vocabulary)
            except LessonError as error:
                on_problem(str(error))
            else:
                if found is not None:
                    return found
        return await self._translated(asked, question, on_problem)

    async def _translated(
        self, asked: AskedWord, question: str, on_problem: Callable[[str], None]
    ) -> WordAnswer | None:
        if self._translator is None:
            return None
        is_to_say = asked.language is Language.ENGLISH
        into = Language.SPANISH if is_to_say else Language.ENGLISH
        try:
            translation = await self._translator.translate(asked.word, into)
        except LanguageModelError as error:
            on_problem(str(error))
            return None
        return await asyncio.to_thread(
            translated_answer, asked, translation, self._lexicon.facts, question
        )

    def _look_up(
        self, asked: AskedWord, question: str, vocabulary: Vocabulary
    ) -> WordAnswer | None:
        """Takes about a second the first time, for the words and the dictionary."""
        if self._entries is None:
            self._entries = vocabulary.entries()
        return word_answer(asked, self._entries, self._lexicon.facts, question)
