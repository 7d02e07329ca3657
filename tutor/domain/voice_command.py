"""What a learner says to the tutor about the talk itself, not as a part of it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tutor.domain.asked_word import AskedWord, asked_word
from tutor.domain.command_phrases import ASIDES, FILLERS, LEADS, PATTERNS, PHRASES_WITH_A_MARK
from tutor.domain.language import Language
from tutor.domain.sentences import plain_words

__all__ = ["IN_PRACTICE", "IN_REVIEW", "KEYS", "VoiceCommand", "Wish", "command_in", "recognised"]


class VoiceCommand(StrEnum):
    """What can be wished."""

    REPEAT = "repeat"
    SLOWER = "slower"
    FASTER = "faster"
    """At the normal pace again."""
    HOW_TO_SAY = "how_to_say"
    """*¿Cómo se dice X?*"""
    MEANING = "meaning"
    """*¿Qué significa X?*"""
    IN_ENGLISH = "in_english"
    """What the tutor said last."""
    HINT = "hint"
    SKIP = "skip"
    CORRECTIONS_OFF = "corrections_off"
    CORRECTIONS_ON = "corrections_on"
    WAIT = "wait"
    GIVE_UP = "give_up"
    """*No sé*: an ordinary answer in a talk."""
    RIGHT = "right"
    """The last answer was right, whatever the tutor thinks."""
    WRONG = "wrong"
    UNDO = "undo"
    FINISH = "finish"


IN_PRACTICE = frozenset(
    {
        VoiceCommand.REPEAT,
        VoiceCommand.SLOWER,
        VoiceCommand.FASTER,
        VoiceCommand.HOW_TO_SAY,
        VoiceCommand.MEANING,
        VoiceCommand.IN_ENGLISH,
        VoiceCommand.HINT,
        VoiceCommand.SKIP,
        VoiceCommand.CORRECTIONS_OFF,
        VoiceCommand.CORRECTIONS_ON,
        VoiceCommand.WAIT,
        VoiceCommand.FINISH,
    }
)
"""What can be wished in a talk."""

KEYS = {
    "=": VoiceCommand.REPEAT,
    "<": VoiceCommand.SLOWER,
    "?": VoiceCommand.HINT,
    ">": VoiceCommand.SKIP,
    "+": VoiceCommand.RIGHT,
    "-": VoiceCommand.WRONG,
    "/": VoiceCommand.UNDO,
    ".": VoiceCommand.FINISH,
}
"""One key for each, for those who type answers."""

IN_REVIEW = frozenset(KEYS.values()) | {VoiceCommand.GIVE_UP, VoiceCommand.WAIT}
"""What can be wished beside the answer to a question."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A command, with the word that it is about."""

    command: VoiceCommand
    asked: AskedWord | None = None
    """What is to be said or explained; None in all other commands."""

    @property
    def topic(self) -> str:
        """The word as it was said; empty where there is none."""
        return "" if self.asked is None else self.asked.word


def recognised(said: str, live: Collection[VoiceCommand], *, called: str = "") -> Wish | None:
    """The one of the ``live`` commands that a whole utterance is; None for everything else.

    Accents, case, punctuation, politeness, fillers and the name that the tutor is ``called`` by do
    not matter. Nothing but the command may be said, so that no ordinary sentence is taken for one;
    only a word may be asked for after the beginning of a sentence that was broken off.
    """
    readings = tuple(_readings(plain_words(said), plain_words(called)))
    return (
        _by_key(said, live)
        or _by_phrase(readings, live, is_question="?" in said)
        or _by_word(said, live)
    )


def _by_key(said: str, live: Collection[VoiceCommand]) -> Wish | None:
    command = KEYS.get(said.strip())
    if command is None or command not in live or VoiceCommand.UNDO not in live:
        return None
    return Wish(command)


def _by_phrase(
    readings: Collection[str], live: Collection[VoiceCommand], *, is_question: bool
) -> Wish | None:
    for name in PATTERNS:
        if VoiceCommand(name) not in live:
            continue
        patterns = [_pattern(name)]
        if is_question and name in PHRASES_WITH_A_MARK:
            patterns.append(_question(name))
        if any(pattern.fullmatch(words) for pattern in patterns for words in readings):
            return Wish(VoiceCommand(name))
    return None


def _by_word(said: str, live: Collection[VoiceCommand]) -> Wish | None:
    asked = asked_word(said)
    if asked is None:
        return None
    is_to_say = asked.language is Language.ENGLISH
    command = VoiceCommand.HOW_TO_SAY if is_to_say else VoiceCommand.MEANING
    return Wish(command, asked) if command in live else None


def _readings(words: Iterable[str], called: Iterable[str]) -> Iterator[str]:
    """The words, each followed by a space, with less and less around them.

    What is an aside beside one command may be a part of another.
    """
    said = _ANYWHERE.sub("", "".join(f"{word} " for word in words))
    name = "".join(f"{word} " for word in called)
    for text in _shortened(said, lambda text: _AFTER.sub("", _without_end(text, name))):
        yield from _shortened(text, lambda text: _BEFORE.sub("", text.removeprefix(name)))


def _shortened(text: str, shorten: Callable[[str], str]) -> Iterator[str]:
    """The text, and what is left of it each time that something can be taken away."""
    yield text
    while (shorter := shorten(text)) != text:
        yield shorter
        text = shorter


def _without_end(text: str, name: str) -> str:
    return text.removesuffix(name) if text.endswith(f" {name}") else text


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{'|'.join(PATTERNS[name])}) )+")


@cache
def _question(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(PHRASES_WITH_A_MARK[name])}) ")


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


_ANYWHERE = re.compile(rf"(?<!\S)(?:{_any_of(FILLERS)}) ")
_BEFORE = re.compile(rf"^(?:{_any_of(ASIDES)}|{'|'.join(LEADS)}) ")
_AFTER = re.compile(rf"(?<!\S)(?:{_any_of(ASIDES)}) $")


def command_in(said: str, live: Collection[VoiceCommand]) -> VoiceCommand | None:
    """The command that a whole utterance is, if it is one of the ``live`` ones."""
    wish = recognised(said, live)
    return None if wish is None else wish.command
