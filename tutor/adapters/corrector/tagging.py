"""Correcting with the trained tagger: what it proposes, weighed by the rules of the domain."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tutor.adapters.corrector.tagger import OnnxTagger
from tutor.domain.conjugation import VerbIndex
from tutor.domain.correcting import correct_by_proposals
from tutor.domain.correction import Correction
from tutor.domain.language import Language
from tutor.domain.proposal import Proposal, proposals
from tutor.domain.strictness import Strictness, thresholds
from tutor.domain.tokens import Token, tokenize
from tutor.domain.transcript import Transcript, typed_transcript
from tutor.domain.word_forms import WordForms
from tutor.ports import Lexicon

__all__ = ["TaggingCorrector", "Trained", "load_trained"]

_AT_ONCE = 30
"""Words up to which sentences are read together."""
_MOST = 50
"""Words from which one sentence is read in parts."""
_LEAST = 0.02
"""Confidence below which a change is not worth weighing."""


@dataclass(frozen=True, slots=True)
class Trained:
    """The tagger, and the words that it chooses from."""

    tagger: OnnxTagger
    forms: WordForms


class TaggingCorrector:
    """A Corrector that needs nothing but the trained tagger.

    ``load`` is called once, in a thread, before the first sentence is corrected.
    """

    def __init__(
        self, load: Callable[[], Trained], lexicon: Lexicon, strictness: Strictness
    ) -> None:
        self._trained = cache(load)
        self._lexicon = lexicon
        self._limits = thresholds(strictness)

    async def correct(self, transcript: Transcript) -> Correction:
        """See Corrector.correct; English is left alone."""
        said = transcript.text
        if transcript.language is not Language.SPANISH or not said.strip():
            return Correction(said, said)
        return await asyncio.to_thread(self.corrected, transcript)

    async def load(self) -> None:
        """Read all that the first correction would read, the dictionary too; about a second."""
        await asyncio.to_thread(self.corrected, typed_transcript("Hola."))

    def corrected(self, transcript: Transcript) -> Correction:
        """The correction of Spanish words, at once."""
        proposed = self.proposed(transcript.text)
        return correct_by_proposals(transcript, proposed, self._limits, self._lexicon.facts)

    def proposed(self, text: str) -> list[Proposal]:
        """Every change that the tagger thinks of, with its calibrated probability."""
        found: list[Proposal] = []
        at = 0
        trained = self._trained()
        for stretch in _stretches(tokenize(text)):
            words = tuple(token.text if "*" in token.text else token.norm for token in stretch)
            found += [
                replace(
                    one,
                    start=one.start + at,
                    end=one.end + at,
                    probability=trained.tagger.calibration.probability(words, one),
                )
                for one in proposals(words, trained.tagger.tags(words), trained.forms)
                if one.probability >= _LEAST
            ]
            at += len(stretch)
        return found


def load_trained(folder: Path, frequencies: Callable[[], Mapping[str, float]]) -> Trained:
    """Read the tagger of a folder; less than half a second."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        known = beside.submit(frequencies)
        tagger = OnnxTagger(folder)
        verbs = VerbIndex(tagger.verbs)
        return Trained(tagger, WordForms(known.result(), verbs))


def _stretches(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The words in runs of whole sentences, and long sentences in parts."""
    start = 0
    for at in range(1, len(tokens) + 1):
        ends = at == len(tokens) or tokens[at].initial
        if ends and at < len(tokens) and _fits(tokens, start, at):
            continue
        if ends or at - start >= _MOST:
            yield tokens[start:at]
            start = at


def _fits(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the sentence that begins at ``at`` can be read with those since ``start``."""
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].initial), len(tokens))
    return end - start <= _AT_ONCE
