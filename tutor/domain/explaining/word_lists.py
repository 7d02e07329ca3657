"""Closed lists that decide which explanation is certain."""

from collections.abc import Mapping

__all__ = [
    "ANIMALS", "BODY", "COLLECTIVES", "DEMONSTRATIVES", "EVENTS", "FALSE_FRIENDS", "FEELINGS",
    "FEMININE_IN_O", "MASCULINE_IN_A", "MONTHS", "NEGATIVE", "NEUTERS", "POSSESSIVES",
    "PROFESSIONS", "SHORT_FORMS", "STATES", "STRESSED_A", "TIME_UNITS", "TRAITS", "TRANSPORT",
    "WEATHER", "WEEKDAYS", "is_listed",
]  # fmt: skip

WEEKDAYS = frozenset(
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo sábados domingos".split()
)
MONTHS = frozenset(
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre".split()
)
TIME_UNITS = frozenset(
    "segundo segundos minuto minutos hora horas día días dia dias noche noches semana semanas mes "
    "meses año años siglo siglos rato tiempo".split()
)
POSSESSIVES = {
    form: owner
    for owner, forms in {
        "yo": "mi mis mío mía míos mías",
        "tú": "tu tus tuyo tuya tuyos tuyas",
        "él": "su sus suyo suya suyos suyas",
        "nosotros": "nuestro nuestra nuestros nuestras",
        "vosotros": "vuestro vuestra vuestros vuestras",
    }.items()
    for form in forms.split()
}
"""Each form with its owner."""
DEMONSTRATIVES = {
    form: distance
    for distance, forms in {
        "aquí": "este esta estos estas",
        "ahí": "ese esa esos esas",
        "allí": "aquel aquella aquellos aquellas",
    }.items()
    for form in forms.split()
}
"""Each form with its distance."""
NEUTERS = frozenset("esto eso aquello".split())

MASCULINE_IN_A = frozenset(
    "problema problemas tema temas sistema sistemas idioma idiomas programa programas clima climas "
    "día días mapa mapas planeta planetas poema poemas drama dramas fantasma fantasmas sofá sofás "
    "diploma dilema síntoma síntomas".split()
)
FEMININE_IN_O = frozenset("mano manos foto fotos moto motos".split())
STRESSED_A = frozenset(
    "agua águila arma alma aula hambre hacha área ala hada ave alga ancla arpa asma ama".split()
)
BODY = frozenset(
    "cabeza mano manos pie pies pierna piernas brazo brazos ojo ojos pelo cara boca nariz oreja "
    "orejas diente dientes espalda estómago cuello dedo dedos rodilla rodillas garganta".split()
)
ANIMALS = frozenset(
    "perro perra perros perras perrito perritos gato gata gatos gatas gatito gatitos caballo "
    "caballos mascota mascotas animal animales pájaros peces lobos osos monos tigres leones".split()
)
COLLECTIVES = frozenset("gente familia equipo público nadie alguien".split())
PROFESSIONS = frozenset(
    "médico médica doctor doctora profesor profesora maestro maestra estudiante ingeniero "
    "ingeniera abogado abogada enfermero enfermera dentista periodista actor actriz cantante "
    "camarero camarera cocinero cocinera policía bombero bombera escritor escritora arquitecto "
    "arquitecta veterinario veterinaria secretario secretaria músico artista político "
    "director directora científico científica".split()
)
EVENTS = frozenset(
    "fiesta concierto boda reunión clase partido ceremonia conferencia exposición".split()
)
TRAITS = frozenset(
    "alt baj inteligent simpátic antipátic guap bonit amabl trabajador perezos generos rubi moren "
    "gord delgad grand pequeñ famos interesant importante difícil fácil posible imposible "
    "necesari honest creativ atlétic divertid simpatic rápid".split()
)
"""Without their ending; *divertido* and the like name what something is like after *ser*."""
STATES = frozenset(
    "cansad enferm content enojad enfadad preocupad ocupad emocionad nervios list sentad triste "
    "aburrid casad dormid herid perdid rot abiert cerrad satisfech estresad confundid "
    "embarazad orgullos asustad sorprendid agotad resfriad muert vestid despiert".split()
)
"""Adjectives that name a state when *estar* stands before them, without their ending."""
FEELINGS = frozenset(
    "hambre sed frío calor sueño miedo prisa razón suerte éxito ganas vergüenza celos".split()
)
WEATHER = frozenset("frío calor sol viento fresco tiempo".split())
TRANSPORT = frozenset(
    "coche carro auto autobús tren avión barco bicicleta metro taxi moto camión".split()
)
NEGATIVE = frozenset("nada nadie nunca jamás tampoco ningún ninguno ninguna".split())

SHORT_FORMS = {
    "buen": {"bueno"}, "mal": {"malo"}, "gran": {"grande"}, "primer": {"primero"},
    "tercer": {"tercero"}, "algún": {"alguno"}, "ningún": {"ninguno"}, "un": {"uno"},
    "cien": {"ciento"}, "cualquier": {"cualquiera"}, "san": {"santo"},
}  # fmt: skip
"""What is said before a noun, with what stands alone."""

FALSE_FRIENDS: Mapping[str, frozenset[str]] = {
    "librería": frozenset({"biblioteca"}),
    "realizar": frozenset({"darse", "darme", "dar"}),
    "soportar": frozenset({"apoyar", "mantener"}),
    "atender": frozenset({"asistir"}),
    "aplicar": frozenset({"solicitar"}),
    "carpeta": frozenset({"alfombra"}),
    "éxito": frozenset({"salida"}),
    "sensible": frozenset({"sensato", "razonable"}),
    "embarazado": frozenset({"avergonzado"}),
    "actualmente": frozenset({"realmente", "verdad"}),
    "pretender": frozenset({"fingir"}),
    "lectura": frozenset({"conferencia", "clase"}),
    "introducir": frozenset({"presentar"}),
    "mover": frozenset({"mudar", "mudarse"}),
    "pariente": frozenset({"padre"}),
    "recordar": frozenset({"grabar"}),
    "grado": frozenset({"nota"}),
    "ropa": frozenset({"cuerda", "soga"}),
    "sopa": frozenset({"jabón"}),
    "argumento": frozenset({"discusión", "pelea"}),
    "campo": frozenset({"campamento"}),
    "excitado": frozenset({"emocionado"}),
}
"""Words that look like an English one, with what the English one means, as dictionary forms."""


def is_listed(word: str, stems: frozenset[str]) -> bool:
    """Whether an adjective, or its stem without the ending, is in a list."""
    return word in stems or word.rstrip("s") in stems or word.rstrip("s")[:-1] in stems
