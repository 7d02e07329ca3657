"""Words and forms that are not said in all of Spain, Mexico and Argentina."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tutor.domain.lesson import Region
from tutor.domain.pronunciation import plain
from tutor.domain.regional_words import same_elsewhere
from tutor.domain.tokens import tokenize
from tutor.domain.vocabulary import Entry
from tutor.domain.word_facts import FactsOf

__all__ = ["RegionalWords"]

_ES = frozenset({Region.SPAIN})
_MX = frozenset({Region.MEXICO})
_AR = frozenset({Region.ARGENTINA})
_EVERYWHERE = frozenset(Region)
_NAMES = {Region.SPAIN: "Spain", Region.MEXICO: "Mexico", Region.ARGENTINA: "Argentina"}

_LISTED: Mapping[frozenset[Region], str] = {
    _ES: "vosotros vosotras os vuestro vuestra vuestros vuestras sois vais dais bocadillo aparcar "
    "ordenador móvil zumo patata nevera guay gasolinera coger piscina camarero camarera",
    _MX: "mesero mesera banqueta alberca recámara jitomate platicar chamba ahorita elote popote "
    "güey padrísimo elevador",
    _AR: "vos sos mozo moza colectivo heladera frutilla palta choclo vereda pileta pollera remera "
    "nafta subte che laburo pibe piba ananá",
    _MX | _AR: "jugo papa computadora celular boleto departamento manejar durazno enojado carro "
    "estacionar acá allá",
}
"""Beside what the vocabulary tells of its own words."""
_MEAN_MORE = frozenset("vale billete piso departamento".split())
"""Also words that everybody says: *vale la pena*, *un billete de cien*."""
_TO_SEVERAL = re.compile(r".{2,}[áé]is")
_TO_VOS = re.compile(r"(?P<verb>.{2,}[áéí])s")
_COMMON = 3.0
"""Zipf from which an infinitive is a verb that a form may be of."""


class RegionalWords:
    """What is said where, from a vocabulary and a list of our own."""

    def __init__(self, entries: Iterable[Entry], facts_of: FactsOf) -> None:
        self._facts_of = facts_of
        self._regions = {
            word: regions for regions, words in _LISTED.items() for word in words.split()
        }
        for entry in entries:
            told = frozenset(region for region in Region if region in entry.regions)
            if told and " " not in entry.word:
                self._regions[entry.word.lower()] = told

    def misplaced(self, text: str, wanted: Iterable[Region]) -> Iterator[tuple[str, str]]:
        """Each word of a text that is not said everywhere it is meant for, and a remark on it.

        ``wanted`` empty: everywhere.
        """
        regions = frozenset(wanted) or _EVERYWHERE
        for token in tokenize(text):
            word = token.norm
            said_in = self._said_in(word)
            if token.is_name or regions <= said_in:
                continue
            where = " and ".join(_NAMES[each] for each in Region if each in said_in)
            local = self._instead(word, regions - said_in)
            instead = f"; elsewhere '{local}'" if local else ""
            yield word, f"'{word}' is said in {where} only{instead}"

    def _said_in(self, word: str) -> frozenset[Region]:
        lemma = self._facts_of(word).lemma
        if word in _MEAN_MORE or lemma in _MEAN_MORE:
            return _EVERYWHERE
        if word in self._regions:
            return self._regions[word]
        if _TO_SEVERAL.fullmatch(word):
            return _ES
        if self._is_of_vos(word):
            return _AR
        return self._regions.get(lemma, _EVERYWHERE)

    def _is_of_vos(self, word: str) -> bool:
        """*tenés*: what is no form of *tú* and would be of an infinitive that there is."""
        found = _TO_VOS.fullmatch(word)
        if found is None:
            return False
        infinitive = plain(found["verb"]) + "r"
        facts = self._facts_of(infinitive)
        is_verb = facts.lemma == infinitive and facts.spanish_zipf >= _COMMON
        return is_verb and infinitive not in {"estar", "dar"}

    def _instead(self, word: str, regions: frozenset[Region]) -> str:
        """A word for the same thing that is said in these regions."""
        return next(
            (
                other
                for other, said_in in self._regions.items()
                if regions <= said_in and same_elsewhere(word, other)
            ),
            "",
        )
