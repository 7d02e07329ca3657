"""Answering questions about words from the vocabulary, without a language model."""

import asyncio
from collections.abc import Callable

from tutor.domain.asked_word import AskedWord, asked_word
from tutor.domain.conversation import Conversation
from tutor.domain.stock_phrases import question_again
from tutor.domain.vocabulary import Entry
from tutor.domain.word_answer import WordAnswer, word_answer
from tutor.errors import LessonError
from tutor.ports import Lexicon, Vocabulary

__all__ = ["WordQuestions"]


class WordQuestions:
    """Knows what the vocabulary knows; reads it when the first word is asked for."""

    def __init__(self, vocabulary: Vocabulary | None, lexicon: Lexicon) -> None:
        """Without a vocabulary no question is answered."""
        self._vocabulary = vocabulary
        self._lexicon = lexicon
        self._entries: tuple[Entry, ...] | None = None

    async def answer(
        self, utterance: str, conversation: Conversation, on_problem: Callable[[str], None]
    ) -> WordAnswer | None:
        """A word and the question that was open; None where no word is asked for or it is unknown.

        A vocabulary that cannot be read is told to ``on_problem``.
        """
        asked = asked_word(utterance)
        if asked is None or self._vocabulary is None:
            return None
        question = question_again(conversation)
        try:
            return await asyncio.to_thread(self._look_up, asked, question, self._vocabulary)
        except LessonError as error:
            on_problem(str(error))
            return None

    def _look_up(
        self, asked: AskedWord, question: str, vocabulary: Vocabulary
    ) -> WordAnswer | None:
        """Takes about a second the first time, for the words and the dictionary."""
        if self._entries is None:
            self._entries = vocabulary.entries()
        return word_answer(asked, self._entries, self._lexicon.facts, question)
