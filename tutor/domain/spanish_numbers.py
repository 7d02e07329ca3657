"""Numbers as speakers of Spanish say them."""

import re
from collections.abc import Mapping
from typing import ClassVar

from tutor.domain.number_speller import NumberSpeller

__all__ = ["SpanishNumbers"]

_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip

_CURRENCIES = {
    "$": ("dólar", "dólares", "centavo", "centavos"),
    "€": ("euro", "euros", "céntimo", "céntimos"),
    "£": ("libra", "libras", "penique", "peniques"),
}

_NOT_COUNTED = frozenset(
    "a al con como cuando de del desde e el en entre era eran es está están fue ha hasta hay la "
    "las los me menos mi más ni no o para pero por que se si sin son sobre su te tu un una y "
    "ya".split()
)
"""Before one of these a number counts nothing: ``del 1 al 5``, ``uno de ellos``."""

_MASCULINE_IN_A = re.compile(r"(?:días?|mapas?|sofás?|planetas?|\w*(?:[eoi]m|gram)as?)$")
_FEMININE = re.compile(r"\w+(?:as?|(?:[cs]ión|[dt]ad|tud)|(?:[cs]ion|[dt]ad|tud)es|noches?)$")

_NOON, _EVENING = 12, 20
_MAX_DAY = 31


class SpanishNumbers:
    """Says what holds digits; ``speller`` knows the Spanish number words."""

    units: ClassVar[Mapping[str, tuple[str, str]]] = {
        "kg": ("kilo", "kilos"),
        "g": ("gramo", "gramos"),
        "km/h": ("kilómetro por hora", "kilómetros por hora"),
        "km": ("kilómetro", "kilómetros"),
        "m": ("metro", "metros"),
        "cm": ("centímetro", "centímetros"),
        "mm": ("milímetro", "milímetros"),
        "l": ("litro", "litros"),
        "ml": ("mililitro", "mililitros"),
        "h": ("hora", "horas"),
        "min": ("minuto", "minutos"),
        "s": ("segundo", "segundos"),
        "°c": ("grado", "grados"),
        "°": ("grado", "grados"),
    }
    fractions: ClassVar[Mapping[str, str]] = {
        "1/2": "medio",
        "1/3": "un tercio",
        "2/3": "dos tercios",
        "1/4": "un cuarto",
        "3/4": "tres cuartos",
    }
    powers: ClassVar[Mapping[str, str]] = {"²": "cuadrados", "³": "cúbicos"}
    minus, to, percent = "menos", "a", "por ciento"
    points: ClassVar[Mapping[str, str]] = {",": "coma", ".": "punto"}
    thousands = ".,"
    day_pattern = re.compile(
        rf"\b(?P<day>\d{{1,2}})\.?º? de (?P<month>{'|'.join(_MONTHS)})\b"
        r"(?: del? (?P<year>\d{4})\b)?",
        re.IGNORECASE,
    )
    ordinal_pattern = re.compile(
        r"\b(?P<number>\d{1,6})\.?(?P<suffix>[ºª]|(?:er|r[oa]|d[oa]|t[oa]|m[oa]|v[oa]|n[oa])\b)",
        re.IGNORECASE,
    )
    scales = r"mil|mill[oó]n(?:es)?"

    def __init__(self, speller: NumberSpeller) -> None:
        self._speller = speller

    def cardinal(self, number: int, counted: str = "") -> str:
        """The number in the gender of the counted noun; ``uno`` where nothing is counted."""
        words = self._speller.cardinal(number)
        noun = counted.lower()
        if not noun or noun in _NOT_COUNTED:
            return words
        if _FEMININE.match(noun) and not _MASCULINE_IN_A.match(noun):
            words = re.sub(r"(cient|quinient)os\b(?! mill)", r"\1as", words)
            return re.sub(r"uno$", "una", words)
        return re.sub(r"uno$", "un", re.sub(r"veintiuno$", "veintiún", words))

    def ungrouped(self, number: int, counted: str = "") -> str:
        """A number written without separators, which changes nothing in Spanish."""
        return self.cardinal(number, counted)

    def ordinal(self, number: int, suffix: str) -> str:
        """``suffix`` tells the gender and the short form: ``ª``, ``ra``, ``er``, ``º``."""
        words = self._speller.ordinal(number)
        if suffix.lower().endswith(("ª", "a")):
            return re.sub(r"o\b", "a", words)
        return re.sub(r"(primer|tercer)o$", r"\1", words) if suffix.lower() == "er" else words

    def date(self, first: int, second: int, year: int | None) -> str | None:
        """Day, then month; None where there is no such date."""
        if not (1 <= first <= _MAX_DAY and 1 <= second <= len(_MONTHS)):
            return None
        return self.day(first, _MONTHS[second - 1], year)

    def iso_date(self, year: int, month: int, day: int) -> str | None:
        """Year, month, day; None where there is no such date."""
        return self.date(day, month, year)

    def day(self, day: int, month: str, year: int | None) -> str:
        """A day of a month given by its name."""
        number = "primero" if day == 1 else self._speller.cardinal(day)
        return f"{number} de {month}" + ("" if year is None else f" de {self.cardinal(year)}")

    def time(self, hour: int, minute: int, half: str) -> str:
        """Hours are feminine, quarters have names; ``half`` is ``a``, ``p`` or empty."""
        words = self.cardinal(hour, "horas")
        past = {0: "", 15: " y cuarto", 30: " y media"}
        words += past[minute] if minute in past else f" y {self._speller.cardinal(minute)}"
        if half == "p":
            evening = _EVENING - _NOON <= hour < _NOON
            return f"{words} de la {'noche' if evening else 'tarde'}"
        return f"{words} de la mañana" if half == "a" else words

    def money(self, whole: int, cents: int, sign: str) -> str:
        """An amount with its currency."""
        one, many, one_cent, many_cents = _CURRENCIES[sign]
        name = one if whole == 1 else many
        words = f"{self.cardinal(whole, name)} {name}"
        if not cents:
            return words
        name = one_cent if cents == 1 else many_cents
        return f"{words} con {self.cardinal(cents, name)} {name}"

    def large_money(self, number: str, scale: str, sign: str) -> str:
        """An amount of thousands or millions; ``number`` is in words."""
        link = "" if scale.lower() == "mil" else "de "
        return f"{number} {scale} {link}{_CURRENCIES[sign][1]}"
