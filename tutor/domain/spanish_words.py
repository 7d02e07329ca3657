"""Closed lists of Spanish: the small words that grammar turns on."""

__all__ = [
    "ARTICLES",
    "AUXILIARIES",
    "CLITICS",
    "CONTRACTIONS",
    "DEFINITE_ARTICLES",
    "DEGREES",
    "DETERMINERS",
    "ESTAR",
    "GUSTAR_LIKE",
    "HABER",
    "INDEFINITE_ARTICLES",
    "NUMBER_WORDS",
    "PEOPLE",
    "PREPOSITIONS",
    "PRONOUNS",
    "SER",
    "SUBJECT_PRONOUNS",
]

DEFINITE_ARTICLES = frozenset("el la los las lo".split())
INDEFINITE_ARTICLES = frozenset("un una unos unas".split())
ARTICLES = DEFINITE_ARTICLES | INDEFINITE_ARTICLES

DETERMINERS = ARTICLES | frozenset(
    "mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras "
    "este esta estos estas ese esa esos esas aquel aquella aquellos aquellas "
    "mucho mucha muchos muchas poco poca pocos pocas todo toda todos todas otro otra otros otras "
    "alguno alguna algunos algunas algún ninguno ninguna ningún cada".split()
)

DEGREES = frozenset("muy tan más menos bastante un poco algo demasiado todavía siempre".split())
"""Words that may stand between a verb and the adjective behind it."""

CONTRACTIONS = {"al": ("a", "el"), "del": ("de", "el")}
"""A preposition with its article, written as one word."""

PREPOSITIONS = frozenset(
    "a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin "
    "sobre tras".split()
)

CLITICS = frozenset("me te se le les lo la los las nos os".split())

SUBJECT_PRONOUNS = frozenset(
    "yo tú él ella usted nosotros nosotras vosotros vosotras ellos ellas ustedes vos".split()
)

PRONOUNS = (
    CLITICS
    | SUBJECT_PRONOUNS
    | frozenset("mí ti sí conmigo contigo consigo ello que quien quienes cual cuales".split())
)

SER = frozenset(
    "ser siendo sido soy eres es somos sois son era eras éramos erais eran fui fuiste fue fuimos "
    "fuisteis fueron seré serás será seremos seréis serán sería serías seríamos seríais serían "
    "sea seas seamos seáis sean fuera fueras fuéramos fuerais fueran fuese fueses fuésemos "
    "fueseis fuesen".split()
)

ESTAR = frozenset(
    "estar estando estado estoy estás está estamos estáis están estaba estabas estábamos estabais "
    "estaban estuve estuviste estuvo estuvimos estuvisteis estuvieron estaré estarás estará "
    "estaremos estaréis estarán estaría estarías estaríamos estaríais estarían esté estés "
    "estemos estéis estén estuviera estuvieras estuviéramos estuvierais estuvieran "
    "estuviese estuvieses estuviésemos estuvieseis estuviesen".split()
)

HABER = frozenset(
    "he has ha hemos habéis han había habías habíamos habíais habían hay hubo haya hayas hayamos "
    "hayan habrá habré habría haber habiendo hubiera hubieras hubiéramos hubieran hubiese "
    "hubiesen".split()
)

AUXILIARIES = (
    HABER | ESTAR | SER | frozenset("voy vas va vamos vais van iba ibas íbamos iban".split())
)
"""Forms that make one verb together with the participle, gerund or infinitive behind them."""

GUSTAR_LIKE = frozenset(
    "gustar encantar interesar doler faltar fascinar molestar importar parecer quedar apetecer "
    "aburrir preocupar sorprender".split()
)
"""Verbs whose subject is the thing, and whose person stands in ``me, te, le``."""

PEOPLE = frozenset(
    "mamá papá madre padre madres padres hermano hermana hermanos hermanas hijo hija hijos hijas "
    "abuelo abuela abuelos abuelas tío tía tíos tías primo prima primos primas amigo amiga amigos "
    "amigas novio novia esposo esposa marido mujer mujeres hombre hombres niño niña niños niñas "
    "chico chica chicos chicas muchacho muchacha profesor profesora profesores profesoras maestro "
    "maestra maestros maestras estudiante estudiantes compañero compañera compañeros compañeras "
    "doctor doctora médico médica gente persona personas familia familiares vecino vecina vecinos "
    "vecinas jefe jefa cliente clientes alguien nadie bebé señor señora jugador jugadores equipo "
    "pacientes paciente todos turista turistas fan fans artista artistas bebés adulto adultos "
    "jóvenes sobrino sobrina sobrinos sobrinas esposos suegra suegro".split()
)

NUMBER_WORDS = frozenset(
    "cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte "
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones "
    "dieciséis diecisiete dieciocho diecinueve veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve".split()
)
"""Number words other than ``uno``, which is also an article."""
