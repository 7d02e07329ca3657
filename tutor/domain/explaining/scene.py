"""A change with the words around it, as the rules that name it look at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from tutor.domain.alignment import Alignment, Span
from tutor.domain.spanish_words import (
    CLITICS,
    DEGREES,
    DETERMINERS,
    ESTAR,
    GUSTAR_LIKE,
    HABER,
    PREPOSITIONS,
    PRONOUNS,
    SER,
)
from tutor.domain.sub_kinds import SubKind
from tutor.domain.tokens import Token
from tutor.domain.verb_forms import Mood, Reading, Tense, readings
from tutor.domain.word_facts import FactsOf

__all__ = ["Named", "Scene", "scene_of"]


class Named(NamedTuple):
    """What a rule makes of a change."""

    sub_kind: SubKind
    trigger: str = ""
    """The words elsewhere in the sentence that decide, such as *ayer* or *quiero que*."""


_LINKS = frozenset("y e o u pero que porque cuando si aunque donde sino".split())
"""Words that begin another clause."""
_ALSO_REFLEXIVE = frozenset("quedar parecer aburrir preocupar sorprender".split())
"""Verbs whose subject is often a person: *me preocupo*, *nos quedamos*."""
_SMALL_WORDS = (
    _LINKS | PREPOSITIONS | PRONOUNS | SER | ESTAR | HABER | frozenset("no como más muy en".split())
)
"""What is never the noun of a determiner."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A change and the better words of its sentence on both sides, all lower case."""

    said: tuple[str, ...]
    better: tuple[str, ...]
    left: tuple[str, ...]
    """Nearest last."""
    behind: tuple[Token, ...]
    moved: bool
    facts: FactsOf

    @property
    def after(self) -> tuple[str, ...]:
        """The words behind the change."""
        return tuple(token.norm for token in self.behind)

    @property
    def one_for_one(self) -> bool:
        """Whether one word became one other."""
        return len(self.said) == len(self.better) == 1

    @property
    def one_verb(self) -> bool:
        """Whether on both sides there is one word, or one with pronouns before it."""
        small = {*self.said[:-1], *self.better[:-1]}
        return bool(self.said and self.better) and small <= CLITICS

    @property
    def change(self) -> tuple[str, str]:
        """The word and what it became, where one became one other; else two empty words."""
        return (self.said[0], self.better[0]) if self.one_for_one else ("", "")

    @property
    def before(self) -> str:
        """The word in front of the change."""
        return self.left[-1] if self.left else ""

    @property
    def next_word(self) -> str:
        """The word behind the change."""
        return self.behind[0].norm if self.behind else ""

    @property
    def third_word(self) -> str:
        """The word behind the next."""
        return self.behind[1].norm if len(self.behind) > 1 else ""

    @property
    def next_is_name(self) -> bool:
        """Whether a proper name follows."""
        return bool(self.behind) and self.behind[0].is_name

    @property
    def described(self) -> str:
        """The next word that is not *muy* or the like."""
        return next((word for word in self.after if word not in DEGREES), "")

    @property
    def noun(self) -> str:
        """The word that a determiner in the change goes with; empty where none surely does.

        Before another word that may be a noun it may be an adjective: *mi segundo año*.
        """
        behind = [word for word in self.after if word not in DETERMINERS][:2]
        word, next_word = (*behind, "", "")[:2]
        if word in _SMALL_WORDS or self.is_finite(word):
            return ""
        alone = not next_word or next_word in _SMALL_WORDS or self.is_finite(next_word)
        return word if alone else ""

    @property
    def verb_before(self) -> str:
        """The infinitive of a verb standing right before; empty for other words."""
        found = self.lemmas(self.before)
        return "ir" if "ir" in found else next(iter(sorted(found)), "")

    @property
    def liking_verb(self) -> str:
        """The infinitive of a verb like *gustar* in the change or right behind it."""
        near = (*self.better, *self.after[:1])
        lemmas = (self.facts(word).lemma for word in near)
        return next((lemma for lemma in lemmas if lemma in GUSTAR_LIKE - _ALSO_REFLEXIVE), "")

    def lemmas(self, word: str) -> set[str]:
        """The infinitives that a word can be a form of."""
        return {reading.lemma for reading in readings(word, self.facts)}

    def is_form_of(self, word: str, infinitive: str) -> bool:
        """Whether a word can be a form of a verb, also where it is commoner as a noun."""
        if infinitive in self.lemmas(word):
            return True
        stem = _even(infinitive[:-2])
        return _even(word).startswith(stem) and bool(readings(word, self.facts, infinitive))

    def moods(self, word: str) -> set[Mood]:
        """The moods that a word can have as a verb."""
        return {reading.mood for reading in readings(word, self.facts)}

    def is_infinitive(self, word: str) -> bool:
        """Whether a word can only be an infinitive."""
        return self.moods(word) == {Mood.INFINITIVE}

    def is_finite(self, word: str) -> bool:
        """Whether a word can be a verb with a person."""
        return any(mood.is_finite for mood in self.moods(word))

    def better_readings(self) -> frozenset[Reading]:
        """All that the last better word can be, also as a form of what was said."""
        return self._pair_readings(self.better, self.said)

    def said_readings(self) -> frozenset[Reading]:
        """All that the last word said can be, also as a form of what is better."""
        return self._pair_readings(self.said, self.better)

    def _pair_readings(self, own: tuple[str, ...], other: tuple[str, ...]) -> frozenset[Reading]:
        mine, theirs = self._readings_beside(own, other), self._readings_beside(other, own)
        shared = {one.lemma for one in mine} & {one.lemma for one in theirs}
        return frozenset(one for one in mine if one.lemma in shared or not shared)

    def _readings_beside(self, own: tuple[str, ...], other: tuple[str, ...]) -> frozenset[Reading]:
        if not own:
            return frozenset()
        lemma = self.facts(other[-1]).lemma if other else None
        return readings(own[-1], self.facts) | readings(own[-1], self.facts, lemma)

    def tenses(self) -> set[Tense]:
        """The tenses that the last better word can have."""
        return {reading.tense for reading in self.better_readings()}

    def phrase(self, phrases: Iterable[str]) -> str:
        """The first of some phrases that stands in the same clause; empty where none does."""
        behind = list(takewhile(lambda word: word not in _LINKS, self.after))
        ahead = list(takewhile(lambda word: word not in _LINKS, reversed(self.left)))[::-1]
        for phrase in phrases:
            for words in (ahead, behind):
                text = f" {' '.join(words)} "
                if f" {phrase} " in text and f" la {phrase} " not in text:
                    return phrase
        return ""


def _even(stem: str) -> str:
    """A stem with its stressed diphthong as it is without stress: *sueñ* and *soñ* are one."""
    return stem.replace("ue", "o").replace("ie", "e").replace("u", "o")


def scene_of(alignment: Alignment, span: Span, facts: FactsOf) -> Scene:
    """The scene of one change; other sentences are left out."""
    start = span.better_start
    while start > 0 and (start >= len(alignment.better) or not alignment.better[start].initial):
        start -= 1
    end = span.better_end
    while end < len(alignment.better) and not alignment.better[end].initial:
        end += 1
    return Scene(
        said=tuple(token.norm for token in alignment.said_words(span)),
        better=tuple(token.norm for token in alignment.better_words(span)),
        left=tuple(token.norm for token in alignment.better[start : span.better_start]),
        behind=alignment.better[span.better_end : end],
        moved=span.moved,
        facts=facts,
    )
