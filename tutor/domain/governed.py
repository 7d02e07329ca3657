"""Words that stay as they are because of another word: *empezar a*, *pasar el rato leyendo*."""

from collections.abc import Sequence

from tutor.domain.correction import EditKind
from tutor.domain.spanish_words import DETERMINERS, PRONOUNS, SUBJECT_PRONOUNS

__all__ = ["is_governed"]

_WITH_A = (
    "prob", "prueb", "empez", "empiez", "empec", "comenz", "comienz", "aprend", "ayud", "enseñ",
    "volv", "vuelv", "invit", "lleg", "oblig", "atrev", "acostumbr", "dedic",
)  # fmt: skip
"""How the forms of verbs begin that put *a* before an infinitive."""
_GOING = frozenset(
    "voy vas va vamos vais van iba ibas íbamos ibais iban fui fuiste fue fuimos fueron ir".split()
)
_PASSING = ("pas",)
_TIMES = frozenset(
    "tiempo hora horas rato ratos día días tarde tardes mañana mañanas noche noches semana semanas "
    "mes meses año años vida verano invierno vacaciones".split()
)
_GOING_ON = ("segu", "sigu", "sigo", "continu", "contin", "llev", "qued")
_NEAR = 7
"""Words before a gerund among which its verb stands."""
_EITHER_GENDER = frozenset(
    "adolescente adolescentes estudiante estudiantes joven jóvenes artista artistas cantante "
    "cantantes turista turistas dentista dentistas deportista deportistas paciente pacientes "
    "cliente clientes gerente gerentes representante representantes habitante habitantes colega "
    "colegas periodista periodistas pianista pianistas testigo testigos atleta atletas "
    "estadounidense estadounidenses canadiense canadienses".split()
)
_FEMININE = frozenset("la una esta esa aquella".split())
_MASCULINE_IN_A = frozenset(
    "día planeta sofá cometa tranvía pijama gorila cura poeta atleta colega guía agua águila aula "
    "ala área hacha habla ancla alga hambre arte arma alma ama ave".split()
)
"""Or feminine behind *el*."""
_AT_LEAST = frozenset("mínimo máximo".split())
"""Behind a measure these are adverbs: *una hora mínimo*."""
_MEASURES = _TIMES | frozenset(
    "minuto minutos segundo segundos euro euros dólar dólares kilo kilos metro metros persona "
    "personas vez veces".split()
)
_UNKNOWN_ONES = frozenset("alguien nadie algo nada".split())
"""Behind these *que* takes either mood: *busco a alguien que hable alemán*."""
_WE = frozenset("yo nosotros nosotras".split())
_WEATHER = frozenset("clima tiempo cielo día noche mar agua comida café sopa".split())


def is_governed(
    said: Sequence[str], better: Sequence[str], before: Sequence[str], after: str, kind: EditKind
) -> bool:
    """Whether a change takes away what the words around it want.

    ``before`` are all words before it and ``after`` the one behind, lower case; "" for none.
    """
    if not better:
        return list(said) == ["a"] and _is_infinitive(after) and _wants_a(before)
    one, other = said[-1] if said else "", better[-1]
    if one in SUBJECT_PRONOUNS and other not in PRONOUNS | DETERMINERS:
        return True
    if kind is EditKind.ACCENT and other.endswith("ó"):
        return list(before[-1:]) == ["yo"]
    if one.endswith("ndo") and _is_infinitive(other):
        return _wants_gerund(before)
    if kind is EditKind.GENDER_AGREEMENT:
        return _keeps_its_gender(one, before, after)
    if kind is EditKind.VERB_MOOD:
        return list(before[-1:]) == ["que"] and bool(_UNKNOWN_ONES & set(before[-2:-1]))
    return kind is EditKind.SER_ESTAR and one.startswith("est") and _is_weather(before)


def _is_infinitive(word: str) -> bool:
    return len(word) > 2 and word.endswith(("ar", "er", "ir", "ír"))  # noqa: PLR2004


def _wants_a(before: Sequence[str]) -> bool:
    return bool(before) and (before[-1].startswith(_WITH_A) or before[-1] in _GOING)


def _wants_gerund(before: Sequence[str]) -> bool:
    near = before[-_NEAR:]
    passes = any(word.startswith(_PASSING) for word in near) and bool(_TIMES & set(near))
    return passes or (bool(near) and near[-1].startswith(_GOING_ON))


def _keeps_its_gender(word: str, before: Sequence[str], after: str) -> bool:
    """Nouns of either gender, the second of two nouns, and who *nosotros* are, nobody can tell."""
    if word in DETERMINERS:
        return after in _EITHER_GENDER or _goes_with(word, after)
    if before[-1:] and before[-1] in {"o", "u"}:
        return bool(set(before[-5:-1]) & DETERMINERS)
    if word in _AT_LEAST and before[-1:] and before[-1] in _MEASURES:
        return True
    return word in {"juntos", "juntas"} and bool(_WE & set(before))


def _goes_with(determiner: str, noun: str) -> bool:
    """Whether a feminine determiner stands before a noun whose ending is feminine."""
    singular = noun.removesuffix("s")
    return (
        determiner.removesuffix("s") in _FEMININE
        and singular.endswith(("a", "dad", "ción"))
        and not singular.endswith(("ma", "ista", "pa"))
        and singular not in _MASCULINE_IN_A
    )


def _is_weather(before: Sequence[str]) -> bool:
    return bool(_WEATHER & set(before[-2:]))
