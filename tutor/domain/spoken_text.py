"""A line of text as it is to be said: which voice says which part of it."""

import re

from tutor.domain.language import Language, SpokenLine

__all__ = ["fragments"]

_SPANISH_INSIDE = re.compile(r"«([^«»]*)»([,.;:!?…]*)")


def fragments(line: SpokenLine) -> tuple[SpokenLine, ...]:
    """The parts of a line that one voice each says, in order.

    An English line may hold Spanish in «guillemets»; punctuation right behind the closing
    one belongs to the Spanish, whose melody it shapes. Parts without a letter or digit are
    left out, so a line that says nothing has none.
    """
    if line.language is not Language.ENGLISH:
        return _worth_saying([line])
    parts = []
    end = 0
    for match in _SPANISH_INSIDE.finditer(line.text):
        parts.append(SpokenLine(Language.ENGLISH, line.text[end : match.start()].strip()))
        if _says_something(match[1]):
            parts.append(SpokenLine(Language.SPANISH, match[1].strip() + match[2]))
        end = match.end()
    parts.append(SpokenLine(Language.ENGLISH, line.text[end:].strip()))
    return _worth_saying(parts)


def _worth_saying(parts: list[SpokenLine]) -> tuple[SpokenLine, ...]:
    return tuple(part for part in parts if _says_something(part.text))


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)
