"""The other forms of a Spanish word, as far as a list of real words holds them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache

from tutor.domain.conjugation import VerbIndex
from tutor.domain.pronunciation import plain
from tutor.domain.verb_forms import Mood, Reading, Tense

__all__ = ["WordForms"]

_REAL = 3e-8
"""Share of all words from which a form counts as a word; below it lists hold misprints."""
_COMMON = 2e-6
"""A word as common as this is not a misspelling of another."""
_SHORTEST_RESPELLED = 4
_SHORTEST_STEM = 2
"""Letters; *mes* is no plural of *me*."""
_REMEMBERED = 20_000

_GENDERS = {
    "el": "la", "los": "las", "un": "una", "lo": "la", "al": "a la", "del": "de la",
    "buen": "buena", "mal": "mala", "primer": "primera", "tercer": "tercera", "algún": "alguna",
    "ningún": "ninguna", "este": "esta", "ese": "esa", "aquel": "aquella", "él": "ella",
    "ellos": "ellas",
}  # fmt: skip
_NUMBERS = {
    "el": "los", "la": "las", "un": "unos", "lo": "los", "este": "estos", "ese": "esos",
    "aquel": "aquellos", "buen": "buenos", "mal": "malos", "algún": "algunos", "mi": "mis",
    "tu": "tus", "su": "sus", "gran": "grandes", "le": "les", "cual": "cuales", "él": "ellos",
    "al": "a los", "del": "de los", "primer": "primeros", "quien": "quienes",
}  # fmt: skip
_SHORTENED = frozenset({"buen", "mal", "gran"})
"""Only before a noun: their partners' partner is the full form, *buena* and *bueno*."""
_ENDINGS_OF_GENDER = (
    ("o", "a"), ("os", "as"), ("or", "ora"), ("ores", "oras"), ("ón", "ona"), ("ones", "onas"),
    ("án", "ana"), ("anes", "anas"), ("és", "esa"), ("eses", "esas"), ("ín", "ina"),
    ("e", "a"), ("es", "as"), ("l", "la"), ("les", "las"),
)  # fmt: skip
"""Masculine and feminine, the likelier first."""
_ENDINGS_OF_NUMBER = (
    ("z", "ces"), ("ón", "ones"), ("án", "anes"), ("én", "enes"), ("ín", "ines"), ("ún", "unes"),
    ("és", "eses"), ("ás", "ases"), ("í", "íes"),
)  # fmt: skip
_VOWELS = frozenset("aeiouáéíóú")
_SWAPPED_LETTERS = (
    ("b", "v"), ("v", "b"), ("c", "s"), ("s", "c"), ("z", "s"), ("s", "z"), ("z", "c"),
    ("c", "z"), ("y", "ll"), ("ll", "y"), ("j", "g"), ("g", "j"), ("i", "y"), ("y", "i"),
    ("qu", "c"), ("c", "qu"), ("gu", "g"), ("g", "gu"), ("n", "ñ"), ("ñ", "n"), ("x", "s"),
    ("ph", "f"), ("mm", "m"), ("ss", "s"), ("cc", "c"), ("c", "cc"), ("r", "rr"), ("rr", "r"),
    ("ff", "f"), ("tt", "t"), ("pp", "p"), ("ll", "l"), ("l", "ll"), ("nn", "n"), ("th", "t"),
    ("k", "c"), ("k", "qu"), ("q", "c"), ("m", "n"), ("n", "m"), ("tion", "ción"),
    ("cion", "ción"), ("sion", "sión"), ("u", "o"), ("o", "u"), ("e", "i"), ("i", "e"),
    ("a", "e"), ("e", "a"), ("i", "ie"), ("e", "ie"), ("ie", "e"), ("o", "ue"), ("ue", "o"),
)  # fmt: skip
"""What ears and English spelling confuse."""
_LETTERS = "abcdefghijlmnñopqrstuvxyz"


class WordForms:
    """Forms of words, lower case in and out; ``None`` where no real word results."""

    def __init__(self, frequencies: Mapping[str, float], verbs: VerbIndex) -> None:
        """``frequencies``: the share of all words that a form has, by form."""
        self._frequencies = frequencies
        self.verbs = verbs
        self.other_accent: Callable[[str], str | None] = _cached(self._other_accent)
        self.respelled: Callable[[str], str | None] = _cached(self._respelled)
        self.other_gender: Callable[[str], str | None] = _cached(self._other_gender)
        self.other_number: Callable[[str], str | None] = _cached(self._other_number)

    def frequency(self, word: str) -> float:
        """The share of all words; 0 for a form that no list holds."""
        return self._frequencies.get(word, 0.0)

    def is_word(self, word: str) -> bool:
        """Whether a form is a real word."""
        return self.frequency(word) >= _REAL

    def other_gender_and_number(self, word: str) -> str | None:
        """*bonito* and *bonitas*."""
        for first, second in (
            (self.other_gender, self.other_number),
            (self.other_number, self.other_gender),
        ):
            between = first(word)
            found = between and " " not in between and second(between)
            if found and found != word:
                return found
        return None

    def conjugated(self, word: str, mood: Mood, tense: Tense, person: int) -> str | None:
        """The same verb in another form."""
        forms = (
            self.verbs.form(reading.lemma, mood, tense, person) for reading in self.readings(word)
        )
        return self._best((form for form in forms if form), word)

    def as_verb(self, word: str, lemma: str) -> str | None:
        """Another verb in the same form: *es* and *está*."""
        forms = (
            self.verbs.form(lemma, reading.mood, reading.tense, reading.person)
            for reading in self.readings(word)
            if reading.lemma != lemma
        )
        return self._best((form for form in forms if form), word)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """What the word can be as a form of a verb."""
        return self.verbs.readings(word)

    def _other_accent(self, word: str) -> str | None:
        return self._best(self._spelt_like(plain(word)), word)

    def _respelled(self, word: str) -> str | None:
        """The likeliest word that ears or fingers made this one of; None for a common word."""
        if len(word) < _SHORTEST_RESPELLED or self.frequency(word) >= _COMMON:
            return None
        for changed in (_misheard, _mistyped):
            bare = {plain(one) for one in changed(word)}
            found = self._best((form for one in bare for form in self._spelt_like(one)), word)
            if found and self.frequency(found) >= _COMMON / 4:
                return found
        return None

    def _other_gender(self, word: str) -> str | None:
        fixed = _either(_GENDERS, word)
        if fixed:
            return fixed
        return self._best(_with_endings(word, _ENDINGS_OF_GENDER), word)

    def _other_number(self, word: str) -> str | None:
        fixed = _either(_NUMBERS, word)
        if fixed:
            return fixed
        forms = list(_with_endings(word, _ENDINGS_OF_NUMBER))
        if word.endswith("s"):
            forms.append(word[:-1])
            if word.endswith("es"):
                forms.append(word[:-2])
            forms = [form for form in forms if len(form) > _SHORTEST_STEM] or [word + "es"]
        else:
            forms.append(word + ("s" if word[-1:] in _VOWELS else "es"))
        return self._best(forms, word)

    def _best(self, words: Iterable[str], unlike: str) -> str | None:
        real = [word for word in words if word != unlike and self.is_word(word)]
        return max(real, key=self.frequency, default=None)

    def _spelt_like(self, bare: str) -> tuple[str, ...]:
        """The words that are written so but for their accents."""
        return (bare, *self._accented.get(bare, ()))

    @cached_property
    def _accented(self) -> Mapping[str, tuple[str, ...]]:
        groups: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for word, frequency in self._frequencies.items():
            if frequency >= _REAL and not word.isascii() and word.isalpha():
                groups[plain(word)] += (word,)
        return groups


def _cached(find: Callable[[str], str | None]) -> Callable[[str], str | None]:
    return lru_cache(maxsize=_REMEMBERED)(find)


def _either(pairs: Mapping[str, str], word: str) -> str | None:
    """The partner of a word; of several with one partner the first named."""
    if word in pairs:
        return pairs[word]
    return next((one for one, two in pairs.items() if two == word and one not in _SHORTENED), None)


def _with_endings(word: str, endings: Iterable[tuple[str, str]]) -> Iterable[str]:
    for one, two in endings:
        for mine, other in ((one, two), (two, one)):
            if word.endswith(mine) and len(word) > len(mine) + 1:
                yield word.removesuffix(mine) + other


def _misheard(word: str) -> Iterable[str]:
    yield word
    yield "h" + word
    if word.startswith("h"):
        yield word[1:]
    if word.startswith("s"):
        yield "e" + word
    for one, two in _SWAPPED_LETTERS:
        at = word.find(one)
        while at >= 0:
            yield word[:at] + two + word[at + len(one) :]
            at = word.find(one, at + 1)


def _mistyped(word: str) -> Iterable[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]
