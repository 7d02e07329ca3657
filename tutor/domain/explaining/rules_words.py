"""Pronouns, spelling, the choice and the order of words."""

import re

from tutor.domain.explaining.scene import Named, Scene
from tutor.domain.explaining.word_lists import FALSE_FRIENDS
from tutor.domain.pronunciation import plain, sounds_alike
from tutor.domain.spanish_words import (
    CLITICS,
    DETERMINERS,
    ESTAR,
    PREPOSITIONS,
    SER,
    SUBJECT_PRONOUNS,
)
from tutor.domain.sub_kinds import SubKind

__all__ = [
    "accent",
    "extra_word",
    "missing_word",
    "order",
    "pronoun",
    "spelling",
    "telling_pronouns",
    "word_choice",
]

_OWN = {"me": 1, "te": 2, "nos": 4, "os": 5}
"""The person whose verb a clitic of the same person makes reflexive."""
_DIRECT = frozenset("lo la los las".split())
_INDIRECT = frozenset("le les".split())
_ATTACHED = re.compile(r"(?P<verb>.+(?:[aeiáéí]r|[áé]ndo)(?:me|te|se|nos)?)(?P<object>l[aeo]s?)")
"""An infinitive or gerund with its object behind it."""
_GENDERS = ({"nosotros", "nosotras"}, {"ellos", "ellas"}, {"él", "ella"})
_LINKS = frozenset("que quien quienes cual cuales donde cuando como cuyo cuya".split())
_WHICH = frozenset("qué cuál cuáles que cual cuales".split())
_QUESTIONS = frozenset(
    "qué quién quiénes cómo cuándo dónde cuál cuáles cuánto cuánta cuántos cuántas adónde".split()
)
_PAIRS = frozenset("él tú mí sí sé té más dé".split())
_DOUBLE = re.compile(r"(bb|dd|ff|gg|mm|pp|ss|tt|zz)")
_CHOICES = (
    (SubKind.SABER_CONOCER, "saber", "conocer"),
    (SubKind.PEDIR_PREGUNTAR, "pedir", "preguntar"),
    (SubKind.SAY_OR_SPEAK, "decir", "hablar"),
    (SubKind.PLAY, "jugar", "tocar"),
)
_TIME_WORDS = frozenset("vez veces hora horas tiempo tiempos".split())
_SHORTEST = 4
_EARLY = frozenset(
    "mejor mejores peor peores primer primero primera primeros primeras segundo segunda tercer "
    "tercero tercera último última últimos últimas gran grande buen bueno buena mal otro otra "
    "otros otras mismo misma mismos mismas mucho mucha muchos muchas poco poca pocos pocas "
    "próximo próxima próximos próximas cada varios varias único única cuarto cuarta quinto quinta "
    "sexto sexta todo toda todos todas tercera".split()
)
"""Adjectives that go before the noun in some or all of their uses."""
_ADJECTIVES = frozenset(
    "rojo azul verde amarillo negro blanco gris marrón rosa rubio moreno alto bajo grande pequeño "
    "largo corto nuevo viejo joven bonito feo guapo bueno malo caro barato difícil fácil fuerte "
    "rico pobre feliz triste simpático inteligente interesante importante mayor menor español "
    "inglés francés alemán japonés chino perfecto perfecta mexicano italiano americano ideal "
    "típico público medio médico físico romántico moderno antiguo extraño raro caliente frío "
    "diferente favorito local increíble indio gemelo especial final natal internacional social "
    "cultural bilingüe libre".split()
)
_ADJECTIVE_ENDINGS = ("oso", "able", "ible", "ado", "ido", "ivo", "ante", "ente", "ísimo", "ico",
                      "al", "ario", "ito", "ero", "és", "ano")  # fmt: skip


def telling_pronouns(scene: Scene) -> Named | None:
    """What certain pronouns tell, whatever kind they would be otherwise."""
    one, two = (_ATTACHED.fullmatch(word) for word in scene.change)
    if one and two and one["verb"] == two["verb"] and one["object"] != two["object"]:
        found = _clitic(one["object"], two["object"], scene)
        told = found in {SubKind.PRONOUN_GENDER, SubKind.PRONOUN_NUMBER}
        return Named(found if told else SubKind.PRONOUN_AT_END)
    if set(scene.change) in _GENDERS:
        return Named(SubKind.PRONOUN_GENDER)
    if len(scene.better) == 1 and scene.better[0] in {"conmigo", "contigo"}:
        return Named(SubKind.WITH_ME) if scene.said[:1] == ("con",) else None
    if (scene.said, scene.better) in {(("que",), ("lo", "que")), (("qué",), ("lo", "que"))} or (
        not scene.said and scene.better == ("lo",) and scene.next_word == "que"
    ):
        return Named(SubKind.LO_QUE)
    said, better = scene.change
    verb = scene.moods(scene.next_word) or scene.next_word in CLITICS
    if said in _INDIRECT and better in _DIRECT and not verb:
        return Named(SubKind.ARTICLE_OTHER)
    if {said, better} == {"lo", "la"} or (
        {said, better} == {"los", "las"} and scene.is_finite(scene.next_word)
    ):
        return Named(SubKind.PRONOUN_GENDER) if verb else None
    which = {said, better} <= _WHICH and plain(said)[:1] != plain(better)[:1]
    return Named(SubKind.WHICH_OR_WHAT) if which and better in {"qué", "cuál", "cuáles"} else None


def pronoun(scene: Scene) -> Named:
    """The sub-kind of a pronoun that was missing, too many or another one."""
    if not scene.better:
        subject = scene.said[0] in SUBJECT_PRONOUNS
        return Named(SubKind.SUBJECT_SUPERFLUOUS if subject else SubKind.PRONOUN_SUPERFLUOUS)
    if not scene.said:
        return Named(_pronoun_missing(scene))
    said, better = scene.change
    if not said:
        return Named(SubKind.PRONOUN_OTHER)
    if {said, better} <= CLITICS:
        return Named(_clitic(said, better, scene))
    if said in {"yo", "tú"} and better in {"mí", "ti"} and scene.before in PREPOSITIONS:
        return Named(SubKind.PRONOUN_AFTER_PREPOSITION)
    if {said, better} <= SUBJECT_PRONOUNS:
        after = scene.before in PREPOSITIONS
        return Named(SubKind.PRONOUN_OTHER if after else SubKind.SUBJECT_OTHER)
    return Named(SubKind.RELATIVE if {said, better} <= _LINKS else SubKind.PRONOUN_OTHER)


def _pronoun_missing(scene: Scene) -> SubKind:
    better = scene.better[0]
    if better in SUBJECT_PRONOUNS:
        return SubKind.SUBJECT_MISSING
    if _is_reflexive(better, scene):
        return SubKind.REFLEXIVE_MISSING
    alone = better == "se" and scene.is_finite(scene.next_word)
    return SubKind.SE_MISSING if alone else SubKind.PRONOUN_MISSING


def _is_reflexive(clitic: str, scene: Scene) -> bool:
    from tutor.domain.verb_forms import readings

    persons = {reading.person for reading in readings(scene.next_word, scene.facts)}
    return clitic in _OWN and persons == {_OWN[clitic]}


def _clitic(said: str, better: str, scene: Scene) -> SubKind:
    if better == "se" and said in _INDIRECT and scene.next_word in _DIRECT:
        return SubKind.SE_BEFORE_LO
    if said + "s" == better or better + "s" == said:
        return SubKind.PRONOUN_NUMBER
    if {said, better} in ({"lo", "la"}, {"los", "las"}):
        return SubKind.PRONOUN_GENDER
    if said in _INDIRECT and better in _DIRECT:
        return SubKind.PRONOUN_DIRECT
    if said in _DIRECT and better in _INDIRECT:
        return SubKind.PRONOUN_INDIRECT
    return SubKind.REFLEXIVE_PERSON if _is_reflexive(better, scene) else SubKind.PRONOUN_OTHER


def accent(scene: Scene) -> Named:
    """The sub-kind of a written accent."""
    said, better = " ".join(scene.said), " ".join(scene.better)
    if "ü" in said + better:
        return Named(SubKind.SPELLING)
    if better in _QUESTIONS and said == plain(better):
        return Named(SubKind.ACCENT_QUESTION)
    if better in _PAIRS and said == plain(better):
        return Named(SubKind.ACCENT_PAIR)
    rarer = scene.facts(said).spanish_zipf < scene.facts(better).spanish_zipf
    if plain(said) == said and (rarer or sounds_alike(said, better)):
        return Named(SubKind.ACCENT_MISSING)
    if not sounds_alike(said, better):
        return Named(SubKind.STRESS)
    superfluous = plain(better) == better
    return Named(SubKind.ACCENT_SUPERFLUOUS if superfluous else SubKind.SPELLING)


def spelling(scene: Scene) -> Named:
    """The sub-kind of a word written differently."""
    said, better = " ".join(scene.said), " ".join(scene.better)
    respaced = plain(said.replace(" ", "")) == plain(better.replace(" ", ""))
    if respaced and len(scene.said) != len(scene.better):
        return Named(SubKind.ONE_WORD if len(scene.better) == 1 else SubKind.MORE_WORDS)
    if "ñ" in better and plain(said).replace("ñ", "n") == plain(better).replace("ñ", "n"):
        return Named(SubKind.LETTER_N if "ñ" not in said else SubKind.SPELLING)
    if plain(_DOUBLE.sub(lambda found: found[0][0], said)) == plain(better):
        return Named(SubKind.SINGLE_CONSONANT)
    return Named(SubKind.SAME_SOUND if sounds_alike(said, better) else SubKind.SPELLING)


def word_choice(scene: Scene) -> Named:
    """The sub-kind of one word instead of another."""
    said, better = scene.change
    if {said, better} <= _TIME_WORDS:
        return Named(SubKind.TIME_WORDS)
    for sub_kind, first, second in _CHOICES:
        for one, two in ((first, second), (second, first)):
            if scene.is_form_of(said, one) and scene.is_form_of(better, two):
                return Named(sub_kind)
    meant = {*scene.lemmas(better), scene.facts(better).lemma}
    bases = {*scene.lemmas(said), scene.facts(said).lemma}
    friend = any(FALSE_FRIENDS.get(base, frozenset()) & meant for base in bases)
    return Named(SubKind.FALSE_FRIEND if friend else SubKind.WORD_CHOICE)


def order(scene: Scene, most_quoted: int) -> Named:
    """The sub-kind of words in another order; ``most_quoted`` of them are told one by one."""
    said, better = scene.said, scene.better
    clitic = next((word for word in better if word in CLITICS), "")
    verbs = [word for word in better if scene.is_finite(word)]
    if len(better) > most_quoted or len(said) > most_quoted:
        return Named(SubKind.LONG_ORDER)
    if said[-1:] == ("no",) and better[0] == "no" and scene.is_finite(better[1]):
        return Named(SubKind.NO_BEFORE_VERB)
    if said[-1] == clitic and better[0] == clitic and scene.is_finite(better[1]):
        return Named(SubKind.PRONOUN_BEFORE_VERB, clitic)
    small = {*better} & (PREPOSITIONS | SUBJECT_PRONOUNS | {"no", "que", "y", "se", "me", "te"})
    if small or (verbs and clitic):
        return Named(SubKind.ORDER)
    return _adjective_position(scene)


def _adjective_position(scene: Scene) -> Named:
    """An adjective before or behind its noun: of the two outer words the one more like one."""
    first, *_, last = scene.better
    if first in DETERMINERS - _EARLY or set(scene.better[1:-1]) & DETERMINERS:
        return Named(SubKind.ORDER)
    early = _adjective_likeness(first)
    late = 0 if last in DETERMINERS else _adjective_likeness(last)
    if early > max(late, 1):
        return Named(SubKind.ADJECTIVE_BEFORE_NOUN, first)
    return Named(SubKind.ADJECTIVE_AFTER_NOUN if late > early else SubKind.ORDER)


def _adjective_likeness(word: str) -> int:
    """2 for a word in the list of adjectives, 1 for one that ends like them."""
    bare = word.rstrip("s")
    forms = {word, bare, bare[:-1] + "o", bare.removesuffix("e")}
    if forms & (_ADJECTIVES | _EARLY):
        return 2
    return int(len(bare) > _SHORTEST and any(form.endswith(_ADJECTIVE_ENDINGS) for form in forms))


def missing_word(scene: Scene) -> Named:
    """The sub-kind of a word that was left out."""
    if not scene.behind:
        return Named(SubKind.MISSING_AT_END)
    verb = len(scene.better) == 1 and scene.better[0] in (SER | ESTAR) - {"este", "esta"}
    return Named(SubKind.VERB_MISSING if verb else SubKind.MISSING)


def extra_word(scene: Scene) -> Named:
    """The sub-kind of a word too many."""
    verb = len(scene.said) == 1 and scene.said[0] in SER | ESTAR
    doubled = verb and scene.is_finite(scene.next_word)
    return Named(SubKind.VERB_SUPERFLUOUS if doubled else SubKind.SUPERFLUOUS)
