"""Words elsewhere in a sentence that decide the tense or the mood of its verb."""

from collections.abc import Iterable

from tutor.domain.sub_kinds import SubKind

__all__ = [
    "FUTURE_SIGNALS",
    "IMPERFECT_SIGNALS",
    "INDICATIVE_TRIGGERS",
    "PRETERITE_SIGNALS",
    "SUBJUNCTIVE_TRIGGERS",
]

PRETERITE_SIGNALS = (
    "ayer", "anteayer", "anoche", "la semana pasada", "el mes pasado", "el año pasado",
    "el verano pasado", "el fin de semana pasado", "el lunes pasado", "el sábado pasado",
    "de repente", "de pronto", "hace dos años", "hace un año", "hace tres años",
    "hace dos días", "hace una semana",
)  # fmt: skip
IMPERFECT_SIGNALS = (
    "de niño", "de niña", "de pequeño", "de pequeña", "todos los días", "cada día", "cada semana",
    "todos los veranos", "cada verano", "siempre", "a menudo", "normalmente", "usualmente",
    "con frecuencia", "todas las semanas", "muchas veces",
)  # fmt: skip
FUTURE_SIGNALS = (
    "mañana", "pasado mañana", "la próxima semana", "el próximo año", "el próximo mes",
    "la semana que viene", "el año que viene", "el mes que viene", "en el futuro",
    "el lunes próximo",
)  # fmt: skip


def _with_que(words: str) -> tuple[str, ...]:
    return tuple(f"{word} que" for word in words.split())


_WISHES = _with_que(
    "quiero quieres quiere queremos quieren quería querían quisiera espero esperas espera "
    "esperamos esperan esperaba deseo desea deseaba prefiero prefiere preferimos necesito necesita "
    "necesitamos necesitan"
)
_REQUESTS = _with_que(
    "pido pides pide piden pidió pidieron pedí recomiendo recomienda recomiendan recomendó "
    "aconsejo aconseja aconsejó sugiero sugiere sugirió permito permite permiten permitió prohíbe "
    "prohibió insisto exijo exige"
)
_EMOTIONS = (
    *_with_que("alegra gusta encanta molesta sorprende entristece preocupa enoja temo"),
    "alegro de que",
    "miedo de que",
    "contento de que",
    "contenta de que",
    "feliz de que",
    "triste de que",
)
_DOUBTS = (
    *_with_que("dudo duda dudamos dudaba niego niega"),
    *(
        f"no {verb} que"
        for verb in "creo cree creemos creen creía pienso piensa pensamos piensan pensaba "
        "parece".split()
    ),
    "no es verdad que",
    "no es cierto que",
    "no estoy seguro de que",
    "no estoy segura de que",
)
_JUDGED = (
    "importante necesario bueno malo mejor posible imposible probable raro interesante increíble "
    "triste normal lógico preferible esencial extraño difícil fácil"
)
_JUDGEMENTS = (
    *(f"{verb} {word} que" for verb in ("es", "era", "fue", "sería") for word in _JUDGED.split()),
    "es una lástima que",
    "es una pena que",
)
_TIMES = ("cuando", "hasta que", "en cuanto", "tan pronto como", "después de que", "mientras")
_UNKNOWNS = _with_que("alguien algo nadie nada cualquiera")

SUBJUNCTIVE_TRIGGERS: tuple[tuple[SubKind, Iterable[str]], ...] = (
    (SubKind.SUBJUNCTIVE_DOUBT, _DOUBTS),
    (SubKind.SUBJUNCTIVE_WISH, _WISHES),
    (SubKind.SUBJUNCTIVE_REQUEST, _REQUESTS),
    (SubKind.SUBJUNCTIVE_EMOTION, _EMOTIONS),
    (SubKind.SUBJUNCTIVE_JUDGEMENT, _JUDGEMENTS),
    (SubKind.SUBJUNCTIVE_PURPOSE, ("para que", "a fin de que", "antes de que")),
    (
        SubKind.SUBJUNCTIVE_CONDITION,
        ("sin que", "a menos que", "con tal de que", "en caso de que", "aunque"),
    ),
    (SubKind.SUBJUNCTIVE_TIME, _TIMES),
    (SubKind.SUBJUNCTIVE_OJALA, ("ojalá", "ojala", "ojalá que", "ojala que")),
    (SubKind.SUBJUNCTIVE_UNKNOWN, _UNKNOWNS),
)
"""What the subjunctive follows, first hit first."""
INDICATIVE_TRIGGERS = _with_que(
    "creo crees cree creemos creen pienso piensas piensa pensamos piensan sé sabes sabe sabemos "
    "saben digo dice dicen dijo dijeron veo ve parece opino"
)
