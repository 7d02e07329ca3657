"""Everything written with digits, in words."""

import re
from collections.abc import Callable
from typing import TypeAlias
from unicodedata import digit

from tutor.domain.english_numbers import EnglishNumbers
from tutor.domain.language import Language
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.spanish_numbers import SpanishNumbers

__all__ = ["numbers_in_words"]

_Numbers: TypeAlias = SpanishNumbers | EnglishNumbers
_Match: TypeAlias = re.Match[str]

_MAX_DIGITS = 12
"""Longer numbers are codes or telephone numbers, said digit by digit."""

_HOURS, _MINUTES = 24, 60

_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b(?!/)")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|\b(?P<hour24>\d{1,2}):(?P<minute24>\d{2})\b(?!:)(?:\s?h(?:rs?)?\b\.?)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"({_NUMBER})\s?%")
_FRACTION = re.compile(r"(?<![\d/])[123]/[234](?![\d/])")
_CODE = re.compile(r"\b\d+(?:-\d+){2,}\b")
_RANGE = re.compile(r"(?<=\d)[-–](?=\d)")
_MINUS = re.compile(r"(?<![\w)])[-−](?=\d)")
_PLAIN = re.compile(rf"({_NUMBER})(?=(?:\s+([^\W\d_]+))?)")


def numbers_in_words(text: str, language: Language, speller: NumberSpeller) -> str:
    """The text without a digit: dates, times, money, units, ordinals and numbers in words."""
    numbers = SpanishNumbers(speller) if language is Language.SPANISH else EnglishNumbers(speller)
    text = _with_plain_digits(text, numbers)
    for pattern, say in _Saying(numbers).rules():
        text = pattern.sub(_replacement(say), text)
    return text


def _replacement(say: Callable[[_Match], str | None]) -> Callable[[_Match], str]:
    def replace(match: _Match) -> str:
        words = say(match)
        return match[0] if words is None else f" {words} "

    return replace


def _with_plain_digits(text: str, numbers: _Numbers) -> str:
    for power, words in numbers.powers.items():
        text = re.sub(rf"(?<=[^\W\d_]){power}", f" {words}", text)
    plain = "".join(str(digit(mark)) if mark.isdigit() else mark for mark in text)
    return re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3}\b)", "", plain)


class _Saying:
    """The rules of one language, in the order in which they are tried."""

    def __init__(self, numbers: _Numbers) -> None:
        self._numbers = numbers

    def rules(self) -> tuple[tuple[re.Pattern[str], Callable[[_Match], str | None]], ...]:
        numbers = self._numbers
        units = "|".join(sorted(map(re.escape, numbers.units), key=len, reverse=True))
        amount = rf"(?P<amount>{_NUMBER})(?:\s(?P<scale>{numbers.scales})\b)?"
        return (
            (_ISO_DATE, self._iso_date),
            (_FRACTION, lambda match: numbers.fractions.get(match[0])),
            (_DATE, self._date),
            (numbers.day_pattern, self._day),
            (_CLOCK, self._time),
            (re.compile(rf"(?:US)?(?P<sign>[$€£])\s?{amount}", re.IGNORECASE), self._money),
            (re.compile(rf"{amount}\s?(?P<sign>[$€£])", re.IGNORECASE), self._money),
            (_PERCENT, lambda match: f"{self._number(match[1])} {numbers.percent}"),
            (numbers.ordinal_pattern, self._ordinal),
            (_CODE, lambda match: ", ".join(map(self._one_by_one, match[0].split("-")))),
            (_RANGE, lambda _: numbers.to),
            (_MINUS, lambda _: numbers.minus),
            (re.compile(rf"({_NUMBER})\s?({units})(?![\w/])", re.IGNORECASE), self._measure),
            (_PLAIN, lambda match: self._number(match[1], match[2] or "")),
        )

    def _iso_date(self, match: _Match) -> str | None:
        return self._numbers.iso_date(int(match[1]), int(match[2]), int(match[3]))

    def _date(self, match: _Match) -> str | None:
        return self._numbers.date(int(match[1]), int(match[2]), _year(match[3]))

    def _day(self, match: _Match) -> str | None:
        day = int(match["day"])
        return self._numbers.day(day, match["month"], _year(match["year"])) if day else None

    def _time(self, match: _Match) -> str | None:
        hour = int(match["hour"] or match["hour24"])
        minute = int(match["minute"] or match["minute24"] or 0)
        if hour > _HOURS or minute >= _MINUTES:
            return None
        return self._numbers.time(hour, minute, (match["half"] or "").lower())

    def _money(self, match: _Match) -> str | None:
        whole, _, fraction = self._parsed(match["amount"])
        if match["scale"]:
            number = self._number(match["amount"], match["scale"])
            return self._numbers.large_money(number, match["scale"], match["sign"])
        if len(whole) > _MAX_DIGITS:
            return None
        return self._numbers.money(int(whole), int(fraction.ljust(2, "0")[:2]), match["sign"])

    def _ordinal(self, match: _Match) -> str | None:
        number = int(match["number"])
        return self._numbers.ordinal(number, match["suffix"]) if number else None

    def _measure(self, match: _Match) -> str:
        one, many = self._numbers.units[match[2].lower()]
        unit = one if match[1] == "1" else many
        return f"{self._number(match[1], unit.split()[0])} {unit}"

    def _number(self, written: str, counted: str = "") -> str:
        whole, point, fraction = self._parsed(written)
        if len(whole) > _MAX_DIGITS or (len(whole) > 1 and whole.startswith("0")):
            words = self._one_by_one(whole)
        else:
            grouped = len(whole) + len(point + fraction) < len(written)
            say = self._numbers.cardinal if grouped else self._numbers.ungrouped
            words = say(int(whole), "" if fraction else counted)
        if not fraction:
            return words
        return f"{words} {self._numbers.points[point]} {self._one_by_one(fraction)}"

    def _one_by_one(self, digits: str) -> str:
        return " ".join(self._numbers.cardinal(int(mark)) for mark in digits)

    def _parsed(self, written: str) -> tuple[str, str, str]:
        """The whole part, the decimal sign, and the decimals; empty where there are none."""
        head, point, tail = written, "", ""
        last = max(written.rfind("."), written.rfind(","))
        if last >= 0 and not self._separates_thousands(written, last):
            head, point, tail = written[:last], written[last], written[last + 1 :]
        return re.sub(r"[.,]", "", head), point, tail

    def _separates_thousands(self, written: str, place: int) -> bool:
        sign = written[place]
        grouped = re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}})+", written)
        several = written.count(sign) > 1
        return bool(grouped) and (several or sign in self._numbers.thousands)


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) + (2000 if len(digits) <= 2 else 0)  # noqa: PLR2004  # ``24`` is 2024
