"""Correcting by asking a language model for the better sentence, and for nothing else."""

import asyncio
from contextlib import aclosing

from tutor.adapters.corrector.answer import corrected_sentence
from tutor.adapters.corrector.prompt import messages_for
from tutor.domain.correcting import build_correction
from tutor.domain.correction import Correction
from tutor.domain.language import Language
from tutor.domain.sentences import split_sentences
from tutor.domain.transcript import Transcript
from tutor.errors import LanguageModelAnswerError
from tutor.ports import ChatModel, Lexicon

__all__ = ["LanguageModelCorrector"]

_WORDS_AT_ONCE = 25
"""A longer text is asked about in pieces: a small model loses the thread of a long one."""
_SPARE_TOKENS = 24
"""For what a correction adds; a letter of Spanish is less than half a token."""


class LanguageModelCorrector:
    """A Corrector for which the model only writes: what was wrong is found by comparing."""

    def __init__(self, chat: ChatModel, lexicon: Lexicon) -> None:
        self._chat = chat
        self._lexicon = lexicon

    async def load(self) -> None:
        """See Corrector.load; the model is asked nothing before the first sentence."""

    async def correct(self, transcript: Transcript) -> Correction:
        """See Corrector.correct; English is left alone."""
        said = transcript.text
        if transcript.language is not Language.SPANISH or not said.strip():
            return Correction(said, said)
        better = [await self._better(piece) for piece in _pieces(said)]
        facts = self._lexicon.facts
        return await asyncio.to_thread(build_correction, transcript, " ".join(better), facts)

    async def _better(self, said: str) -> str:
        answer = await self._answer(said)
        return await asyncio.to_thread(corrected_sentence, answer, said, self._lexicon.facts)

    async def _answer(self, said: str) -> str:
        """The first line of the model's answer; what it writes behind it is not waited for."""
        answer = ""
        stream = self._chat.stream(
            messages_for(said), max_tokens=len(said) // 2 + _SPARE_TOKENS, temperature=0.0
        )
        async with aclosing(stream) as pieces:
            try:
                async for piece in pieces:
                    answer += piece
                    if "\n" in answer.lstrip():
                        break
            except LanguageModelAnswerError:
                if not answer:
                    raise
                return ""
        return answer


def _pieces(text: str) -> list[str]:
    """The text in runs of whole sentences of about ``_WORDS_AT_ONCE`` words."""
    pieces: list[str] = []
    for sentence in split_sentences(text):
        joined = f"{pieces[-1]} {sentence}" if pieces else sentence
        if pieces and len(joined.split()) <= _WORDS_AT_ONCE:
            pieces[-1] = joined
        else:
            pieces.append(sentence)
    return pieces
