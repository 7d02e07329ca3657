"""How much a word sounds like the last one; made by training/turns/last_words.py."""

__all__ = ["LAST_LETTERS_ODDS", "LAST_WORD_ODDS"]

_WORDS = (
    (
        -4.0,
        "a con del el es está la los me mis muy para pero por porque que se su tiene un una y",
    ),
    (
        -3.5,
        "aunque cuando estoy le lo si son sus",
    ),
    (
        -3.0,
        "como de desde ha las sin tengo",
    ),
    (
        -2.5,
        "al buen donde durante estaba gusta había hay muchas muchos ni no nos o puede quiero ser "
        "sobre soy tienen",
    ),
    (
        -2.0,
        "además dice e embargo en era eran ese esta este gran hace hasta he luego mucha primer "
        "sabía tan tenía",
    ),
    (
        -1.5,
        "cada creo cómo dos ejemplo espero estaban estar están fui fuimos gustaría les llama "
        "nuestra nuestro pasar pelo primera sería tener tres vamos ver vive",
    ),
    (
        -1.0,
        "algunas cinco después dijo encanta entonces estudiante finalmente gustan hizo ir "
        "mientras nunca ojos pienso poder puedo realmente siento tenemos toda todas todos tomar "
        "unas va ya",
    ),
    (
        -0.5,
        "cerca comprar diez dio esa especialización especialmente estado estas estudiando estudio "
        "jugar mejores nombre otras parte piel poco pude quiere sabe segundo sido siempre somos "
        "todo trabaja vio",
    ),
    (
        0.0,
        "actriz alguien carne experiencia extraño graduarme hecho película razón tanto",
    ),
    (
        0.5,
        "abuela aventurera bicicleta bosque buena campus cine dolor duro día ella especialidad "
        "examen gris gustó historia hotel hoy mala nieve pan parque perfecta relajarme té verde",
    ),
    (
        1.0,
        "abuelita afuera amables americana amigo animales arena bonitos bucear bueno cafés calor "
        "cantar caro carrera carro castillo cena chino cielo clara clase coche conciertos "
        "coronavirus cultura deportes diciembre dinero dormir enfermo escuela estadounidense "
        "familiares febrero felices francés grandes guitarra hacerlo hambre helado humano inglés "
        "inteligentes isla joven lago largo llorar malo mano marzo mayo mayor medicina menor mes "
        "mexicana mismo moreno mujeres negro noche nota oscuro piano primavera psicología suelo "
        "sueños sí tarde teatro tecnología tenis terrible terribles tierra tobillo torre "
        "trabajador trabajadora tía verdes viernes vino vista árboles",
    ),
    (
        1.5,
        "abogado agradable ambiente americano amigos apartamento arte bien boca bonita caballos "
        "caliente calle cama cara comercial corto cálido delgado deliciosas delicioso demás "
        "diferente diferentes difíciles divertidas divertido divertidos estrellas excelente "
        "famosos fuerte gatos grande hijos horrible hospital huérfano increíbles interesante "
        "interesantes invierno jóvenes libre llorando línea mal mar mañana menudo meses normal "
        "notas noviembre nuevo océano países perro perros personal plantas políticas profesional "
        "regalos relajado rizado rápido sano semana semanas sociales sola teléfono tiempos triste "
        "verano viejo éxito",
    ),
    (
        2.0,
        "amigas azules años conmigo deliciosa días futuro fácilmente increíble introvertida "
        "juntas juntos local marrones mundo nada pronto relajada saludable secundaria televisión "
        "vida",
    ),
    (
        2.5,
        "etc",
    ),
)

_ENDINGS = (
    (
        -4.0,
        "su un uy",
    ),
    (
        -3.5,
        "mi",
    ),
    (
        -2.5,
        "tá",
    ),
    (
        -2.0,
        "el ue",
    ),
    (
        -1.5,
        "de me ne ni on oy si",
    ),
    (
        -1.0,
        "ay ba bo cé dí en ha in is ke sé tí ui us zó",
    ),
    (
        -0.5,
        "an ce cí có dé ee it ió jó la ld mo nó ré se té ué ve ún",
    ),
    (
        0.0,
        "ah ar ck dó eo er es go gó ie ir lo lá my mó na nd no nt or ra ro rá ró st sí só ta th "
        "tó vi yo án ás és ía",
    ),
    (
        0.5,
        "al am as az be ch do ed et ey ez he ho hí ic ja je jo le ll ly ma mp má ng ny od op os "
        "ou pe pá rd re ry te tt ul um va vo ye zo él én",
    ),
    (
        1.0,
        "ai ca co da ds dy dá ea fé ga ge hi hu id il io iz lf ns ow oz pa po sa sh so to ty ub "
        "ur uí wn ya za ái ín ís ño ón ús",
    ),
    (
        1.5,
        "ad bé ia lí mí ol rk rs tc ua ud ío ír ña",
    ),
)

LAST_WORD_ODDS = {word: odds for odds, words in _WORDS for word in words.split()}
"""Log odds that a word is the last of its sentence, where they are not its ending's."""

LAST_LETTERS_ODDS = {letters: odds for odds, words in _ENDINGS for letters in words.split()}
"""The same by the last two letters."""
