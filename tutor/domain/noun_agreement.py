"""Words around a noun whose gender is known that do not go with it: *la problema*, *unos mesa*."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tutor.domain.agreement import agreement, differs_in_both, looks_plural
from tutor.domain.correction import EditKind
from tutor.domain.pronunciation import plain
from tutor.domain.spanish_words import CLITICS, SUBJECT_PRONOUNS
from tutor.domain.tokens import Token, tokenize
from tutor.domain.vocabulary import Entry, Gender, PartOfSpeech

__all__ = ["NounGenders"]

_M, _F = frozenset({Gender.MASCULINE}), frozenset({Gender.FEMININE})
_BOTH = _M | _F
_EITHER_GENDER = frozenset(
    "capital cometa cura editorial frente guía mar margen orden policía radio cámara".split()
)
"""Of two meanings, one of each gender."""
_MASCULINE_BEFORE_A = frozenset("el un del al algún ningún".split())
"""Also before a feminine noun that begins with a stressed *a*: *el agua*."""
_MAY_BE_PRONOUN = frozenset("la los las".split())
_BEFORE_PRONOUN = CLITICS | SUBJECT_PRONOUNS | frozenset("no que quien ya".split())
_OPEN_PAIRS = (
    "mucho poco otro nuestro vuestro bueno malo mismo nuevo próximo último primero varios "
    "alguno ninguno"
).split()
_MOSTLY_ADVERBS = frozenset({"solo", "temprano", "medio"})
_SHORT = {
    "el": (_M, False), "del": (_M, False), "al": (_M, False), "un": (_M, False),
    "la": (_F, False), "una": (_F, False), "los": (_M, True), "las": (_F, True),
    "unos": (_M, True), "unas": (_F, True), "este": (_M, False), "esta": (_F, False),
    "estos": (_M, True), "estas": (_F, True), "ese": (_M, False), "esa": (_F, False),
    "esos": (_M, True), "esas": (_F, True), "aquel": (_M, False), "aquella": (_F, False),
    "aquellos": (_M, True), "aquellas": (_F, True), "algún": (_M, False), "ningún": (_M, False),
    "buen": (_M, False), "mal": (_M, False), "primer": (_M, False), "mi": (_BOTH, False),
    "tu": (_BOTH, False), "su": (_BOTH, False), "cada": (_BOTH, False), "mis": (_BOTH, True),
    "tus": (_BOTH, True), "sus": (_BOTH, True),
}  # fmt: skip
_WHEN = frozenset(
    "lunes martes miércoles jueves viernes sábado domingo día mañana tarde noche semana mes año "
    "hora momento vez fin minuto rato".split()
)
"""What follows these may tell of a person: *¿estás el lunes cansada?*"""
_OF_TIME = frozenset("pasado próximo entero".split())


@dataclass(frozen=True, slots=True)
class _Features:
    genders: frozenset[Gender]
    plural: bool

    def fits(self, other: "_Features") -> bool:
        return bool(self.genders & other.genders) and self.plural == other.plural


class NounGenders:
    """The nouns and adjectives of a vocabulary, by every form they take."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._nouns: dict[str, list[_Features]] = {}
        self._singulars: dict[str, str] = {}
        self._before_a: set[str] = set()
        self._adjectives: dict[str, str] = {}
        for entry in entries:
            if " " in entry.word:
                continue
            if entry.part_of_speech is PartOfSpeech.NOUN:
                self._add_noun(entry)
            elif entry.part_of_speech is PartOfSpeech.ADJECTIVE and (
                entry.word not in _MOSTLY_ADVERBS
            ):
                for form in _adjective_forms(entry.word):
                    self._adjectives[form] = entry.word

    def disagreements(self, text: str) -> Iterator[str]:
        """Each pair or three words of a text that do not go together."""
        words = tokenize(text)
        for at, noun in enumerate(words):
            readings = self._nouns.get(noun.norm)
            if readings is None or noun.is_name or not at:
                continue
            start, before = self._before(words, at)
            if not before:
                continue
            if not all(self._fits(each, noun, readings) for each in before):
                yield text[words[start].start : noun.end]
            elif self._is_ill_described(words, start, at, readings):
                yield text[words[start].start : words[at + 1].end]

    def _before(self, words: Sequence[Token], at: int) -> tuple[int, list[tuple[str, _Features]]]:
        """The determiner of a noun and an adjective between them, with the determiner's place."""
        one = words[at - 1].norm
        if words[at].gap.strip():
            return at, []
        if one in _DETERMINERS:
            if _is_pronoun(words, at - 1):
                return at, []
            return at - 1, [(one, _DETERMINERS[one])]
        adjective = self._adjective(one)
        if adjective is None or at < 2 or words[at - 1].gap.strip():  # noqa: PLR2004
            return at, []
        two = words[at - 2].norm
        if two not in _DETERMINERS or _is_pronoun(words, at - 2):
            return at, []
        return at - 2, [(two, _DETERMINERS[two]), (one, adjective)]

    def _fits(
        self, before: tuple[str, _Features], noun: Token, readings: Sequence[_Features]
    ) -> bool:
        word, features = before
        if word in _MASCULINE_BEFORE_A and noun.norm in self._before_a:
            return True
        return any(features.fits(each) for each in readings)

    def _is_ill_described(
        self, words: Sequence[Token], start: int, at: int, readings: Sequence[_Features]
    ) -> bool:
        """Whether the word behind a noun is an adjective that cannot be the noun's."""
        if at + 1 == len(words) or words[at + 1].gap.strip():
            return False
        behind = words[at + 1].norm
        described = self._adjective(behind)
        if described is None or behind in self._nouns:
            return False
        before = words[start - 1].norm if start else ""
        if before == "de" or words[start].norm == "del":
            return False
        singular = self._singulars[words[at].norm]
        if singular in _WHEN and self._adjectives[behind] not in _OF_TIME:
            return False
        return not any(described.fits(each) for each in readings)

    def _adjective(self, word: str) -> _Features | None:
        base = self._adjectives.get(word)
        if base is None:
            return None
        if not base.endswith("o"):
            return _Features(_BOTH, plural=word != base and looks_plural(word))
        if word == base:
            return _Features(_M, plural=False)
        if differs_in_both(base, word):
            return _Features(_F, plural=True)
        is_feminine = agreement(base, word) is EditKind.GENDER_AGREEMENT
        return _Features(_F if is_feminine else _M, plural=not is_feminine)

    def _add_noun(self, entry: Entry) -> None:
        word = entry.word.lower()
        genders = (
            _BOTH if entry.gender is Gender.COMMON else frozenset(filter(None, [entry.gender]))
        )
        if word in _EITHER_GENDER:
            genders = _BOTH
        if entry.gender is Gender.FEMININE and entry.given_article == "el":
            self._before_a.add(word)
        if entry.given_article in {"los", "las"}:
            self._add(word, word, _Features(genders, plural=True))
            return
        self._add(word, word, _Features(genders, plural=False))
        for form in _plurals(word):
            self._add(form, word, _Features(genders, plural=True))

    def _add(self, form: str, singular: str, features: _Features) -> None:
        self._nouns.setdefault(form, []).append(features)
        self._singulars.setdefault(form, singular)


def _is_pronoun(words: Sequence[Token], at: int) -> bool:
    """Whether *la*, *los* or *las* stands where a pronoun does: *nos la cuenta*."""
    return words[at].norm in _MAY_BE_PRONOUN and at > 0 and words[at - 1].norm in _BEFORE_PRONOUN


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("s") and not word.endswith(("és", "ís", "ós", "ús", "ás")):
        return (word, word + "es")
    if word.endswith("z"):
        return (word[:-1] + "ces",)
    if word[-1] in "aeoáéó":
        return (word + "s",)
    if word[-1] in "íú":
        return (word + "s", word + "es")
    if word[-1] in "iu":
        return (word + "s",)
    return (word + "es", plain(word) + "es", word + "s")


def _adjective_forms(word: str) -> tuple[str, ...]:
    if word.endswith("o"):
        stem = word[:-1]
        return (word, stem + "a", stem + "os", stem + "as")
    return (word, *_plurals(word))


def _four_forms(word: str) -> Iterator[tuple[str, tuple[frozenset[Gender], bool]]]:
    stem = word.removesuffix("s").removesuffix("o")
    if not word.endswith("s"):
        yield stem + "o", (_M, False)
        yield stem + "a", (_F, False)
    yield stem + "os", (_M, True)
    yield stem + "as", (_F, True)


_DETERMINERS = {
    word: _Features(genders, plural)
    for word, (genders, plural) in (
        *_SHORT.items(),
        *(pair for each in _OPEN_PAIRS for pair in _four_forms(each)),
    )
}
