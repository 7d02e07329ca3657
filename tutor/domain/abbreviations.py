"""Abbreviations that are said in full."""

import re
from functools import partial

from tutor.domain.language import Language

__all__ = ["abbreviations_in_full"]

_SPANISH = {
    r"Sr\.": "señor",
    r"Sra\.": "señora",
    r"Srta\.": "señorita",
    r"Sres\.": "señores",
    r"Dr\.": "doctor",
    r"Dra\.": "doctora",
    r"Prof\.": "profesor",
    r"Profa\.": "profesora",
    r"[UV]d\.": "usted",
    r"[UV]ds\.": "ustedes",
    r"p\.\s?ej\.": "por ejemplo",
    r"ej\.": "ejemplo",
    r"etc\.": "etcétera",
    r"EE\.?\s?UU\.?": "Estados Unidos",
    r"a\.\s?C\.": "antes de Cristo",
    r"d\.\s?C\.": "después de Cristo",
    r"aprox\.": "aproximadamente",
    r"n(?:úm\.|\.º|º)": "número",
    r"págs\.": "páginas",
    r"pág\.": "página",
    r"tel\.": "teléfono",
    r"av(?:da)?\.": "avenida",
    r"masc\.": "masculino",
    r"fem\.": "femenino",
    r"sing\.": "singular",
    r"pl\.": "plural",
    r"vs\.?": "contra",
}

_ENGLISH = {
    r"Mr\.": "Mister",
    r"Mrs\.": "Missus",
    r"Ms\.": "Miz",
    r"Dr\.": "Doctor",
    r"Prof\.": "Professor",
    r"e\.\s?g\.": "for example",
    r"i\.\s?e\.": "that is",
    r"etc\.": "et cetera",
    r"approx\.": "approximately",
    r"vs\.?": "versus",
    r"masc\.": "masculine",
    r"fem\.": "feminine",
    r"sing\.": "singular",
    r"pl\.": "plural",
    r"U\.\s?S\.": "U S",
    r"U\.\s?K\.": "U K",
}


def _compiled(table: dict[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w.]){pattern}(?!\w)(?P<end>\s*$)?", re.IGNORECASE), full)
        for pattern, full in table.items()
    )


_TABLES = {Language.SPANISH: _compiled(_SPANISH), Language.ENGLISH: _compiled(_ENGLISH)}


def abbreviations_in_full(text: str, language: Language) -> str:
    """The text with its abbreviations in full; one that ends it leaves its full stop."""
    for pattern, full in _TABLES[language]:
        text = pattern.sub(partial(_in_full, full), text)
    return text


def _in_full(full: str, match: re.Match[str]) -> str:
    return full if match["end"] is None else f"{full}."
