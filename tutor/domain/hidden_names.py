"""Names where a corpus hides them: ``*CITY*`` becomes a city."""

from collections.abc import Sequence

__all__ = ["NAMES", "PEOPLE", "kind_hidden", "named"]

NAMES: dict[str, tuple[str, ...]] = {
    "NUMBER": ("dos", "tres", "cinco", "diez", "veinte"),
    "AGE": ("veinte", "treinta", "dieciocho", "doce"),
    "DATE": ("lunes", "marzo", "junio"),
    "CITY": ("madrid", "davis", "chicago", "lima", "bogotá", "sacramento", "sevilla"),
    "PLACE": ("madrid", "davis", "chicago", "lima", "bogotá", "granada"),
    "STATE": ("california", "texas", "jalisco", "oregón"),
    "COUNTRY": ("méxico", "españa", "perú", "china"),
    "SCHOOL": ("stanford", "berkeley", "davis"),
    "ORGANIZATION": ("google", "netflix", "facebook"),
}
"""By the word between the asterisks, or a part of it."""
PEOPLE = tuple(
    "alex maría juan ana josé lucía emma carlos sofía michael jessica pedro laura kevin".split()
)
"""For everything else that is hidden."""


def kind_hidden(word: str) -> tuple[str, ...]:
    """The names of which one may stand for a word such as ``*CITY*``."""
    return next((names for kind, names in NAMES.items() if kind in word), PEOPLE)


def named(words: Sequence[str]) -> list[str]:
    """The words, with the first name of its kind for each that is hidden."""
    return [kind_hidden(word)[0] if "*" in word else word for word in words]
