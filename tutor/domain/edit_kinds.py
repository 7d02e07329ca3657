"""The kind of a mistake, by rules over its words and their neighbours."""

import re
from collections.abc import Sequence
from itertools import product

from tutor.domain.agreement import agreement
from tutor.domain.alignment import Alignment, Span
from tutor.domain.correction import EditKind
from tutor.domain.explaining.word_lists import ANIMALS
from tutor.domain.pronunciation import likeness, plain, sounds_alike
from tutor.domain.spanish_words import (
    ARTICLES,
    CLITICS,
    CONTRACTIONS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    ESTAR,
    GUSTAR_LIKE,
    HABER,
    INDEFINITE_ARTICLES,
    NUMBER_WORDS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    SER,
    SUBJECT_PRONOUNS,
)
from tutor.domain.verb_forms import Reading, readings
from tutor.domain.word_facts import FactsOf

__all__ = ["is_english", "kind_of"]

_ENGLISH_ZIPF = 3.0
_ENGLISH_LEAD = 1.5
"""How much commoner in English a word must be to be taken for English."""
_KNOWN_ZIPF = 1.0
_RARE_ZIPF = 2.0
_ONE_LETTER = 0.8
"""Likeness of words of which one is a misspelling of the other, even if a dictionary has it."""
_DOUBLED = re.compile(r"([bdfgmpstz])\1")
_EVERYDAY_ZIPF = 2.8
_RELATED = 0.5
"""Likeness from which a word that no dictionary knows is a misspelling of another."""
_LONGEST_NAMED = 2
"""Words that may be missing or extra and still be named one by one."""


def kind_of(alignment: Alignment, span: Span, facts: FactsOf) -> EditKind:
    """What a teacher would call this change."""
    said = [token.norm for token in alignment.said_words(span)]
    better = [token.norm for token in alignment.better_words(span)]
    if _reordered(said, better, moved=span.moved):
        return EditKind.WORD_ORDER
    if not said or not better:
        return _lonely(alignment, span, facts)
    if len(said) == len(better) == 1:
        return _replaced(said[0], better[0], _before(alignment, span), facts)
    return _rephrased(said, better, facts)


def is_english(word: str, facts: FactsOf) -> bool:
    """Whether a lower-case word is English and not Spanish."""
    known = facts(word)
    return known.english_zipf >= max(_ENGLISH_ZIPF, known.spanish_zipf + _ENGLISH_LEAD)


def _before(alignment: Alignment, span: Span) -> str:
    return alignment.better[span.better_start - 1].norm if span.better_start else ""


def _reordered(said: Sequence[str], better: Sequence[str], *, moved: bool) -> bool:
    return moved or (len(said) > 1 and said != better and sorted(said) == sorted(better))


def _lonely(alignment: Alignment, span: Span, facts: FactsOf) -> EditKind:
    """The kind of words that are only missing, or only too many."""
    missing = span.start == span.end
    tokens = alignment.better_words(span) if missing else alignment.said_words(span)
    words = [token.norm for token in tokens]
    after = [token.norm for token in alignment.better[span.better_end :][:2]]
    if len(words) == 1:
        kind = _lonely_word(words[0], after, alignment, span, facts)
        if kind is not None:
            return kind
    if set(words) <= PREPOSITIONS | ARTICLES:
        return EditKind.PREPOSITION
    if len(words) > _LONGEST_NAMED:
        return EditKind.PHRASING
    return EditKind.MISSING_WORD if missing else EditKind.EXTRA_WORD


def _lonely_word(
    word: str, after: Sequence[str], alignment: Alignment, span: Span, facts: FactsOf
) -> EditKind | None:
    next_word = after[0] if after else ""
    if word in CLITICS and (word not in ARTICLES or _is_verb(next_word, facts)):
        about_liking = facts(next_word).lemma in GUSTAR_LIKE
        return EditKind.GUSTAR if about_liking and word not in ARTICLES else EditKind.PRONOUN
    if word in ARTICLES:
        return EditKind.ARTICLE
    if word in SUBJECT_PRONOUNS:
        return EditKind.PRONOUN
    if word in {"a", "al"} and _before_person(alignment, span, facts):
        return EditKind.PERSONAL_A
    return EditKind.PREPOSITION if word in PREPOSITIONS else None


def _is_verb(word: str, facts: FactsOf) -> bool:
    finite = any(reading.mood.is_finite for reading in readings(word, facts))
    return finite and _is_everyday_verb(word, facts)


def _is_everyday_verb(word: str, facts: FactsOf) -> bool:
    lemmas = {reading.lemma for reading in readings(word, facts)}
    return any(facts(lemma).spanish_zipf >= _EVERYDAY_ZIPF for lemma in lemmas)


_PERSONS = SUBJECT_PRONOUNS - {"yo", "tú"}
_BEFORE_PEOPLE = NUMBER_WORDS | frozenset(
    "nuevo nueva nuevos nuevas mejor mejores buen buenos buenas otro otra otros otras gran "
    "muchos muchas varios varias famoso famosa".split()
)
_ABOUT_PEOPLE = ("amar", "adorar", "respetar", "extrañar", "ayudar", "incluir", "atraer", "traer")
"""Verbs whose forms are also nouns, or of no list."""
_WITHOUT_OBJECT = frozenset("asistir jugar montar oler saber ser estar".split())
_MOTION = frozenset("ir venir llegar volver salir regresar viajar entrar subir".split())


def _before_person(alignment: Alignment, span: Span, facts: FactsOf) -> bool:
    """Whether a verb that takes an object stands before, and a person behind."""
    behind = alignment.better[span.better_end :]
    while behind and behind[0].norm in DETERMINERS | _BEFORE_PEOPLE:
        behind = behind[1:]
    if not behind or not (behind[0].is_name or behind[0].norm in PEOPLE | ANIMALS | _PERSONS):
        return False
    before = _before(alignment, span)
    verbs = {verb.lemma for verb in readings(before, facts)}
    verbs |= {verb for verb in _ABOUT_PEOPLE if readings(before, facts, verb)}
    return bool(verbs) and not verbs & (_MOTION | _WITHOUT_OBJECT | GUSTAR_LIKE)


def _replaced(said: str, better: str, before: str, facts: FactsOf) -> EditKind:
    """The kind of one word that became another."""
    if is_english(said, facts):
        return EditKind.ENGLISH_WORD
    if plain(said) == plain(better) and (
        sounds_alike(said, better)
        or "ía" in better
        or before in _BEFORE_NOUN
        or verb_change(said, better, facts) in {None, EditKind.VERB_FORM}
    ):
        return EditKind.ACCENT
    one, two = plain(said), plain(better)
    if one != two and one.replace("ñ", "n") == two.replace("ñ", "n"):
        return EditKind.SPELLING
    kind = _function_word(said, better) or _inflected(said, better, before, facts)
    if kind is not None:
        return kind
    if sounds_alike(said, better) or plain(_DOUBLED.sub(r"\1", said)) == plain(better):
        return EditKind.SPELLING
    likely = likeness(said, better)
    zipf = facts(said).spanish_zipf
    if (zipf < _KNOWN_ZIPF and likely >= _RELATED) or (zipf < _RARE_ZIPF and likely >= _ONE_LETTER):
        return EditKind.VERB_FORM if _is_everyday_verb(better, facts) else EditKind.SPELLING
    return EditKind.WORD_CHOICE


_ESTAR_WITHOUT_ACCENT = {"esta": "está", "estas": "estás", "estan": "están", "este": "esté"}


def _function_word(said: str, better: str) -> EditKind | None:
    """The kind where both words are from the closed lists."""
    both = {said, better}
    if said in _ESTAR_WITHOUT_ACCENT and better in SER:
        return EditKind.SER_ESTAR
    if (said in SER and better in ESTAR) or (said in ESTAR and better in SER):
        return EditKind.SER_ESTAR
    if both == {"por", "para"}:
        return EditKind.POR_PARA
    if both <= ARTICLES and len(both & DEFINITE_ARTICLES) == 1:
        return EditKind.ARTICLE
    if both <= DETERMINERS:
        return agreement(said, better) or (EditKind.ARTICLE if both <= ARTICLES else None)
    if any(CONTRACTIONS.get(one, ("",))[0] in both for one in both):
        return EditKind.ARTICLE
    if both & PREPOSITIONS and both <= PREPOSITIONS | ARTICLES:
        return agreement(said, better) or EditKind.PREPOSITION
    return EditKind.PRONOUN if both <= PRONOUNS else None


_BEFORE_NOUN = (INDEFINITE_ARTICLES | {"el", *CONTRACTIONS}) | frozenset(
    "mi mis tu tus su sus este esta estos estas ese esa esos esas".split()
)


def _inflected(said: str, better: str, before: str, facts: FactsOf) -> EditKind | None:
    """The kind where both are forms of one word."""
    if better in ESTAR:
        said = _ESTAR_WITHOUT_ACCENT.get(said, said)
    verbal = verb_change(said, better, facts)
    nominal = agreement(said, better)
    if better in CLITICS | PREPOSITIONS:
        return nominal
    if nominal is not None and verbal is EditKind.VERB_FORM:
        return nominal
    if before in _BEFORE_NOUN and verbal in {EditKind.VERB_PERSON, EditKind.VERB_MOOD}:
        return nominal
    if verbal is not None and (nominal is None or not _noun_place(said, better, before, facts)):
        if facts(better).lemma in GUSTAR_LIKE - {"quedar", "parecer"}:
            return EditKind.GUSTAR if verbal is EditKind.VERB_PERSON else verbal
        return verbal
    return nominal


def _noun_place(said: str, better: str, before: str, facts: FactsOf) -> bool:
    """Whether a word that may be a verb stands where a noun or an adjective does."""
    lemmas = {facts(said).lemma, facts(better).lemma}
    verbs = [lemma for lemma in lemmas if lemma[-2:] in {"ar", "er", "ir"}]
    rare = bool(verbs) and max(facts(verb).spanish_zipf for verb in verbs) < _EVERYDAY_ZIPF
    return rare or before in DETERMINERS | SER | ESTAR | {"muy", "tan", "más"}


def verb_change(said: str, better: str, facts: FactsOf) -> EditKind | None:
    """How two forms of one verb differ; None where they are not two forms of one verb."""
    forms = [
        (readings(said, facts, lemma), readings(better, facts, lemma))
        for lemma in (None, facts(better).lemma, facts(said).lemma)
    ]
    pairs = [
        (one, two)
        for said_forms, better_forms in forms
        for one, two in product(said_forms, better_forms)
        if one.lemma == two.lemma
    ]
    if not pairs:
        return None
    return _difference(*min(pairs, key=lambda pair: _distance(*pair)))


def _distance(one: Reading, two: Reading) -> int:
    return (one.mood != two.mood) + (one.tense != two.tense) + (one.person != two.person)


def _difference(one: Reading, two: Reading) -> EditKind:
    if not (one.mood.is_finite and two.mood.is_finite):
        return EditKind.VERB_FORM
    if one.mood != two.mood:
        return EditKind.VERB_MOOD
    if one.tense != two.tense:
        return EditKind.VERB_TENSE
    return EditKind.VERB_PERSON if one.person != two.person else EditKind.VERB_FORM


def _rephrased(said: Sequence[str], better: Sequence[str], facts: FactsOf) -> EditKind:
    """The kind where several words became several others."""
    if plain("".join(said)) == plain("".join(better)):
        return EditKind.SPELLING
    small = set(said) ^ set(better)
    lemmas = {facts(word).lemma for word in better}
    if small & (CLITICS | SUBJECT_PRONOUNS) and lemmas & GUSTAR_LIKE:
        return EditKind.GUSTAR
    one, two = _expanded(said), _expanded(better)
    changed = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    if len(one) == len(two) and len(changed) == 1 and set(changed[0]) <= DETERMINERS:
        return agreement(*changed[0]) or EditKind.ARTICLE
    if _contracts(said, better) or _contracts(better, said):
        return EditKind.ARTICLE
    if (set(said) & SER and set(better) & ESTAR) or (set(said) & ESTAR and set(better) & SER):
        return EditKind.SER_ESTAR
    if small <= PREPOSITIONS | ARTICLES:
        return EditKind.PREPOSITION
    if small <= PRONOUNS:
        return EditKind.PRONOUN
    kinds = {verb_change(one, two, facts) for one, two in product(said, better)} - {None}
    if kinds or set(said) & HABER or set(better) & HABER:
        return _clitic_or_verb(said, better, kinds)
    return EditKind.PHRASING


_UNREAL_HABER = frozenset("haya hayas hayamos hayan hubiera hubieras hubiéramos hubieran".split())


def _clitic_or_verb(
    said: Sequence[str], better: Sequence[str], kinds: set[EditKind | None]
) -> EditKind:
    if (set(said) ^ set(better)) & HABER:
        unreal = (set(better) - set(said)) & _UNREAL_HABER
        return EditKind.VERB_MOOD if unreal else EditKind.VERB_TENSE
    return next((kind for kind in sorted(kinds - {None}, key=str)), EditKind.PHRASING)  # type: ignore[return-value]


def _expanded(words: Sequence[str]) -> list[str]:
    return [part for word in words for part in CONTRACTIONS.get(word, (word,))]


def _contracts(long: Sequence[str], short: Sequence[str]) -> bool:
    return len(short) == 1 and CONTRACTIONS.get(short[0]) == tuple(long)
