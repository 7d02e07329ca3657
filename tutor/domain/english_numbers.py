"""Numbers as speakers of American English say them."""

import re
from collections.abc import Mapping
from typing import ClassVar

from tutor.domain.number_speller import NumberSpeller

__all__ = ["EnglishNumbers"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
}

_MAX_DAY = 31
_CENTURY = 100
_TEN = 10

_FIRST_PAIRED, _LAST_PAIRED, _UNPAIRED_DECADE = 1100, 2100, 200
"""From 1100 to 2099 two pairs of digits are read, but for 2000 to 2009."""


class EnglishNumbers:
    """Says what holds digits; ``speller`` knows the English number words."""

    units: ClassVar[Mapping[str, tuple[str, str]]] = {
        "kg": ("kilogram", "kilograms"),
        "g": ("gram", "grams"),
        "km/h": ("kilometer per hour", "kilometers per hour"),
        "km": ("kilometer", "kilometers"),
        "m": ("meter", "meters"),
        "cm": ("centimeter", "centimeters"),
        "mm": ("millimeter", "millimeters"),
        "l": ("liter", "liters"),
        "ml": ("milliliter", "milliliters"),
        "h": ("hour", "hours"),
        "min": ("minute", "minutes"),
        "°c": ("degree", "degrees"),
        "°f": ("degree", "degrees"),
        "°": ("degree", "degrees"),
    }
    fractions: ClassVar[Mapping[str, str]] = {
        "1/2": "one half",
        "1/3": "one third",
        "2/3": "two thirds",
        "1/4": "one quarter",
        "3/4": "three quarters",
    }
    powers: ClassVar[Mapping[str, str]] = {"²": "squared", "³": "cubed"}
    minus, to, percent = "minus", "to", "percent"
    points: ClassVar[Mapping[str, str]] = {",": "point", ".": "point"}
    thousands = ","
    day_pattern = re.compile(
        rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
        r"(?:,? (?P<year>\d{4})\b)?"
    )
    ordinal_pattern = re.compile(
        r"\b(?P<number>\d{1,6})(?P<suffix>st|nd|rd|th|s)\b",
        re.IGNORECASE,
    )
    scales = r"thousand|million|billion"

    def __init__(self, speller: NumberSpeller) -> None:
        self._speller = speller

    def cardinal(self, number: int, counted: str = "") -> str:  # noqa: ARG002  # as in Spanish
        """The number; English does not mind what is counted."""
        return self._speller.cardinal(number)

    def ungrouped(self, number: int, counted: str = "") -> str:  # noqa: ARG002  # as in Spanish
        """A number written without separators: 1999 is read as a year, 1500 as hundreds."""
        century, rest = divmod(number, _CENTURY)
        if not (_FIRST_PAIRED <= number < _LAST_PAIRED) or (number // _TEN) == _UNPAIRED_DECADE:
            return self._speller.cardinal(number)
        if rest == 0:
            return f"{self._speller.cardinal(century)} hundred"
        oh = "oh " if rest < _TEN else ""
        return f"{self._speller.cardinal(century)} {oh}{self._speller.cardinal(rest)}"

    def ordinal(self, number: int, suffix: str) -> str:
        """``21st``; with the suffix ``s`` a decade: ``1990s``."""
        if suffix.lower() == "s":
            return re.sub(r"ys$", "ies", f"{self.ungrouped(number)}s")
        return self._speller.ordinal(number)

    def date(self, first: int, second: int, year: int | None) -> str | None:
        """Month, then day, unless only the other order makes a date; None for neither."""
        month, day = (second, first) if first > len(_MONTHS) else (first, second)
        if not (1 <= day <= _MAX_DAY and 1 <= month <= len(_MONTHS)):
            return None
        return self.day(day, _MONTHS[month - 1], year)

    def iso_date(self, year: int, month: int, day: int) -> str | None:
        """Year, month, day; None where there is no such date."""
        return self.date(month, day, year) if month <= len(_MONTHS) else None

    def day(self, day: int, month: str, year: int | None) -> str:
        """A day of a month given by its name."""
        words = f"{month} {self._speller.ordinal(day)}"
        return words if year is None else f"{words}, {self.ungrouped(year)}"

    def time(self, hour: int, minute: int, half: str) -> str:
        """``half`` is ``a``, ``p`` or empty."""
        words = self._speller.cardinal(hour)
        if minute:
            words += " oh" if minute < _TEN else ""
            words += f" {self._speller.cardinal(minute)}"
        if half:
            return f"{words} {half.upper()} M"
        return words if minute else f"{words} o'clock"

    def money(self, whole: int, cents: int, sign: str) -> str:
        """An amount with its currency."""
        one, many, one_cent, many_cents = _CURRENCIES[sign]
        words = f"{self._speller.cardinal(whole)} {one if whole == 1 else many}"
        if not cents:
            return words
        name = one_cent if cents == 1 else many_cents
        return f"{words} and {self._speller.cardinal(cents)} {name}"

    def large_money(self, number: str, scale: str, sign: str) -> str:
        """An amount of thousands or millions; ``number`` is in words."""
        return f"{number} {scale} {_CURRENCIES[sign][1]}"
