"""Why something is better: the most exact explanation that is sure to be true."""

from dataclasses import dataclass

from tutor.domain.alignment import Alignment, Span
from tutor.domain.correction import EditKind, Explanation
from tutor.domain.explanation_cases import Case
from tutor.domain.explanation_texts import TEXTS
from tutor.domain.pronunciation import plain, sounds_alike
from tutor.domain.spanish_words import (
    CONTRACTIONS,
    DEGREES,
    ESTAR,
    GUSTAR_LIKE,
    NUMBER_WORDS,
    PREPOSITIONS,
)
from tutor.domain.verb_forms import Mood, Reading, Tense, readings
from tutor.domain.word_facts import FactsOf

__all__ = ["explain"]

_LONGEST_QUOTED = 4
"""Words of a rewording that are quoted; a longer one is heard in the sentence itself."""
_STATES = frozenset(
    "cansad enferm content enojad enfadad preocupad ocupad emocionad nervios list sentad triste "
    "feliz aburrid casad dormid herid perdid rot abiert cerrad satisfech estresad confundid "
    "embarazad orgullos asustad sorprendid agotad resfriad muert vestid despiert".split()
)
"""Adjectives that name a state when *estar* stands before them, without their ending."""
_PLACES = frozenset("aquí allí ahí allá acá cerca lejos dentro fuera afuera".split())
_DESTINATIONS = frozenset("ir venir llegar viajar volver regresar".split())
_TAKES = {
    "soñar": "con", "casar": "con", "casarse": "con", "depender": "de", "pensar": "en",
    "confiar": "en", "insistir": "en", "consistir": "en", "enamorar": "de", "enamorarse": "de",
    "acordar": "de", "acordarse": "de", "disfrutar": "de", "asistir": "a", "aprender": "a",
    "empezar": "a", "comenzar": "a", "ayudar": "a",
}  # fmt: skip
"""Verbs with the preposition that most often follows them."""
_PERSONS = {
    "yo": {1}, "tú": {2}, "él": {3}, "ella": {3}, "usted": {3}, "nosotros": {4}, "nosotras": {4},
    "vosotros": {5}, "vosotras": {5}, "ellos": {6}, "ellas": {6}, "ustedes": {6},
}  # fmt: skip
_TENSES = {
    Tense.PRESENT: Case.PRESENT,
    Tense.PRETERITE: Case.PRETERITE,
    Tense.IMPERFECT: Case.IMPERFECT,
    Tense.FUTURE: Case.FUTURE,
    Tense.CONDITIONAL: Case.CONDITIONAL,
}
_MOODS = {Mood.SUBJUNCTIVE: Case.SUBJUNCTIVE, Mood.INDICATIVE: Case.INDICATIVE}
_FORMS = {
    Mood.INFINITIVE: Case.INFINITIVE,
    Mood.GERUND: Case.GERUND,
    Mood.PARTICIPLE: Case.PARTICIPLE,
}


@dataclass(frozen=True, slots=True)
class _Scene:
    """A change with the words around it, all lower case."""

    said: tuple[str, ...]
    better: tuple[str, ...]
    before: str
    after: tuple[str, ...]
    facts: FactsOf

    @property
    def next_word(self) -> str:
        return self.after[0] if self.after else ""

    @property
    def described(self) -> str:
        """The next word that is not *muy* or the like."""
        return next((word for word in self.after if word not in DEGREES), "")

    @property
    def verb_before(self) -> str:
        """The infinitive of a verb standing right before; empty for other words."""
        found = {reading.lemma for reading in readings(self.before, self.facts)}
        return "ir" if "ir" in found else next(iter(sorted(found)), "")

    @property
    def liking_verb(self) -> str:
        """The infinitive of a verb like *gustar* in the change or right behind it."""
        near = (*self.better, *self.after[:1])
        lemmas = (self.facts(word).lemma for word in near)
        return next((lemma for lemma in lemmas if lemma in GUSTAR_LIKE), "")

    def better_readings(self) -> frozenset[Reading]:
        """All that the last better word can be, also as a form of what was said."""
        word, lemma = self.better[-1], self.facts(self.said[-1]).lemma
        return readings(word, self.facts) | readings(word, self.facts, lemma)

    def tenses(self) -> set[Tense]:
        """The tenses that the last better word can have."""
        return {reading.tense for reading in self.better_readings()}

    def moods(self) -> set[Mood]:
        """The moods that the last better word can have."""
        return {reading.mood for reading in self.better_readings()}


def explain(alignment: Alignment, span: Span, kind: EditKind, facts: FactsOf) -> Explanation:
    """The explanation of one change, with its words filled in."""
    before = alignment.better[span.better_start - 1].norm if span.better_start else ""
    scene = _Scene(
        tuple(token.norm for token in alignment.said_words(span)),
        tuple(token.norm for token in alignment.better_words(span)),
        before,
        tuple(token.norm for token in alignment.better[span.better_end :]),
        facts,
    )
    case = _case(scene, kind)
    words = {
        "said": alignment.said_text(span),
        "better": alignment.better_text(span),
        "next": _quoted_next(alignment, span, scene, case),
        "before": scene.before,
        "verb": scene.liking_verb if kind is EditKind.GUSTAR else scene.verb_before,
    }
    text = TEXTS[case]
    return Explanation(text.spanish.format(**words), text.english.format(**words))


def _quoted_next(alignment: Alignment, span: Span, scene: _Scene, case: Case) -> str:
    if case is Case.ESTAR_STATE:
        return scene.described
    return alignment.better[span.better_end].shown if scene.after else ""


def _case(scene: _Scene, kind: EditKind) -> Case:
    """The finest case that is certain."""
    if max(len(scene.said), len(scene.better)) > _LONGEST_QUOTED:
        return Case.LONG_PHRASING
    if not scene.said:
        return _missing(scene, kind)
    if not scene.better:
        return _extra(scene, kind)
    return _CASES[kind](scene) if kind in _CASES else _PLAIN[kind]


def _missing(scene: _Scene, kind: EditKind) -> Case:
    if not scene.after:
        return Case.MISSING_AT_END
    if kind is EditKind.GUSTAR and scene.liking_verb:
        return Case.GUSTAR_PERSON
    alone = len(scene.better) == 1
    named = {
        EditKind.ARTICLE: Case.ARTICLE_MISSING,
        EditKind.PREPOSITION: Case.PREPOSITION_MISSING,
        EditKind.PRONOUN: Case.PRONOUN_MISSING,
        EditKind.PERSONAL_A: Case.PERSONAL_A,
    }
    contracted = scene.better[0] in CONTRACTIONS and kind is not EditKind.PERSONAL_A
    return named.get(kind, Case.MISSING) if alone and not contracted else Case.MISSING


def _extra(scene: _Scene, kind: EditKind) -> Case:
    if len(scene.said) > 1 or scene.said[0] in CONTRACTIONS:
        return Case.EXTRA
    named = {
        EditKind.ARTICLE: Case.ARTICLE_EXTRA,
        EditKind.PREPOSITION: Case.PREPOSITION_EXTRA,
        EditKind.PERSONAL_A: Case.PREPOSITION_EXTRA,
        EditKind.PRONOUN: Case.PRONOUN_EXTRA,
    }
    return named.get(kind, Case.EXTRA)


def _article(scene: _Scene) -> Case:
    if len(scene.better) == 1 and CONTRACTIONS.get(scene.better[0]) == scene.said:
        return Case.CONTRACTION
    if scene.better[0] in CONTRACTIONS and scene.said == CONTRACTIONS[scene.better[0]][:1]:
        return Case.ARTICLE_JOINED
    if scene.said[0] in CONTRACTIONS and scene.better == CONTRACTIONS[scene.said[0]][:1]:
        return Case.ARTICLE_PARTED
    return Case.ARTICLE_OTHER


def _ser_estar(scene: _Scene) -> Case:
    if len(scene.better) > 1:
        return Case.PHRASING
    if scene.better[0] not in ESTAR:
        article, number = (*scene.after, "", "")[:2]
        hour = article == "las" and number in NUMBER_WORDS
        return Case.SER_HOUR if hour else Case.TO_SER
    if scene.next_word.endswith("ndo") and Mood.GERUND in {
        reading.mood for reading in readings(scene.next_word, scene.facts)
    }:
        return Case.ESTAR_GERUND
    if scene.next_word in _PLACES:
        return Case.ESTAR_PLACE
    return Case.ESTAR_STATE if _is_state(scene.described) else Case.TO_ESTAR


def _is_state(word: str) -> bool:
    return word in _STATES or word.rstrip("s")[:-1] in _STATES


def _por_para(scene: _Scene) -> Case:
    if scene.better == ("por",):
        return Case.GRACIAS_POR if scene.before == "gracias" else Case.TO_POR
    forms = readings(scene.next_word, scene.facts)
    purpose = any(reading.mood is Mood.INFINITIVE for reading in forms)
    return Case.PARA_PURPOSE if purpose else Case.TO_PARA


def _preposition(scene: _Scene) -> Case:
    if len(scene.said) > 1 or len(scene.better) > 1:
        return Case.PREPOSITION_OTHER
    verb = scene.verb_before
    if verb in _DESTINATIONS and scene.said == ("en",) and scene.better[0] in {"a", "al"}:
        return Case.DESTINATION
    if _TAKES.get(verb) == scene.better[0]:
        return Case.VERB_TAKES
    return Case.PREPOSITION_OTHER


def _gustar(scene: _Scene) -> Case:
    if not scene.liking_verb:
        return Case.PHRASING
    return Case.GUSTAR_AGREES if len(scene.said) == len(scene.better) == 1 else Case.GUSTAR_PERSON


def _person(scene: _Scene) -> Case:
    persons = {reading.person for reading in scene.better_readings()}
    wanted = _PERSONS.get(scene.before, set())
    return Case.PERSON_OF_PRONOUN if wanted & persons else Case.PERSON


def _tense(scene: _Scene) -> Case:
    tenses = scene.tenses()
    certain = len(scene.said) == len(scene.better) == 1 and len(tenses) == 1
    return _TENSES.get(min(tenses), Case.TENSE) if certain else Case.TENSE


def _mood(scene: _Scene) -> Case:
    moods = scene.moods()
    return _MOODS.get(min(moods), Case.MOOD) if len(moods) == 1 else Case.MOOD


def _form(scene: _Scene) -> Case:
    moods = scene.moods()
    if len(scene.better) > 1 or len(moods) != 1:
        return Case.VERB_FORM
    mood = min(moods)
    if mood is Mood.INFINITIVE and scene.before in PREPOSITIONS:
        return Case.INFINITIVE_AFTER_PREPOSITION
    said = {reading.mood.is_finite for reading in readings(scene.said[-1], scene.facts)}
    return (
        Case.CONJUGATED if mood.is_finite and said == {False} else _FORMS.get(mood, Case.VERB_FORM)
    )


def _accent(scene: _Scene) -> Case:
    said, better = " ".join(scene.said), " ".join(scene.better)
    if not sounds_alike(said, better):
        return Case.STRESS
    if plain(said) == said:
        return Case.ACCENT_MISSING
    return Case.ACCENT_EXTRA if plain(better) == better else Case.ACCENT_OTHER


_CASES = {
    EditKind.ARTICLE: _article,
    EditKind.SER_ESTAR: _ser_estar,
    EditKind.POR_PARA: _por_para,
    EditKind.PREPOSITION: _preposition,
    EditKind.GUSTAR: _gustar,
    EditKind.VERB_PERSON: _person,
    EditKind.VERB_TENSE: _tense,
    EditKind.VERB_MOOD: _mood,
    EditKind.VERB_FORM: _form,
    EditKind.ACCENT: _accent,
}
_PLAIN = {
    EditKind.GENDER_AGREEMENT: Case.GENDER,
    EditKind.NUMBER_AGREEMENT: Case.NUMBER,
    EditKind.PERSONAL_A: Case.PREPOSITION_OTHER,
    EditKind.PRONOUN: Case.PRONOUN_OTHER,
    EditKind.SPELLING: Case.SPELLING,
    EditKind.WORD_CHOICE: Case.WORD_CHOICE,
    EditKind.ENGLISH_WORD: Case.ENGLISH_WORD,
    EditKind.WORD_ORDER: Case.ORDER,
    EditKind.MISSING_WORD: Case.MISSING,
    EditKind.EXTRA_WORD: Case.EXTRA,
    EditKind.PHRASING: Case.PHRASING,
}
