"""Words of different countries for one thing."""

from tutor.domain.pronunciation import plain

__all__ = ["same_elsewhere"]

_SAME_THING = tuple(
    frozenset(words.split())
    for words in (
        "vosotros ustedes", "vosotras ustedes", "nosotros nosotras", "ellos ellas",
        "tú vos usted", "ti vos usted", "os les", "os se", "os los", "os las",
        "vuestro su", "vuestra su", "coche carro auto",
        "computadora ordenador computador", "portátil laptop notebook",
        "celular móvil teléfono", "zumo jugo", "patata papa", "batata camote boniato",
        "manejar conducir", "enojado enfadado", "enojada enfadada", "lentes gafas anteojos",
        "boleto billete pasaje tiquete", "plata dinero lana pasta guita", "lindo bonito hermoso",
        "linda bonita hermosa", "acá aquí", "allá allí ahí", "apartamento departamento piso",
        "mesero camarero mozo", "mesera camarera moza", "castellano español",
        "autobús bus camión colectivo ómnibus guagua", "fresa frutilla",
        "durazno melocotón", "albaricoque damasco chabacano", "pastel tarta torta bizcocho queque",
        "alberca piscina pileta", "refrigerador nevera frigorífico heladera refri",
        "chico muchacho", "chica muchacha", "niño nene chamaco pibe chavo",
        "niña nena chamaca piba chava", "mamá madre", "papá padre viejo", "papás padres viejos",
        "aún todavía", "solo sólo", "sabroso rico", "sabrosa rica", "vídeo video",
        "setiembre septiembre", "bolígrafo lapicero pluma birome lapicera esfero",
        "camiseta playera remera polera franela", "cacahuete cacahuate maní", "maíz elote choclo",
        "aguacate palta", "judía frijol poroto alubia habichuela caraota",
        "guisante arveja chícharo", "piña ananá", "plátano banana banano guineo cambur",
        "tomate jitomate", "chile ají", "pomelo toronja", "pimiento morrón", "calabaza zapallo",
        "remolacha betabel", "gamba camarón", "filete bistec bife", "beicon tocino panceta",
        "nata crema", "mantequilla manteca", "palomita pochoclo", "maleta valija",
        "falda pollera", "chaqueta chamarra campera", "jersey suéter pulóver", "calcetín media",
        "zapatilla tenis deportiva", "cerilla fósforo cerillo", "grifo canilla",
        "enchufe tomacorriente", "ascensor elevador", "acera vereda banqueta", "manzana cuadra",
        "habitación cuarto recámara dormitorio pieza alcoba", "baño servicio aseo lavabo",
        "cocina estufa", "pajita popote pitillo sorbete", "bocadillo sándwich emparedado",
        "gasolina nafta bencina", "bolso cartera bolsa", "billetera cartera", "ratón mouse",
        "césped pasto grama", "suelo piso", "manta cobija frazada", "bañera tina",
        "fontanero plomero gasfitero", "azafata aeromoza", "clase salón aula", "marido esposo",
        "mujer esposa", "pendiente arete aro", "anillo sortija", "periódico diario",
        "sello estampilla timbre", "fila cola", "matrícula placa patente", "rotonda glorieta",
        "trabajo chamba laburo curro", "amigo cuate", "amiga cuata", "vale okey dale bueno",
        "ahora ahorita", "guay chévere padre bacán", "chofer chófer conductor",
        "dentro adentro", "fuera afuera", "detrás atrás", "delante adelante", "guapo lindo",
        "guapa linda", "cubo balde cubeta",
    )
)  # fmt: skip
"""In the singular."""
_STEMS = tuple(
    frozenset(stems.split())
    for stems in (
        "aparc aparqu estacion parque", "enfad enoj", "platic platiqu charl convers habl",
        "alquil rent arriend arrend", "tom agarr", "tard demor", "extrañ añor", "tir bot",
        "apresur apur",
    )
)  # fmt: skip
"""Of verbs in *-ar*, before one ending."""
_SINGULARS = tuple(frozenset(map(plain, words)) for words in _SAME_THING)


def same_elsewhere(one: str, other: str) -> bool:
    """Whether two different lower-case words name one thing, in the same number or form."""
    if one == other:
        return False
    if any({one, other} <= words for words in _SAME_THING):
        return True
    return plain(one) != plain(other) and (
        any(words & _singulars(one) and words & _singulars(other) for words in _SINGULARS)
        or any(_endings(one, stems) & _endings(other, stems) for stems in _STEMS)
    )


def _singulars(word: str) -> frozenset[str]:
    """What a word may be the plural of, without accents; empty for a singular."""
    bare = plain(word)
    if not bare.endswith("s"):
        return frozenset()
    return frozenset({bare[:-1], bare.removesuffix("es")})


def _endings(word: str, stems: frozenset[str]) -> frozenset[str]:
    return frozenset(word.removeprefix(stem) for stem in stems if word.startswith(stem))
