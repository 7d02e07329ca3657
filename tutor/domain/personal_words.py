"""Closed lists of the words in which people tell about themselves."""

__all__ = [
    "FAMILY_GROUPS",
    "NATIONALITIES",
    "PETS",
    "PROFESSIONS",
    "RELATIVES",
    "STATES_OF_BEING",
    "STATES_OF_LIFE",
]


def _both(masculine_in_o: str) -> frozenset[str]:
    """The words and their forms in *-a*."""
    words = masculine_in_o.split()
    return frozenset(words) | {word[:-1] + "a" for word in words if word.endswith("o")}


FAMILY_GROUPS = {
    member: group
    for group, members in {
        "children": "hijo hija hijos hijas niño niña niños niñas bebé gemelos gemelas mellizos",
        "siblings": "hermano hermana hermanos hermanas",
        "grandchildren": "nieto nieta nietos nietas",
        "nephews": "sobrino sobrina sobrinos sobrinas",
        "cousins": "primo prima primos primas",
        "partner": "marido esposo esposa novio novia pareja",
    }.items()
    for member in members.split()
}
"""Whom one has, by what *no tengo hermanos* would contradict."""

RELATIVES = frozenset(FAMILY_GROUPS) | frozenset(
    "madre padre madres padres mamá papá mujer abuelo abuela abuelos abuelas tío tía tíos tías"
    " suegro suegra suegros cuñado cuñada cuñados cuñadas yerno nuera amigo amiga amigos amigas"
    " vecino vecina vecinos vecinas jefe jefa compañero compañera".split()
)

PETS = frozenset(
    "perro perra perros perras perrito perrita gato gata gatos gatas gatito gatita pez peces"
    " conejo conejos caballo caballos pájaro pájaros loro loros tortuga tortugas hámster"
    " gallina gallinas cachorro cachorros canario canarios".split()
)

PROFESSIONS = _both(
    "enfermero médico abogado ingeniero arquitecto camarero cocinero peluquero cartero bombero"
    " maestro secretario carpintero fontanero mecánico técnico psicólogo veterinario farmacéutico"
    " funcionario químico biólogo físico músico fotógrafo jardinero panadero carnicero granjero"
    " bibliotecario científico empleado ganadero obrero político empresario pescadero"
) | frozenset(
    "profesor profesora doctor doctora escritor escritora actor actriz conductor conductora"
    " vendedor vendedora pintor pintora director directora programador programadora traductor"
    " traductora diseñador diseñadora contador contadora investigador investigadora cantante"
    " estudiante dentista periodista artista electricista taxista recepcionista policía piloto"
    " soldado jefe jefa gerente agente cajero cajera dependiente dependienta economista"
    " fisioterapeuta terapeuta contable consultor consultora cuidador cuidadora agricultor"
    " agricultora entrenador entrenadora limpiador limpiadora bailarín bailarina guía".split()
)

NATIONALITIES = _both(
    "americano británico mexicano argentino colombiano chileno peruano cubano italiano alemano"
    " australiano indio chino ruso polaco sueco griego turco brasileño europeo asiático africano"
    " canario rumano húngaro checo noruego suizo austriaco neozelandés"
) - {"alemano"} | frozenset(
    "inglés inglesa francés francesa irlandés irlandesa escocés escocesa galés galesa alemán"
    " estadounidense canadiense español española portugués portuguesa holandés holandesa japonés"
    " japonesa danés danesa belga marroquí israelí iraní pakistaní neozelandesa".split()
)

STATES_OF_BEING = _both(
    "vegetariano vegano celíaco celiaco zurdo diestro alérgico diabético intolerante huérfano"
    " budista católico judío ateo cristiano musulmano"
) - {"musulmano"} | frozenset({"musulmán"})

STATES_OF_LIFE = _both(
    "casado soltero divorciado separado viudo prometido comprometido jubilado"
) | {"embarazada"}
