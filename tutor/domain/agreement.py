"""Whether two words differ in gender, in number, or in more than that."""

from dataclasses import dataclass

from tutor.domain.correction import EditKind
from tutor.domain.pronunciation import plain

__all__ = ["agreement", "differs_in_both", "looks_plural"]

_FULL_FORMS = {
    "el": "lo", "un": "uno", "este": "esto", "ese": "eso", "aquel": "aquello", "algún": "alguno",
    "ningún": "ninguno", "buen": "bueno", "mal": "malo", "gran": "grande", "primer": "primero",
    "tercer": "tercero", "al": "alo", "del": "delo", "aquél": "aquello",
}  # fmt: skip
"""Short masculine forms with the ending that the rest of their family has."""


_IRREGULAR = ({"actor", "actriz"}, {"actores", "actrices"}, {"héroe", "heroína"}, {"rey", "reina"})


@dataclass(frozen=True, slots=True)
class _Shape:
    stem: str
    vowel: str
    plural: bool


def agreement(said: str, better: str) -> EditKind | None:
    """Gender where the gender differs, number where only the number does, None otherwise."""
    if {said, better} in _IRREGULAR:
        return EditKind.GENDER_AGREEMENT
    if said + "s" == better or better + "s" == said:
        return EditKind.NUMBER_AGREEMENT
    one, two = _shape(said), _shape(better)
    if plain(said) + "es" == plain(better) or plain(better) + "es" == plain(said):
        return EditKind.NUMBER_AGREEMENT
    if one.stem != two.stem or one == two:
        return None
    if {one.vowel, two.vowel} in ({"o", "a"}, {"e", "a"}, {"", "a"}):
        return EditKind.GENDER_AGREEMENT
    if one.plural != two.plural and (one.vowel == two.vowel or "" in {one.vowel, two.vowel}):
        return EditKind.NUMBER_AGREEMENT
    return None


def differs_in_both(said: str, better: str) -> bool:
    """Whether two words of one gender class differ in gender and in number: *bonito, bonitas*."""
    one, two = _shape(said), _shape(better)
    return one.stem == two.stem and one.vowel != two.vowel and one.plural != two.plural


def looks_plural(word: str) -> bool:
    """Whether a word ends like a plural; *es* and *os* are too short to."""
    return len(word) > 2 and word.endswith("s")  # noqa: PLR2004


def _shape(word: str) -> _Shape:
    full = plain(_FULL_FORMS.get(word, word)).replace("ñ", "n")
    plural = looks_plural(full)
    base = full.removesuffix("s") if plural else full
    vowel = base[-1] if base[-1:] in {"a", "e", "o"} else ""
    stem = base.removesuffix(vowel) if vowel else base
    if plural and vowel == "e" and stem[-1:] in {"r", "l", "n", "d", "j", "c", "s"}:
        vowel = ""
    return _Shape(
        stem[:-1] + "z" if stem.endswith("c") and plural and not vowel else stem, vowel, plural
    )
