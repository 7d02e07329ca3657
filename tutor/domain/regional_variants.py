"""What is right in one country and different in another: never corrected."""

from collections.abc import Sequence

from tutor.domain.pronunciation import plain

__all__ = ["are_variants"]

_SAME_THING = tuple(
    frozenset(words.split())
    for words in (
        "vosotros ustedes", "nosotros nosotras", "ellos ellas", "tú vos usted",
        "os les se", "le lo", "les los", "le la",
        "vuestro su", "vuestra su", "vuestros sus", "vuestras sus",
        "carro coche auto", "carros coches autos", "computadora ordenador computador",
        "computadoras ordenadores", "celular móvil teléfono", "zumo jugo", "zumos jugos",
        "patata papa", "patatas papas", "manejar conducir", "enojado enfadado",
        "enojada enfadada", "lentes gafas anteojos", "boleto billete", "plata dinero",
        "lindo bonito hermoso", "linda bonita hermosa", "lindos bonitos hermosos",
        "lindas bonitas hermosas", "acá aquí", "allá allí ahí", "apartamento departamento piso",
        "mesero camarero", "mesera camarera", "castellano español", "autobús bus camión",
        "platicar hablar charlar", "fresa frutilla", "durazno melocotón", "pastel tarta torta",
        "alberca piscina", "refrigerador nevera frigorífico", "chico muchacho", "chica muchacha",
        "mamá madre", "papá padre", "mamás madres", "papás padres", "aún todavía", "solo sólo",
        "sabroso rico", "sabrosa rica", "vídeo video", "setiembre septiembre",
    )
)  # fmt: skip
_SUBJUNCTIVE_PAIRS = (("ra", "se"), ("ras", "ses"), ("ran", "sen"), ("ramos", "semos"))
_PERFECT = frozenset("he has ha hemos habéis han".split())


def are_variants(said: Sequence[str], better: Sequence[str]) -> bool:
    """Whether two lower-case phrases are equally right somewhere."""
    if len(said) == len(better) == 1:
        one, two = said[0], better[0]
        return any({one, two} <= words for words in _SAME_THING) or _subjunctives(one, two)
    return _perfect_for_preterite(said, better) or _perfect_for_preterite(better, said)


def _subjunctives(one: str, two: str) -> bool:
    """*hablara* and *hablase* are the same form."""
    for pair in _SUBJUNCTIVE_PAIRS:
        for mine, other in (pair, pair[::-1]):
            stem = one.removesuffix(mine)
            if one.endswith(mine) and two.endswith(other):
                return plain(stem) == plain(two.removesuffix(other))
    return False


def _perfect_for_preterite(long: Sequence[str], short: Sequence[str]) -> bool:
    """*he comido* and *comí*: Spain and America draw the line elsewhere."""
    return (
        len(long) == 2  # noqa: PLR2004
        and len(short) == 1
        and long[0] in _PERFECT
        and long[1].endswith(("do", "cho", "to"))
        and plain(long[1][:1]) == plain(short[0][:1])
    )
