"""The gap in a sentence: what belongs there, and how to tell its place in an answer."""

from dataclasses import dataclass, replace
from itertools import takewhile

from tutor.domain.answer_words import Words, places
from tutor.domain.pronunciation import likeness, plain
from tutor.domain.regional_variants import are_variants
from tutor.domain.spanish_words import (
    CLITICS,
    DEGREES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

__all__ = ["SMALL_WORDS", "Gap", "same_in_context"]

SMALL_WORDS = DETERMINERS | CLITICS | PREPOSITIONS | frozenset("que y e o u no si".split())
"""Words that a sentence may hold several times, so that where they stand is tested too."""
_BEFORE_NOUN_OR_VERB = DETERMINERS | CLITICS
_CLAUSE_STARTS = frozenset("y e pero porque aunque ni o".split())
_REACH = 3
"""Words between a small word and the word it goes with."""
_SAME_CONTEXT = 0.6
"""Likeness from which a neighbour is the one of the sentence, misheard or inflected."""
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence, what belongs into its gap, and what was said there instead."""

    sentence: Words
    words: Words
    said: Words
    before: Words = ()
    """What stands before the gap, where the sentence holds the words several times."""
    behind: Words = ()

    def narrowed(self) -> "Gap":
        """Without the words that the right and the wrong phrase begin and end with alike."""
        words, said = self.words, self.said
        while len(words) > 1 and said and words[0] == said[0]:
            words, said = words[1:], said[1:]
        while len(words) > 1 and said and words[-1] == said[-1]:
            words, said = words[:-1], said[:-1]
        return Gap(self.sentence, words, said)

    def without_subjects(self) -> "Gap":
        """The sentence without the subject pronouns that are no part of what is tested."""
        return Gap(self.stripped(self.sentence), self.words, self.said)

    def stripped(self, words: Words) -> Words:
        """Some words without the subject pronouns that do not matter here.

        *él* and *el*, *tú* and *tu* sound the same, so right before the word that follows the
        gap either may be written for the tested one.
        """
        size = len(self.words)
        behind = [self.sentence[at + size :][:1] for at in places(self.words, self.sentence)]
        tested = {plain(word) for word in self.words}
        free = SUBJECT_PRONOUNS - {*self.words, *self.said}
        return tuple(
            word
            for at, word in enumerate(words)
            if word not in free or (plain(word) in tested and words[at + 1 : at + 2] in behind)
        )

    @property
    def is_small(self) -> bool:
        """Whether what is tested is only right beside its neighbour."""
        return set(self.words) <= SMALL_WORDS

    def places(self) -> tuple["Gap", ...]:
        """The gap at each place in the sentence where the words are; anywhere if they are not."""
        size = len(self.words)
        found = [
            replace(self, before=self.sentence[:start], behind=self.sentence[start + size :])
            for start in places(self.words, self.sentence)
        ]
        return tuple(found) or (replace(self, before=self.sentence, behind=self.sentence),)

    def fit(self, answer: Words, start: int, end: int) -> int:
        """How many neighbours a place in the answer shares with the gap, 0 to 2."""
        left, right = answer[:start], answer[end:]
        fits_behind = _meets(_near(right), self.behind)
        fits_before = _meets(_near(left[::-1]), self.before[::-1])
        if self.is_small:
            fits_before = bool(self.before and left) and same_in_context(left[-1], self.before[-1])
        if set(self.words) <= _BEFORE_NOUN_OR_VERB and self.behind:
            return (1 + fits_before) if fits_behind else 0
        return fits_behind + fits_before


def _near(words: Words) -> Words:
    """The nearest words, as far as the next clause."""
    within = takewhile(lambda word: word not in _CLAUSE_STARTS, words[:_REACH])
    return tuple(within) or words[:1]


def _meets(near: Words, context: Words) -> bool:
    """Whether the nearest words are, or soon hold, the first words of the context."""
    if not near or not context:
        return False
    if same_in_context(near[0], context[0]):
        return True
    content = next((word for word in context if word not in SMALL_WORDS | DEGREES), None)
    return content is not None and any(same_in_context(word, content) for word in near)


def same_in_context(word: str, other: str) -> bool:
    """Whether a word is that of the sentence, whatever its accents, ending or region."""
    if plain(word) == plain(other) or are_variants([word], [other]):
        return True
    return min(len(word), len(other)) >= _LONG_WORD and likeness(word, other) >= _SAME_CONTEXT
